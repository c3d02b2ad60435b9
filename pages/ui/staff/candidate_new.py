"""A new candidate: from a file, from pasted text or by hand, linked where a vacancy is named."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.found_again import find_again, keep_typed
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.opened import maybe_key
from pages.ui.problems import shown
from pages.ui.staff.came_again import CameAgain, carry_over
from pages.ui.staff.candidate_fields import are_filled, ask_candidate, fill_fields, make_room
from pages.ui.staff.candidate_intake import file_to_read, take_proposals
from pages.ui.staff.candidate_languages import ask_languages
from pages.ui.staff.candidate_particulars import ask_particulars, fill_particulars
from pages.ui.staff.candidate_resume import forget_resume
from pages.ui.staff.candidate_twins import draw_twins, like_new, reason_words
from pages.ui.text import t
from services.candidates.duplicates import Duplicate
from services.candidates.forms import CandidateForm
from services.candidates.intake import take_in
from services.candidates.resumes import ReceivedFile
from services.candidates.vocabulary import Terms
from services.drafts import form_place
from services.errors import Duplicate as IsThere
from services.ids import key_text
from services.vacancies.views import vacancy
from services.viewer import Viewer
from services.work import perform, reading

_PREFIX = "candidate_new"
_SHOWN = f"{_PREFIX}_twins_shown"


def draw_new(viewer: Viewer, words: Terms) -> int | None:
    """Draw the page; returns the candidate once he is saved."""
    vacancy_id = maybe_key("vacancy")
    title = _draw_head(viewer, vacancy_id)
    typed_at = form_place("new_candidate", vacancy_id or 0)
    if not are_filled(_PREFIX):
        forget_resume(_PREFIX)
        fill_particulars(_PREFIX, None)
        fill_fields(_PREFIX, None)
        session.forget(_SHOWN)
        find_again(viewer, typed_at, f"{_PREFIX}_")
        make_room(_PREFIX)
    take_proposals(_PREFIX)
    file = file_to_read(_PREFIX, words.skills)
    said = st.container(key="candidate_new_twins_said")
    form, languages = ask_candidate(_PREFIX, words), ask_languages(_PREFIX)
    with st.expander(t("More about the candidate"), key="candidate_new_more"):
        form = replace(form, particulars=ask_particulars(_PREFIX, languages))
    if file is not None and file.document.readable:
        with st.expander(t("The text of the file"), key="candidate_new_text"):
            st.html(m.words(file.document.text))
    keep_typed(typed_at, f"{_PREFIX}_")
    twins = like_new(viewer, form)
    if file is not None and twins:
        # Below the file, where the reader looks now; what is compared stands above the buttons.
        with said:
            st.html(_said(twins[0]))
    chosen = None
    if twins:
        name = file.name if file is not None else ""
        chosen = draw_twins(
            viewer,
            _PREFIX,
            twins,
            form,
            file_name=name,
            vacancy=title,
            vacancy_id=vacancy_id,
        )
    place = st.container(key="candidate_new_problem")
    go = _ask(vacancy_id, twins)
    if chosen is not None:
        carry_over(CameAgain(chosen, form, file, vacancy_id))
    if not go:
        return None
    with place:
        return _save(viewer, form, file, vacancy_id, twins)


def _draw_head(viewer: Viewer, vacancy_id: int | None) -> str:
    """Where the page stands; returns the vacancy's title, "" without one."""
    trail, about, name = [(t("Candidates"), "/candidates")], "", ""
    if vacancy_id is not None:
        with reading(installation(), viewer) as work:
            name = vacancy(work, vacancy_id=vacancy_id).title
        trail = [(name, f"/vacancy?id={key_text(vacancy_id)}")]
        about = t("For “{vacancy}”, seen only by staff until presented.", vacancy=name)
    about = about or t("Name and contacts are proposed from the file; check them and save.")
    here = m.crumbs([*trail, (t("New candidate"), "")])
    st.html(m.title(t("New candidate"), line=here) + m.quiet(about))
    return name


def _said(twin: Duplicate) -> Markup:
    reasons = ", ".join(map(reason_words, twin.reasons))
    words = t("Perhaps in the base already: {name} ({reasons}).", name=twin.name, reasons=reasons)
    action = m.link(t("Compare"), f"#{_PREFIX}_twins")
    return m.banner(words, tone="night", symbol="compare", action=action)


def _ask(vacancy_id: int | None, twins: list[Duplicate]) -> bool:
    """The buttons; whether the reader, who has seen everybody alike, wants a new candidate."""
    seen = session.kept(_SHOWN, frozenset())
    ids = frozenset(one.candidate_id for one in twins)
    session.keep(_SHOWN, ids)
    with ends(_PREFIX):
        if not twins:
            return st.button(t("Add candidate"), key="candidate_new_save", type="primary")
        if st.button(t("Skip: add nobody"), key="candidate_new_skip"):
            if vacancy_id is not None:
                st.switch_page("staff/vacancy.py", query_params={"id": key_text(vacancy_id)})
            st.switch_page("staff/candidates.py")
        # A press that was meant before somebody else came into view adds nobody.
        return (
            st.button(t("Add as a new candidate"), key="candidate_new_anyway", type="primary")
            and ids <= seen
        )


def _save(
    viewer: Viewer,
    form: CandidateForm,
    file: ReceivedFile | None,
    vacancy_id: int | None,
    twins: list[Duplicate],
) -> int | None:
    """Save; where somebody was quicker, this very moment, the page shows whom he has added."""
    with shown():
        try:
            return perform(
                installation(),
                viewer,
                take_in,
                form=form,
                file=file,
                vacancy_id=vacancy_id,
                aware_of=[one.candidate_id for one in twins],
            )
        except IsThere as error:
            if error.fields.get("what") != "candidate":
                raise
            st.rerun()
    return None
