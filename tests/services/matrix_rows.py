"""The access matrix: a row for every public service function."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from db.models import Application, Correction, Letter, Note, Stage, User
from services import messenger, notifications
from services.applications import moving, opening, presenting, shown
from services.applications import views as application_views
from services.candidates import corrections, intake, resumes, terms_now, vocabulary
from services.candidates import forms as candidate_forms
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
from services.notes import changing, drafts, mentions, readers, writing
from services.notes import opening as note_opening
from services.notes import telling as note_telling
from services.notes import views as note_views
from services.notifications import bundles, choices
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


def _on_own_note(call: Callable[..., dict[str, Any]] = lambda work, target: {}) -> Row:
    """What its author does with a note that he has just written on the target."""

    def named(work: Work, target: Target) -> dict[str, Any]:
        note_id = writing.write(
            work,
            candidate_id=target.candidate,
            application_id=target.application,
            body="Just written",
        )
        work.flush()
        return {"note_id": note_id, **call(work, target)}

    return Row(PEOPLE, named, ALL_TARGETS)


def _batch_of(work: Work, target: Target) -> int:
    """The saving that the target's correction belongs to; staff reach each, to learn its key."""
    found: int | None = work.scalar(
        select(Correction.batch).where(Correction.id == target.correction)
    )
    return found or 1


def _named_readers(work: Work, target: Target) -> tuple[readers.Reader, ...]:
    found = readers.readers_of_candidate(work, candidate_id=target.candidate)
    return found or (readers.Reader(1, None, "", ()),)


def _on_note(who: frozenset[str], call: Callable[..., dict[str, Any]]) -> Row:
    """A helper of the notes, on a note of staff's that is opened to Acme."""
    return Row(
        who,
        lambda work, target: {"note": work.one(Note, target.note), **call(work, target)},
        ("acme", "globex"),
        belt=True,
        reach=READERS_OF_ACME,
    )


# The note of the targets is opened to Acme, in either vacancy.
READERS_OF_ACME = {
    **{name: {"acme", "globex"} for name in STAFF},
    "iryna": {"acme"},
    "pavlo": {"acme"},
}
# Whose corrections the targets hold: the company's of whom the vacancy is.
OF_THEIR_OWN_SIDE = {
    **{name: set(ALL_TARGETS) for name in STAFF},
    "iryna": {"acme"},
    "pavlo": {"acme", "left"},
    "greta": {"globex"},
}

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
    vocabulary.term_named: staff_only(
        lambda work, target: {"kind": "skill", "name": "New"}, belt=True
    ),
    terms_now.words_now: on_candidate(EVERYBODY, absent="ok"),
    terms_now.accepted_words: on_candidate(EVERYBODY, absent="ok"),
    terms_now.waiting_corrections: on_candidate(EVERYBODY, absent="ok"),
    corrections.correct: on_application(
        CUSTOMERS,
        call=lambda work, target: {
            "candidate_id": target.candidate,
            "added": vocabulary.Terms(("A new word",)),
            "removed": vocabulary.Terms(),
        },
    ),
    corrections.accept: Row(
        STAFF, lambda work, target: {"correction_ids": [target.correction]}, ALL_TARGETS
    ),
    corrections.undo: Row(
        PEOPLE,
        lambda work, target: {"correction_ids": [target.correction]},
        ALL_TARGETS,
        reach=OF_THEIR_OWN_SIDE,
    ),
    corrections.undo_batch: Row(
        PEOPLE,
        lambda work, target: {"batch": _batch_of(work, target)},
        ALL_TARGETS,
        reach=OF_THEIR_OWN_SIDE,
    ),
    corrections.settle_fulfilled: Row(EVERYBODY, lambda work, target: {"candidate_id": 1}),
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
    shown.seen_by: on_candidate(STAFF),
    shown.has_seen: Row(STAFF, lambda work, target: {"customer_id": target.customer}, VACANCIES),
    shown.seen_before: on_vacancy(
        STAFF, call=lambda work, target: {"candidate_ids": [target.candidate]}
    ),
    shown.still_known: on_application(STAFF),
    messenger.recipients: on_application(STAFF),
    # ------------------------------------------------ notes
    note_views.notes: on_candidate(PEOPLE),
    readers.possible_readers: on_candidate(
        PEOPLE, call=lambda work, target: {"application_id": target.application}
    ),
    writing.write: on_candidate(
        PEOPLE, call=lambda work, target: {"application_id": target.application, "body": "A note"}
    ),
    note_opening.open_note: Row(
        STAFF,
        lambda work, target: {
            "note_id": target.note,
            "open_for": _named_readers(work, target),
        },
        ("acme", "globex"),
    ),
    note_opening.hide_note: Row(STAFF, lambda work, target: {"note_id": target.note}, ALL_TARGETS),
    readers.sides_of: Row(
        EVERYBODY,
        lambda work, target: {"note_id": target.note},
        ("acme", "globex"),
        absent="ok",
        reach={
            **{name: {"acme", "globex"} for name in STAFF},
            # the note is opened to Acme in either vacancy
            **{name: {"acme", "globex"} for name in ("iryna", "pavlo", "nadia", "bohdan")},
        },
    ),
    readers.own_side: Row(EVERYBODY),
    readers.application_on: on_application(
        PEOPLE, call=lambda work, target: {"candidate_id": target.candidate}, belt=True
    ),
    writing.checked_body: Row(EVERYBODY, lambda work, target: {"body": "Words"}),
    note_opening.staffs_note: Row(
        PEOPLE,
        lambda work, target: {"note_id": target.note},
        ("acme", "globex"),
        belt=True,
        reach=READERS_OF_ACME,
    ),
    note_opening.record_change: _on_note(STAFF, lambda work, target: {"kind": "edited"}),
    note_opening.open_for_readers: _on_note(
        STAFF, lambda work, target: {"open_for": _named_readers(work, target)}
    ),
    note_telling.tell_readers: _on_note(
        PEOPLE, lambda work, target: {"readers": (), "opens_at": work.now}
    ),
    note_telling.tell_of_customers_note: _on_note(
        PEOPLE,
        lambda work, target: {**_application(work, target), "own_side": (), "besides": ()},
    ),
    mentions.tell_mentioned: _on_note(PEOPLE, lambda work, target: {"application": None}),
    changing.edit_note: _on_own_note(lambda work, target: {"body": "New words", "version": 1}),
    changing.withdraw_note: _on_own_note(),
    changing.undo_note: _on_own_note(),
    drafts.draft: Row(PEOPLE, lambda work, target: {"place": "note:1:"}),
    drafts.keep_draft: Row(PEOPLE, lambda work, target: {"place": "here", "body": "Typed"}),
    drafts.forget_draft: Row(EVERYBODY, lambda work, target: {"place": "nowhere"}),
    mentions.people_named: Row(EVERYBODY, lambda work, target: {"text": "@Anna Admin"}),
    note_telling.told_from: Row(EVERYBODY),
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
    notifications.tell_staff: Row(
        PEOPLE,
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
    "messenger.message_for": "test_messenger.py",
    "notes.drafts.rescue_draft": "test_drafts.py",
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
    "work.reading": "the door itself: asks every other question",
    "sample.fill_with_sample_data": "the set-up page's and the demo's, before anybody works",
    "sample.fill_demo": "the set-up page's and the demo's, before anybody works",
}
