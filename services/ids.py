"""Keys as they stand in addresses."""

from db.keys import key_text, parse_key

__all__ = ["key_text", "parse_key"]
