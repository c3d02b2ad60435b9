"""How many statements a full rerun of each page sends: exact numbers, the same for three rows
and for more than a page of rows.

A number that grows says that something is asked once per row, or twice. A number that shrinks is
welcome: write it down here. Times are no test's matter; `make bench` measures them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from db.base import Base
from db.keys import new_key
from db.models import (
    Candidate,
    CandidateTerm,
    Correction,
    Letter,
    NoteChange,
    Notification,
    Opening,
    Stage,
    Term,
)
from services.viewer import Viewer
from tests.factories import (
    a_candidate,
    a_contact,
    a_note,
    a_part,
    a_reader,
    a_stage,
    a_tie,
    a_user,
    a_vacancy,
    a_version,
    an_application,
    an_interview,
    plant,
    stored,
)
from tests.house import House
from tests.pages.sights import sights_of
from tests.pages.tab import Tab, signed_in
from tests.people import People

pytestmark = [pytest.mark.thorough, pytest.mark.only_on("duckdb")]  # the statements are the same

# Iryna is the customer from whom contacts are hidden, Pavlo the one who sees them.
# sight: administrator, recruiter, Iryna, Pavlo
BUDGETS = {
    # the next interviews: they, who takes part, what was answered, and for whom contacts are hidden
    # what to look for
    "vacancies": (9, 8, 14, 13),
    "vacancies closed": (5, 5, 10, 10),
    "vacancy": (12, 12, 16, 15),
    # beside the form and its customers: who follows it, and its story (closings, by whom, names)
    "vacancy edit": (16, 16, None, None),
    "vacancy stages": (9, 9, None, None),
    "candidates": (5, 5, 10, 9),
    # languages; a customer's also the vacancy's switches; staff's their own reminders; corrections,
    # what he typed and did not save, who was shown him; the interviews, who takes part and
    # what was answered; to a customer the attachments opened to him, and who stands beside him
    "candidate": (22, 22, 27, 25),
    # who may be chosen, he, what he follows, his reach; his page; what staff have beside it, and
    # by which rules it would be cut
    "customer-view": (30, 30, None, None),
    "customer-view of a candidate": (44, 44, None, None),
    "candidates filtered": (8, 8, None, None),
    "candidates searched": (6, 6, 14, 13),
    "candidates by activity": (5, 5, None, None),
    "vocabulary": (4, 4, None, None),
    "candidate-edit new": (3, 3, None, None),
    "candidate-edit new for a vacancy": (9, 9, None, None),
    # all originals are listed; corrections that wait are no words of his yet; for which vacancies
    # a version can be made, which there are, and whether the original has changed since; what is
    # left out for customers without contacts, of him and by default
    "candidate-edit": (17, 17, None, None),
    "intake": (2, 2, None, None),
    "intake for a vacancy": (8, 8, None, None),
    # the grid reads its interviews itself
    "calendar": (2, 2, 6, 6),
    "calendar month": (2, 2, 6, 6),
    # with what was answered: to staff everybody's, to a customer his own
    "calendar list": (4, 4, 9, 8),
    # the names of what is filtered by
    "calendar filtered": (5, 5, 10, 9),
    "customers": (6, 6, None, None),
    "customers one": (21, 21, None, None),
    "companies": (3, 3, None, None),
    "companies one": (7, 7, None, None),
    "settings": (7, 6, 10, 10),
    "help": (2, 2, 6, 6),
    # whom they are about is asked for by key: joined, the whole base would be gone through
    "notifications": (6, 6, 10, 9),
    "stages": (4, None, None, None),
    "mail": (6, 6, None, None),
    "mail filtered": (6, 6, None, None),
    "mail-settings": (3, None, None, None),
    "letter-templates": (3, None, None, None),
    "letter-templates one": (5, None, None, None),
    "staff": (6, None, None, None),
    "staff one": (10, None, None, None),
}
ROLES = ("admin", "recruiter", "iryna", "pavlo")
MORE_THAN_A_PAGE = 55


@contextmanager
def statements(house: House) -> Iterator[list[str]]:
    """Every statement that is sent to the house's database meanwhile."""
    sent: list[str] = []

    def heard(_connection, _cursor, statement, *_rest):
        sent.append(statement)

    event.listen(house.installation.database.engine, "before_cursor_execute", heard)
    try:
        yield sent
    finally:
        event.remove(house.installation.database.engine, "before_cursor_execute", heard)


def counted(house: House, people: People, viewer: Viewer) -> dict[str, int]:
    """Statements of a second run of each page, which writes nothing: only the first one may."""
    found = {}
    for sight in sights_of(viewer):
        tab = Tab(house, signed_in(house, viewer))
        assert not tab.open(sight.address, **sight.query(people)).broken
        with statements(house) as sent:
            shown = tab.again()
        assert shown.title.startswith(sight.heading(viewer).rstrip(" 0123456789"))
        written = [one for one in sent if not one.lstrip().startswith(("SELECT", "WITH"))]
        assert written == [], sight.name
        found[sight.name] = len(sent)
    return found


def budget_of(name: str) -> dict[str, int]:
    column = ROLES.index(name)
    return {sight: row[column] for sight, row in BUDGETS.items() if row[column] is not None}


def test_the_first_opening_of_a_candidate_is_written_down(house, people):
    tab = Tab(house, signed_in(house, people.iryna))
    with statements(house) as first:
        tab.open("candidate", id=people.yurii)
    assert any(statement.startswith("INSERT INTO openings") for statement in first)


@pytest.mark.parametrize("name", ROLES)
def test_a_rerun_sends_exactly_so_many_statements(house, people, name):
    plant(house, a_correction(house, people, "Elixir"), *an_interview_of_maryana(house, people))
    assert counted(house, people, getattr(people, name)) == budget_of(name)


@pytest.mark.parametrize("name", ["recruiter", "iryna", "pavlo"])
def test_and_not_one_more_for_more_than_a_page_of_rows(house, people, name):
    plant(house, *more_than_a_page(house, people))
    tab = Tab(house, signed_in(house, getattr(people, name)))
    assert "Next" in tab.open("candidates").words
    assert counted(house, people, getattr(people, name)) == budget_of(name)


def more_than_a_page(house: House, people: People) -> Iterator[Base]:
    """Of everything that a page lists: candidates, applications, vacancies, notes and the rest."""
    staff, acme = people.recruiter.user_id, people.iryna.company_id
    review = stored(house, Stage, vacancy_id=people.acme_vacancy, key="review")[0]
    for number in range(MORE_THAN_A_PAGE):
        candidate = a_candidate(house, f"Extra {number}", staff)
        application = an_application(house, candidate.id, review, staff)
        vacancy = a_vacancy(house, f"Vacancy {number}", staff, company_id=acme)
        lit = a_stage(vacancy.id, 0, lit=True)
        yield from (candidate, application, vacancy, lit)
        another = an_application(house, people.maryana, lit, staff)
        yield another
        yield from _interview_of(house, people, another.id)
        yield from _of_the_candidate(candidate, number)
        for customer in (people.iryna, people.pavlo):
            yield a_tie(house, vacancy.id, customer.user_id)
            yield Opening(
                application_id=application.id,
                customer_id=customer.user_id,
                opened_at=house.clock.now,
            )
        yield a_user(house, f"Customer{number}", company_id=acme)
        yield from _of_maryana(house, people, number)


def a_correction(house: House, people: People, word: str) -> Correction:
    """One that waits; what is known of its word is asked only where there is one."""
    return Correction(
        batch=new_key(),
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
        author_id=people.iryna.user_id,
        company_id=people.iryna.company_id,
        kind="skill",
        removes=False,
        word=word,
        folded_word=word.lower(),
        made_at=house.clock.now,
        state="waiting",
    )


def an_interview_of_maryana(house: House, people: People) -> Iterator[Base]:
    """One in each of her vacancies: who takes part is asked only where there is one."""
    for application_id in (people.maryana_at_acme, people.maryana_at_globex):
        yield from _interview_of(house, people, application_id)


def _interview_of(house: House, people: People, application_id: int) -> Iterator[Base]:
    one = an_interview(house, application_id, people.recruiter.user_id)
    yield one
    for viewer in (people.admin, people.recruiter, people.iryna):
        yield a_part(one, viewer.user_id)


def _of_the_candidate(candidate: Candidate, number: int) -> Iterator[Base]:
    term = Term(id=new_key(), kind="skill", name=f"Skill {number}", folded_name=f"skill {number}")
    yield term
    yield CandidateTerm(candidate_id=candidate.id, term_id=term.id)
    yield a_contact(candidate.id, "phone", f"+380 67 500 {number:02} 00")


def _of_maryana(house: House, people: People, number: int) -> Iterator[Base]:
    now = house.clock.now
    note = a_note(
        house,
        f"Note {number}",
        people.maryana,
        people.recruiter.user_id,
        application_id=people.maryana_at_acme,
    )
    yield note
    yield a_reader(note, company_id=people.iryna.company_id)
    yield NoteChange(
        note_id=note.id,
        kind="opened",
        changed_by_id=people.recruiter.user_id,
        changed_at=now,
    )
    yield a_correction(house, people, f"Word {number}")
    yield a_version(
        house, people.maryana, people.recruiter.user_id, superseded_at=now, saved_at=now
    )
    for recipient in (people.recruiter, people.iryna, people.pavlo):
        yield Notification(
            recipient_id=recipient.user_id,
            event=f"event {number}",
            kind="note",
            actor_id=people.recruiter.user_id,
            vacancy_id=people.acme_vacancy,
            application_id=people.maryana_at_acme,
            created_at=now,
            due_at=now,
        )
    yield from an_interview_of_maryana(house, people)
    texts = {"kind": "invitation", "to_name": "", "to_email": "", "language": "en", "subject": "x"}
    yield Letter(
        recipient_id=people.iryna.user_id,
        text="",
        html="",
        state="sent",
        created_at=now,
        send_after=now,
        **texts,
    )
