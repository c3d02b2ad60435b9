"""Somebody of the base who came in again: what he brought is put into his own page."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import line
from pages.ui.text import on_day, t
from pages.ui.words import letter_language
from services.candidates.forms import CandidateForm
from services.candidates.resumes import ReceivedFile
from services.candidates.updating import Merged, Offer, merged
from services.ids import key_text
from services.viewer import Viewer
from services.work import reading

_KEPT = "came_again"


@dataclass(frozen=True)
class CameAgain:
    """What was typed or read of him, the file, and the vacancy he came for."""

    candidate_id: int
    form: CandidateForm
    file: ReceivedFile | None
    vacancy_id: int | None


def carry_over(came: CameAgain) -> None:
    """On to his own page, with all of it."""
    session.keep(_KEPT, came)
    st.switch_page("staff/candidate_edit.py", query_params={"id": key_text(came.candidate_id)})


def carried(candidate_id: int) -> CameAgain | None:
    """What was carried over to this candidate's page, once."""
    came: CameAgain | None = session.kept(_KEPT)
    if came is None or came.candidate_id != candidate_id:
        return None
    session.forget(_KEPT)
    return came


def together(viewer: Viewer, came: CameAgain) -> Merged:
    """The candidate with what he brought, and what is left to choose."""
    with reading(installation(), viewer) as work:
        return merged(work, candidate_id=came.candidate_id, form=came.form)


def draw_offers(prefix: str, offers: tuple[Offer, ...]) -> None:
    """Say what has been added, and offer the fields that are filled differently."""
    st.html(
        m.banner(
            t("What came in has been added below. Nothing is saved before you save the changes."),
            tone="night",
            symbol="update",
        )
    )
    if not offers:
        return
    names = field_names()
    st.html(
        m.section(t("Filled differently"))
        + m.beside(
            t("In the base"),
            t("Came in"),
            [
                m.Pair(
                    names[one.field],
                    shown_value(one.field, one.ours),
                    shown_value(one.field, one.theirs),
                )
                for one in offers
            ],
        )
    )
    with line(f"{prefix}_offers"):
        for one in offers:
            st.button(
                t("Take: {field}", field=names[one.field]),
                key=f"{prefix}_take_{one.field}",
                help=shown_value(one.field, one.theirs),
                on_click=_take,
                args=(prefix, one),
            )


def _take(prefix: str, one: Offer) -> None:
    session.fill(f"{prefix}_{one.field}", one.theirs)


def shown_value(field: str, value: Any) -> str:  # noqa: ANN401 - texts, numbers, days
    """A field's value as a text."""
    if field == "letter_language":
        return letter_language(value)
    return on_day(value) if hasattr(value, "isoformat") else str(value)


def field_names() -> dict[str, str]:
    """The fields of a candidate as his page calls them."""
    return {
        "first_name": t("First name"),
        "last_name": t("Last name"),
        "patronymic": t("Patronymic"),
        "headline": t("Headline"),
        "city": t("City"),
        "experience_years": t("Years of work"),
        "source": t("Source"),
        "availability": t("Availability"),
        "salary": t("Salary expectation"),
        "born_on": t("Date of birth"),
        "time_zone": t("Time zone"),
        "letter_language": t("Language of letters"),
        "photo": t("Photo"),
        "languages": t("Languages"),
        "skills": t("Skills"),
        "categories": t("Categories"),
        "contacts": t("Contacts"),
    }
