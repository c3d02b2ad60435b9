"""The process that is killed while it sends letters."""
