"""The crowd's candidates: what belongs to each of them, whoever sees him."""

from collections.abc import Iterator

from db.base import Base
from db.keys import new_key
from db.models import (
    Application,
    Candidate,
    CandidateLanguage,
    Correction,
    Reminder,
    SparedContact,
)
from tests.house import House
from tests.people import People


def said_of(house: House, people: People, candidate: Candidate) -> Iterator[Base]:
    """A language, what is no contact of his, and what staff want to be reminded of."""
    now, staff = house.clock.now, people.recruiter.user_id
    yield CandidateLanguage(candidate_id=candidate.id, language="uk", position=0)
    yield SparedContact(
        candidate_id=candidate.id,
        folded_text="next.js",
        text="Next.js",
        spared_by_id=staff,
        spared_at=now,
    )
    for owner_id in (staff, people.admin.user_id):
        yield Reminder(
            owner_id=owner_id,
            candidate_id=candidate.id,
            due_on=now.date(),
            due_at=now,
            created_at=now,
            text="Call him",
        )


def corrected(
    house: House, people: People, application: Application, numbers: Iterator[int]
) -> Iterator[Base]:
    """A correction of each side's, and one in the name of somebody who has a company now."""
    for side in (
        {"company_id": people.iryna.company_id},
        {"company_id": people.greta.company_id},
        {"customer_id": people.leo.user_id},
        {"customer_id": people.iryna.user_id},
    ):
        yield Correction(
            batch=new_key(),
            candidate_id=application.candidate_id,
            application_id=application.id,
            author_id=people.pavlo.user_id,
            kind="skill",
            removes=False,
            word=f"Word {(number := next(numbers))}",
            folded_word=f"word {number}",
            made_at=house.clock.now,
            state="waiting",
            **side,
        )
