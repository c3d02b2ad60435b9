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
        addresses.append(navigation.SET_PASSWORD)
    name = navigation.title(first, None)
    pages = [st.Page(file, title=name, url_path=address) for address in addresses]
    if not new:
        pages.append(
            st.Page(
                "account/set_password.py",
                title=navigation.title(navigation.SET_PASSWORD, None),
                url_path=navigation.SET_PASSWORD,
            ),
        )
    return [*pages, st.Page(file, title=name, url_path="door", default=True)]
