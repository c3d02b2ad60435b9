"""Every rule of the scope, table by table and viewer by viewer, against rows just beside it."""

import pytest
from sqlalchemy import select

from db import models
from services.scope import RULES
from services.viewer import DOORKEEPER, POSTMAN, USHER, Role, Viewer
from services.work import reading
from tests.services.crowd import Crowd, move_crowd_in
from tests.services.oracle import (
    NEVER_A_CUSTOMERS,
    PRINCIPALS,
    SECRETS_OF_THE_DOOR,
    everything,
    key_of,
    visible,
)

REDACTOR = Viewer(0, Role.REDACTOR)
MODELS = {getattr(models, name) for name in models.__all__}
ABSENT = {
    Role.ADMINISTRATOR: SECRETS_OF_THE_DOOR,
    Role.RECRUITER: SECRETS_OF_THE_DOOR,
    Role.CUSTOMER: NEVER_A_CUSTOMERS,
    **{role: set(models.__all__) - theirs for role, theirs in PRINCIPALS.items()},
}


@pytest.fixture(scope="module")
def crowd(shared_house, cast) -> Crowd:
    return move_crowd_in(shared_house, cast)


@pytest.fixture(scope="module")
def rows(shared_house, crowd):
    return everything(shared_house)


def seen(house, viewer):
    """The keys of every table's rows that the scope shows."""
    with reading(house.installation, viewer) as work:
        return {
            name: {key_of(row) for row in work.scalars(select(getattr(models, name)))}
            for name in models.__all__
        }


def viewers(cast, crowd):
    customers = (cast.iryna, cast.pavlo, cast.greta, cast.leo, cast.bohdan, crowd.nadia)
    return (cast.admin, cast.recruiter, *customers, DOORKEEPER, POSTMAN, REDACTOR, USHER)


def test_what_is_seen_is_what_may_be_seen(shared_house, cast, crowd, rows):
    for viewer in viewers(cast, crowd):
        may_be_seen = visible(rows, viewer, shared_house.clock.now)
        assert seen(shared_house, viewer) == may_be_seen, viewer


def test_the_crowd_tells_the_viewers_apart(shared_house, cast, crowd, rows):
    """A positive control: there is something to see, for everybody something else, and more."""
    customers = (cast.iryna, cast.pavlo, cast.greta, cast.leo)
    now = shared_house.clock.now
    shown = [visible(rows, viewer, now) for viewer in customers]
    for name in {model.__name__ for model in RULES[Role.CUSTOMER]} - {"Agency"}:
        sets = [frozenset(keys[name]) for keys in shown]
        assert len(set(sets)) >= 2, f"{name}: everybody sees the same"
        assert all(len(keys) < len(rows[name]) for keys in sets), f"{name}: somebody sees all"
    for name in ("Vacancy", "Application", "Candidate", "Note", "Notification"):
        assert not visible(rows, cast.bohdan, now)[name]
        assert not visible(rows, crowd.nadia, now)[name]
    assert {model.__name__ for model in MODELS} == set(rows)
    assert all(rows.values()), "a table without a row proves nothing"


@pytest.mark.parametrize("role", list(Role))
def test_every_model_has_a_rule_or_is_absent_on_purpose(role):
    written = {model.__name__ for model in RULES[role]}
    assert written | ABSENT[role] == set(models.__all__)
    assert not written & ABSENT[role]


def test_a_model_without_a_rule_shows_nothing(shared_house, cast, monkeypatch):
    for viewer in (cast.admin, cast.iryna):
        assert seen(shared_house, viewer)["Vacancy"]
        rules = {
            model: rule for model, rule in RULES[viewer.role].items() if model is not models.Vacancy
        }
        monkeypatch.setitem(RULES, viewer.role, rules)
        assert not seen(shared_house, viewer)["Vacancy"]
        with reading(shared_house.installation, viewer) as work:
            assert work.rows(select(models.Agency.id)).all()
