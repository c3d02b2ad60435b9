"""Interviews: a candidate of a vacancy meets people at a time and in a place; what they answer."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Interview(Base):
    """A meeting about one application; the same entry in everybody's calendar from then on.

    `zone` is the zone it was agreed in. `kind` is "in_person", "phone" or "video"; `state`
    "scheduled", "cancelled", "held", "no_show", or "undone": taken back before anybody was told.
    `sequence` counts what calendars were told of it (RFC 5545, 3.8.7.4); `moved_sequence` is what
    it counted when what all of them show changed last: who was told an older one is told anew.
    `comment` is for staff; one that is `staff_only` exists for no customer. `place_cut`: staff know
    of contacts in its place, and that they are cut for whom they are hidden from.
    """

    __tablename__ = "interviews"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    application_id: Mapped[int] = mapped_column(Key, ForeignKey("applications.id"))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    zone: Mapped[str]
    kind: Mapped[str]
    location: Mapped[str] = mapped_column(Text, default="")
    place_cut: Mapped[bool] = mapped_column(default=False)
    comment: Mapped[str] = mapped_column(Text, default="")
    staff_only: Mapped[bool]
    shown_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(default="scheduled")
    sequence: Mapped[int] = mapped_column(default=0)
    moved_sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own contract
    __table_args__ = (Index(None, "application_id"), Index(None, "starts_at"))


class InterviewPerson(Base):
    """Who has to do with an interview beside the candidate: staff, or a customer of the vacancy.

    He `takes_part`, or has only a `copy` of the letter; a customer may have both. `left_at` is
    set when he is taken out of it: who was told once is told that, too. `reminded_of` is the time
    he was last reminded of; `asked_at` when a letter that asked him how it was had left.
    """

    __tablename__ = "interview_people"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    interview_id: Mapped[int] = mapped_column(Key, ForeignKey("interviews.id"))
    person_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    takes_part: Mapped[bool]
    copy: Mapped[bool]
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reminded_of: Mapped[datetime | None] = mapped_column(UtcDateTime)
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("interview_id", "person_id"), Index(None, "person_id"))


class InterviewAnswer(Base):
    """What somebody answered from his letter: the candidate, or a customer (`person_id`).

    `answer` is "confirm" or "another" (a candidate's), "seen" or "propose" (a customer's). Who
    changes his answer gives another one, numbered on; the last counts. `about` is the mark of the
    time and place that he was asked about: after they change, it is an answer to something else.
    """

    __tablename__ = "interview_answers"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    interview_id: Mapped[int] = mapped_column(Key, ForeignKey("interviews.id"))
    person_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    candidate_id: Mapped[int | None] = mapped_column(Key, ForeignKey("candidates.id"))
    number: Mapped[int]
    answer: Mapped[str]
    words: Mapped[str] = mapped_column(Text, default="")
    about: Mapped[str]
    answered_at: Mapped[datetime] = mapped_column(UtcDateTime)

    # Of a double press one row wins: rows of the other kind hold NULL there, which never collides.
    __table_args__ = (
        UniqueConstraint("interview_id", "person_id", "number"),
        UniqueConstraint("interview_id", "candidate_id", "number"),
    )


class InterviewRing(Base):
    """That of an interview at this time everybody was reminded, or was asked for feedback.

    `kind` is "reminder", "late_reminder" (nearer to it, for who was told too late for the first),
    each of them also with "_to_staff" (alone, while nobody considers the candidate), or "feedback";
    written down for a time that nobody needs to be reminded of as well. Moved to another time, it
    rings again.
    """

    __tablename__ = "interview_rings"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    interview_id: Mapped[int] = mapped_column(Key, ForeignKey("interviews.id"))
    kind: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    rung_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("interview_id", "kind", "starts_at"),)
