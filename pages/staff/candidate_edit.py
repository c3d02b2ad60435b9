"""Edit applicant’s profile: everything about a candidate, one button to save it all."""

import time
from dataclasses import dataclass

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends, narrow
from pages.ui.opened import maybe_key
from pages.ui.problems import opening, shown
from pages.ui.staff.candidate_fields import ask_candidate, fill_fields
from pages.ui.staff.candidate_resume import ask_resume, file_to_read, forget_resume
from pages.ui.text import t
from services.candidates.forms import edit
from services.candidates.intake import take_in
from services.candidates.views import CandidateView, candidate
from services.candidates.vocabulary import Terms, vocabulary
from services.ids import key_text
from services.permissions import Permission
from services.vacancies.views import vacancy
from services.work import perform, reading

viewer = guard.require(Permission.CANDIDATES_MANAGE)
_EDITOR_SECONDS = 0.4


def leave(candidate_id: int) -> None:
    """Saved: on to the candidate's page."""
    st.switch_page("staff/candidate.py", query_params={"id": key_text(candidate_id)})


def pressed_name(prefix: str) -> str:
    """Under which the press of Save Changes is kept until it is acted on."""
    return f"{prefix}_pressed"


@dataclass(frozen=True)
class Saved:
    """What was saved on this visit: the résumé for customers as the editor had it then.

    A word of the editor that comes in after the save calls the page back that is being left, for
    the browser still stands on it: then we leave once more, with that word saved as well.
    """

    resume: str | None


def saved_name(prefix: str) -> str:
    """Under which is kept what was saved on this visit."""
    return f"{prefix}_saved"


def pressed(prefix: str) -> bool:
    """The button Save Changes: whether to save now, with all that was typed before the press.

    The editor speaks up 0.2 s after the last key, and what it says begins a new run: a press that
    is only read where the button stands would be lost with the run before. So it is noted first
    of all, and acted on once the editor has had its last word.
    """
    name = pressed_name(prefix)
    st.button(
        t("Save Changes"),
        key="candidate_edit_save",
        type="primary",
        on_click=session.keep,
        args=(name, "just now"),
    )
    if session.kept(name) == "just now":
        session.keep(name, "settled")
        time.sleep(_EDITOR_SECONDS)
        st.rerun()
    return session.kept(name) is not None


def draw_new(words: Terms) -> None:
    """A new candidate, from a file or by hand, linked at once where a vacancy is named."""
    vacancy_id = maybe_key("vacancy")
    trail, about = [(t("Candidates"), "/candidates")], ""
    if vacancy_id is not None:
        with reading(installation(), viewer) as work:
            name = vacancy(work, vacancy_id=vacancy_id).title
        trail = [(name, f"/vacancy?id={key_text(vacancy_id)}")]
        about = t("For “{vacancy}”, seen only by staff until presented.", vacancy=name)
    about = about or t("Name and contacts are proposed from the file; check them and save.")
    here = m.crumbs([*trail, (t("New candidate"), "")])
    st.html(m.title(t("New candidate"), line=here) + m.quiet(about))
    prefix = "candidate_new"
    if fill_fields(prefix, None):
        forget_resume(prefix)
    file = file_to_read(prefix)
    form = ask_candidate(prefix, words)
    if file is not None and file.document.readable:
        with st.expander(t("The text of the file"), key="candidate_new_text"):
            st.html(m.words(file.document.text))
    place = st.container(key="candidate_new_problem")
    with ends("candidate_new"):
        go = st.button(t("Add candidate"), key="candidate_new_save", type="primary")
    if go:
        with place, shown() as attempt:
            made = perform(
                installation(), viewer, take_in, form=form, file=file, vacancy_id=vacancy_id
            )
        if not attempt.failed:
            leave(made)


def draw_edit(one: CandidateView, words: Terms) -> None:
    """The edit page of a candidate: the fields, further down the résumé."""
    prefix = f"candidate_{key_text(one.id)}"
    if fill_fields(prefix, one):
        # What the reader saw when he began: somebody else's save in between is a conflict.
        session.keep(f"{prefix}_version", one.version)
        session.forget(pressed_name(prefix), saved_name(prefix))
        forget_resume(prefix)
    trail = m.crumbs(
        [(t("Candidates"), "/candidates"), (one.name, f"/candidate?id={key_text(one.id)}")]
    )
    st.html(m.title(t("Edit applicant’s profile"), line=trail))
    form = ask_candidate(prefix, words)
    st.html(m.section(t("Resume"), place="resume"))
    file = file_to_read(prefix)
    resume = ask_resume(prefix, one)
    place = st.container(key="candidate_edit_problem")
    with ends("candidate_edit"):
        go = pressed(prefix)
    saved = session.kept(saved_name(prefix))
    if saved is not None and saved.resume == resume:
        leave(one.id)
    if go or saved is not None:
        with place, shown() as attempt:
            # Not before: the editor's last word may still cut this run short.
            session.forget(pressed_name(prefix), saved_name(prefix))
            perform(
                installation(),
                viewer,
                edit,
                candidate_id=one.id,
                form=form,
                version=one.version if saved else session.kept(f"{prefix}_version", one.version),
                resume_html=resume,
                file=None if saved else file,
            )
        if not attempt.failed:
            session.keep(saved_name(prefix), Saved(resume))
            leave(one.id)


opened = maybe_key("id")
with narrow("candidate_edit"), opening(t("Candidates"), "/candidates"):
    with reading(installation(), viewer) as asked:
        known = vocabulary(asked)
        found = None if opened is None else candidate(asked, candidate_id=opened)
    if found is None:
        draw_new(known)
    else:
        draw_edit(found, known)
