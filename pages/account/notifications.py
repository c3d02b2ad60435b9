"""Notifications: what happened, newest first, each a way to the place."""

import streamlit as st

from pages.ui import guard
from pages.ui.installed import installation
from pages.ui.layout import header
from pages.ui.markup import Event, empty, history, link, section, title
from pages.ui.problems import shown
from pages.ui.text import moment, on_day, reader, t
from services.ids import key_text
from services.notifications import NotificationView, mark_read, notifications
from services.notifications.wording import BY_ITSELF, what_happened
from services.permissions import Permission, allows
from services.reminders.own import my_reminders
from services.work import perform, reading

viewer = guard.require(Permission.NOTIFICATIONS_READ)
_SYMBOLS = {
    "note": "chat",
    "answered": "chat",
    "moved": "swap_horiz",
    "opened": "visibility",
    "downloaded": "download",
    "downloaded_version": "download",
    "downloaded_attachment": "attach_file",
    "attachment": "attach_file",
    "interview": "event",
    "interview_moved": "event",
    "interview_called_off": "event_busy",
    "interview_confirmed": "event_available",
    "interview_another_time": "event_busy",
    "interview_seen": "visibility",
    "interview_proposed": "event_busy",
    "interview_reminder": "notifications_active",
    "interview_feedback": "chat",
    "presented": "lightbulb",
    "vacancy_added": "work",
    "vacancy_closed": "archive",
    "vacancy_reopened": "work",
    "reminder": "notifications_active",
    "starts": "event_available",
    "guarantee": "event_busy",
}


def event(told: NotificationView) -> Event:
    """A notification as a line of the list."""
    page, key = ("candidate", told.candidate_id)
    if key is None:
        page, key = ("vacancy", told.vacancy_id or 0)
    place = f"/{page}?id={key_text(key)}&told={key_text(told.id)}"
    if told.kind.startswith("interview") and told.application_id is not None:
        place += f"&app={key_text(told.application_id)}"
    if told.kind == "interview_feedback":
        place += "#notes"
    happened = (what_happened(told, reader()), told.vacancy)
    who = f"{told.actor} · {told.actor_company}" if told.actor_company else told.actor
    if told.kind in BY_ITSELF:
        who = ""
    return Event(
        moment(told.told_at),
        who,
        link(" · ".join(part for part in happened if part), place),
        _SYMBOLS[told.kind],
        told.unread,
    )


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
