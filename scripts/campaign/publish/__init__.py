"""The finished site on its way out: what is published, what of it is new, and how it is put in place."""
