"""Every public service function × every kind of viewer × {own, other's, untied, archived, missing}.

The rows stand in `matrix_rows.py`; a function without a row fails the build. Whatever a call writes is
rolled back, so that one house serves them all.
"""

import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest

import services
from db.models import (
    Application,
    Attachment,
    AttachmentOpening,
    Candidate,
    Correction,
    Letter,
    Note,
    Notification,
    ResumeOriginal,
    ResumeVersion,
    SignInSession,
    Stage,
    User,
    Vacancy,
)
from services.errors import CandelaError
from services.viewer import DOORKEEPER, LIBRARIAN, POSTMAN, USHER, Role, Viewer
from services.work import perform
from tests.factories import stored, the
from tests.services.crowd import move_crowd_in
from tests.services.matrix import REACH, STAFF, Row, Target
from tests.services.matrix_rows import BY_THEMSELVES, NO_SERVICE, ROWS


def public_functions():
    """Every public function whose first parameter is a unit of work or the installation."""
    found = {}
    for module in pkgutil.walk_packages(services.__path__, "services."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        for name, function in vars(loaded).items():
            if not inspect.isfunction(function) or name.startswith("_"):
                continue
            first = next(iter(inspect.signature(function).parameters), "")
            if function.__module__ == module.name and first in {"work", "installation"}:
                found[name_of(function)] = function
    return found


def name_of(function):
    return f"{function.__module__.removeprefix('services.')}.{function.__name__}"


def test_every_public_function_has_a_row():
    rows = {name_of(function) for function in ROWS}
    known = rows | set(BY_THEMSELVES) | set(NO_SERVICE)
    assert set(public_functions()) - known == set(), "say in matrix_rows.py who may call it"
    assert known - set(public_functions()) == set(), "gone: take its row out"
    assert len(rows) + len(BY_THEMSELVES) + len(NO_SERVICE) == len(known)
    for name, file in BY_THEMSELVES.items():
        test = Path(__file__).with_name(file).read_text("utf-8")
        assert f"{name.rpartition('.')[2]}(" in test


@pytest.fixture(scope="module")
def viewers(shared_house, cast):
    crowd = move_crowd_in(shared_house, cast)
    people = ("admin", "recruiter", "iryna", "pavlo", "greta", "leo", "bohdan")
    return {
        **{name: getattr(cast, name) for name in people},
        "nadia": crowd.nadia,
        "doorkeeper": DOORKEEPER,
        "postman": POSTMAN,
        "redactor": Viewer(0, Role.REDACTOR),
        "librarian": LIBRARIAN,
        "usher": USHER,
        "crowd": crowd,
    }


@pytest.fixture(scope="module")
def targets(shared_house, cast, viewers):
    crowd = viewers["crowd"]
    vacancies = {
        "acme": cast.acme_vacancy,
        "globex": cast.globex_vacancy,
        "left": crowd.left,
        "archived": crowd.archived,
    }
    tied = {
        "acme": cast.iryna,
        "globex": cast.greta,
        "left": cast.pavlo,
        "archived": cast.iryna,
    }
    house = shared_house
    found = {
        name: target(house, cast, vacancy_id, "shown", tied[name])
        for name, vacancy_id in vacancies.items()
    }
    for case in ("archived candidate", "dark", "window"):
        found[case] = target(house, cast, cast.acme_vacancy, case, cast.iryna)
    found["missing"] = Target(unlinked=cast.sofia)
    recruiters = stored(house, Notification, recipient_id=cast.recruiter.user_id)
    found["recruiter"] = Target(
        user=cast.recruiter.user_id,
        session=stored(house, SignInSession, user_id=cast.recruiter.user_id)[0].id,
        notification=next(one.id for one in recruiters if one.actor_id == cast.iryna.user_id),
    )
    return found


def target(house, cast, vacancy_id, case, customer):
    """The target for a case that the crowd planted in this vacancy."""
    now = house.clock.now
    lit = {stage.id: stage for stage in stored(house, Stage, vacancy_id=vacancy_id)}

    def is_case(application):
        stage, archived = lit[application.stage_id], candidate_of(application).archived_at
        presented = application.presented_at
        return {
            "shown": stage.seen_by_customers and presented and presented <= now and not archived,
            "archived candidate": archived is not None,
            "dark": not stage.seen_by_customers and presented is not None,
            "window": presented is not None and presented > now,
        }[case]

    def candidate_of(application):
        return the(house, Candidate, application.candidate_id)

    made_for_customers = {
        version.candidate_id
        for version in stored(house, ResumeVersion, superseded_at=None)
        if version.vacancy_id in {None, vacancy_id}
    }
    cases = [
        one
        for one in stored(house, Application, vacancy_id=vacancy_id)
        if candidate_of(one).first_name.startswith("Case") and is_case(one)
    ]
    # where there is a choice, one whose original customers may read
    application = min(cases, key=lambda one: one.candidate_id in made_for_customers)
    candidate = candidate_of(application)
    original = stored(house, ResumeOriginal, candidate_id=candidate.id, superseded_at=None)[0]
    opened = [
        one.attachment_id
        for one in stored(house, AttachmentOpening, vacancy_id=vacancy_id, hidden_at=None)
    ]
    attachment = next(
        one
        for one in stored(house, Attachment, candidate_id=candidate.id, archived_at=None)
        if one.id in opened and one.readable
    )
    for file in (original, attachment):
        path = house.installation.files._path(file.stored_as)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"a file")
    told = stored(house, Notification, application_id=application.id, due_at=now)
    company_notes = stored(house, Note, application_id=application.id, body="a note")
    return Target(
        vacancy=vacancy_id,
        vacancy_version=the(house, Vacancy, vacancy_id).version,
        candidate=candidate.id,
        candidate_version=candidate.version,
        application=application.id,
        stage=max(lit.values(), key=lambda stage: (stage.seen_by_customers, stage.key)).id,
        note=company_notes[0].id,
        correction=stored(
            house, Correction, application_id=application.id, company_id=customer.company_id
        )[0].id,
        original=original.id,
        attachment=attachment.id,
        letter=next(one.id for one in stored(house, Letter) if one.state == "queued"),
        customer=customer.user_id,
        customer_version=the(house, User, customer.user_id).version,
        user=customer.user_id,
        company=the(house, Vacancy, vacancy_id).company_id,
        other_company=(cast.greta if customer != cast.greta else cast.iryna).company_id,
        notification=next(one.id for one in told if one.recipient_id == customer.user_id)
        if any(one.recipient_id == customer.user_id for one in told)
        else 1,
        unlinked=cast.sofia,
        session=stored(house, SignInSession, user_id=cast.iryna.user_id)[0].id,
    )


class Rehearsed(Exception):
    """Ends a unit of work before its commit, with what was answered."""


def answer(house, viewer, function, row: Row, target: Target):
    """What the viewer is told, without anything being done: (code or "ok", all the rest)."""

    def rehearse(work):
        try:
            named = row.call(work, target)
            given = function(work, *named.pop("*", ()), **named)
            work.flush()
        except CandelaError as error:
            told = (error.code, str(error.fields))
        else:
            told = ("ok", f"{given!r} {sorted(user for user, _ in work.woken)}")
        raise Rehearsed(told[0], without_keys(told[1], target))

    with pytest.raises(Rehearsed) as rehearsed:
        perform(house.installation, viewer, rehearse)
    return rehearsed.value.args


def without_keys(text, target):
    """The keys that were asked for stand in every answer about them: not what tells two apart."""
    for key in {value for name, value in vars(target).items() if "version" not in name}:
        if key != 1:
            text = text.replace(str(key), "1")
    return text


def reached(row: Row, name):
    if name in row.reach:
        return row.reach[name]
    if row.reach or name in row.hidden_from:
        return set()
    return set(row.targets) if name in STAFF else REACH.get(name, set()) & set(row.targets)


NAMES = ["admin", "recruiter", "iryna", "pavlo", "greta", "leo", "nadia", "bohdan"]
PRINCIPALS = ["doorkeeper", "postman", "redactor", "librarian", "usher"]


@pytest.mark.thorough
@pytest.mark.few_on_duckdb
@pytest.mark.parametrize("function", ROWS, ids=name_of)
def test_who_is_answered_what_about_which(shared_house, viewers, targets, function):
    row = ROWS[function]
    for name in NAMES + PRINCIPALS:
        viewer = viewers[name]

        def ask(which, viewer=viewer):
            return answer(shared_house, viewer, function, row, targets[which])

        if not row.targets:
            code, _ = ask("acme")
            assert (code == "ok") == (name in row.who), f"{name}: {code}"
            assert row.belt or code in {"ok", "not_allowed"}
            continue
        missing = ask("missing")
        # Who is refused whatever he asks for need not ask for everything.
        refused_at_once = name not in row.who and not row.belt
        for which in row.targets[: 1 if refused_at_once else None]:
            told = ask(which)
            if name in row.blind:
                assert told == missing
                assert told[0] == "ok"
            elif name not in row.who:
                assert told[0] != "ok", f"{name}, {which}: {told}"
                assert row.belt or told[0] == missing[0] == "not_allowed", f"{name}, {which}"
            elif which in reached(row, name):
                assert told[0] == "ok", f"{name}, {which}: {told}"
                assert told != missing, f"{name}, {which}: nothing is told of his own"
            else:
                assert told == missing, f"{name}, {which}: not like one that does not exist"
                assert told[0] == row.absent, f"{name}, {which}: {told}"
