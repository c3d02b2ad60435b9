"""Ties across companies: both companies, what the customer sees, and the button that confirms it.

A form whose company would make ties cross is not saved at once: it is kept as a draft under it
until that is confirmed or the company is another one again.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from typing import TypeVar

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import card, ends
from pages.ui.problems import shown
from pages.ui.text import t, tn
from services.customers import CustomerForm
from services.vacancies.across import TiePreview
from services.vacancies.forms import VacancyForm
from services.viewer import Viewer
from services.work import Work, reading

_DRAFT = "company_across"

Form = TypeVar("Form", CustomerForm, VacancyForm)


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


def keep_draft(key: str, form: CustomerForm | VacancyForm) -> None:
    """Keep what was typed in the form of this key until it is confirmed."""
    session.keep(_DRAFT, {"key": key, "form": asdict(form)})


def forget_draft() -> None:
    """It was saved, or something else was typed."""
    session.forget(_DRAFT)


def confirm_draft(
    viewer: Viewer,
    key: str,
    kind: type[Form],
    *,
    crossed: Callable[[Work, str], Sequence[TiePreview]],
    save: Callable[[Form, Collection[TiePreview]], None],
) -> None:
    """Under the form of this key: what its draft would make visible, and the way to save it.

    A draft is for the form that still says so: one whose company was typed anew is forgotten.
    """
    draft = session.kept(_DRAFT)
    if draft is None or draft["key"] != key:
        return
    form = kind(**draft["form"])
    if session.typed(f"{key}_company") != form.company:
        forget_draft()
        return
    with shown() as attempt, reading(installation(), viewer) as work:
        ties = crossed(work, form.company)
    if attempt.failed or not ties:
        forget_draft()
        return
    with card("form_across"):
        draw_across(ties)
        with ends("form_across"):
            confirmed = st.button(t("Save all the same"), key="form_across_go")
        if confirmed:
            save(form, ties)
