"""Which letters one looks for; kept in the address, so that the link can be sent."""

from urllib.parse import urlencode

import streamlit as st

from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import line
from pages.ui.mail_words import letter_states
from pages.ui.opened import maybe_key
from pages.ui.text import t
from services.ids import key_text
from services.mail.archive import STATES, LetterFilter, vacancies_of_letters
from services.viewer import Viewer
from services.work import reading

_WORDS, _STATE, _VACANCY = "letters_search", "letters_state", "letters_vacancy"


def ask_filter(viewer: Viewer) -> LetterFilter:
    """Draw the filters as the address has them; what is chosen goes back into the address."""
    only = _in_address()
    with reading(installation(), viewer) as work:
        vacancies = dict(vacancies_of_letters(work))
    _fill(only, set(vacancies))
    names = letter_states()
    with line("letters"):
        st.text_input(
            t("Search"),
            key=_WORDS,
            on_change=_chosen,
            width=240,
            label_visibility="collapsed",
            icon=":material/search:",
            placeholder=t("Name or e-mail"),
        )
        st.selectbox(
            t("State"),
            ["", *STATES],
            key=_STATE,
            on_change=_chosen,
            width=180,
            label_visibility="collapsed",
            placeholder=t("Any state"),
            format_func=lambda state: names.get(state, t("Any state")),
        )
        st.selectbox(
            t("Vacancy"),
            [0, *vacancies],
            key=_VACANCY,
            on_change=_chosen,
            width=240,
            label_visibility="collapsed",
            placeholder=t("Any vacancy"),
            format_func=lambda key: vacancies.get(key, t("Any vacancy")),
        )
    return only


def query_of(only: LetterFilter) -> str:
    """The filter as it stands in an address."""
    return urlencode(_values(only))


def _in_address() -> LetterFilter:
    state = st.query_params.get("state", "")
    return LetterFilter(
        person_id=maybe_key("person"),
        candidate_id=maybe_key("candidate"),
        search=st.query_params.get("q", ""),
        state=state if state in STATES else "",
        vacancy_id=maybe_key("vacancy"),
    )


def _values(only: LetterFilter) -> dict[str, str]:
    found = {
        "person": key_text(only.person_id) if only.person_id else "",
        "candidate": key_text(only.candidate_id) if only.candidate_id else "",
        "q": only.search,
        "state": only.state,
        "vacancy": key_text(only.vacancy_id) if only.vacancy_id else "",
    }
    return {name: value for name, value in found.items() if value}


def _fill(only: LetterFilter, vacancies: set[int]) -> None:
    """Widgets show what the address says: it may have come with a link."""
    session.fill(_WORDS, only.search)
    session.fill(_STATE, only.state)
    session.fill(_VACANCY, only.vacancy_id if only.vacancy_id in vacancies else 0)


def _chosen() -> None:
    """Put what was chosen into the address."""
    only = LetterFilter(
        person_id=maybe_key("person"),
        candidate_id=maybe_key("candidate"),
        search=session.typed(_WORDS, "").strip(),
        state=session.typed(_STATE, ""),
        vacancy_id=session.typed(_VACANCY, 0) or None,
    )
    st.query_params.from_dict(_values(only))
