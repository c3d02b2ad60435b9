"""The edge: all that a browser talks to."""
