"""The edit page of a candidate: the fields, further down the résumé, one button for it all."""

from dataclasses import replace
from typing import Any

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.found_again import find_again, keep_typed
from pages.ui.installed import installation
from pages.ui.layout import ends, narrow
from pages.ui.meanwhile import THEIRS, chosen_form, draw_meanwhile
from pages.ui.problems import sentences, shown
from pages.ui.staff.came_again import (
    carried,
    draw_offers,
    field_names,
    shown_value,
    together,
)
from pages.ui.staff.candidate_fields import are_filled, ask_candidate, fill_fields, make_room
from pages.ui.staff.candidate_intake import CARRIED, file_to_read, take_proposals
from pages.ui.staff.candidate_languages import ask_languages
from pages.ui.staff.candidate_particulars import ask_particulars, ask_photo, fill_particulars
from pages.ui.staff.candidate_resume import ask_resume, forget_resume
from pages.ui.staff.candidate_twins import draw_twins, like_changed
from pages.ui.staff.edit_visit import Visit, draw_save
from pages.ui.staff.left_out import choices_of, chosen
from pages.ui.staff.resume_desk import ResumeEdit
from pages.ui.staff.seen_already import say_whom_it_saw
from pages.ui.text import t
from pages.ui.words import spoken
from services.amounts import CURRENCIES
from services.candidates.forms import CandidateForm
from services.candidates.intake import update
from services.candidates.particulars import LanguageView, ParticularsView
from services.candidates.resumes import OriginalView, ReceivedFile
from services.candidates.updating import as_form
from services.candidates.views import CandidateView
from services.candidates.vocabulary import Terms
from services.conflicts import Clash, Merge, three_ways
from services.drafts import form_place
from services.errors import CandelaError, Conflict
from services.ids import key_text
from services.markup import plain_text
from services.resumes.versions import MadeFor
from services.viewer import Viewer
from services.work import perform

_SHOWN_OF_A_RESUME = 600


def draw_edit(
    viewer: Viewer,
    one: CandidateView,
    more: ParticularsView,
    words: Terms,
    *,
    received: list[OriginalView],
    places: list[MadeFor],
) -> int | None:
    """Draw the page; returns the candidate once all is saved."""
    prefix = f"candidate_{key_text(one.id)}"
    stands = _as_shown(as_form(one, more))
    saved_at = tuple(place.version and place.version.saved_at for place in places)
    if not are_filled(prefix):
        _begin(viewer, prefix, one, stands, saved_at)
    visit: Visit = session.kept(f"{prefix}_visit")
    if stands == visit.begun and saved_at == visit.resume_at:
        visit.version = one.version  # what was saved meanwhile stands in no field of this page
    trail = m.crumbs(
        [(t("Candidates"), "/candidates"), (one.name, f"/candidate?id={key_text(one.id)}")]
    )
    st.html(m.title(t("Edit applicant’s profile"), line=trail))
    choices = choices_of(viewer, prefix, one.id)
    take_proposals(prefix)
    with narrow("candidate_edit"):
        if visit.came is not None:
            draw_offers(prefix, visit.offers)
            say_whom_it_saw(viewer, visit.came.vacancy_id, [one.id])
        form, languages = ask_candidate(prefix, words), ask_languages(prefix)
        st.html(m.section(t("More about the candidate")))
        form = replace(form, particulars=ask_particulars(prefix, languages))
        photo = ask_photo(prefix, one.id, more, seen=not choices.now.photo)
        st.html(m.section(t("Resume"), place="resume"))
        file = file_to_read(prefix, words.skills)
    with st.container(key="resume_edit"):
        resume = ask_resume(viewer, choices, one, received, places)
    visit.heed(resume)
    with narrow("candidate_edit_end"):
        keep_typed(form_place("candidate", one.id), f"{prefix}_")
        _say_who_is_like(viewer, prefix, visit, one.id, stands=stands, form=form)
        place = st.container(key="candidate_edit_problem")
        with ends("candidate_edit"):
            draw_save(visit)
    if visit.saved and visit.resume == resume:
        # The editor has called back the page that is being left: the browser still stood on it.
        return one.id
    merge = _merged(visit, form, stands, resume)
    if visit.saved or visit.pressed:
        keeps_theirs = visit.choice == THEIRS and _in_both(merge)
        if visit.choice:
            form = chosen_form(merge, visit.choice)
        with place, shown() as attempt:
            _save(
                viewer,
                visit,
                one,
                form,
                resume=None if keeps_theirs else resume,
                file=file,
                photo=photo,
            )
        if not attempt.failed:
            visit.saved, visit.resume = True, resume
            return one.id
    elif isinstance(visit.refusal, Conflict):
        with place:
            draw_meanwhile(prefix, visit.refusal, merge, _names(), _show, choose=visit.save_chosen)
    elif visit.refusal is not None:
        with place:
            st.html(m.form_error(*sentences(visit.refusal)))
    return None


def _begin(
    viewer: Viewer, prefix: str, one: CandidateView, stands: CandidateForm, resume_at: object
) -> None:
    """A visit begins: with what is stored, and with what came along of one who came in again."""
    visit = Visit(one.version, stands, resume_at, came=carried(one.id))
    forget_resume(prefix)
    filled = stands
    if visit.came is not None:
        merged = together(viewer, visit.came)
        filled, visit.offers = merged.form, merged.offers
        if visit.came.file is not None:
            session.keep(f"{prefix}_read", (CARRIED, visit.came.file))
    session.keep(f"{prefix}_visit", visit)
    fill_particulars(prefix, filled.particulars)
    fill_fields(prefix, filled)
    if visit.came is None:
        find_again(viewer, form_place("candidate", one.id), f"{prefix}_")
        make_room(prefix)


def _as_shown(form: CandidateForm) -> CandidateForm:
    """The form as its fields send it back: a currency is always chosen there."""
    more = form.particulars
    if more is None or more.salary_currency:
        return form
    return replace(form, particulars=replace(more, salary_currency=CURRENCIES[0]))


def _say_who_is_like(
    viewer: Viewer,
    prefix: str,
    visit: Visit,
    candidate_id: int,
    *,
    stands: CandidateForm,
    form: CandidateForm,
) -> None:
    twins = like_changed(viewer, candidate_id, stands, form)
    visit.twins = frozenset(one.candidate_id for one in twins)
    if twins:
        draw_twins(viewer, prefix, twins, form, offer_update=False)


def _merged(
    visit: Visit, form: CandidateForm, stands: CandidateForm, resume: ResumeEdit | None
) -> Merge[CandidateForm]:
    merge = three_ways(visit.begun, form, stands)
    if resume is None or not resume.stale:
        return merge
    texts = (plain_text(text)[:_SHOWN_OF_A_RESUME] for text in (resume.html, resume.theirs))
    return replace(merge, clashes=(*merge.clashes, Clash("resume", *texts)))


def _in_both(merge: Merge[CandidateForm]) -> bool:
    return any(clash.field == "resume" for clash in merge.clashes)


def _save(
    viewer: Viewer,
    visit: Visit,
    one: CandidateView,
    form: CandidateForm,
    *,
    resume: ResumeEdit | None,
    file: ReceivedFile | None,
    photo: bytes | None,
) -> None:
    """Save it all; a word of the editor that came too late for that is saved after it."""
    house = installation()
    again = visit.saved
    visit.pressed, visit.saved = False, False  # from here to the end nothing can cut the run short
    if again:
        visit.version = one.version
    try:
        perform(
            house,
            viewer,
            update,
            candidate_id=one.id,
            form=form,
            version=visit.version,
            resume_html=resume.html if resume else None,
            copied_from=resume.copied_from if resume else None,
            resume_for=resume.vacancy_id if resume else None,
            not_contacts=resume.not_contacts if resume else (),
            left_out=chosen(f"candidate_{key_text(one.id)}"),
            file=None if again else file,
            photo=None if again else photo,
            vacancy_id=visit.came.vacancy_id if visit.came else None,
            came_again=visit.came is not None,
            aware_of=visit.knew,
        )
    except CandelaError as error:
        visit.refusal = error
        if isinstance(error, Conflict):
            st.rerun()  # what the other one saved is read anew, and shown beside it
        raise


def _names() -> dict[str, str]:
    return field_names() | {"resume": t("Resume for customers"), "salary_currency": t("Currency")}


def _show(field: str, value: Any) -> str:  # noqa: ANN401 - whatever stands in a field
    """A field's value as a text."""
    if field == "contacts":
        return ", ".join(one.value for one in value)
    if field == "languages":
        return ", ".join(spoken(LanguageView(one.language, one.level)) for one in value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else shown_value(field, value)
