"""Edit applicant’s profile: everything about a candidate, one button to save it all."""

from dataclasses import replace

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends, narrow
from pages.ui.opened import maybe_key
from pages.ui.problems import opening, sentences, shown
from pages.ui.staff.candidate_fields import are_filled, ask_candidate, fill_fields
from pages.ui.staff.candidate_particulars import ask_particulars, ask_photo, fill_particulars
from pages.ui.staff.candidate_resume import ask_resume, file_to_read, forget_resume
from pages.ui.staff.edit_visit import Visit, settle
from pages.ui.text import t
from services.candidates.forms import CandidateForm, edit
from services.candidates.intake import take_in
from services.candidates.particulars import ParticularsView, particulars
from services.candidates.resumes import ReceivedFile
from services.candidates.views import CandidateView, candidate
from services.candidates.vocabulary import Terms, vocabulary
from services.errors import CandelaError
from services.ids import key_text
from services.permissions import Permission
from services.vacancies.views import vacancy
from services.work import perform, reading

viewer = guard.require(Permission.CANDIDATES_MANAGE)


def leave(candidate_id: int) -> None:
    """Saved: on to the candidate's page."""
    st.switch_page("staff/candidate.py", query_params={"id": key_text(candidate_id)})


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
    if not are_filled(prefix):
        forget_resume(prefix)
        fill_particulars(prefix, None)
        fill_fields(prefix, None)
    file = file_to_read(prefix)
    form = ask_candidate(prefix, words)
    with st.expander(t("More about the candidate"), key="candidate_new_more"):
        form = replace(form, particulars=ask_particulars(prefix))
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


def draw_edit(one: CandidateView, more: ParticularsView, words: Terms) -> None:
    """The edit page of a candidate: the fields, further down the résumé."""
    prefix = f"candidate_{key_text(one.id)}"
    if not are_filled(prefix):
        session.keep(f"{prefix}_visit", Visit(one.version))
        forget_resume(prefix)
        fill_particulars(prefix, more)
        fill_fields(prefix, one)
    visit: Visit = session.kept(f"{prefix}_visit")
    trail = m.crumbs(
        [(t("Candidates"), "/candidates"), (one.name, f"/candidate?id={key_text(one.id)}")]
    )
    st.html(m.title(t("Edit applicant’s profile"), line=trail))
    form = ask_candidate(prefix, words)
    st.html(m.section(t("More about the candidate")))
    form = replace(form, particulars=ask_particulars(prefix))
    photo = ask_photo(prefix, one.id, more)
    st.html(m.section(t("Resume"), place="resume"))
    file = file_to_read(prefix)
    resume = ask_resume(prefix, one)
    place = st.container(key="candidate_edit_problem")
    with ends("candidate_edit"):
        settle(visit)
    if visit.saved and visit.resume == resume:
        # The editor has called back the page that is being left: the browser still stood on it.
        leave(one.id)
    if visit.saved or visit.press:
        with place, shown() as attempt:
            save(visit, one, form, resume, file, photo=photo)
        if not attempt.failed:
            leave(one.id)
    elif visit.refusal is not None:
        with place:
            st.html(m.form_error(*sentences(visit.refusal)))


def save(
    visit: Visit,
    one: CandidateView,
    form: CandidateForm,
    resume: str | None,
    file: ReceivedFile | None,
    *,
    photo: bytes | None,
) -> None:
    """Save it all; a word of the editor that came too late for that is saved after it."""
    house = installation()
    again = visit.saved
    visit.press, visit.saved = "", False  # from here to the end nothing can cut the run short
    if again:
        visit.version = one.version
    try:
        perform(
            house,
            viewer,
            edit,
            candidate_id=one.id,
            form=form,
            version=visit.version,
            resume_html=resume,
            file=None if again else file,
            photo=None if again else photo,
        )
    except CandelaError as error:
        visit.refusal = error
        raise
    visit.saved, visit.resume = True, resume


opened = maybe_key("id")
with narrow("candidate_edit"), opening(t("Candidates"), "/candidates"):
    with reading(installation(), viewer) as asked:
        known = vocabulary(asked)
        found = None if opened is None else candidate(asked, candidate_id=opened)
        more = None if opened is None else particulars(asked, candidate_id=opened)
    if found is None or more is None:
        draw_new(known)
    else:
        draw_edit(found, more, known)
