"""The access matrix: a row for every public service function."""

from collections.abc import Callable
from typing import Any

from db.models import Application, Stage, User
from services import agency, audit, companies, notifications, profile
from services.access import links, sessions, set_up, sign_in
from services.applications import moving, opening, presenting
from services.applications import views as application_views
from services.candidates import forms as candidate_forms
from services.candidates import intake, resumes, vocabulary
from services.candidates import views as candidate_views
from services.customers import directory, invitations
from services.customers import forms as customer_forms
from services.mail import archive, dispatch, news, outbox
from services.mail.letters import Contact, LetterContent
from services.notes import readers, writing
from services.notes import views as note_views
from services.notifications import bundles, choices
from services.vacancies import closed, closing, stages
from services.vacancies import customers as vacancy_customers
from services.vacancies import forms as vacancy_forms
from services.vacancies import views as vacancy_views
from services.work import Work
from tests.people import text_file
from tests.services.matrix import (
    ALL_TARGETS,
    CUSTOMERS,
    EVERYBODY,
    PEOPLE,
    STAFF,
    VACANCIES,
    Row,
    Target,
    on_application,
    on_candidate,
    on_customer,
    on_letter,
    on_vacancy,
    staff_only,
)

VACANCY_FORM = vacancy_forms.VacancyForm("Tester")
CANDIDATE_FORM = candidate_forms.CandidateForm("Ada")
CUSTOMER_FORM = customer_forms.CustomerForm("vira@acme.example", "Vira")
FILE = text_file("ada.txt", "Ada")
CONTENT = LetterContent("", "", (), "", "", (), (), Contact(""), "")
SET_UP_FORM = set_up.SetUpForm(
    "Agency", "", "", "", "Eve", "eve@x.example", "a long password", "en", "UTC"
)
EVENT = {"kind": "note", "event": "an event"}
ATTEMPT = sign_in.Attempt(("account", "address"), None, None, 5)


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


def _new_link(work: Work, target: Target) -> str:
    secret = links.new_password_link(work, user_id=target.customer)
    work.flush()
    return secret


def _new_ticket(work: Work, target: Target) -> str:
    ticket = sessions.new_ticket(work, user_id=target.customer, remember=False)
    work.flush()
    return ticket


def _new_session(work: Work, target: Target) -> str:
    secret, _ = sessions.start_session(work, ticket=_new_ticket(work, target))
    work.flush()
    return secret


ROWS: dict[Callable[..., Any], Row] = {
    # ------------------------------------------------ the agency and people
    agency.agency: Row(EVERYBODY - {"redactor"}, belt=True),
    agency.edit: Row(
        frozenset({"admin"}),
        lambda work, target: {"form": agency.AgencyView("A", "", "a@b.example", "", "")},
    ),
    profile.choose_language: Row(
        PEOPLE, lambda work, target: {"language": "uk", "time_zone": "UTC"}
    ),
    audit.record: Row(
        PEOPLE | {"doorkeeper"},
        lambda work, target: {"act": "x", "object_kind": "x", "object_id": 1},
        belt=True,
    ),
    companies.choices: staff_only(),
    companies.named: staff_only(lambda work, target: {"name": "New"}, belt=True),
    directory.customers: staff_only(),
    directory.card: on_customer(),
    directory.tieable: on_vacancy(STAFF, absent="ok"),
    customer_forms.add: on_vacancy(STAFF, call=lambda work, target: {"form": CUSTOMER_FORM}),
    customer_forms.edit: on_customer(
        call=lambda work, target: {"form": CUSTOMER_FORM, "version": target.customer_version}
    ),
    customer_forms.block: on_customer(),
    customer_forms.reactivate: on_customer(),
    invitations.invite: Row(
        STAFF,
        lambda work, target: {"customer": work.one(User, target.customer), "vacancy_id": None},
        VACANCIES,
        belt=True,
    ),
    # ------------------------------------------------ vacancies
    vacancy_views.vacancies: Row(PEOPLE),
    vacancy_views.vacancy: on_vacancy(PEOPLE),
    vacancy_views.my_recruiter: Row(PEOPLE),
    vacancy_views.responsible: Row(
        EVERYBODY - {"redactor"},
        lambda work, target: {"recruiter_id": target.user},
        ("recruiter", "globex"),
        belt=True,
        reach={viewer: {"recruiter"} for viewer in EVERYBODY - {"redactor"}},
    ),
    vacancy_forms.add: staff_only(lambda work, target: {"form": VACANCY_FORM}),
    vacancy_forms.edit: on_vacancy(
        STAFF,
        call=lambda work, target: {"form": VACANCY_FORM, "version": target.vacancy_version},
    ),
    vacancy_forms.recruiters: staff_only(),
    vacancy_customers.tie: on_vacancy(
        STAFF, call=lambda work, target: {"customer_id": target.customer}
    ),
    vacancy_customers.untie: on_vacancy(
        STAFF, call=lambda work, target: {"customer_id": target.customer}
    ),
    stages.stages_of: Row(
        EVERYBODY, lambda work, target: {"*": (target.vacancy,)}, VACANCIES, absent="ok"
    ),
    stages.add_default_stages: staff_only(lambda work, target: {"vacancy_id": 1}, belt=True),
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
    closed.refuse_closed: on_vacancy(CUSTOMERS, belt=True),
    closing.close: on_vacancy(STAFF, call=lambda work, target: {"reason": "filled"}),
    closing.reopen: on_vacancy(STAFF),
    closing.without_another: on_vacancy(STAFF),
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
    notifications.withdraw: Row(EVERYBODY, lambda work, target: {"event": "no such event"}),
    notifications.wake_customers: on_vacancy(EVERYBODY, absent="ok"),
    archive.letters: staff_only(),
    archive.letter: on_letter(STAFF),
    news.news: Row(PEOPLE, lambda work, target: {"letter_id": target.letter}),
    news.settle_bundle: Row(
        EVERYBODY, lambda work, target: {"bundle": bundles.Bundle(0, choices.Delivery.OFF, ())}
    ),
    news.write_down: on_letter(
        STAFF | {"postman"}, call=lambda work, target: {"content": None}, belt=True
    ),
    outbox.queue_unwritten: Row(
        STAFF | {"postman"},
        lambda work, target: {
            "kind": outbox.LetterKind.NEWS,
            "recipient": work.one(User, target.customer),
        },
        VACANCIES,
        belt=True,
    ),
    outbox.queue: Row(
        STAFF | {"postman"},
        lambda work, target: {
            "kind": "x",
            "recipient": work.one(User, target.customer),
            "reply_to": "",
            "content": CONTENT,
        },
        VACANCIES,
        belt=True,
    ),
    dispatch.due: Row(EVERYBODY),
    dispatch.find_lost: Row(EVERYBODY),
    dispatch.claim: on_letter(STAFF | {"postman"}, belt=True),
    dispatch.settle: on_letter(STAFF | {"postman"}, belt=True),
    # ------------------------------------------------ the door
    links.new_password_link: Row(
        STAFF | {"doorkeeper"}, lambda work, target: {"user_id": target.customer}, belt=True
    ),
    links.void_links: Row(EVERYBODY, lambda work, target: {"user_id": 1}),
    links.owner_of_link: Row(
        STAFF | {"doorkeeper"},
        lambda work, target: {"secret": _new_link(work, target)},
        belt=True,
    ),
    links.use_link: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {"secret": _new_link(work, target), "password_hash": "x"},
        belt=True,
    ),
    sessions.new_ticket: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {"user_id": target.customer, "remember": False},
        belt=True,
    ),
    sessions.start_session: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {"ticket": _new_ticket(work, target)},
        belt=True,
    ),
    sessions.viewer_of: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {"secret": _new_session(work, target)},
        belt=True,
    ),
    sessions.touch: Row(
        frozenset({"doorkeeper"}), lambda work, target: {"session_id": target.session}, belt=True
    ),
    sessions.end_session: Row(EVERYBODY, lambda work, target: {"secret": "unknown"}),
    sessions.end_sessions_of: Row(EVERYBODY, lambda work, target: {"user_id": 1}),
    set_up.needs_set_up: Row(EVERYBODY),
    set_up.found: Row(
        frozenset(),
        lambda work, target: {"form": SET_UP_FORM, "password_hash": "x"},
        belt=True,
    ),
    sign_in.count_attempt: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {"email": "eve@x.example", "address": "::1"},
        belt=True,
    ),
    sign_in.admit: Row(
        frozenset(), lambda work, target: {"attempt": ATTEMPT, "remember": False}, belt=True
    ),
    sign_in.door_plate: Row(EVERYBODY),
}

# Functions that act in a principal's own name: their tests, which tell all cases apart.
BY_THEMSELVES = {
    "access.links.set_password": "test_links.py",
    "access.set_up.set_up": "test_set_up.py",
    "access.set_up.set_up_code": "test_set_up.py",
    "access.sign_in.sign_in": "test_sign_in.py",
    "mail.dispatch.dispatch": "test_dispatch.py",
    "mail.news.queue_news": "test_news.py",
    "mail.news.write_as_it_leaves": "test_news.py",
}
# What is no service of the trade, and why it has no row.
NO_SERVICE = {
    "disclosure.disclosure": "gives the rules to cut with, for candidates found in scope before",
    "work.perform": "the door itself: runs every other act",
    "work.reading": "the door itself: asks every other question",
    "sample.fill_with_sample_data": "the set-up page's and the demo's, before anybody works",
    "sample.fill_demo": "the set-up page's and the demo's, before anybody works",
}
