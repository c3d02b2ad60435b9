"""How a command gives up: one line that says what to do, and an exit code."""

import sys
from collections.abc import Callable


class CannotBeHad(Exception):
    """Something a command needs is neither there nor to be had; the text says what to install."""


def or_one_line(command: Callable[[], None]) -> None:
    """Run a command; when it cannot have what it needs, say so in one line and exit with 1."""
    try:
        command()
    except CannotBeHad as missing:
        sys.stderr.write(f"Candela: {missing}\n")
        sys.exit(1)
