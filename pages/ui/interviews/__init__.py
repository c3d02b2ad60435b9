"""Interviews on every page: their lines, their details, what is asked of them."""
