"""The particulars of a candidate on the edit page, and as staff read them on his page."""

from datetime import date

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.drawn import face_of
from pages.ui.problems import shown
from pages.ui.staff.candidate_languages import ask_letter_language, fill_languages
from pages.ui.text import city, money, on_day, t, zones_to_choose
from pages.ui.words import letter_language, spoken
from services.amounts import CURRENCIES
from services.candidates.particulars import LanguageForm, ParticularsForm, ParticularsView
from services.candidates.views import CandidateView
from services.photos import read

_PHOTOS = ["png", "jpg", "jpeg", "webp"]
_LINES = ("source", "availability", "salary", "time_zone", "letter_language")


def fill_particulars(prefix: str, filled: ParticularsForm | None) -> None:
    """Put a candidate's particulars, or nothing, into the fields."""
    known = filled or ParticularsForm()
    for field in _LINES:
        session.fill(f"{prefix}_{field}", getattr(known, field))
    session.keep(f"{prefix}_zone", known.time_zone)  # offered, under whatever name it has
    session.fill(f"{prefix}_salary_currency", known.salary_currency or CURRENCIES[0])
    session.fill(f"{prefix}_born_on", known.born_on)
    fill_languages(prefix, [(one.language, one.level) for one in known.languages])


def ask_particulars(prefix: str, languages: tuple[LanguageForm, ...]) -> ParticularsForm:
    """Draw the fields; returns what stands in them, with the languages asked for above them."""
    left, right = st.columns(2)
    source = left.text_input(
        t("Source"), key=f"{prefix}_source", placeholder=t("Only staff read this")
    )
    availability = right.text_input(
        t("Availability"), key=f"{prefix}_availability", placeholder=t("Only staff read this")
    )
    left, middle, right = st.columns([2, 1, 2])
    salary = left.text_input(t("Salary expectation"), key=f"{prefix}_salary")
    currency = middle.selectbox(t("Currency"), CURRENCIES, key=f"{prefix}_salary_currency")
    born_on = right.date_input(
        t("Date of birth"),
        key=f"{prefix}_born_on",
        value=None,
        min_value=date(1900, 1, 1),
        format="DD.MM.YYYY",
    )
    names = {"": t("unknown")} | zones_to_choose(session.kept(f"{prefix}_zone", ""))
    left, right = st.columns(2)
    time_zone = left.selectbox(
        t("Time zone"),
        list(names),
        key=f"{prefix}_time_zone",
        format_func=names.__getitem__,
        help=t("Letters about interviews then say the time by the candidate’s own clock."),
    )
    with right:
        written_in = ask_letter_language(prefix)
    st.html(
        m.quiet(t("Customers read salary and age only where a vacancy says so under Edit Job."))
    )
    return ParticularsForm(
        source, availability, salary, currency, born_on, languages, time_zone, written_in
    )


def ask_photo(prefix: str, one_id: int, filled: ParticularsView, *, seen: bool) -> bytes | None:
    """The photo, a place for another one, and taking it away; saved with the page.

    `seen`: by customers from whom contacts are hidden, too.
    """
    st.html(m.section(t("Photo")))
    if filled.photo:
        st.html(m.avatar(m.Person(one_id, "", photo=face_of(one_id, filled.photo)), size="xl"))
    with st.container(key=f"upload_{prefix}_photo"):
        file = st.file_uploader(t("Photo"), type=_PHOTOS, key=f"{prefix}_photo")
    who = (
        t("Customers see the photo.")
        if seen
        else t(
            "Customers from whom contacts are hidden do not see it: so it is chosen below, at "
            "the resume for customers."
        )
    )
    kept_as = t("PNG, JPEG or WebP up to 5 MB; only the picture itself is kept.")
    st.html(m.quiet(f"{kept_as} {who}"))
    away = bool(filled.photo) and st.checkbox(t("Take the photo away"), key=f"{prefix}_photo_away")
    if file is None:
        return b"" if away else None
    kept = session.kept(f"{prefix}_photo_drawn")
    if kept is None or kept[0] != file.file_id:
        with shown() as attempt:
            kept = (file.file_id, read(file.getvalue()))
        if attempt.failed:
            return None
        session.keep(f"{prefix}_photo_drawn", kept)
    drawn: bytes = kept[1]
    return drawn


def particulars_box(one: CandidateView, filled: ParticularsView) -> Markup:
    """What staff read of them under the résumé; nothing where nothing is known."""
    years = one.experience_years
    known = [
        (t("Patronymic"), one.patronymic),
        (t("Years of work"), "" if years is None else str(years)),
        (t("Languages"), ", ".join(spoken(one) for one in filled.languages)),
        (t("Salary expectation"), money(filled.salary)),
        (t("Availability"), filled.availability),
        (t("Time zone"), city(filled.time_zone) if filled.time_zone else ""),
        (t("Language of letters"), letter_language(filled.letter_language)),
        (t("Age"), _age(filled)),
        (t("Source"), filled.source),
    ]
    said = [(name, value) for name, value in known if value]
    return m.section(t("Particulars")) + m.pairs(said) if said else Markup("")


def _age(filled: ParticularsView) -> str:
    if filled.age is None or filled.born_on is None:
        return ""
    return f"{filled.age} ({on_day(filled.born_on)})"
