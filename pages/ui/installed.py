"""The one installation this process serves, and how long nobody has read in it."""

import time

from services.installation import Installation

_installed: list[Installation] = []
_read_at = [float("-inf")]


def install(installation: Installation) -> None:
    """Serve this installation from now on."""
    _installed[:] = [installation]


def installation() -> Installation:
    """The installation being served. Raises RuntimeError before the server has started."""
    if not _installed:
        message = "start Candela with `make run` (streamlit run app.py): no installation is open"
        raise RuntimeError(message)
    return _installed[0]


def somebody_reads() -> None:
    """A page is being drawn for somebody."""
    _read_at[0] = time.monotonic()


def quiet_for() -> float:
    """For how many seconds no page has been drawn for anybody."""
    return time.monotonic() - _read_at[0]
