"""A full calendar: as many interviews in one month as a busy agency holds."""

from datetime import timedelta
from itertools import cycle

from sqlalchemy import func, select

from db.keys import new_key
from db.models import Application, Interview, Stage
from db.sample.bulk import Bulk
from services.installation import Installation

INTERVIEWS = 500
_A_DAY = 18


def fill_calendar(installation: Installation, keys: Bulk) -> None:
    """Interviews of this month about candidates whom the measured customer sees; once."""
    database, now = installation.database, installation.clock()
    with database.writing(), database.new_session() as session:
        if session.scalar(select(func.count(Interview.id))):
            return
        shown = session.scalars(
            select(Application.id)
            .join(Stage, Stage.id == Application.stage_id)
            .where(
                Application.vacancy_id == keys.vacancy_id,
                Application.presented_at.is_not(None),
                Stage.seen_by_customers,
            )
        ).all()
        first = now.replace(day=1, hour=7, minute=0, second=0, microsecond=0)
        for number, application_id in zip(range(INTERVIEWS), cycle(shown), strict=False):
            at = first + timedelta(days=number // _A_DAY, minutes=30 * (number % _A_DAY))
            session.add(
                Interview(
                    id=new_key(),
                    application_id=application_id,
                    starts_at=at,
                    ends_at=at + timedelta(minutes=45),
                    zone="Europe/Kyiv",
                    kind="video",
                    location="https://meet.example/room",
                    staff_only=False,
                    shown_at=now,
                    created_at=now,
                    created_by_id=keys.recruiter_id,
                )
            )
        session.commit()
