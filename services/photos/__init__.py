"""Photos of people: whatever comes in is drawn anew, small, without anything hidden in it."""

from services.photos.reading import read

__all__ = ["read"]
