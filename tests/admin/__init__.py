"""The web editor: forms, shapes and what Sveltia is told."""
