"""A candidate as a customer sees him: résumé, words, interviews, notes, the next stage."""

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import readonly
from pages.ui.corrections import draw_words, offer_correction
from pages.ui.drawn import as_files, contact_ways, face_of, resume_sheet, stage_label
from pages.ui.installed import installation
from pages.ui.interviews.of_application import draw_interviews
from pages.ui.layout import line, split
from pages.ui.markup.calendars import Way
from pages.ui.moving import choose_stage
from pages.ui.notes import draw_notes
from pages.ui.text import day, money, t
from pages.ui.words import spoken
from services.applications.turning import Neighbour, Place, place_of
from services.applications.views import ApplicationView, of_candidate
from services.candidates.attachments import OpenedAttachment, opened_attachments
from services.candidates.particulars import ParticularsView, particulars
from services.candidates.views import CandidateView, candidate
from services.customers.sides import CandidateSide
from services.ids import key_text
from services.viewer import Viewer
from services.work import Work, reading


@dataclass(frozen=True, slots=True)
class Opened:
    """A candidate, his vacancies that the viewer sees, and the one that he is read in."""

    one: CandidateView
    applications: tuple[ApplicationView, ...]
    here: ApplicationView


def ask(work: Work, candidate_id: int, app: int | None) -> Opened:
    """What the page needs to be there at all, in the application asked for, else the last moved.

    Raises NotFound, NotAllowed.
    """
    found = of_candidate(work, candidate_id=candidate_id)
    here = next((one for one in found if one.id == app), found[0])
    one = candidate(work, candidate_id=candidate_id, vacancy_id=here.vacancy_id)
    return Opened(one, tuple(found), here)


def draw(viewer: Viewer, opened: Opened) -> CandidateSide:
    """The page; returns what it was drawn with."""
    one, here = opened.one, opened.here
    with reading(installation(), viewer) as work:
        more = particulars(work, candidate_id=one.id, application_id=here.id)
        files = tuple(opened_attachments(work, application_id=here.id))
        place = place_of(work, application_id=here.id)
    _draw_head(viewer, one, more, here, place)
    matter, beside = split(readonly.key(viewer, "candidate"))
    with matter:
        _draw_resume(viewer, one, more, here)
        _draw_files(viewer, one, more, files)
    with beside:
        interviews = draw_interviews(viewer, here)
        notes = draw_notes(viewer, candidate_id=one.id, application_id=here.id, closed=here.closed)
    _draw_way_on(viewer, here, place)
    return CandidateSide(
        one, more, opened.applications, here, tuple(interviews), tuple(notes), files, place
    )


def _draw_head(
    viewer: Viewer,
    one: CandidateView,
    more: ParticularsView,
    here: ApplicationView,
    place: Place,
) -> None:
    """The way back and on, the name, the stage with the choice of the next one."""
    way_back = m.back(here.vacancy, _vacancy_of(here), place=_turning(place))
    line_ = " · ".join(part for part in (one.headline, one.city) if part)
    under = [stage_label(here.stage), m.quiet(t("moved {day}", day=day(here.moved_at)))]
    if more.age is not None:
        under.append(m.chip(t("age: {years}", years=more.age)))
    if more.salary.is_named:
        under.append(m.chip(t("expects {amount}", amount=money(more.salary))))
    readonly.show(
        viewer,
        way_back,
        m.candidate_head(
            m.Person(one.id, one.name, line_, photo=face_of(one.id, more.photo)),
            ways=contact_ways(one.contacts),
            under=under,
        ),
    )
    if here.closed:
        st.html(
            m.banner(t("This vacancy is closed. It can be read, but not changed."), symbol="lock")
        )
        return
    with line(readonly.key(viewer, "stand")):
        st.html(m.quiet(t("Move to another stage:")), width="content")
        choose_stage(viewer, here)


def _vacancy_of(here: ApplicationView) -> str:
    return f"/vacancy?id={key_text(here.vacancy_id)}"


def _turning(place: Place) -> Markup | str:
    """Which of how many he is, between the ways to those beside him."""
    if place.found == 1:
        return ""
    return m.turning(
        t("{number} of {count}", number=place.number, count=place.found),
        before=_before(place),
        after=_after(place),
        label=t("Candidates of the vacancy"),
    )


def _draw_way_on(viewer: Viewer, here: ApplicationView, place: Place) -> None:
    """Under all of it, where one has read or written last: the next one, in the end the list."""
    if place.found == 1:
        return
    everybody = t("Candidates of the vacancy")
    after = _after(place) or (everybody, _vacancy_of(here))
    readonly.show(viewer, m.way_on(before=_before(place), after=after, label=everybody))


def _before(place: Place) -> Way | None:
    return (t("Previous candidate"), _address(place.before)) if place.before else None


def _after(place: Place) -> Way | None:
    return (t("Next candidate"), _address(place.after)) if place.after else None


def address_after(drawn: CandidateSide) -> str:
    """Where the next one stands; "" after the last."""
    return _address(drawn.place.after) if drawn.place and drawn.place.after else ""


def _address(one: Neighbour) -> str:
    return f"/candidate?id={key_text(one.candidate_id)}&app={key_text(one.application_id)}"


def _draw_resume(
    viewer: Viewer, one: CandidateView, more: ParticularsView, here: ApplicationView
) -> None:
    """The résumé as it may be read here, skills, languages."""
    readonly.show(
        viewer,
        as_files(one.resume, f"/resumes/{key_text(here.id)}"),
        resume_sheet(one.resume, to_be_had=more.original_open),
    )
    draw_words(one)
    offer_correction(viewer, one, here)
    if more.languages:
        languages = m.chips((spoken(language) for language in more.languages), tone="line")
        st.html(m.section(t("Languages")) + languages)


def _draw_files(
    viewer: Viewer,
    one: CandidateView,
    more: ParticularsView,
    files: tuple[OpenedAttachment, ...],
) -> None:
    """What was opened beside the résumé (its text, where contacts are hidden); the original."""
    if files:
        ways = (
            m.button_link(
                file.name,
                f"/files/attachments/{key_text(file.id)}",
                symbol="picture_as_pdf" if file.remade else "attach_file",
                download=True,
            )
            for file in files
        )
        readonly.show(viewer, m.section(t("Attachments")), m.files(ways))
    if one.original is not None and more.original_open:
        readonly.show(
            viewer,
            m.button_link(
                t("Download the original"),
                f"/files/{key_text(one.original.id)}",
                symbol="download",
                download=True,
            ),
        )
