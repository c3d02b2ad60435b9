"""The access matrix, one-tap answers: customers in their own name, candidates through the usher."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from db.models import Application, CandidateContact, Interview, InterviewAnswer, User
from services.interviews import (
    answers,
    bells,
    concerned,
    copies,
    given,
    putting_back,
    reminding,
    rings,
    sight,
    told,
)
from services.interviews.answer_links import AnswerLink, mark_of, mark_of_email
from services.interviews.slots import Slot
from services.work import Work
from tests.services.matrix import (
    ALL_TARGETS,
    CUSTOMERS,
    EVERYBODY,
    PEOPLE,
    REACH,
    STAFF,
    USHER,
    Row,
    Target,
)
from tests.services.matrix_interviews import on_interview

WHO = CUSTOMERS | USHER
# A candidate knows of interviews that customers do not see yet, or see no more.
ANSWERED = REACH | {"usher": {*ALL_TARGETS} - {"archived", "archived candidate"}}


def _shown(work: Work, target: Target) -> Interview | None:
    """The application's interview that can be answered, as far as the viewer reaches it."""
    found: Interview | None = work.scalars(
        select(Interview)
        .where(
            Interview.application_id == target.application,
            Interview.state == "scheduled",
            Interview.shown_at <= work.now,
            Interview.staff_only.is_(False),
        )
        .order_by(Interview.id)
    ).first()
    return found


def _link(work: Work, target: Target) -> AnswerLink:
    """The link of a letter to the viewer, or to the candidate."""
    whose = work.viewer.user_id if work.viewer.is_customer else None
    named = "seen" if whose else "confirm"
    one = _shown(work, target)
    if one is None:
        return AnswerLink(1, whose, named, "en", "", "")
    slot = Slot(one.starts_at, one.ends_at)
    about = mark_of(work.settings.secret, slot, one.kind, one.location)
    his = select(User.email).where(User.id == whose)
    if whose is None:
        his = (
            select(CandidateContact.value)
            .join(Application, Application.candidate_id == CandidateContact.candidate_id)
            .where(Application.id == target.application, CandidateContact.kind == "email")
        )
    to = mark_of_email(work.settings.secret, work.scalars(his).first() or "")
    return AnswerLink(one.id, whose, named, "en", about, to)


def _given(work: Work, target: Target) -> dict[str, Any]:
    one, link = _shown(work, target), _link(work, target)
    return {
        "interview": work.one(Interview, one.id if one else 1),
        "application": work.one(Application, target.application),
        "given": InterviewAnswer(
            interview_id=one.id if one else 1,
            person_id=link.person_id,
            number=1,
            answer=link.answer,
        ),
    }


def _some_interview(work: Work, target: Target) -> Interview:
    one = _shown(work, target)
    return work.one(Interview, one.id if one else 1)


ANSWERS: dict[Callable[..., Any], Row] = {
    answers.page: Row(
        WHO,
        lambda work, target: {"link": _link(work, target)},
        ALL_TARGETS,
        reach=ANSWERED,
        absent="link_unusable",
    ),
    answers.give: Row(
        WHO,
        lambda work, target: {"link": _link(work, target), "words": ""},
        ALL_TARGETS,
        reach=ANSWERED,
        absent="link_unusable",
    ),
    concerned.tell_of_answer: Row(
        WHO,
        _given,
        ALL_TARGETS,
        belt=True,
        reach=REACH | {"usher": {*ALL_TARGETS}},
    ),
    given.answers_given: Row(PEOPLE, lambda work, target: {"interviews": [1]}),
    given.signs_given: Row(
        PEOPLE,
        lambda work, target: {"about": {1: (Slot(work.now, work.now), "phone", "")}},
    ),
    # ------------------------------------------------ what comes by itself
    rings.is_near: Row(EVERYBODY, lambda work, target: {"starts_at": work.now}, belt=True),
    rings.interviews_near: Row(USHER),
    rings.interviews_over: Row(USHER),
    rings.still_asked_about: Row(
        EVERYBODY,
        lambda work, target: {"interview": _some_interview(work, target)},
        ALL_TARGETS,
        belt=True,
    ),
    rings.rings_once: Row(
        USHER,
        lambda work, target: {"interview": _some_interview(work, target), "kind": "reminder"},
        ALL_TARGETS,
        belt=True,
        reach={"usher": {*ALL_TARGETS}},
    ),
    rings.need_no_reminder: Row(
        STAFF,
        lambda work, target: {"interview": _some_interview(work, target), "told_at": work.now},
        ALL_TARGETS,
        belt=True,
    ),
    putting_back.as_it_stands: Row(
        STAFF,
        lambda work, target: {"interview": _some_interview(work, target)},
        ALL_TARGETS,
        belt=True,
    ),
    bells.remind_of: Row(USHER, lambda work, target: {"interview_id": 1}),
    bells.ask_for_feedback: Row(USHER, lambda work, target: {"interview_id": 1}),
    bells.remember_asked: Row(
        STAFF,
        lambda work, target: {"interview": _some_interview(work, target)},
        ALL_TARGETS,
        belt=True,
    ),
    bells.ask_again: Row(
        STAFF,
        lambda work, target: {"interview": _some_interview(work, target)},
        ALL_TARGETS,
        belt=True,
    ),
    told.due_to_viewer: Row(PEOPLE, lambda work, target: {"told": {1: None}}),
    sight.held_by_customers: Row(USHER),
    sight.write_what_holds: Row(
        USHER,
        lambda work, target: {
            "interview_id": one.id if (one := _shown(work, target)) else 1,
            "customer_id": target.customer,
        },
        ALL_TARGETS,
        reach={"usher": {*ALL_TARGETS}},
    ),
    copies.reminder_of: on_interview(PEOPLE, absent="ok", reach=REACH),
    reminding.reminder_to_candidate: on_interview(STAFF, call=lambda work, one: {"language": "en"}),
}
