"""The crowd's interviews: one that customers see, and one they do not for each reason there is."""

from collections.abc import Iterator
from datetime import timedelta

from db.base import Base
from db.keys import new_key
from db.models import (
    Application,
    CalendarFeed,
    Interview,
    InterviewAnswer,
    InterviewPerson,
    InterviewRing,
    Letter,
    LetterFile,
)
from tests.house import House
from tests.people import People

_LATER = timedelta(minutes=30)


def interviews_of(house: House, people: People, application: Application) -> Iterator[Base]:
    """Of an application; each with staff and customers of both companies and of none, answered.

    Letters about the last one, one with a file.
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
        yield from _answers_to(interview, people, application)
        yield InterviewRing(
            interview_id=interview.id, kind="feedback", starts_at=interview.starts_at, rung_at=now
        )
    # to him about it, to somebody else about it, to him about something else
    for candidate_id, interview_id in (
        (application.candidate_id, interview.id),
        (None, interview.id),
        (application.candidate_id, None),
    ):
        letter = Letter(
            id=new_key(),
            kind="interview_invitation",
            candidate_id=candidate_id,
            interview_id=interview_id,
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


def _answers_to(interview: Interview, people: People, application: Application) -> Iterator[Base]:
    """The candidate's and each customer's."""
    said = {"interview_id": interview.id, "number": 1, "about": "", "words": "Friday"}
    said["answered_at"] = interview.created_at
    yield InterviewAnswer(candidate_id=application.candidate_id, answer="another", **said)
    for viewer in people.customers:
        yield InterviewAnswer(person_id=viewer.user_id, answer="propose", **said)


def feeds_of(house: House, people: People) -> Iterator[Base]:
    """An address of a calendar feed for one of the staff and each customer."""
    for viewer in (people.recruiter, *people.customers):
        yield CalendarFeed(
            user_id=viewer.user_id, digest=f"f{viewer.user_id}", made_at=house.clock.now
        )
