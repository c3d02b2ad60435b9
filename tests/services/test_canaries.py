"""Every text of every record holds a token of its own; no foreign one reaches a customer.

Everything a customer can call is called with every key there is, and all that he is given, errors
included, is searched. That tokens can be found at all is shown with those that are his.
"""

import re
from collections import defaultdict

import pytest
from sqlalchemy import String, inspect

from db import models
from services.applications.moving import move
from services.errors import CandelaError
from services.statements import DetourRefused
from services.work import perform, reading
from tests.factories import stage_id, stored
from tests.services.crowd import move_crowd_in
from tests.services.matrix import VACANCIES, Target
from tests.services.matrix_rows import ROWS
from tests.services.oracle import STAFF, everything, key_of, visible

pytestmark = pytest.mark.thorough

# Single letters beside the digits: whatever names hold tokens, no other token is made of them.
TOKEN = re.compile(r"\bw\d{6}j\b")

# Words of the program, not of people: another value would be another meaning.
TECHNICAL = {
    "role", "language", "time_zone", "kind", "state", "key", "outcome", "purpose", "event",
    "stored_as", "logo", "media_type", "delivery", "sender", "smtp_security", "sendgrid_region",
    "closed_as", "employment", "priority", "salary_currency", "level", "place", "zone",
    "answer", "about", "letter_language",
}  # fmt: skip
# Decision 12: what of a row in his scope a customer reads. Everything else never leaves.
READ = {
    "Agency": {"name", "phone", "email", "site", "base_url"},
    "Candidate": {"first_name", "last_name", "headline", "city"},
    "Company": {"name"},
    "Correction": {"word"},
    "Interview": {"location"},
    "InterviewAnswer": {"words"},  # his own: the scope shows him no other
    "Draft": {"body"},
    "Note": {"body"},
    "ResumeVersion": {"html"},
    "SignInSession": {"device"},
    "Stage": {"name_en", "name_ru", "name_uk"},
    "StageChange": {"reason"},
    "Term": {"name", "name_en", "name_ru", "name_uk"},
    "Vacancy": {"title", "city", "description", "employment_words"},
    # with contacts open only (for others the scope shows no row of these)
    "CandidateContact": {"value"},
    "ResumeOriginal": {"file_name", "html"},
    # by whom contacts are not hidden from; by others where it was read
    "Attachment": {"file_name", "html"},
}
OF_STAFF = {"name", "phone", "email", "position", "messenger", "signature"}
OF_COLLEAGUES = {"name"}


@pytest.fixture(scope="module")
def planted(shared_house, cast):
    """Who is there, all rows, and of each token where it stands: (table, column, key)."""
    crowd = move_crowd_in(shared_house, cast)
    to = stage_id(shared_house, cast.acme_vacancy, "review")
    shared_house.do(cast.pavlo, move, application_id=cast.yurii_at_acme, to_stage_id=to)
    places = {}
    database = shared_house.installation.database
    with database.writing(), database.new_session() as session:
        for name in models.__all__:
            for row in session.query(getattr(models, name)):
                for column in inspect(type(row)).columns:
                    if isinstance(column.type, String) and column.key not in TECHNICAL:
                        token = f"w{len(places):06}j"
                        places[token] = (name, column.key, key_of(row))
                        before = getattr(row, column.key) or ""
                        setattr(row, column.key, _with(before, token))
        session.commit()
    return crowd, everything(shared_house), places


def _with(text, token):
    return f"{text[:-4]} {token}</p>" if text.endswith("</p>") else f"{text} {token}"


@pytest.fixture(scope="module")
def asked(shared_house, planted):
    """Everything to ask about: a target for every vacancy, and one for every application."""
    house = shared_house
    of_candidate = defaultdict(lambda: 1)
    for original in stored(house, models.ResumeOriginal):
        of_candidate[original.candidate_id] = original.id
    files = {file.id: file for file in stored(house, models.Attachment, archived_at=None)}
    attachment_of = {
        (files[one.attachment_id].candidate_id, one.vacancy_id): one.attachment_id
        for one in stored(house, models.AttachmentOpening, hidden_at=None)
        if one.attachment_id in files and files[one.attachment_id].readable
    }
    notes = {note.application_id: note.id for note in stored(house, models.Note)}
    users = [user.id for user in stored(house, models.User)]
    told = [one.id for one in stored(house, models.Notification)]
    applications = [
        Target(
            vacancy=application.vacancy_id,
            candidate=application.candidate_id,
            application=application.id,
            stage=application.stage_id,
            note=notes.get(application.id, 1),
            original=of_candidate[application.candidate_id],
            attachment=attachment_of.get((application.candidate_id, application.vacancy_id), 1),
            notification=told[number % len(told)],
            user=users[number % len(users)],
            customer=users[number % len(users)],
        )
        for number, application in enumerate(stored(house, models.Application))
    ]
    vacancies = {target.vacancy: target for target in applications}
    return list(vacancies.values()), applications


def all_that_is_told(house, viewer, asked, name):
    """The text of everything the viewer can get out of the services, by function.

    What he is refused whatever he asks about (the access matrix proves it) is asked about one.
    """
    of_vacancies, of_applications = asked
    found = {}
    for function, row in ROWS.items():
        targets = of_vacancies[:1]
        if row.targets:
            targets = of_vacancies if row.targets == VACANCIES else of_applications
        if name not in row.who and not row.belt:
            targets = targets[:1]
        try:
            with reading(house.installation, viewer) as work:
                texts = [told(work, function, row, target) for target in targets]
        except DetourRefused:  # it writes: one unit of work for each call, none is committed
            texts = [rehearsed(house, viewer, function, row, one) for one in targets[::3]]
        found[f"{function.__module__}.{function.__name__}"] = "\n".join(texts)
    return found


def told(work, function, row, target):
    try:
        named = row.call(work, target)
        return repr(function(work, *named.pop("*", ()), **named))
    except CandelaError as error:
        return f"{error!r} {error.fields!r}"


class Rehearsed(Exception):
    """Ends a unit of work before its commit, with what was told."""


def rehearsed(house, viewer, function, row, target):
    def rehearse(work):
        raise Rehearsed(told(work, function, row, target))

    with pytest.raises(Rehearsed) as done:
        perform(house.installation, viewer, rehearse)
    return str(done.value)


def entitled(rows, viewer, now, places):
    """The tokens that the viewer may read."""
    seen = visible(rows, viewer, now)
    staff = {user.id for user in rows["User"] if user.role in STAFF}
    by_staff = {change.id for change in rows["StageChange"] if change.moved_by_id in staff}

    def may_read(name, column, key):
        if key not in seen[name]:
            return False
        if name == "User":
            all_of = key in staff or key == viewer.user_id
            return column in (OF_STAFF if all_of else OF_COLLEAGUES)
        if name == "StageChange" and key in by_staff:
            return False  # why staff moved somebody is for staff
        return column in READ.get(name, set())

    return {token for token, place in places.items() if may_read(*place)}


@pytest.mark.few_on_duckdb
@pytest.mark.parametrize("name", ["iryna", "pavlo", "nadia"])
def test_no_foreign_token_reaches_a_customer(shared_house, cast, planted, asked, name):
    crowd, rows, places = planted
    viewer = crowd.nadia if name == "nadia" else getattr(cast, name)
    his = entitled(rows, viewer, shared_house.clock.now, places)
    given = all_that_is_told(shared_house, viewer, asked, name)
    for function, text in given.items():
        foreign = {places[token][:2] for token in set(TOKEN.findall(text)) - his}
        assert not foreign, f"{function} tells {sorted(foreign)}"

    # The positive control: of each field that he may read, something was found.
    found = {places[token][:2] for token in TOKEN.findall("\n".join(given.values()))}
    readable = {places[token][:2] for token in his}
    assert found >= readable - NOT_ASKED_FOR
    if name == "nadia":
        assert readable == {("Agency", column) for column in READ["Agency"]} | {
            ("Company", "name"),
            *(("User", column) for column in OF_STAFF),
        }
    else:
        open_to_him = {name for name, _ in readable}
        assert ("CandidateContact" in open_to_him) == (name != "iryna")
        assert {"Candidate", "Note", "Vacancy", "Term", "StageChange"} <= open_to_him


# In a customer’s scope, and told by no function to him: companies reach him beside a vacancy, words
# in his own language only (English, here).
NOT_ASKED_FOR = {
    ("Company", "name"),
    *(("Term", column) for column in ("name", "name_ru", "name_uk")),
}


def test_every_text_column_holds_tokens(planted):
    """A new column is planted by itself: it is secret until decision 12 names it."""
    _, _, places = planted
    planted_in = {place[:2] for place in places.values()}
    for name in models.__all__:
        for column in inspect(getattr(models, name)).columns:
            if isinstance(column.type, String) and column.key not in TECHNICAL:
                assert (name, column.key) in planted_in
    assert {(name, column) for name, columns in READ.items() for column in columns} <= planted_in


def test_staff_are_told_what_customers_are_not(shared_house, cast, planted, asked):
    """The same net finds the secrets where they may be read."""
    _, _, places = planted
    of_vacancies, of_applications = asked
    some = (of_vacancies, of_applications[::4])
    given = "\n".join(all_that_is_told(shared_house, cast.recruiter, some, "recruiter").values())
    found = {places[token][:2] for token in TOKEN.findall(given)}
    for secret in (
        ("Vacancy", "private_notes"),
        ("CandidateContact", "value"),
        ("ResumeOriginal", "html"),
        ("Letter", "subject"),
        ("User", "email"),
    ):
        assert secret in found
    for never in (("Credential", "password_hash"), ("SignInSession", "digest")):
        assert never not in found
