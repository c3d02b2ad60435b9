"""Attachments of a candidate: uploaded, opened to a vacancy's customers, hidden, taken away."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import card, line
from pages.ui.leaks import found_in
from pages.ui.problems import shown
from pages.ui.text import day, literal, t
from services.applications.views import ApplicationView
from services.candidates.attachments import (
    AttachmentView,
    attach,
    attachments,
    hide_attachment,
    open_attachment,
    read_attachment,
    take_away_attachment,
)
from services.candidates.reading_again import (
    could_be_read,
    keep_what_was_read_of_attachment,
    unread_attachment,
)
from services.errors import CandelaError, ContactsFound, Duplicate
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading


def draw_attachments(viewer: Viewer, candidate_id: int, here: ApplicationView | None) -> None:
    """What there is, and a place for more."""
    st.html(
        m.quiet(
            t(
                "A portfolio, a test task: only staff see it until you open it to the customers of "
                "a vacancy. Customers from whom contacts are hidden get only its text, without "
                "contacts – and nothing where no text could be read."
            )
        )
    )
    with reading(installation(), viewer) as work:
        known = attachments(work, candidate_id=candidate_id)
    for one in known:
        _draw(viewer, one, here)
    if known and here is None:
        st.html(m.quiet(t("To open one to customers, come here from the vacancy.")))
    _ask_for_more(viewer, candidate_id)


def _draw(viewer: Viewer, one: AttachmentView, here: ApplicationView | None) -> None:
    key = key_text(one.id)
    opened_here = here is not None and any(place == here.vacancy_id for place, _ in one.opened_to)
    with card(f"attachment_{key}", sunken=not one.opened_to):
        st.html(_said(one))
        if here is not None and not opened_here and _found(one, here):
            st.html(
                m.form_error(
                    t(
                        "Contacts were found in this file: {found}.",
                        found=", ".join(_found(one, here)),
                    ),
                    t("Customers from whom contacts are hidden get its text without them."),
                )
            )
        if (said := session.kept(_told_as(one))) is not None:
            st.html(m.banner(said, symbol="draft"))
        with line(f"attachment_{key}"):
            _offer_to_read_again(viewer, one)
            if here is not None:
                if opened_here:
                    _offer_to_hide(viewer, one, here)
                else:
                    _offer_to_open(viewer, one, here)
            gone = st.button(t("Remove"), key=f"attachment_away_{key}", icon=":material/delete:")
            if gone:
                _do(viewer, take_away_attachment, attachment_id=one.id)


def _offer_to_hide(viewer: Viewer, one: AttachmentView, here: ApplicationView) -> None:
    label = t("Hide from the customers of {vacancy}", vacancy=literal(here.vacancy))
    if st.button(label, key=f"attachment_hide_{key_text(one.id)}", icon=":material/lock:"):
        _do(viewer, hide_attachment, attachment_id=one.id, vacancy_id=here.vacancy_id)


def _offer_to_open(viewer: Viewer, one: AttachmentView, here: ApplicationView) -> None:
    """Opening it; once contacts were found in it, without them."""
    key, place = key_text(one.id), {"attachment_id": one.id, "vacancy_id": here.vacancy_id}
    found = _found(one, here)
    if found:
        label = t("Open without contacts to customers of {vacancy}", vacancy=literal(here.vacancy))
    else:
        label = t("Open to the customers of {vacancy}", vacancy=literal(here.vacancy))
    pressed = st.button(label, key=f"attachment_open_{key}", icon=":material/lightbulb:")
    if not pressed:
        return
    act = partial(open_attachment, without_contacts=bool(found))
    refused = _do(viewer, act, **place)
    if isinstance(refused, ContactsFound):
        session.keep(
            _kept_as(one, here), tuple(dict.fromkeys(leak.text for leak in found_in(refused)))
        )
        st.rerun()


def _offer_to_read_again(viewer: Viewer, one: AttachmentView) -> None:
    """One press, where this server could by now read what it could not; what came of it."""
    scans = installation().settings.documents.read_scans
    if not could_be_read(one, scans=scans):
        return
    key = f"attachment_read_{key_text(one.id)}"
    if not st.button(t("Read the text again"), key=key, icon=":material/refresh:"):
        return
    with shown() as attempt, st.spinner(t("Reading the file…")):
        with reading(installation(), viewer) as work:
            content = unread_attachment(work, attachment_id=one.id)
        file = read_attachment(one.file_name, content, scans=scans)
        act = partial(keep_what_was_read_of_attachment, attachment_id=one.id, file=file)
        try:
            done = perform(installation(), viewer, act)
            said = t("The text was read.") if done else t("No text was found in this file.")
        except ContactsFound as refused:
            found = ", ".join(dict.fromkeys(leak.text for leak in found_in(refused)))
            said = t(
                "Contacts were found in this file: {found}. Hide it from the customers, then read "
                "it again and open it without contacts.",
                found=found,
            )
        session.keep(_told_as(one), said)
    if not attempt.failed:
        st.rerun()


def _told_as(one: AttachmentView) -> str:
    return f"attachment_read_{key_text(one.id)}_said"


def _kept_as(one: AttachmentView, here: ApplicationView) -> str:
    return f"attachment_found_{key_text(one.id)}_{key_text(here.id)}"


def _found(one: AttachmentView, here: ApplicationView) -> tuple[str, ...]:
    """What stopped the opening here."""
    found: tuple[str, ...] = session.kept(_kept_as(one, here), ())
    return found


def _said(one: AttachmentView) -> Markup:
    """The file, when it came, who sees it."""
    way = m.link(one.file_name, f"/files/attachments/{key_text(one.id)}")
    opened = [
        t("Opened to the customers of {vacancy}", vacancy=title) for _, title in one.opened_to
    ]
    marks = [m.chip(words, tone="lit", symbol="lightbulb") for words in opened]
    marks = marks or [m.chip(t("Only staff"), symbol="lock")]
    if not one.readable:
        marks.append(m.chip(t("no text was read"), symbol="draft"))
    return Markup(" ").join([way, m.quiet(day(one.received_at)), *marks])


def _ask_for_more(viewer: Viewer, candidate_id: int) -> None:
    round_ = session.kept("attachment_round", 0)
    with st.container(key="upload_attachment"):
        held = st.file_uploader(
            t("Add a file, up to 15 MB"),
            key=f"attachment_file_{round_}",
            accept_multiple_files=False,
        )
    if held is None or not st.button(
        t("Add the file"), key="attachment_add", icon=":material/attach_file:"
    ):
        return
    with shown() as attempt, st.spinner(t("Reading the file…")):
        scans = installation().settings.documents.read_scans
        file = read_attachment(held.name, held.getvalue(), scans=scans)
        perform(installation(), viewer, attach, candidate_id=candidate_id, file=file)
    if not attempt.failed:
        session.let_go((held,))
        session.keep("attachment_round", round_ + 1)
        st.rerun()


def _do(viewer: Viewer, act: Callable[..., None], **named: int) -> CandelaError | None:
    """Do it and draw the page anew; what it was refused with, else.

    What somebody else has opened at the same moment is open.
    """
    with shown() as attempt, suppress(Duplicate):
        perform(installation(), viewer, act, **named)
    if not attempt.failed:
        st.rerun()
    return attempt.error
