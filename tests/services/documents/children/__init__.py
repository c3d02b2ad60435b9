"""Modules that the tests start in place of the reader of files."""
