"""The access matrix: a row for every public service function."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from db.models import Application, Letter, Stage, User
from services import notifications
from services.applications import moving, opening, presenting
from services.applications import views as application_views
from services.candidates import forms as candidate_forms
from services.candidates import intake, resumes, vocabulary
from services.candidates import views as candidate_views
from services.mail import (
    archive,
    configuration,
    dispatch,
    events,
    news,
    outbox,
    queue,
    resending,
    trouble,
    trying,
    vacancy_added,
)
from services.mail.letters import Contact, LetterContent
from services.notes import readers, writing
from services.notes import views as note_views
from services.notifications import bundles, choices
from services.work import Work
from tests.people import text_file
from tests.services.matrix import (
    ALL_TARGETS,
    EVERYBODY,
    PEOPLE,
    STAFF,
    VACANCIES,
    Row,
    Target,
    on_application,
    on_candidate,
    on_letter,
    on_vacancy,
    staff_only,
)
from tests.services.matrix_agency import AGENCY
from tests.services.matrix_door import DOOR

CANDIDATE_FORM = candidate_forms.CandidateForm("Ada")
FILE = text_file("ada.txt", "Ada")
CONTENT = LetterContent("", "", (), "", "", (), (), Contact(""), "")
EVENT = {"kind": "note", "event": "an event"}
TOLD = events.Event("key", 1, "delivered", "", "", datetime(2026, 11, 20, tzinfo=UTC))


def _application(work: Work, target: Target) -> dict[str, Any]:
    return {"application": work.one(Application, target.application)}


def _new_batch(work: Work, target: Target) -> dict[str, Any]:
    if not work.viewer.is_staff:
        return {"batch": 1}
    done = presenting.present(work, vacancy_id=target.vacancy, candidate_ids=[target.unlinked])
    work.flush()
    return {"batch": done.batch}


def _own_change(work: Work, target: Target) -> dict[str, Any]:
    """A move that the viewer has just made himself."""
    moved = moving.move(work, application_id=target.application, to_stage_id=target.stage)
    work.flush()
    return {"change_id": moved.change_id}


def _made_to_fail(work: Work, target: Target) -> dict[str, Any]:
    """A letter that may be sent again: it did not leave, and its link still works."""
    if work.viewer.is_staff and target.letter > 1:
        letter = work.one(Letter, target.letter)
        letter.state, letter.link = "failed", ""
        work.flush()
    return {}


ROWS: dict[Callable[..., Any], Row] = {
    **AGENCY,
    # ------------------------------------------------ candidates
    candidate_views.candidates: Row(PEOPLE),
    candidate_views.candidate: on_candidate(PEOPLE),
    candidate_forms.add: staff_only(lambda work, target: {"form": CANDIDATE_FORM}),
    candidate_forms.edit: on_candidate(
        STAFF,
        call=lambda work, target: {"form": CANDIDATE_FORM, "version": target.candidate_version},
    ),
    intake.take_in: on_vacancy(STAFF, call=lambda work, target: {"form": CANDIDATE_FORM}),
    resumes.receive: on_candidate(STAFF, call=lambda work, target: {"file": FILE}),
    resumes.save_version: on_candidate(STAFF, call=lambda work, target: {"html": "<p>New</p>"}),
    resumes.versions: on_candidate(STAFF),
    resumes.resumes_of: on_candidate(EVERYBODY, absent="ok", hidden_from=frozenset({"iryna"})),
    resumes.download_original: Row(
        PEOPLE,
        lambda work, target: {"original_id": target.original},
        ALL_TARGETS,
        hidden_from=frozenset({"iryna"}),
    ),
    opening.tell_of_download: Row(
        PEOPLE,
        lambda work, target: {"original_id": target.original},
        ALL_TARGETS,
        hidden_from=frozenset({"iryna"}),
    ),
    vocabulary.vocabulary: Row(PEOPLE),
    vocabulary.terms_of: Row(
        EVERYBODY, lambda work, target: {"*": ([target.candidate],)}, ALL_TARGETS, absent="ok"
    ),
    vocabulary.set_terms: staff_only(
        lambda work, target: {"candidate_id": 1, "skills": ["New"], "categories": []}, belt=True
    ),
    # ------------------------------------------------ applications
    application_views.of_vacancy: on_vacancy(PEOPLE),
    application_views.of_candidate: on_candidate(PEOPLE),
    application_views.history: on_application(PEOPLE),
    application_views.with_recruiter_again: on_vacancy(PEOPLE),
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
    moving.change_stage: Row(
        PEOPLE,
        lambda work, target: {
            **_application(work, target),
            "stage": work.one(Stage, target.stage),
        },
        ALL_TARGETS,
        belt=True,
    ),
    presenting.preview: on_vacancy(
        STAFF, call=lambda work, target: {"candidate_ids": [target.candidate]}
    ),
    presenting.present: on_vacancy(
        STAFF, call=lambda work, target: {"candidate_ids": [target.unlinked]}
    ),
    presenting.undo_presenting: staff_only(_new_batch),
    # ------------------------------------------------ notes
    note_views.notes: on_candidate(PEOPLE),
    writing.possible_readers: on_candidate(
        PEOPLE, call=lambda work, target: {"application_id": target.application}
    ),
    writing.write: on_candidate(
        PEOPLE, call=lambda work, target: {"application_id": target.application, "body": "A note"}
    ),
    writing.open_note: Row(
        STAFF,
        lambda work, target: {
            "note_id": target.note,
            "open_for": readers.readers_of_candidate(work, candidate_id=target.candidate)
            or (readers.Reader(1, None, "", ()),),
        },
        ("acme", "globex"),
    ),
    writing.hide_note: Row(STAFF, lambda work, target: {"note_id": target.note}, ALL_TARGETS),
    readers.readers_of_vacancy: on_vacancy(EVERYBODY, absent="ok"),
    readers.readers_of_candidate: Row(
        EVERYBODY,
        lambda work, target: {"candidate_id": target.candidate},
        ("acme", "globex", "left", "archived"),
        absent="ok",
    ),
    readers.open_to: staff_only(
        lambda work, target: {
            "note_id": target.note,
            "readers": [readers.Reader(work.viewer.company_id, work.viewer.user_id, "", ())],
        },
        belt=True,
    ),
    # ------------------------------------------------ notifications and letters
    notifications.unread_count: Row(PEOPLE),
    notifications.notifications: Row(PEOPLE),
    notifications.told_in: Row(PEOPLE, lambda work, target: {"letter_id": target.letter}),
    choices.choices: Row(PEOPLE),
    choices.choose: Row(PEOPLE, lambda work, target: {"deliveries": {}, "hour": 9}),
    bundles.due_bundles: Row(EVERYBODY),
    notifications.mark_read: Row(
        PEOPLE,
        lambda work, target: {"notification_id": target.notification},
        ("acme", "globex", "recruiter"),
        reach={"iryna": {"acme"}, "greta": {"globex"}, "recruiter": {"recruiter"}},
    ),
    notifications.tell_recruiter: Row(
        PEOPLE,
        lambda work, target: {**EVENT, **_application(work, target)},
        ALL_TARGETS,
        belt=True,
    ),
    notifications.tell_customers: Row(
        PEOPLE,
        lambda work, target: {**EVENT, **_application(work, target), "due_at": work.now},
        ALL_TARGETS,
        belt=True,
    ),
    notifications.tell_of_vacancy: on_vacancy(
        EVERYBODY, call=lambda work, target: dict(EVENT), absent="ok"
    ),
    notifications.withdraw_unheard: Row(EVERYBODY, lambda work, target: {"event": "no such event"}),
    notifications.withdraw: Row(EVERYBODY, lambda work, target: {"event": "no such event"}),
    notifications.wake_customers: on_vacancy(EVERYBODY, absent="ok"),
    archive.letters: staff_only(),
    archive.letter: on_letter(STAFF),
    news.news: Row(PEOPLE, lambda work, target: {"letter_id": target.letter}),
    news.settle_bundle: Row(
        EVERYBODY, lambda work, target: {"bundle": bundles.Bundle(0, choices.Delivery.OFF, ())}
    ),
    vacancy_added.write_of_vacancy: Row(
        STAFF,
        lambda work, target: {
            "customer": work.one(User, target.customer),
            "vacancy_id": target.vacancy,
        },
        VACANCIES[:2],
        belt=True,
    ),
    vacancy_added.vacancies_added: Row(
        PEOPLE, lambda work, target: {"since": datetime(2026, 1, 1, tzinfo=UTC)}
    ),
    news.write_down: on_letter(
        STAFF | {"postman"}, call=lambda work, target: {"content": None}, belt=True
    ),
    outbox.queue_unwritten: Row(
        STAFF | {"postman", "doorkeeper"},
        lambda work, target: {
            "kind": outbox.LetterKind.NEWS,
            "recipient": work.one(User, target.customer),
            "vacancy_id": None,
        },
        VACANCIES,
        belt=True,
        reach={name: set(VACANCIES) for name in (*STAFF, "postman", "doorkeeper")},
    ),
    archive.vacancies_of_letters: staff_only(),
    resending.send_again: on_letter(STAFF, call=_made_to_fail),
    outbox.queue: Row(
        STAFF | {"postman", "doorkeeper"},
        lambda work, target: {
            "kind": "x",
            "recipient": work.one(User, target.customer),
            "reply_to": "",
            "content": CONTENT,
        },
        VACANCIES,
        belt=True,
        reach={name: set(VACANCIES) for name in (*STAFF, "postman", "doorkeeper")},
    ),
    dispatch.due: Row(EVERYBODY),
    dispatch.find_lost: Row(EVERYBODY),
    dispatch.claim: on_letter(STAFF | {"postman"}, belt=True),
    dispatch.settle: on_letter(
        STAFF | {"postman"},
        call=lambda work, target: {"outcome": dispatch.Taken("file", "x")},
        belt=True,
    ),
    queue.queue_now: staff_only(),
    queue.oldest_wait: Row(EVERYBODY),
    configuration.mail_settings: Row(frozenset({"admin"})),
    configuration.save_way: Row(
        frozenset({"admin"}),
        lambda work, target: {
            "form": configuration.MailForm(),
            "version": configuration.mail_settings(work).version if work.viewer.is_staff else 0,
        },
    ),
    configuration.sender_chosen: Row(EVERYBODY),
    configuration.undecided: Row(frozenset({"admin"})),
    events.take_events: Row(EVERYBODY, lambda work, target: {"events": [TOLD]}),
    trouble.troubles: staff_only(lambda work, target: {"person_ids": [1]}),
    configuration.way: Row(EVERYBODY - {"redactor"}, belt=True),
    trying.write_test_letter: Row(
        frozenset({"admin"}), lambda work, target: {"to_email": "me@x.example"}
    ),
    **DOOR,
}

# Functions that act in a principal's own name: their tests, which tell all cases apart.
BY_THEMSELVES = {
    "access.change_password.change_password": "test_change_password.py",
    "access.links.set_password": "test_links.py",
    "access.requests.answer_requests": "test_requests.py",
    "access.set_up.set_up": "test_set_up.py",
    "access.set_up.set_up_code": "test_set_up.py",
    "access.sign_in.sign_in": "test_sign_in.py",
    "customers.endings.end_access": "test_endings.py",
    "mail.configuration.choose_way": "test_mail_settings.py",
    "mail.dispatch.dispatch": "test_dispatch.py",
    "mail.news.queue_news": "test_news.py",
    "mail.news.write_as_it_leaves": "test_news.py",
    "mail.trying.send_test_letter": "test_mail_settings.py",
}
# What is no service of the trade, and why it has no row.
NO_SERVICE = {
    "disclosure.disclosure": "gives the rules to cut with, for candidates found in scope before",
    "work.perform": "the door itself: runs every other act",
    "work.perform_aside": "the door itself: runs an act that accompanies a reading",
    "work.reading": "the door itself: asks every other question",
    "sample.fill_with_sample_data": "the set-up page's and the demo's, before anybody works",
    "sample.fill_demo": "the set-up page's and the demo's, before anybody works",
}
