"""The access matrix: a row for every public service function."""

from collections.abc import Callable
from typing import Any

from db.models import Application, Stage
from services import messenger, notifications
from services.applications import moving, opening, presenting, proofs, shown, to_present, turning
from services.applications import views as application_views
from services.candidates import resumes
from services.customers import preview, receipt
from services.notifications import bundles, choices
from services.viewer import Role, Viewer
from services.work import Work
from tests.services.matrix import (
    ALL_TARGETS,
    EVERYBODY,
    PEOPLE,
    STAFF,
    USHER,
    VACANCIES,
    Row,
    Target,
    on_application,
    on_candidate,
    on_customer,
    on_vacancy,
    staff_only,
)
from tests.services.matrix_agency import AGENCY
from tests.services.matrix_answers import ANSWERS
from tests.services.matrix_candidates import CANDIDATES
from tests.services.matrix_days import DAYS
from tests.services.matrix_door import DOOR
from tests.services.matrix_interviews import INTERVIEWS
from tests.services.matrix_leaks import LEAKS
from tests.services.matrix_letters import LETTERS
from tests.services.matrix_together import TOGETHER
from tests.services.matrix_writing import WRITING

NOBODY = preview.LookedOn(Viewer(0, Role.CUSTOMER), "", blocked=True)
EVENT = {"kind": "note", "event": "an event"}


def _application(work: Work, target: Target) -> dict[str, Any]:
    return {"application": work.one(Application, target.application)}


def _new_batch(work: Work, target: Target) -> dict[str, Any]:
    if not work.viewer.is_staff:
        return {"batch": 1}
    done = presenting.present(work, vacancy_id=target.vacancy, candidate_ids=[target.unlinked])
    work.flush()
    return {"batch": done.batch}


def _version_of(work: Work, target: Target) -> int:
    """A version for customers of the target's candidate, made just now where there is none."""
    if not work.viewer.is_staff or target.candidate == 1:
        return 1
    saved = resumes.save_version(work, candidate_id=target.candidate, html="<p>Just now</p>")
    work.flush()
    return saved or 1


def _own_change(work: Work, target: Target) -> dict[str, Any]:
    """A move that the viewer has just made himself."""
    moved = moving.move(work, application_id=target.application, to_stage_id=target.stage)
    work.flush()
    return {"change_id": moved.change_id}


ROWS: dict[Callable[..., Any], Row] = {
    **AGENCY,
    **CANDIDATES,
    **DAYS,
    **INTERVIEWS,
    **WRITING,
    # ------------------------------------------------ applications
    application_views.of_vacancy: on_vacancy(PEOPLE),
    application_views.of_candidate: on_candidate(PEOPLE),
    application_views.history: on_application(PEOPLE),
    application_views.with_recruiter_again: on_vacancy(PEOPLE),
    turning.place_of: on_application(PEOPLE),
    opening.opened: on_application(PEOPLE, blind=STAFF),
    opening.open_for_the_first_time: on_application(PEOPLE),
    moving.link: on_vacancy(STAFF, call=lambda work, target: {"candidate_id": target.unlinked}),
    moving.move: on_application(PEOPLE, call=lambda work, target: {"to_stage_id": target.stage}),
    moving.undo_move: Row(PEOPLE, _own_change, ("acme", "globex")),
    moving.application_of: on_candidate(
        EVERYBODY, call=lambda work, target: {"vacancy_id": target.vacancy}, absent="ok"
    ),
    moving.add_application: on_vacancy(
        STAFF, call=lambda work, target: {"candidate_id": target.unlinked}, belt=True
    ),
    moving.first_stage: on_vacancy(EVERYBODY, absent="not_found"),
    moving.behind_the_curtain: Row(
        STAFF,
        _application,
        ALL_TARGETS,
        belt=True,
    ),
    moving.change_stage: Row(
        PEOPLE,
        lambda work, target: {
            **_application(work, target),
            "stage": work.one(Stage, target.stage),
        },
        ALL_TARGETS,
        belt=True,
    ),
    to_present.preview: on_vacancy(
        STAFF, call=lambda work, target: {"candidate_ids": [target.candidate]}
    ),
    presenting.present: on_vacancy(
        STAFF, call=lambda work, target: {"candidate_ids": [target.unlinked]}
    ),
    presenting.undo_presenting: staff_only(_new_batch),
    shown.seen_by: on_candidate(STAFF),
    shown.has_seen: Row(STAFF, lambda work, target: {"customer_id": target.customer}, VACANCIES),
    shown.seen_before: on_vacancy(
        STAFF, call=lambda work, target: {"candidate_ids": [target.candidate]}
    ),
    shown.still_known: on_application(STAFF),
    proofs.verify: Row(
        STAFF,
        lambda work, target: {"version_id": _version_of(work, target)},
        ("acme",),
        reach={"admin": {"acme"}, "recruiter": {"acme"}},
    ),
    messenger.recipients: on_application(STAFF),
    preview.followers_of: on_vacancy(STAFF),
    preview.followers_of_candidate: on_candidate(STAFF),
    preview.as_customer: on_customer(),
    receipt.candidate_receipt: on_candidate(
        STAFF,
        call=lambda work, target: {
            "application_id": target.application,
            "customer": NOBODY,
            "his": None,
        },
    ),
    receipt.vacancy_receipt: on_vacancy(
        STAFF, call=lambda work, target: {"customer": NOBODY, "his": None}
    ),
    **TOGETHER,
    # ------------------------------------------------ notifications and letters
    notifications.unread_count: Row(PEOPLE),
    notifications.notifications: Row(PEOPLE),
    notifications.told_in: Row(PEOPLE, lambda work, target: {"letter_id": target.letter}),
    choices.choices: Row(PEOPLE),
    choices.reminded_by_letter: Row(USHER, lambda work, target: {"people": [1]}),
    choices.choose: Row(PEOPLE, lambda work, target: {"deliveries": {}, "hour": 9}),
    bundles.due_bundles: Row(EVERYBODY),
    notifications.mark_read: Row(
        PEOPLE,
        lambda work, target: {"notification_id": target.notification},
        ("acme", "globex", "recruiter"),
        reach={"iryna": {"acme"}, "greta": {"globex"}, "recruiter": {"recruiter"}},
    ),
    notifications.tell_recruiter: Row(
        PEOPLE | {"usher"},
        lambda work, target: {**EVENT, **_application(work, target)},
        ALL_TARGETS,
        belt=True,
    ),
    notifications.tell_customers: Row(
        PEOPLE | {"usher"},
        lambda work, target: {**EVENT, **_application(work, target), "due_at": work.now},
        ALL_TARGETS,
        belt=True,
    ),
    notifications.tell_staff: Row(
        PEOPLE | {"usher"},
        lambda work, target: {
            **EVENT,
            **_application(work, target),
            "due_at": work.now,
            "staff_ids": [work.viewer.user_id + 1],
        },
        ALL_TARGETS,
        belt=True,
    ),
    notifications.tell_of_vacancy: on_vacancy(
        EVERYBODY, call=lambda work, target: dict(EVENT), absent="ok"
    ),
    notifications.withdraw_unheard: Row(EVERYBODY, lambda work, target: {"event": "no such event"}),
    notifications.withdraw: Row(EVERYBODY, lambda work, target: {"event": "no such event"}),
    notifications.wake_customers: on_vacancy(EVERYBODY, absent="ok"),
    **LEAKS,
    **LETTERS,
    **DOOR,
    **ANSWERS,
}

# Functions that act in a principal's own name: their tests, which tell all cases apart.
BY_THEMSELVES = {
    "access.change_password.change_password": "test_change_password.py",
    "interviews.answers.answer": "test_interview_answers.py",
    "interviews.answers.opened": "test_interview_answers.py",
    "interviews.bells.ring_for_interviews": "test_interview_bells.py",
    "interviews.sight.follow_sight": "test_interview_sight.py",
    "batches.dropping.batch_of": "test_batches.py",
    "batches.dropping.cancel": "test_batches.py",
    "batches.dropping.decide": "test_batches.py",
    "batches.dropping.drop": "test_batches.py",
    "batches.dropping.drop_ended": "test_batches.py",
    "batches.dropping.type_into": "test_batches.py",
    "batches.saving.save": "test_batches.py",
    "access.links.set_password": "test_links.py",
    "access.requests.answer_requests": "test_requests.py",
    "access.set_up.set_up": "test_set_up.py",
    "access.set_up.set_up_code": "test_set_up.py",
    "access.sign_in.sign_in": "test_sign_in.py",
    "messenger.message_for": "test_messenger.py",
    "drafts.rescue_draft": "test_drafts.py",
    "customers.endings.end_access": "test_endings.py",
    "mail.configuration.choose_way": "test_mail_settings.py",
    "mail.dispatch.dispatch": "test_dispatch.py",
    "mail.news.queue_news": "test_news.py",
    "mail.late.write_as_it_leaves": "test_news.py",
    "reminders.ringing.ring_due": "test_reminders.py",
    "mail.trying.send_test_letter": "test_mail_settings.py",
}
# What is no service of the trade, and why it has no row.
NO_SERVICE = {
    "disclosure.disclosure": "gives the rules to cut with, for candidates found in scope before",
    "disclosure.tells_surname": "tells a rule of a candidate found in scope before",
    "disclosure.shows_photo": "tells a rule of a candidate found in scope before (test_initials.py)",
    "interviews.views.in_stretch": "narrows a statement that its caller reads in scope",
    "work.perform": "the door itself: runs every other act",
    "work.perform_aside": "the door itself: runs an act that accompanies a reading",
    "work.reading": "the door itself: asks every other question",
    "sample.fill_with_sample_data": "the set-up page's and the demo's, before anybody works",
    "search.keeping.keep_up": "the background's: in the librarian's own name (test_search.py)",
    "search.keeping.tidy_up": "the background's: in the librarian's own name (test_search.py)",
    "sample.fill_demo": "the set-up page's and the demo's, before anybody works",
}
