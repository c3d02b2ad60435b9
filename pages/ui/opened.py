"""What the address says is open: ids from the query, read with care."""

import streamlit as st

from services.errors import NotFound
from services.ids import parse_key

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
