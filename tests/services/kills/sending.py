"""A process that sends letters through a provider of paper, until it is killed or done.

The provider is a file: what a letter's line says, it has taken. A line is written at once and
whole, so a kill falls before it, after it, or anywhere in our own code.
"""

import os
import signal
import time
from pathlib import Path
from random import Random

from services.mail.dispatch import dispatch, find_lost
from services.viewer import POSTMAN
from services.work import perform
from tests.house import open_house

TAKEN = "taken.txt"


class PaperProvider:
    """Takes a letter by writing its key down; may fall dead at any moment around it."""

    name = "paper"

    def __init__(self, folder: Path, chance: Random) -> None:
        self._folder = folder
        self._chance = chance

    def send(self, parcel):
        self._perhaps_die()
        descriptor = os.open(self._folder / TAKEN, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        os.write(descriptor, f"{self.line_of(parcel)}\n".encode())
        self._perhaps_die()
        os.close(descriptor)
        self._perhaps_die()
        return f"paper-{parcel.letter_id}"

    def line_of(self, parcel):
        """What is written down of a letter."""
        return str(parcel.letter_id)

    def close(self):
        pass

    def _perhaps_die(self):
        if self._chance.random() < 0.03:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(self._chance.random() * 0.002)


class Immortal(Random):
    """Never draws a death."""

    def random(self):
        return 0.5


def send_until_killed(url: str, folder: str, seed: int, *, immortal: bool = False) -> None:
    """Start as the app does, send what waits, end when nothing waits any more."""
    house = open_house(url, Path(folder))
    house.clock.pass_by(days=1)
    chance = Immortal() if immortal else Random(seed)  # noqa: S311 - deaths need no secrecy
    provider = PaperProvider(Path(folder), chance)
    perform(house.installation, POSTMAN, find_lost)
    while dispatch(house.installation, provider):
        pass
    house.installation.database.close()
