"""The door: set-up, passwords, signing in, sessions, personal links."""
