"""The one installation this process serves."""

from services.installation import Installation

_installed: list[Installation] = []


def install(installation: Installation) -> None:
    """Serve this installation from now on."""
    _installed[:] = [installation]


def installation() -> Installation:
    """The installation being served. Raises RuntimeError before the server has started."""
    if not _installed:
        message = "start Candela with `make run` (streamlit run app.py): no installation is open"
        raise RuntimeError(message)
    return _installed[0]
