"""An address with nothing behind it for this viewer: unknown, or not his."""

from pages.ui import guard

guard.anonymous()
raise guard.NotYours
