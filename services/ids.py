"""Keys as they stand in addresses, and new ones for what is sent at most once."""

from db.keys import key_text, new_key, parse_key

__all__ = ["key_text", "new_key", "parse_key"]
