"""The rules of the trade. Knows no browser."""
