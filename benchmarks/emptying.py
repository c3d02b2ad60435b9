"""A long queue emptied to its end: how many letters leave in a second, and in which order.

Nobody reads pages meanwhile and the provider answers at once: what is told is the cost of the
outbox itself – claiming, writing the message, settling – which is the most that can ever leave.
"""

import time
from dataclasses import dataclass, field

from sqlalchemy import func, select

from benchmarks.houses import Furnished, installed
from benchmarks.queue import add_letters
from db.models import Letter
from services.mail.dispatch import dispatch
from services.mail.senders import Parcel
from services.viewer import POSTMAN
from services.work import Work, perform, reading


@dataclass
class Hands:
    """A provider that takes every letter at once and remembers which."""

    name: str = "hands"
    taken: list[int] = field(default_factory=list)

    def send(self, parcel: Parcel) -> str:
        """Take it."""
        self.taken.append(parcel.letter_id)
        return "taken"

    def close(self) -> None:
        """There is nothing to let go of."""


def print_emptying(house: Furnished, *, letters: int) -> None:
    """Queue so many letters, let them leave, print how quickly and whether oldest first."""
    installation = installed(house.directory, house.database_url)
    perform(installation, POSTMAN, add_letters, count=letters)
    with reading(installation, POSTMAN) as work:
        waiting = _waiting(work)
    hands = Hands()
    began = time.monotonic()
    while dispatch(installation, hands):
        pass
    passed = time.monotonic() - began
    with reading(installation, POSTMAN) as work:
        left = len(_waiting(work))
        states = dict(
            work.rows(
                select(Letter.state, func.count(Letter.id))
                .where(Letter.id.in_(waiting))
                .group_by(Letter.state)
            ).all()
        )
    installation.database.close()
    order = "oldest first" if hands.taken == waiting else "OUT OF ORDER"
    print(
        f"\nemptied: {len(hands.taken):,} of {letters:,} letters in {passed:.0f} s, "
        f"{len(hands.taken) / passed:.0f} a second, {order}, {left:,} still waiting, "
        f"states {states}"
    )


def _waiting(work: Work) -> list[int]:
    """The keys of all that wait, oldest first."""
    return list(work.scalars(select(Letter.id).where(Letter.state == "queued").order_by(Letter.id)))
