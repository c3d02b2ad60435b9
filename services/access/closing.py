"""Closing somebody's door: sessions, links, letters that have not left."""

from sqlalchemy import select

from db.models import Letter
from services.access.links import void_links
from services.access.sessions import end_sessions_of
from services.work import Work


def shut(work: Work, *, user_id: int, why: str) -> None:
    """Void a person's sessions, links and letters not yet sent; `why` stands at the letters."""
    end_sessions_of(work, user_id=user_id)
    void_links(work, user_id=user_id)
    waiting = select(Letter).where(Letter.recipient_id == user_id, Letter.state == "queued")
    for letter in work.scalars(waiting):
        letter.state, letter.problem = "failed", why
