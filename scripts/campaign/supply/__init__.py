"""The packages that the site is made with: what is locked, what is known of it, and under which licence it comes."""
