"""A customer's vacancies, the candidates he sees, what he did: the tabs of his page."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.drawn import stage_label
from pages.ui.interviews.lines import lines
from pages.ui.staff.shown_to import shown_table
from pages.ui.text import day, moment, t
from pages.ui.words import closed_as, corrected_words, stage_name
from services.applications.shown import Shown, has_seen
from services.customers.story import (
    LATEST,
    Deed,
    FollowedVacancy,
    ShownCandidate,
    deeds_of,
    followed_by,
    shown_to_customer,
)
from services.ids import key_text
from services.interviews.views import InterviewView, next_of_customer
from services.work import Work

_SYMBOLS = {
    "note": "chat",
    "moved": "swap_horiz",
    "opened": "visibility",
    "downloaded": "download",
    "downloaded_version": "download",
    "downloaded_attachment": "attach_file",
    "corrected": "sell",
    "answered": "event",
}


@dataclass(frozen=True, slots=True)
class Story:
    """All that the tabs show."""

    vacancies: list[FollowedVacancy]
    candidates: list[ShownCandidate]
    deeds: list[Deed]
    seen: list[Shown]
    ahead: list[InterviewView]
    customer_id: int


def read_story(work: Work, customer_id: int) -> Story:
    """Ask for it, in the unit of work that reads the page. Raises NotFound, NotAllowed."""
    return Story(
        followed_by(work, customer_id=customer_id),
        shown_to_customer(work, customer_id=customer_id),
        deeds_of(work, customer_id=customer_id),
        has_seen(work, customer_id=customer_id),
        next_of_customer(work, customer_id=customer_id),
        customer_id,
    )


def draw_story(story: Story) -> None:
    """Four tabs; interviews stand under the vacancies they belong to."""
    vacancies, candidates, deeds, seen = st.tabs(
        [t("Vacancies"), t("Candidates"), t("Actions"), t("Shown to them")],
        key="customer_story",
    )
    with vacancies:
        st.html(_vacancies(story.vacancies))
        st.html(m.section(t("Next interviews")) + _ahead(story))
    with candidates:
        st.html(_candidates(story.candidates))
    with deeds:
        st.html(_deeds(story.deeds))
    with seen:
        st.html(shown_table(story.seen[:LATEST], of="customer", key=story.customer_id))


def _ahead(story: Story) -> Markup:
    """What he reads of in his own calendar next."""
    address = f"/customers?id={key_text(story.customer_id)}"
    if not story.ahead:
        return m.quiet(t("None is ahead."))
    return lines(story.ahead, address=address)


def _vacancies(ones: Sequence[FollowedVacancy]) -> Markup:
    if not ones:
        return m.empty(
            t("No vacancies"),
            t("Not tied to any yet: on the vacancy, choose this customer under Edit Job."),
        )
    columns = [m.Column(t("Vacancy"), "person"), m.Column(t("Follows since"), "when")]
    rows = [
        m.Row(
            key_text(one.id),
            one.title,
            [
                m.title_cell(
                    one.title,
                    f"/vacancy?id={key_text(one.id)}",
                    line=" · ".join(
                        part
                        for part in (one.company, closed_as(one.closed_as) if one.closed_as else "")
                        if part
                    ),
                ),
                day(one.tied_at),
            ],
        )
        for one in ones
    ]
    return m.table("customer_vacancies", t("Vacancies"), columns, rows, tall=True)


def _candidates(ones: Sequence[ShownCandidate]) -> Markup:
    if not ones:
        return m.empty(
            t("Sees no candidates yet"),
            t("Whoever is presented on their vacancies stands here."),
        )
    columns = [
        m.Column(t("Candidate"), "person"),
        m.Column(t("Stage"), "stage"),
        m.Column(t("Resume"), "short"),
        m.Column(t("Presented"), "when"),
    ]
    rows = [
        m.Row(
            key_text(one.application_id),
            one.name,
            [
                m.person_cell(
                    m.Person(one.candidate_id, one.name, one.vacancy),
                    f"/candidate?id={key_text(one.candidate_id)}"
                    f"&app={key_text(one.application_id)}",
                ),
                stage_label(one.stage),
                t("read {day}", day=day(one.opened_at)) if one.opened_at else t("not read yet"),
                day(one.presented_at),
            ],
        )
        for one in ones
    ]
    table = m.table("customer_candidates", t("Candidates"), columns, rows, tall=True)
    return _latest(ones) + table


def _deeds(ones: Sequence[Deed]) -> Markup:
    if not ones:
        return m.empty(
            t("Nothing yet"),
            t("What they write, decide, correct, answer and open will stand here."),
        )
    return _latest(ones) + m.history(
        m.Event(
            moment(one.done_at),
            one.vacancy,
            m.link(
                _words(one),
                f"/candidate?id={key_text(one.candidate_id)}&app={key_text(one.application_id)}",
            ),
            _SYMBOLS[one.kind],
        )
        for one in ones
    )


def _words(one: Deed) -> str:
    who = one.candidate
    if one.kind == "moved" and one.stage is not None:
        return t("{candidate}: moved to “{stage}”", candidate=who, stage=stage_name(one.stage))
    if one.kind == "corrected":
        words = corrected_words(one.added, one.removed)
        return t(
            "{candidate}: skills and categories corrected: {words}", candidate=who, words=words
        )
    if one.kind == "answered" and one.answer == "propose":
        return t(
            "{candidate}: other times proposed for the interview: “{words}”",
            candidate=who,
            words=one.words,
        )
    return {
        "note": t("{candidate}: note written", candidate=who),
        "opened": t("{candidate}: resume opened for the first time", candidate=who),
        "downloaded": t("{candidate}: original resume downloaded", candidate=who),
        "downloaded_version": t("{candidate}: resume downloaded", candidate=who),
        "downloaded_attachment": t("{candidate}: attachment downloaded", candidate=who),
        "answered": t("{candidate}: interview seen", candidate=who),
    }[one.kind]


def _latest(ones: Sequence[object]) -> Markup:
    """That there may be more, where as many are shown as there can be."""
    return m.quiet(t("The latest {n}.", n=LATEST)) if len(ones) >= LATEST else Markup("")
