"""The history paper of a candidate's page: everything that happened, or one kind of it."""

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.staff.came_again import field_names
from pages.ui.text import moment, t
from pages.ui.trail_words import became
from pages.ui.words import (
    contacts_changed,
    corrected_words,
    left_out_names,
    stage_name,
)
from services.applications.opening import DOWNLOADS
from services.candidates.happened import Change, HistoryEvent
from services.candidates.history import KINDS, history_of
from services.viewer import Viewer
from services.work import reading

_SYMBOLS = {
    "profile": "edit",
    "corrections": "sell",
    "resume": "draft",
    "attachments": "attach_file",
    "stages": "swap_horiz",
    "presented": "lightbulb",
    "opened": "visibility",
    "notes": "chat",
}


def draw_history(viewer: Viewer, candidate_id: int) -> None:
    """A choice of the kind, and the lines."""
    names = {
        "": t("All"),
        "profile": t("Profile"),
        "corrections": t("Corrections"),
        "resume": t("Resume"),
        "attachments": t("Attachments"),
        "stages": t("Stages"),
        "presented": t("Presenting"),
        "opened": t("Opened and downloaded"),
        "notes": t("Notes"),
    }
    kind = st.selectbox(
        t("What"),
        ["", *KINDS],
        key="history_kind",
        format_func=names.__getitem__,
        label_visibility="collapsed",
        width=210,
    )
    with reading(installation(), viewer) as work:
        events = history_of(work, candidate_id=candidate_id, kind=kind)
    if not events:
        st.html(m.quiet(t("Nothing of this kind has happened yet.")))
        return
    st.html(m.history(_line(event) for event in events))


def _line(event: HistoryEvent) -> m.Event:
    said = [_what(event), *(_changed(change) for change in event.changes)]
    who = " · ".join(part for part in (event.by, event.vacancy) if part)
    symbol = _SYMBOLS[event.kind]
    if event.what in DOWNLOADS.values():
        symbol = "download"
    return m.Event(moment(event.happened_at), who, Markup("<br>").join(said), symbol)


def _what(event: HistoryEvent) -> str:
    if event.kind == "stages":
        return _moved(event)
    if event.kind == "corrections":
        return _corrected(event)
    return {
        "added": t("Candidate added"),
        "edited": t("Profile changed"),
        "spared": t("Said to be no contact: {text}", text=event.text),
        "spared_no_more": t("A contact again: {text}", text=event.text),
        "left_out": t(
            "Where contacts are hidden: {choices}",
            choices=", ".join(map(_choice, event.chosen)),
        ),
        "original": t("New original: {file}", file=event.text),
        "version": t("Resume for customers saved"),
        "attached": t("New attachment: {file}", file=event.text),
        "attachment_opened": t("Attachment opened to customers: {file}", file=event.text),
        "attachment_hidden": t("Attachment hidden from customers: {file}", file=event.text),
        "attachment_gone": t("Attachment taken away: {file}", file=event.text),
        "presented": t("Presented to the customer"),
        "taken_back": t("Taken from the customer’s sight"),
        "opened": t("Opened by the customer"),
        "downloaded": t("Original resume downloaded"),
        "downloaded_version": t("Resume downloaded"),
        "downloaded_attachment": t("Attachment downloaded"),
        "written": t("Note written"),
        "note_edited": t("Note edited"),
        "note_opened": t("Note opened to {readers}", readers=event.text),
        "note_hidden": t("Note hidden from customers"),
        "note_withdrawn": t("Note withdrawn"),
    }[event.what]


def _moved(event: HistoryEvent) -> str:
    """«Moved from “Longlist” to “Interview” – he asked for it»."""
    to = stage_name(event.stage) if event.stage else ""
    reason = f" – {event.text}" if event.text else ""
    if event.from_stage is None:
        return t("Moved to “{stage}”", stage=to) + reason
    came_from = stage_name(event.from_stage)
    return t("Moved from “{before}” to “{stage}”", before=came_from, stage=to) + reason


def _corrected(event: HistoryEvent) -> str:
    """«Correction accepted: + Go, − Java»."""
    words = corrected_words(event.added, event.removed)
    return {
        "corrected": t("Corrected by the customer: {words}", words=words),
        "accepted": t("Correction accepted: {words}", words=words),
        "undone": t("Correction undone: {words}", words=words),
        "unsaid": t("Correction taken back by the customer: {words}", words=words),
    }[event.what]


def _changed(change: Change) -> str:
    """«Headline: Lead → Head of sales»; of a photo and of contacts only what became of them."""
    names = field_names()
    name = names.get(change.field, change.field)
    if change.field == "photo":
        photo = t("another one") if change.after else t("taken away")
        return f"{name}: {photo}"
    if change.field == "contacts":
        return f"{name}: {contacts_changed(change.before, change.after)}"
    return f"{name}: {became(change.field, change.before, change.after)}"


def _choice(one: tuple[str, bool]) -> str:
    name, is_on = one
    said = left_out_names()[name]
    return t("{name}: on", name=said) if is_on else t("{name}: off", name=said)
