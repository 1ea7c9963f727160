"""The search index of one language: from the finished pages to the files that a reader's browser loads."""
