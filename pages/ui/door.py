"""The pages of the door: whoever is not signed in meets one of them under every address."""

import streamlit as st

from pages.ui import navigation
from pages.ui.installed import installation
from services.access.set_up import needs_set_up
from services.viewer import DOORKEEPER
from services.work import reading


def door_pages() -> list[st.Page]:
    """Set-up on a new installation; otherwise sign-in, under every address there is."""
    with reading(installation(), DOORKEEPER) as work:
        new = needs_set_up(work)
    first, file = (
        (navigation.SET_UP, "account/set_up.py")
        if new
        else (navigation.SIGN_IN, "account/sign_in.py")
    )
    # A page asked for by its own address and not registered would open the framework's inert
    # "not found" dialog over the form; deep links must survive the signing in.
    addresses = [*navigation.ADDRESSES, *navigation.DOORS, navigation.NOT_THERE]
    if new:
        addresses += navigation.AT_THE_DOOR
    name = navigation.title(first, None)
    pages = [st.Page(file, title=name, url_path=address) for address in addresses]
    if not new:
        pages += at_the_door()
    return [*pages, st.Page(file, title=name, url_path="door", default=True)]


def at_the_door() -> list[st.Page]:
    """Personal links and asking for one: open for everybody, signed in or not."""
    names = navigation.titles(None)
    return [
        st.Page(file, title=names[address], url_path=address)
        for address, file in navigation.AT_THE_DOOR.items()
    ]
