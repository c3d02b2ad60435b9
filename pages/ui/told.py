"""Whoever comes from a notification has read it."""

from contextlib import suppress

import streamlit as st

from pages.ui.installed import installation
from pages.ui.opened import maybe_key
from services.errors import NotFound
from services.notifications import mark_read
from services.viewer import Viewer
from services.work import perform_aside


def read_what_was_told(viewer: Viewer) -> None:
    """Mark the notification that the address names as read and take it out of the address."""
    told = maybe_key("told")
    if told is None:
        return
    # Taken back meanwhile, or an address that somebody else sent: nothing to mark.
    with suppress(NotFound):
        perform_aside(installation(), viewer, mark_read, notification_id=told)
    del st.query_params["told"]
