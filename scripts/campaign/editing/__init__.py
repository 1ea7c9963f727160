"""Changes of content that one asks for: another name, removal, a new record, the one written form."""
