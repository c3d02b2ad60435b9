"""A candidate presented to me: résumé, notes, the next stage."""

import streamlit as st

from pages.ui import guard, undo
from pages.ui import markup as m
from pages.ui.corrections import draw_words, offer_correction
from pages.ui.drawn import as_files, contact_ways, face_of, resume_sheet, stage_label
from pages.ui.installed import installation
from pages.ui.interviews.asked import open_asked
from pages.ui.interviews.of_application import draw_interviews
from pages.ui.layout import line, split
from pages.ui.moving import choose_stage
from pages.ui.notes import draw_notes
from pages.ui.opened import key_in_address, maybe_key
from pages.ui.problems import opening
from pages.ui.text import day, money, t
from pages.ui.told import read_what_was_told
from pages.ui.words import spoken
from services.applications.opening import open_for_the_first_time, opened
from services.applications.views import ApplicationView, of_candidate
from services.candidates.attachments import OpenedAttachment, opened_attachments
from services.candidates.particulars import ParticularsView, particulars
from services.candidates.views import CandidateView, candidate
from services.ids import key_text
from services.permissions import Permission
from services.work import perform_aside, reading

viewer = guard.require(Permission.CANDIDATES_READ)


def draw_head(one: CandidateView, more: ParticularsView, here: ApplicationView) -> None:
    """The way back, the name, the stage with the choice of the next one."""
    way_back = m.back(here.vacancy, f"/vacancy?id={key_text(here.vacancy_id)}")
    line_ = " · ".join(part for part in (one.headline, one.city) if part)
    under = [stage_label(here.stage), m.quiet(t("moved {day}", day=day(here.moved_at)))]
    if more.age is not None:
        under.append(m.chip(t("age: {years}", years=more.age)))
    if more.salary.is_named:
        under.append(m.chip(t("expects {amount}", amount=money(more.salary))))
    st.html(
        way_back
        + m.candidate_head(
            m.Person(one.id, one.name, line_, photo=face_of(one.id, more.photo)),
            ways=contact_ways(one.contacts),
            under=under,
        )
    )
    if here.closed:
        st.html(
            m.banner(t("This vacancy is closed. It can be read, but not changed."), symbol="lock")
        )
        return
    with line("stand"):
        st.html(m.quiet(t("Move to another stage:")), width="content")
        choose_stage(viewer, here)


def draw_attachments(opened_to_me: list[OpenedAttachment]) -> None:
    """What the recruiter opened beside the resume; where contacts are hidden, its text as PDF."""
    if not opened_to_me:
        return
    ways = (
        m.button_link(
            one.name,
            f"/files/attachments/{key_text(one.id)}",
            symbol="picture_as_pdf" if one.remade else "attach_file",
            download=True,
        )
        for one in opened_to_me
    )
    st.html(m.section(t("Attachments")) + m.files(ways))


def draw_resume(
    one: CandidateView,
    more: ParticularsView,
    here: ApplicationView,
    beside: list[OpenedAttachment],
) -> None:
    """The résumé as it may be read here, skills, the original where contacts are open."""
    st.html(
        as_files(one.resume, f"/resumes/{key_text(here.id)}")
        + resume_sheet(one.resume, to_be_had=more.original_open)
    )
    draw_words(one)
    offer_correction(one, here)
    if more.languages:
        languages = m.chips((spoken(language) for language in more.languages), tone="line")
        st.html(m.section(t("Languages")) + languages)
    draw_attachments(beside)
    if one.original is not None and more.original_open:
        st.html(
            m.button_link(
                t("Download the original"),
                f"/files/{key_text(one.original.id)}",
                symbol="download",
                download=True,
            )
        )


def draw(one: CandidateView, here: ApplicationView) -> None:
    """The page, within the vacancy the address names (else the one that moved last)."""
    with reading(installation(), viewer) as work_:
        seen = opened(work_, application_id=here.id)
    if not seen:
        perform_aside(installation(), viewer, open_for_the_first_time, application_id=here.id)
    with reading(installation(), viewer) as work_:
        more = particulars(work_, candidate_id=one.id, application_id=here.id)
        files = opened_attachments(work_, application_id=here.id)
    draw_head(one, more, here)
    matter, beside = split("candidate")
    with matter:
        draw_resume(one, more, here, files)
    with beside:
        draw_interviews(viewer, here)
        draw_notes(viewer, candidate_id=one.id, application_id=here.id, closed=here.closed)
    undo.draw(viewer)
    open_asked(viewer)


read_what_was_told(viewer)
with (
    opening(t("My vacancies"), "/vacancies") as attempt,
    reading(installation(), viewer) as work,
):
    asked, key = maybe_key("app"), key_in_address("id")
    theirs = of_candidate(work, candidate_id=key)
    place = next((one for one in theirs if one.id == asked), theirs[0])
    found = candidate(work, candidate_id=key, vacancy_id=place.vacancy_id)
if not attempt.failed:
    draw(found, place)
