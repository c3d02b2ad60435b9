"""What the address says is open: ids from the query, read with care."""

import streamlit as st

from pages.ui import session
from pages.ui.installed import installation
from services.access.links import LinkOwner, opened_in_browser, owner_of_link
from services.errors import NotFound
from services.ids import parse_key
from services.viewer import DOORKEEPER
from services.work import perform_aside, reading

_MOST_DIGITS = 5


def page_in_address() -> int:
    """The number of the page in the address; the first one for anything that is no number."""
    text = st.query_params.get("page", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0


def key_in_address(name: str) -> int:
    """The key under this name in the address. Raises NotFound for anything that is not a key."""
    found = maybe_key(name)
    if found is None:
        raise NotFound(model="address")
    return found


def maybe_key(name: str) -> int | None:
    """The key under this name in the address, None where there is none or it is not a key."""
    try:
        return parse_key(st.query_params.get(name, ""))
    except ValueError:
        return None


def link_in_address(secret: str, purposes: tuple[str, ...]) -> LinkOwner:
    """Whose personal link this is; that its page stands in a browser is written down once.

    Raises LinkUnusable.
    """
    with reading(installation(), DOORKEEPER) as work:
        owner = owner_of_link(work, secret=secret, purposes=purposes)
    if session.kept("opened_link") != secret:
        session.keep("opened_link", secret)
        perform_aside(installation(), DOORKEEPER, opened_in_browser, secret=secret)
    return owner
