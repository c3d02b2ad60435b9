"""Senders for tests: take, refuse or drop dead, as told."""

from services.mail.senders import NotTaken


class Hands:
    """A sender who takes each letter, or does what its next fate says."""

    name = "hands"

    def __init__(self, *fates):
        self.fates = list(fates)
        self.taken = []
        self.messages = []

    def send(self, parcel):
        fate = self.fates.pop(0) if self.fates else "take"
        if fate == "take":
            self.taken.append(parcel.letter_id)
            self.messages.append(parcel.message)
            return "taken"
        raise fate

    def close(self):
        pass


def busy():
    """This one letter is not taken now; later it may be."""
    return NotTaken("recipient_busy", "450 later", whose="letter")


def closed(**named):
    """The way is closed to every letter."""
    return NotTaken("connection_refused", "Connection refused", **named)


def never():
    """This one letter is not taken, ever."""
    return NotTaken("recipient_refused", "550 no such user", whose="letter", again=False)
