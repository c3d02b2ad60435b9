"""The access matrix, the door: passwords, links, sessions, attempts, set-up."""

from collections.abc import Callable
from typing import Any

from db.models import User
from services.access import (
    attempts,
    change_password,
    door_letters,
    links,
    my_sessions,
    requests,
    sessions,
    set_up,
    sign_in,
)
from services.work import Work
from tests.services.matrix import EVERYBODY, PEOPLE, STAFF, Row, Target

SET_UP_FORM = set_up.SetUpForm(
    "Agency", "", "", "", "Eve", "eve@x.example", "a long password", "en", "UTC"
)
ATTEMPT = sign_in.Attempt(("account", "address", "from here"), None, None, 5)


def _new_link(work: Work, target: Target, purpose: str = links.SET_PASSWORD) -> str:
    secret = links.new_link(work, user_id=target.customer, purpose=purpose)
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


DOOR: dict[Callable[..., Any], Row] = {
    links.new_link: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {"user_id": target.customer, "purpose": links.SIGN_IN},
        belt=True,
    ),
    links.void_links: Row(EVERYBODY, lambda work, target: {"user_id": 1}),
    links.owner_of_link: Row(
        STAFF | {"doorkeeper"},
        lambda work, target: {
            "secret": _new_link(work, target),
            "purposes": links.PASSWORD_PURPOSES,
        },
        belt=True,
    ),
    links.opened_in_browser: Row(EVERYBODY, lambda work, target: {"secret": "unknown"}),
    links.enter_by_link: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {
            "secret": _new_link(work, target, links.SIGN_IN),
            "remember": True,
        },
        belt=True,
    ),
    links.store_password: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {"user_id": target.customer, "password_hash": "x"},
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
    sessions.who_is_here: Row(EVERYBODY),
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
    attempts.counter: Row(
        frozenset({"doorkeeper"}), lambda work, target: {"counted": "x"}, belt=True
    ),
    attempts.count: Row(EVERYBODY, lambda work, target: {"counters": []}),
    requests.ask_for_link: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {
            "email": "eve@x.example",
            "purpose": links.SIGN_IN,
            "address": "::1",
        },
        belt=True,
    ),
    requests.ask_again: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {"secret": _new_link(work, target), "address": "::1"},
        belt=True,
    ),
    requests.unanswered: Row(EVERYBODY),
    requests.answer: Row(EVERYBODY, lambda work, target: {"request_id": 1, "user_id": None}),
    door_letters.door_letter: Row(
        frozenset({"doorkeeper"}),
        lambda work, target: {"user": work.one(User, target.customer), "purpose": links.SIGN_IN},
        belt=True,
    ),
    door_letters.whom_to_call: Row(EVERYBODY, lambda work, target: {"secret": "unknown"}),
    my_sessions.my_sessions: Row(PEOPLE),
    my_sessions.end_my_session: Row(
        PEOPLE,
        lambda work, target: {"session_id": target.session},
        ("acme", "recruiter"),
        reach={"iryna": {"acme"}, "recruiter": {"recruiter"}},
    ),
    my_sessions.end_all_my_sessions: Row(PEOPLE),
    change_password.replace_password: Row(
        frozenset(),
        lambda work, target: {"attempt": ATTEMPT, "password_hash": "x", "session_id": 1},
        belt=True,
    ),
}
