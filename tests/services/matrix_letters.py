"""The access matrix, letters: what is written, what waits, how it leaves, what became of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from db.models import Letter, User
from services.mail import (
    archive,
    configuration,
    dispatch,
    events,
    late,
    news,
    outbox,
    queue,
    resending,
    trouble,
    trying,
    vacancy_added,
)
from services.mail.letters import Contact, LetterContent
from services.notifications import bundles, choices
from services.work import Work
from tests.services.matrix import (
    EVERYBODY,
    PEOPLE,
    STAFF,
    VACANCIES,
    Row,
    Target,
    on_letter,
    staff_only,
)

CONTENT = LetterContent("", "", (), "", "", (), (), Contact(""), "")
TOLD = events.Event("key", 1, "delivered", "", "", datetime(2026, 11, 20, tzinfo=UTC))


def _made_to_fail(work: Work, target: Target) -> dict[str, Any]:
    """A letter that may be sent again: it did not leave, and its link still works."""
    if work.viewer.is_staff and target.letter > 1:
        letter = work.one(Letter, target.letter)
        letter.state, letter.link = "failed", ""
        work.flush()
    return {}


LETTERS: dict[Callable[..., Any], Row] = {
    archive.letters: staff_only(),
    archive.letter: on_letter(STAFF),
    news.news: Row(PEOPLE, lambda work, target: {"letter_id": target.letter}),
    news.settle_bundle: Row(
        EVERYBODY, lambda work, target: {"bundle": bundles.Bundle(0, choices.Delivery.OFF, ())}
    ),
    vacancy_added.vacancies_added: Row(PEOPLE, lambda work, target: {"letter_id": target.letter}),
    late.write_down: on_letter(
        STAFF | {"postman"}, call=lambda work, target: {"content": None}, belt=True
    ),
    outbox.queue_unwritten: Row(
        STAFF | {"postman", "doorkeeper", "usher"},
        lambda work, target: {
            "kind": outbox.LetterKind.NEWS,
            "recipient": work.one(User, target.customer),
            "vacancy_id": None,
        },
        VACANCIES,
        belt=True,
        reach={name: set(VACANCIES) for name in (*STAFF, "postman", "doorkeeper", "usher")},
    ),
    archive.vacancies_of_letters: staff_only(),
    archive.refusals_written: staff_only(
        lambda work, target: {"vacancy_id": target.vacancy, "candidate_ids": [target.candidate]}
    ),
    resending.send_again: on_letter(STAFF, call=_made_to_fail),
    outbox.queue: Row(
        STAFF | {"postman", "doorkeeper", "usher"},
        lambda work, target: {
            "kind": "x",
            "recipient": work.one(User, target.customer),
            "reply_to": "",
            "content": CONTENT,
        },
        VACANCIES,
        belt=True,
        reach={name: set(VACANCIES) for name in (*STAFF, "postman", "doorkeeper", "usher")},
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
    configuration.way: Row(EVERYBODY - {"librarian"}, belt=True),
    trying.write_test_letter: Row(
        frozenset({"admin"}), lambda work, target: {"to_email": "me@x.example"}
    ),
}
