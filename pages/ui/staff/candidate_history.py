"""The history paper of a candidate's page: everything that happened, or one kind of it."""

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.staff.came_again import field_names
from pages.ui.text import moment, t
from pages.ui.words import spoken, stage_name
from services.candidates.history import KINDS, Change, HistoryEvent, history_of
from services.candidates.particulars import LanguageView
from services.viewer import Viewer
from services.work import reading

_SYMBOLS = {
    "profile": "edit",
    "resume": "draft",
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
        "resume": t("Resume"),
        "stages": t("Stages"),
        "presented": t("Presenting"),
        "opened": t("Opened by the customer"),
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
    return m.Event(moment(event.happened_at), who, Markup("<br>").join(said), _SYMBOLS[event.kind])


def _what(event: HistoryEvent) -> str:
    stage = stage_name(event.stage) if event.stage else ""
    reason = f" – {event.text}" if event.text else ""
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
        "moved": t("Moved to “{stage}”", stage=stage) + reason,
        "presented": t("Presented to the customer"),
        "taken_back": t("Taken from the customer’s sight"),
        "opened": t("Opened by the customer"),
        "written": t("Note written"),
    }[event.what]


def _changed(change: Change) -> str:
    """«Headline: Lead → Head of sales»; of a photo and of contacts only that they changed."""
    names = field_names()
    name = names.get(change.field, change.field)
    if change.field == "photo":
        became = t("another one") if change.after else t("taken away")
        return f"{name}: {became}"
    before, after = change.before, change.after
    if change.field == "languages":
        before, after = _spoken(before), _spoken(after)
    return f"{name}: {before or '–'} → {after or '–'}"


def _spoken(text: str) -> str:
    """The languages of a line of the trail («uk native, en b2») in the reader's words."""
    found = []
    for one in filter(None, text.split(", ")):
        language, _, level = one.partition(" ")
        found.append(spoken(LanguageView(language, level)))
    return ", ".join(found)


def _choice(one: tuple[str, bool]) -> str:
    name, is_on = one
    said = {
        "surname": t("Surname as an initial"),
        "photo": t("Without photo"),
        "birth": t("Without date of birth and age"),
        "employers": t("Employers in neutral words"),
    }[name]
    return t("{name}: on", name=said) if is_on else t("{name}: off", name=said)
