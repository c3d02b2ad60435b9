"""Ties across companies: both companies, what the customer sees, the button that confirms it."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import t, tn
from services.vacancies.across import TiePreview
from services.viewer import Viewer
from services.work import Work, reading

Crossed = Callable[[Work], Sequence[TiePreview]]
Save = Callable[[Viewer, Sequence[TiePreview]], None]


def ask_across(crossed: Crossed, save: Save) -> None:
    """A form's company would make ties cross: name them in a dialog, save once it is confirmed.

    Whoever closes the dialog has saved nothing; the form keeps what was typed.
    """
    guard.dialog(t("Another company"), _dialog, width="medium")(crossed, save)


def _dialog(viewer: Viewer, crossed: Crossed, save: Save) -> None:
    with shown() as attempt, reading(installation(), viewer) as work:
        ties = crossed(work)
    if attempt.failed:
        return
    draw_across(ties)
    place = st.container(key="across_problem")
    with ends("across"):
        go = st.button(t("Save all the same"), key="across_go", type="primary")
    if go:
        with place, shown() as attempt:
            save(viewer, ties)
        if not attempt.failed:
            st.rerun()


def draw_across(ties: Sequence[TiePreview]) -> None:
    """For each tie both companies, and what the customer sees by it."""
    question = t("The customer is not of the vacancy’s company. Is that what you want?")
    if len(ties) == 1:
        candidates, notes = _seen(ties[0])
        facts = [
            m.Fact(candidates, "group", lit=ties[0].candidates > 0),
            m.Fact(notes, "lightbulb", lit=ties[0].notes > 0),
        ]
        st.html(m.lit_box(_who_sees(ties[0]), question) + m.facts(facts))
        return
    boxes = [m.lit_box(_who_sees(one), " · ".join(_seen(one))) for one in ties]
    st.html(Markup().join(boxes) + m.quiet(question))


def _who_sees(one: TiePreview) -> str:
    alone = t("without a company")
    return t(
        "{customer} ({company}) will see “{vacancy}” ({other})",
        customer=one.customer,
        company=one.company or alone,
        vacancy=one.vacancy,
        other=one.vacancy_company or alone,
    )


def _seen(one: TiePreview) -> tuple[str, str]:
    return (
        tn("{count} candidate", "{count} candidates", one.candidates),
        tn("{count} opened note", "{count} opened notes", one.notes),
    )
