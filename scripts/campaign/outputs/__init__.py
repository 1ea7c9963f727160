"""Files of the site that are not pages, one module a format: a function from content to text or bytes."""
