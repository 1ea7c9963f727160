"""What a web server says and does for the site: the same policy that the finished files are proven against."""
