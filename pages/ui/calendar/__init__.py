"""The calendar: what its address asks for, its head, its grid, its list."""
