"""A page behind a personal link: opening it changes nothing, submitting its form does."""

from collections.abc import Callable

import streamlit as st

from pages.ui import session
from pages.ui.components import door
from pages.ui.dead_link import draw_dead_link
from pages.ui.layout import narrow
from pages.ui.markup import door_mark, form_error
from pages.ui.opened import link_in_address
from services.access.links import LinkOwner
from services.errors import LinkUnusable


def draw_link_page(
    key: str, purposes: tuple[str, ...], form: Callable[[LinkOwner, str], None], *, shut: str
) -> None:
    """The form for the link's owner, or what became of the link.

    `form` keeps the ticket its submission was given: with it the owner comes in. `shut` is said
    where the door does not open all the same.
    """
    with narrow(key, slim=True):
        st.html(door_mark())
        if ticket := session.kept("ticket"):
            if door.enter(ticket, "/") is not None:
                session.forget("ticket")
                st.html(form_error(shut))
            return
        secret = st.query_params.get("token", "")
        try:
            owner = link_in_address(secret, purposes)
        except LinkUnusable as problem:
            draw_dead_link(secret, problem)
            return
        form(owner, secret)
        if session.kept("ticket"):
            st.rerun()
