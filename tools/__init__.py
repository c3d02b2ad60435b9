"""The commands behind the Makefile's targets. None of them is imported by the app."""
