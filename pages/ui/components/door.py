"""Through the door: hand the browser a one-time ticket that becomes its session cookie."""

import streamlit as st

from pages.ui.components.scripts import script

START = "/session/start"
END = "/session/end"

_door = st.components.v2.component("candela_door", js=script("door"), isolate_styles=False)


def enter(ticket: str, next_path: str, *, key: str = "door") -> int | None:
    """Post the ticket to the session route, then load `next_path`.

    Returns None while under way; the route's HTTP status if it refused (0: not reached), so the
    page can say so and let people try again.
    """
    return _carry({"to": START, "ticket": ticket, "next": next_path}, key)


def leave(next_path: str = "/sign-in", *, ticket: str = "", key: str = "door_out") -> int | None:
    """End this browser's session and load `next_path`; returns as `enter` does."""
    return _carry({"to": END, "ticket": ticket, "next": next_path}, key)


def _carry(data: dict[str, str], key: str) -> int | None:
    with st.container(key=f"unseen_{key}"):
        result = _door(data=data, key=key, on_failed_change=lambda: None)
    failed = result.failed
    return None if failed is None else int(failed)
