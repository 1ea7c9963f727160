"""What becomes of a text: HTML for the web, and pandoc's document tree for the books."""
