"""Whom somebody at the door may call: a name, a phone, an e-mail."""

import streamlit as st

from pages.ui.installed import installation
from pages.ui.markup import Contact, Person, reach
from services.access.door_letters import whom_to_call
from services.viewer import DOORKEEPER
from services.work import reading


def draw_whom_to_call(lead: str, *, secret: str = "") -> None:
    """The recruiter who invited the owner of this link; for anybody else the agency."""
    with reading(installation(), DOORKEEPER) as work:
        who = whom_to_call(work, secret=secret)
    if who is None:
        return
    ways = [Contact("phone", who.phone), Contact("email", who.email)]
    st.html(reach(Person(who.id, who.name), [way for way in ways if way.text], lead=lead))
