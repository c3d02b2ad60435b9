"""What every sender keeps to: a letter is taken, not taken, or nobody knows."""

from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from typing import Literal, Protocol

_LONGEST_SAID = 500
Whose = Literal["way", "letter"]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A finished letter on its way: the same `letter_id` is the same letter."""

    letter_id: int
    kind: str
    message: EmailMessage


class NotTaken(Exception):
    """The letter has certainly not left.

    `problem` is a code of `problems.py`, `said` the other side's own words. The problem is the
    letter's own (`whose="letter"`), or the way is closed to every letter. `again` says whether
    trying later can help, `after` how long the other side wants to be left alone.
    """

    def __init__(
        self,
        problem: str,
        said: object = "",
        *,
        whose: Whose = "way",
        again: bool = True,
        after: timedelta | None = None,
    ) -> None:
        self.problem = problem
        self.said = tidy_said(said)
        self.whose = whose
        self.again = again
        self.after = after
        super().__init__(problem, self.said)


class Unanswered(Exception):
    """The letter was handed over and the answer never came: it may have left or not."""

    def __init__(self, said: object = "") -> None:
        self.problem = "no_answer"
        self.said = tidy_said(said)
        super().__init__(self.problem, self.said)


class Sender(Protocol):
    """Takes finished letters away, one at a time."""

    name: str

    def send(self, parcel: Parcel) -> str:
        """Take the letter; returns what it is called there. Raises NotTaken, Unanswered."""

    def close(self) -> None:
        """Let go of whatever connection is open."""


def tidy_said(said: object) -> str:
    """The other side's words as one short line; whatever it sends, it can be stored and shown."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said or "")
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(seen.split())[:_LONGEST_SAID]
