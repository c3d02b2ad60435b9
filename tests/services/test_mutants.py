"""Every planted fault in the access rules is caught by looking at what a customer then sees."""

import ast
import types
from pathlib import Path

import pytest
from sqlalchemy import select, true

from db import models
from services import interview_scope, note_scope, reach, resume_scope, scope, work
from services.viewer import POSTMAN, USHER
from services.work import reading
from tests.services.crowd import move_crowd_in
from tests.services.mutants import mutants
from tests.services.oracle import everything, key_of, visible

# The rules of these nouns stand in files of their own.
OF_NOUNS = {"notes": note_scope, "interviews": interview_scope, "resumes": resume_scope}
NOUNS = {noun: Path(module.__file__).read_text("utf-8") for noun, module in OF_NOUNS.items()}
SCOPE, REACH, WORK = (Path(module.__file__).read_text("utf-8") for module in (scope, reach, work))
NOT_A_CUSTOMERS = {"_everything", "criteria"}


def rules_in(source):
    """The names of the rules in this file."""
    functions = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    return {function.name for function in functions} - NOT_A_CUSTOMERS


# Without it staff's reach is looked up as well, and used by none of their rules.
HARMLESS = {"_resolve: without `if viewer.role is not Role.CUSTOMER`"}
FAULTS = [
    *(("scope", *mutant) for mutant in mutants(SCOPE, rules_in(SCOPE))),
    *(
        (noun, *mutant)
        for noun, source in NOUNS.items()
        for mutant in mutants(source, rules_in(source))
    ),
    *(("reach", *mutant) for mutant in mutants(REACH, {"shown_to"})),
    *(("work", *mutant) for mutant in mutants(WORK, {"_resolve"}) if mutant[0] not in HARMLESS),
]

# The rules are the same text on both databases.
pytestmark = [pytest.mark.thorough, pytest.mark.only_on("duckdb")]


@pytest.fixture(scope="module")
def expected(shared_house, cast):
    """(viewer, what he may see), for those whom the rules tell apart."""
    move_crowd_in(shared_house, cast)
    rows = everything(shared_house)
    people = (cast.iryna, cast.leo, cast.pavlo, cast.bohdan, cast.greta, cast.recruiter, cast.admin)
    people = (*people, POSTMAN, USHER)
    return [(viewer, visible(rows, viewer, shared_house.clock.now)) for viewer in people]


def caught(house, expected, names=models.__all__):
    """The first table in which somebody sees something else than he may; None if none does."""
    for viewer, may_see in expected:
        with reading(house.installation, viewer) as unit:
            for name in names:
                rows = unit.scalars(select(getattr(models, name))).all()
                if {key_of(row) for row in rows} != may_see[name]:
                    return name
    return None


def ruled_by(function):
    """The tables whose rule this function is (none for what the rules share)."""
    rules = scope.CUSTOMER.items() | scope.STAFF.items() | scope.POSTMAN.items()
    rules |= scope.USHER.items()
    return {model.__name__ for model, rule in rules if rule.__name__ == function}


def broken(module, source):
    """The module as the broken source makes it, under its own name, imported by nobody."""
    made = types.ModuleType(module.__name__)
    exec(compile(source, module.__file__, "exec"), made.__dict__)  # noqa: S102 - our own source
    made.__dict__.setdefault("true", true)  # the faults speak of it, the rules need not
    return made


@pytest.mark.parametrize(("where", "what", "source"), FAULTS, ids=[fault[1] for fault in FAULTS])
def test_a_planted_fault_is_caught(shared_house, expected, monkeypatch, where, what, source):
    if where == "scope":
        monkeypatch.setattr(work, "criteria", broken(scope, source).criteria)
    elif where in OF_NOUNS:
        module = OF_NOUNS[where]
        of_broken = broken(module, source)
        for rules in (scope.CUSTOMER, scope.STAFF, scope.POSTMAN, scope.USHER):
            for model, rule in list(rules.items()):
                if rule.__module__ == module.__name__:
                    monkeypatch.setitem(rules, model, getattr(of_broken, rule.__name__))
    elif where == "reach":
        monkeypatch.setattr(work, "shown_to", broken(reach, source).shown_to)
    else:
        resolve = broken_function(source)
        monkeypatch.setattr(work, "_resolve", resolve)
    its_tables = ruled_by(what.split(":")[0])
    assert caught(shared_house, expected, its_tables or models.__all__), f"nobody noticed: {what}"


def broken_function(source):
    """`_resolve` as broken, living in the real module."""
    function = next(
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name == "_resolve"
    )
    namespace = dict(vars(work))
    exec(compile(ast.Module([function], []), work.__file__, "exec"), namespace)  # noqa: S102
    return namespace["_resolve"]


def test_the_rules_as_they_are_pass_and_enough_faults_are_planted(shared_house, expected):
    assert caught(shared_house, expected) is None
    broken_rules = {what.split(":")[0] for _, what, _ in FAULTS}
    sources = (SCOPE, *NOUNS.values())
    assert broken_rules == {"shown_to", "_resolve"}.union(*map(rules_in, sources))
    assert len(FAULTS) > 60
