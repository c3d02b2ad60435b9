"""Contact detection: how fast it is, and texts to see what it finds."""
