"""The fields of a candidate: name, headline, contacts row by row, skills."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.staff.candidate_places import say_where
from pages.ui.text import t
from pages.ui.words import contact_kind
from services.candidates.forms import CONTACT_KINDS, CandidateForm, ContactForm
from services.candidates.vocabulary import Terms

_LINES = ("first_name", "last_name", "patronymic", "headline", "city")
_MOST_YEARS = 70


def are_filled(prefix: str) -> bool:
    """Whether the fields have been filled on this visit."""
    return session.typed(f"{prefix}_first_name") is not None


def fill_fields(prefix: str, filled: CandidateForm | None) -> None:
    """Put a candidate, or nothing, into the fields; the one `are_filled` looks at comes last."""
    session.fill(f"{prefix}_skills", list(filled.skills) if filled else [])
    session.fill(f"{prefix}_categories", list(filled.categories) if filled else [])
    fill_contacts(prefix, [(one.kind, one.value) for one in filled.contacts] if filled else [])
    session.fill(f"{prefix}_experience_years", filled.experience_years if filled else None)
    for field in reversed(_LINES):
        session.fill(f"{prefix}_{field}", getattr(filled, field) if filled else "")


def make_room(prefix: str) -> None:
    """As many rows of contacts and languages as have something in them."""
    for rows, field in (("rows", "value"), ("languages", "language")):
        filled = session.kept(f"{prefix}_{rows}", 0)
        while session.typed(f"{prefix}_{field}_{filled}"):
            filled += 1
        session.keep(f"{prefix}_{rows}", filled)


def fill_contacts(prefix: str, contacts: list[tuple[str, str]]) -> None:
    """Put contacts into the rows, and nothing into those below them."""
    for number in range(len(contacts), session.kept(f"{prefix}_rows", 0) + 1):
        session.clear(f"{prefix}_kind_{number}", f"{prefix}_value_{number}")
    for number, (kind, value) in enumerate(contacts):
        session.fill(f"{prefix}_kind_{number}", kind)
        session.fill(f"{prefix}_value_{number}", value)
    session.keep(f"{prefix}_rows", len(contacts))


def typed_contacts(prefix: str) -> list[tuple[str, str]]:
    """The contacts as they stand in the rows."""
    rows = session.kept(f"{prefix}_rows", 0) + 1
    found = [
        (
            session.typed(f"{prefix}_kind_{number}", CONTACT_KINDS[0]),
            session.typed(f"{prefix}_value_{number}", ""),
        )
        for number in range(rows)
    ]
    return [(kind, value) for kind, value in found if value.strip()]


def ask_candidate(prefix: str, words: Terms) -> CandidateForm:
    """Draw the fields; returns what stands in them."""
    # Lines of columns: on a phone the fields then follow each other as they are read.
    left, right = st.columns(2)
    with left:
        first = _ask_line(prefix, "first_name", t("First name"))
    with right:
        last = _ask_line(prefix, "last_name", t("Last name"))
    left, right = st.columns(2)
    with left:
        headline = _ask_line(prefix, "headline", t("Headline"), t("Senior accountant, IFRS"))
    with right:
        city = _ask_line(prefix, "city", t("City"))
    left, right = st.columns(2)
    with left:
        patronymic = _ask_line(prefix, "patronymic", t("Patronymic"))
    with right:
        years = st.number_input(
            t("Years of work"),
            min_value=0,
            max_value=_MOST_YEARS,
            step=1,
            key=f"{prefix}_experience_years",
        )
        say_where(prefix, "experience_years")
    st.html(m.section(t("Contacts")))
    contacts = _ask_contacts(prefix)
    say_where(prefix, "contacts")
    skills = _ask_words(t("Skills"), f"{prefix}_skills", words.skills)
    say_where(prefix, "skills")
    categories = _ask_words(t("Categories"), f"{prefix}_categories", words.categories)
    return CandidateForm(
        first,
        last,
        headline,
        city,
        contacts,
        tuple(skills),
        tuple(categories),
        patronymic=patronymic,
        experience_years=None if years is None else int(years),
    )


def _ask_line(prefix: str, field: str, label: str, example: str | None = None) -> str:
    """A field of one line; below it the line of the file that it was proposed from."""
    typed = st.text_input(label, key=f"{prefix}_{field}", placeholder=example)
    say_where(prefix, field)
    return typed


def _ask_contacts(prefix: str) -> tuple[ContactForm, ...]:
    """One row per contact and an empty one to go on."""
    filled = len(typed_contacts(prefix))
    rows = max(filled, session.kept(f"{prefix}_rows", 0)) + 1
    session.keep(f"{prefix}_rows", rows - 1)
    found = []
    for number in range(rows):
        left, right = st.columns([1, 3])
        kind = left.selectbox(
            t("Kind"),
            CONTACT_KINDS,
            key=f"{prefix}_kind_{number}",
            format_func=contact_kind,
            label_visibility="collapsed",
        )
        value = right.text_input(
            t("Contact"),
            key=f"{prefix}_value_{number}",
            label_visibility="collapsed",
            placeholder=t("Phone number, address, name"),
        )
        found.append(ContactForm(kind, value))
    return tuple(one for one in found if one.value.strip())


def _ask_words(label: str, key: str, known: tuple[str, ...]) -> list[str]:
    """Words of the vocabulary; a new one may be typed."""
    chosen = session.typed(key) or []
    return st.multiselect(
        label,
        sorted({*known, *chosen}),
        key=key,
        accept_new_options=True,
        filter_mode="contains",  # a new word must not be taken for one that is a little like it
        placeholder=t("Choose or type a new one"),
        select_all=False,
    )
