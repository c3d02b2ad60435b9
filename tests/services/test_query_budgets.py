"""Every list and page asks as many questions for three rows as for more than a page of them.

The number itself is written down, too: a question more is a decision, not an accident.
"""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from db.keys import new_key
from db.models import (
    CandidateTerm,
    Correction,
    Letter,
    NoteChange,
    Notification,
    Opening,
    Stage,
    Term,
)
from services.applications.shown import seen_before, seen_by, still_known
from services.applications.to_present import preview
from services.applications.turning import place_of
from services.applications.views import history, of_candidate, of_vacancy, with_recruiter_again
from services.candidates.corrections import correct
from services.candidates.history import history_of
from services.candidates.listing import candidates
from services.candidates.views import candidate
from services.candidates.vocabulary import Terms, vocabulary
from services.companies import choices
from services.customers import customers, tieable
from services.mail.archive import letters, vacancies_of_letters
from services.mail.queue import queue_now
from services.mail.trouble import troubles
from services.notes.readers import possible_readers
from services.notes.views import notes
from services.notifications import notifications, unread_count
from services.vacancies.forms import recruiters
from services.vacancies.views import my_recruiter, vacancies, vacancy
from services.viewer import DOORKEEPER
from services.work import reading
from tests.factories import (
    a_candidate,
    a_change,
    a_contact,
    a_note,
    a_presentation,
    a_reader,
    a_tie,
    a_user,
    a_vacancy,
    a_version,
    an_application,
    plant,
    stage_id,
    stored,
    the,
)

pytestmark = pytest.mark.thorough

PAGE = 5

# function -> its arguments and the questions of staff, of a customer with contacts open, hidden
ON_VACANCY = {"vacancy_id": "acme_vacancy"}
ON_CANDIDATE = {"candidate_id": "maryana"}
ON_APPLICATION = {"application_id": "maryana_at_acme"}
BUDGETS = {
    vacancies: ({}, 3, 4, 4),
    vacancy: (ON_VACANCY, 6, 5, 5),
    of_vacancy: (ON_VACANCY, 5, 5, 6),
    with_recruiter_again: (ON_VACANCY, 2, 2, 2),
    candidates: ({}, 3, 3, 4),
    # with the corrections that wait; staff are told of those with words that nobody has yet
    candidate: (ON_CANDIDATE, 7, 6, 6),
    of_candidate: (ON_CANDIDATE, 3, 3, 3),
    # every kind of thing that happened to him, by questions of its own
    history_of: (ON_CANDIDATE, 15, None, None),
    history: (ON_APPLICATION, 2, 2, 3),
    place_of: (ON_APPLICATION, 2, 2, 2),
    notes: (ON_CANDIDATE, 4, 3, 4),
    possible_readers: (ON_CANDIDATE | {"application_id": "maryana_at_acme"}, 3, 1, 1),
    # whom they are about is asked by key (measured: the join grew with the base)
    notifications: ({}, 3, 3, 4),
    unread_count: ({}, 1, 1, 1),
    vocabulary: ({}, 1, 1, 2),
    my_recruiter: ({}, 2, 2, 2),
    customers: ({}, 1, None, None),
    tieable: (ON_VACANCY, 1, None, None),
    choices: ({}, 1, None, None),
    recruiters: ({}, 1, None, None),
    letters: ({}, 1, None, None),
    vacancies_of_letters: ({}, 1, None, None),
    queue_now: ({}, 2, None, None),
    troubles: ({"person_ids": ["maryana", "yurii"]}, 1, None, None),
    seen_by: (ON_CANDIDATE, 3, None, None),
    seen_before: (ON_VACANCY | {"candidate_ids": ["maryana", "yurii"]}, 2, None, None),
    still_known: (ON_APPLICATION, 5, None, None),
    preview: (ON_VACANCY | {"candidate_ids": ["maryana", "yurii"]}, 14, None, None),
}


@contextmanager
def counted(engine):
    """The statements sent while inside."""
    sent = []

    def note_down(_connection, _cursor, statement, *_):
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note_down)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note_down)


def arguments(people, named):
    def key(name):
        return (
            [getattr(people, one) for one in name]
            if isinstance(name, list)
            else getattr(people, name)
        )

    return {argument: key(name) for argument, name in named.items()}


def questions(house, viewer, function, named):
    """How many statements the function sends, beside those that open its unit of work."""
    with reading(house.installation, viewer) as work:
        with counted(house.installation.database.engine) as sent:
            function(work, **named)
        return len(sent)


def more_than_a_page(house, people):
    """Two pages and a bit of everything that is listed, all of it to be seen by Acme."""
    rows = []
    recruiter, now = people.recruiter.user_id, house.clock.now
    new = the(house, Stage, stage_id(house, people.acme_vacancy, "new"))
    for number in range(2 * PAGE + 1):
        somebody = a_candidate(house, f"Person {number}", recruiter)
        application = an_application(house, somebody.id, new, recruiter)
        term = Term(id=new_key(), kind="skill", name=f"T{number}", folded_name=f"t{number}")
        note = a_note(house, f"Note {number}", people.maryana, recruiter,
                      application_id=people.maryana_at_acme)  # fmt: skip
        open_vacancy = a_vacancy(house, f"Vacancy {number}", recruiter)
        lit = Stage(id=new_key(), vacancy_id=open_vacancy.id, key="new", position=1,
                    seen_by_customers=True, open_to_customers=True)  # fmt: skip
        customer = a_user(house, f"Customer{number}", company_id=people.iryna.company_id)
        rows += [
            *(somebody, application, term, note, open_vacancy, lit, customer),
            a_contact(somebody.id, "phone", f"+380 67 100 00 {number:02}"),
            a_version(house, somebody.id, recruiter),
            a_change(house, application, recruiter),
            a_presentation(house, application, recruiter),
            a_reader(note, company_id=people.iryna.company_id),
            NoteChange(note_id=note.id, kind="opened", changed_by_id=recruiter, changed_at=now),
            Correction(
                batch=number, candidate_id=people.maryana, application_id=people.maryana_at_acme,
                author_id=people.iryna.user_id, company_id=people.iryna.company_id, kind="skill",
                removes=False, word=f"W{number}", folded_word=f"w{number}", made_at=now,
                state="waiting",
            ),
            a_reader(note, company_id=people.greta.company_id),
            a_tie(house, people.acme_vacancy, customer.id),
            *(
                a_tie(house, open_vacancy.id, one.user_id)
                for one in (people.iryna, people.pavlo)
            ),
            an_application(house, people.maryana, lit, recruiter),
            CandidateTerm(id=new_key(), candidate_id=somebody.id, term_id=term.id),
            CandidateTerm(id=new_key(), candidate_id=people.maryana, term_id=term.id),
            Opening(application_id=application.id, customer_id=people.iryna.user_id, opened_at=now),
            a_change(
                house,
                next(one for one in stored(house, type(application), id=people.maryana_at_acme)),
                recruiter,
            ),
            *(
                Notification(
                    recipient_id=one.user_id, event=f"event {number}", kind="note", created_at=now,
                    actor_id=recruiter, vacancy_id=application.vacancy_id,
                    application_id=application.id, due_at=now,
                )
                for one in (people.iryna, people.pavlo, people.recruiter)
            ),
            Letter(
                kind="x", recipient_id=customer.id, to_name="", to_email="", language="en",
                subject="", text="", html="", state="sent", created_at=now, send_after=now,
            ),
        ]  # fmt: skip
    plant(house, *rows)


def test_the_same_for_three_rows_and_for_more_than_a_page(house, people, page_size):
    page_size(PAGE)

    def count():
        found = {}
        for function, (named, *budget) in BUDGETS.items():
            viewers = (people.recruiter, people.pavlo, people.iryna)
            for viewer, allowed in zip(viewers, budget, strict=True):
                if allowed is not None:
                    key = (function.__name__, viewer.name)
                    found[key] = questions(house, viewer, function, arguments(people, named))
        return found

    house.do(
        people.iryna,
        correct,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
        added=Terms(("A word",)),
        removed=Terms(),
    )
    few = count()
    more_than_a_page(house, people)
    many = count()
    assert many == few
    assert len(house.ask(people.iryna, candidates).rows) == PAGE
    assert house.ask(people.iryna, candidates).found > 2 * PAGE
    assert house.ask(people.iryna, of_vacancy, vacancy_id=people.acme_vacancy).next_page == 1
    assert len(house.ask(people.iryna, vacancies).rows) == PAGE
    assert len(house.ask(people.recruiter, letters).rows) == PAGE
    written_down = {
        (function.__name__, viewer.name): allowed
        for function, (_, *budget) in BUDGETS.items()
        for viewer, allowed in zip(
            (people.recruiter, people.pavlo, people.iryna), budget, strict=True
        )
        if allowed is not None
    }
    assert few == written_down


@pytest.mark.parametrize("name", ["recruiter", "iryna", "doorkeeper"])
def test_opening_a_unit_of_work_asks_twice_for_a_customer_and_never_for_others(house, people, name):
    viewer = DOORKEEPER if name == "doorkeeper" else getattr(people, name)
    with (
        counted(house.installation.database.engine) as sent,
        reading(house.installation, viewer),
    ):
        pass
    assert len(sent) == (2 if name == "iryna" else 0)
