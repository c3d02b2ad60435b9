"""Rows made directly in the database, past every rule: states that the services have no act for
yet, many rows fast, and a look at what is truly stored.

`plant` and `alter` write, `stored` reads; the functions below them make one row each, with
everything filled in that a test does not care about.
"""

from datetime import timedelta
from typing import Any, TypeVar

from sqlalchemy import select

from db.base import Base
from db.keys import new_key
from db.models import (
    Application,
    Attachment,
    Candidate,
    CandidateContact,
    Interview,
    InterviewPerson,
    Letter,
    Note,
    NoteReader,
    Presentation,
    ResumeOriginal,
    ResumeVersion,
    Stage,
    StageChange,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.folding import fold
from services.viewer import Role
from tests.house import House

Row = TypeVar("Row", bound=Base)


def plant(house: House, *rows: Base) -> None:
    """Write rows as they are."""
    with (
        house.installation.database.writing(),
        house.installation.database.new_session() as session,
    ):
        session.add_all(rows)
        session.commit()


def alter(house: House, model: type[Base], key: int, **columns: Any) -> None:
    """Change columns of one row as they are told."""
    with (
        house.installation.database.writing(),
        house.installation.database.new_session() as session,
    ):
        row = session.get_one(model, key)
        for name, value in columns.items():
            setattr(row, name, value)
        session.commit()


def stored(house: House, model: type[Row], **equal: Any) -> list[Row]:
    """Every row of the table (whose columns equal these), oldest first, whoever may see it."""
    with house.installation.database.new_session() as session:
        first, *_ = model.__mapper__.primary_key
        return list(session.scalars(select(model).filter_by(**equal).order_by(first)))


def the(house: House, model: type[Row], key: int) -> Row:
    """The row with this key as it is stored."""
    with house.installation.database.new_session() as session:
        return session.get_one(model, key)


def stage_id(house: House, vacancy_id: int, key: str) -> int:
    """The stage of a vacancy by the key of the default template."""
    return stored(house, Stage, vacancy_id=vacancy_id, key=key)[0].id


def a_user(house: House, name: str, **columns: Any) -> User:
    email = f"{name.lower()}@{columns.pop('at', 'somewhere')}.example"
    defaults = {
        "id": new_key(),
        "role": Role.CUSTOMER.value,
        "email": email,
        "folded_email": email,
        "name": name,
        "language": "en",
        "time_zone": "Europe/Kyiv",
        "created_at": house.clock.now,
    }
    return User(**defaults | columns)


def a_vacancy(house: House, title: str, recruiter_id: int, **columns: Any) -> Vacancy:
    defaults = {"id": new_key(), "recruiter_id": recruiter_id, "opened_at": house.clock.now}
    return Vacancy(title=title, **defaults | columns)


def a_stage(vacancy_id: int, position: int, *, lit: bool, **columns: Any) -> Stage:
    defaults = {"id": new_key(), "key": "", "name_en": f"Stage {position}"}
    flags = {"seen_by_customers": lit, "open_to_customers": lit}
    return Stage(vacancy_id=vacancy_id, position=position, **defaults | flags | columns)


def a_tie(house: House, vacancy_id: int, customer_id: int, **columns: Any) -> VacancyCustomer:
    defaults = {"id": new_key(), "tied_at": house.clock.now, "tied_by_id": customer_id}
    return VacancyCustomer(vacancy_id=vacancy_id, customer_id=customer_id, **defaults | columns)


def a_candidate(house: House, first_name: str, by_id: int, **columns: Any) -> Candidate:
    defaults = {
        "id": new_key(),
        "folded_name": fold(first_name),
        "created_at": house.clock.now,
        "created_by_id": by_id,
    }
    return Candidate(first_name=first_name, **defaults | columns)


def a_contact(candidate_id: int, kind: str, value: str) -> CandidateContact:
    return CandidateContact(
        id=new_key(), candidate_id=candidate_id, kind=kind, value=value, position=0
    )


def an_application(
    house: House, candidate_id: int, stage: Stage, by_id: int, **columns: Any
) -> Application:
    """An application in this stage, presented just now unless told otherwise."""
    defaults = {
        "id": new_key(),
        "vacancy_id": stage.vacancy_id,
        "presented_at": house.clock.now,
        "moved_at": house.clock.now,
        "created_at": house.clock.now,
    }
    return Application(
        candidate_id=candidate_id,
        stage_id=stage.id,
        created_by_id=by_id,
        **defaults | columns,
    )


def a_change(house: House, application: Application, by_id: int, **columns: Any) -> StageChange:
    """A move of the application into the stage it stands in."""
    defaults = {
        "id": new_key(),
        "to_stage_id": application.stage_id,
        "moved_at": house.clock.now,
        "moved_by_id": by_id,
    }
    return StageChange(application_id=application.id, **defaults | columns)


def a_presentation(
    house: House, application: Application, by_id: int, **columns: Any
) -> Presentation:
    defaults = {"id": new_key(), "batch": new_key(), "presented_at": house.clock.now}
    return Presentation(
        application_id=application.id,
        vacancy_id=application.vacancy_id,
        presented_by_id=by_id,
        **defaults | columns,
    )


def an_interview(house: House, application_id: int, by_id: int, **columns: Any) -> Interview:
    """An hour of tomorrow, shown to everybody who may see it."""
    tomorrow = house.clock.now + timedelta(days=1)
    defaults = {
        "id": new_key(),
        "starts_at": tomorrow,
        "ends_at": tomorrow + timedelta(hours=1),
        "zone": "Europe/Kyiv",
        "kind": "video",
        "staff_only": False,
        "shown_at": house.clock.now,
        "created_at": house.clock.now,
    }
    return Interview(application_id=application_id, created_by_id=by_id, **defaults | columns)


def a_part(interview: Interview, person_id: int, **columns: Any) -> InterviewPerson:
    """Somebody who takes part in an interview."""
    defaults = {"id": new_key(), "takes_part": True, "copy": False}
    return InterviewPerson(interview_id=interview.id, person_id=person_id, **defaults | columns)


def a_note(house: House, body: str, candidate_id: int, by_id: int, **columns: Any) -> Note:
    defaults = {"id": new_key(), "written_at": house.clock.now}
    return Note(candidate_id=candidate_id, author_id=by_id, body=body, **defaults | columns)


def a_reader(note: Note, **columns: Any) -> NoteReader:
    """`company_id` or `customer_id` of who reads the note."""
    return NoteReader(id=new_key(), note_id=note.id, **columns)


def an_original(house: House, candidate_id: int, by_id: int, **columns: Any) -> ResumeOriginal:
    key = new_key()
    defaults = {
        "file_name": f"resume-{key}.txt",
        "media_type": "text/plain",
        "size": 1,
        "sha256": f"{key:064x}",
        "stored_as": f"{key:040x}",
        "readable": True,
        "html": "<p>Original</p>",
        "received_at": house.clock.now,
    }
    return ResumeOriginal(
        id=key, candidate_id=candidate_id, received_by_id=by_id, **defaults | columns
    )


def an_attachment(
    house: House, candidate_id: int, by_id: int, *, readable: bool = True, **columns: Any
) -> Attachment:
    key = new_key()
    defaults = {
        "file_name": f"work-{key}.txt",
        "media_type": "text/plain",
        "size": 1,
        "sha256": f"{key:064x}",
        "stored_as": f"{key:040x}",
        "html": "<p>Work</p>" if readable else "",
        "received_at": house.clock.now,
    }
    return Attachment(
        id=key, candidate_id=candidate_id, received_by_id=by_id, readable=readable,
        **defaults | columns,
    )  # fmt: skip


def a_version(house: House, candidate_id: int, by_id: int, **columns: Any) -> ResumeVersion:
    defaults = {"id": new_key(), "html": "<p>Version</p>", "saved_at": house.clock.now}
    return ResumeVersion(candidate_id=candidate_id, saved_by_id=by_id, **defaults | columns)


def a_letter(house: House, candidate_id: int, subject: str = "Words", **columns: Any) -> Letter:
    """A letter to a candidate that has left: a refusal."""
    to = {"candidate_id": candidate_id, "to_name": "K", "to_email": "k@candidates.example"}
    said = {"language": "en", "subject": subject, "text": "", "html": ""}
    at = {"created_at": house.clock.now, "send_after": house.clock.now}
    usual = {"kind": "refusal", "state": "sent", "sender": "smtp"}
    return Letter(**to, **said, **at, **usual | columns)
