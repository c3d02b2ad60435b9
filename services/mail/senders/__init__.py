"""Senders: each takes a finished letter away, or says in a code why it did not."""

from services.mail.senders.sender import NotTaken, Parcel, Sender, Unanswered

__all__ = ["NotTaken", "Parcel", "Sender", "Unanswered"]
