"""Shown to: who saw whom from when until when, on the pages of a candidate and of a customer."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st
from markupsafe import Markup

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.text import day, moment, t
from services.applications.proofs import Proof
from services.applications.shown import Shown, ShownVersion, seen_by
from services.applications.views import ApplicationView
from services.ids import key_text
from services.messenger import message_for, recipients
from services.viewer import Viewer
from services.work import reading


def draw_shown_to(viewer: Viewer, candidate_id: int) -> None:
    """To whom a candidate was shown, with the way to the same as a file."""
    with reading(installation(), viewer) as work:
        found = seen_by(work, candidate_id=candidate_id)
    st.html(shown_table(found, of="candidate", key=candidate_id))


def shown_table(
    found: Sequence[Shown], *, of: Literal["candidate", "customer"], key: int
) -> Markup:
    """The list; beside a candidate the customers are named, beside a customer the candidates."""
    if not found:
        return m.empty(
            t("Shown to nobody yet") if of == "candidate" else t("Nobody was shown to them yet"),
            t("Every presentation will stand here, with the resume that was shown."),
        )
    columns = [
        m.Column(t("Customer") if of == "candidate" else t("Candidate"), "person"),
        m.Column(t("Resume"), "short"),
        m.Column(t("Seen from"), "when"),
        m.Column(t("Seen until"), "when"),
    ]
    rows = [
        m.Row(
            f"{key_text(one.application_id)}-{key_text(one.customer_id)}",
            one.customer,
            [
                _who(one, of),
                Markup(", ").join(_version(one) for one in one.versions) or t("no version"),
                moment(one.first_at),
                t("still") if one.last_at is None else moment(one.last_at),
            ],
        )
        for one in found
    ]
    export = m.button_link(
        t("Export as XLSX"),
        f"/shown-to/{of}/{key_text(key)}",
        symbol="download",
        download=True,
    )
    return m.table(f"shown_{of}", t("Shown to"), columns, rows, tall=True) + export


def _version(one: ShownVersion) -> Markup:
    """When it was saved, with a quiet mark of what proves that it is this text."""
    saved = day(one.saved_at)
    if one.proof is Proof.HOLDS:
        held = t("This is the text that was shown: it matches the record.")
        return m.marked(saved, "verified", label=held)
    if one.proof is Proof.ERASED:
        erased = t("The text was erased, the record that it was shown stays.")
        return m.marked(saved, "hide_source", label=erased)
    differs = t("The stored text is not the one that was shown.")
    return m.marked(saved, "error", label=differs, tone="no")


def _who(one: Shown, of: str) -> Markup:
    opened = t("opened {day}", day=day(one.opened_at)) if one.opened_at else t("not opened yet")
    if of == "candidate":
        line = " · ".join(part for part in (one.company, one.vacancy, opened) if part)
        return m.title_cell(one.customer, f"/customers?id={key_text(one.customer_id)}", line=line)
    person = m.Person(one.candidate_id, one.candidate, f"{one.vacancy} · {opened}")
    place = f"id={key_text(one.candidate_id)}&app={key_text(one.application_id)}"
    return m.person_cell(person, f"/candidate?{place}")


def offer_message(here: ApplicationView) -> None:
    """The button that gives a few safe lines for a messenger."""
    if st.button(t("Copy for messenger"), key="messenger_open", icon=":material/content_copy:"):
        guard.dialog(t("Copy for messenger"), _message)(here.id)


def _message(viewer: Viewer, application_id: int) -> None:
    """For which customer; then the lines as he may read them, to copy or to mark by hand."""
    with shown() as attempt, reading(installation(), viewer) as work:
        people = {one.id: one.name for one in recipients(work, application_id=application_id)}
    if attempt.failed:
        return
    if not people:
        st.html(m.quiet(t("No active customer sees the candidate here yet.")))
        return
    chosen = st.selectbox(
        t("Customer"), list(people), key="messenger_for", format_func=people.__getitem__
    )
    with shown() as attempt:
        lines = message_for(
            installation(), viewer, application_id=application_id, customer_id=chosen
        )
    if attempt.failed:
        return
    st.html(
        m.quiet(t("In this customer’s language, with what they may read and nothing else:"))
        + m.words(lines)
        + m.copy_button(lines, label=t("Copy"), done=t("Copied"))
    )
