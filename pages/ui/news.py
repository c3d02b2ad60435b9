"""News as its page lists it: each a line with its symbol, and a way to the place."""

from collections.abc import Mapping

from pages.ui.installed import installation
from pages.ui.markup import Event, link
from pages.ui.session import time_zone
from pages.ui.text import moment, reader
from services.ids import key_text
from services.notifications import NotificationView
from services.notifications.kinds import Kind
from services.notifications.wording import BY_ITSELF, what_happened

SYMBOLS: Mapping[Kind, str] = {
    "note": "chat",
    "answered": "chat",
    "mentioned": "alternate_email",
    "corrected": "label",
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
    "interview_proposed": "schedule",
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


_OF_NOTES = {"note", "answered", "mentioned", "interview_feedback"}


def event(told: NotificationView) -> Event:
    """A notification as a line of the list."""
    page, key = ("candidate", told.candidate_id)
    if key is None:
        page, key = ("vacancy", told.vacancy_id or 0)
    place = f"/{page}?id={key_text(key)}&told={key_text(told.id)}"
    of_notes = told.kind in _OF_NOTES
    if (of_notes or told.kind.startswith("interview")) and told.application_id is not None:
        place += f"&app={key_text(told.application_id)}"
    if of_notes:
        place += "#notes"
    elif told.interview_id is not None:
        place += f"&interview={key_text(told.interview_id)}"
    said = what_happened(told, reader(), zone=time_zone(), now=installation().clock())
    who = f"{told.actor} · {told.actor_company}" if told.actor_company else told.actor
    if told.kind in BY_ITSELF:
        who = ""
    return Event(
        moment(told.told_at),
        who,
        link(" · ".join(filter(None, (said, told.vacancy))), place),
        SYMBOLS.get(told.kind, "notifications"),
        told.unread,
    )
