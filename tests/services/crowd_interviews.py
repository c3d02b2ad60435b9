"""The crowd's interviews: one that customers see, and one they do not for each reason there is."""

from collections.abc import Iterator
from datetime import timedelta

from db.base import Base
from db.keys import new_key
from db.models import Application, CalendarFeed, Interview, InterviewPerson, Letter, LetterFile
from tests.house import House
from tests.people import People

_LATER = timedelta(minutes=30)


def interviews_of(house: House, people: People, application: Application) -> Iterator[Base]:
    """Of an application; each with staff and customers of both companies and of none.

    A letter to the candidate about the last one, with a file.
    """
    now, staff = house.clock.now, people.recruiter.user_id
    for column in ({}, {"staff_only": True}, {"state": "undone"}, {"shown_at": now + _LATER}):
        columns = {"staff_only": False, "shown_at": now, "state": "scheduled"} | column
        interview = Interview(
            id=new_key(),
            application_id=application.id,
            starts_at=now + _LATER,
            ends_at=now + 2 * _LATER,
            zone="Europe/Kyiv",
            kind="video",
            location="A room",
            comment="Among ourselves",
            created_at=now,
            created_by_id=staff,
            **columns,
        )
        yield interview
        for viewer in (people.recruiter, *people.customers):
            yield InterviewPerson(
                interview_id=interview.id, person_id=viewer.user_id, takes_part=True, copy=False
            )
    letter = Letter(
        id=new_key(),
        kind="interview_invitation",
        candidate_id=application.candidate_id,
        interview_id=interview.id,
        to_name="",
        to_email="",
        language="en",
        subject="",
        text="",
        html="",
        state="sent",
        created_at=now,
        send_after=now,
    )
    yield letter
    yield LetterFile(
        letter_id=letter.id,
        position=0,
        file_name="offer.pdf",
        media_type="application/pdf",
        size=1,
        stored_as="",
    )


def feeds_of(house: House, people: People) -> Iterator[Base]:
    """An address of a calendar feed for one of the staff and each customer."""
    for viewer in (people.recruiter, *people.customers):
        yield CalendarFeed(
            user_id=viewer.user_id, digest=f"f{viewer.user_id}", made_at=house.clock.now
        )
