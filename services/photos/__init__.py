"""Pictures that come in, photos and logos: drawn anew, small, without anything hidden in them."""

from services.photos.reading import read, read_logo

__all__ = ["read", "read_logo"]
