"""The web editor at `/admin/`: what it is told of the models, in the words of whoever edits."""
