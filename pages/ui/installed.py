"""The one installation this process serves, and how long nobody has asked for it."""

import time

from services.installation import Installation

_installed: list[Installation] = []
_asked_at = [float("-inf")]


def install(installation: Installation) -> None:
    """Serve this installation from now on."""
    _installed[:] = [installation]


def installation() -> Installation:
    """The installation being served. Raises RuntimeError before the server has started."""
    if not _installed:
        message = "start Candela with `make run` (streamlit run app.py): no installation is open"
        raise RuntimeError(message)
    _asked_at[0] = time.monotonic()
    return _installed[0]


def quiet_for() -> float:
    """For how many seconds no page and no request has asked anything."""
    return time.monotonic() - _asked_at[0]
