"""Notifications: what happened, newest first, each a way to the place."""

import streamlit as st

from pages.ui import guard
from pages.ui.installed import installation
from pages.ui.layout import header
from pages.ui.markup import Event, empty, history, link, section, title
from pages.ui.news import event
from pages.ui.problems import shown
from pages.ui.text import on_day, t
from services.ids import key_text
from services.notifications import mark_read, notifications
from services.permissions import Permission, allows
from services.reminders.own import my_reminders
from services.work import perform, reading

viewer = guard.require(Permission.NOTIFICATIONS_READ)


def draw_reminders() -> None:
    """One's own, the next first: each a way to the candidate, where it is settled."""
    with reading(installation(), viewer) as asked:
        mine = my_reminders(asked)
    if not mine:
        return
    lines = [
        Event(
            on_day(one.due_on),
            one.text,
            link(one.candidate, f"/candidate?id={key_text(one.candidate_id)}"),
            "notifications_active" if one.due else "event",
            one.due,
        )
        for one in mine
    ]
    st.html(section(t("My reminders"), len(mine)) + history(lines) + section(t("What happened")))


with reading(installation(), viewer) as work:
    found = notifications(work)
with header(title(t("Notifications")), key="notifications"):
    read_all = any(told.unread for told in found) and st.button(
        t("Mark all as read"), key="notifications_read_all", icon=":material/done_all:"
    )
if read_all:
    with shown():
        perform(installation(), viewer, mark_read)
        st.rerun()
if allows(viewer, Permission.CANDIDATES_MANAGE):
    draw_reminders()
if found:
    st.html(history(event(told) for told in found))
else:
    st.html(
        empty(
            t("Nothing has happened yet"),
            t("Notes, moves and openings will stand here the moment they happen."),
        )
    )
