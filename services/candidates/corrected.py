"""The story of a candidate's corrections: what customers said, what staff made of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from db.models import Application, AuditEntry, Correction, User, Vacancy
from services.candidates.corrections import ACCEPTED, UNDONE
from services.listed import listed
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class Act:
    """One word was corrected, accepted, undone (by staff) or unsaid (by the customer's side)."""

    what: str
    at: datetime
    by: str
    vacancy: str
    word: str
    removes: bool


class Corrected:
    """The corrections of one candidate, the newest `most` of them."""

    def __init__(self, work: Work, candidate_id: int, most: int) -> None:
        self._work = work
        author, settler = aliased(User), aliased(User)
        newest = (
            select(Correction, author.name, settler.name, settler.role, Vacancy.title)
            .join(author, author.id == Correction.author_id)
            .join(settler, settler.id == Correction.settled_by_id, isouter=True)
            .join(Application, Application.id == Correction.application_id)
            .join(Vacancy, Vacancy.id == Application.vacancy_id)
            .where(Correction.candidate_id == candidate_id)
            .order_by(Correction.id.desc())
            .limit(most)
        )
        self._rows: Sequence[Any] = work.rows(newest).all()[::-1]

    def acts(self) -> Iterator[Act]:
        """All that was done to them, word by word, in the order in which they were made."""
        accepted_before = self._accepted_before()
        for one, author, settler, role, vacancy in self._rows:
            said = (vacancy, one.word, one.removes)
            yield Act("corrected", one.made_at, author, *said)
            for at, by in accepted_before.get(one.id, ()):
                yield Act("accepted", at, by, *said)
            if one.state == ACCEPTED:
                yield Act("accepted", one.settled_at, settler or "", *said)
            elif one.state == UNDONE:
                what = "unsaid" if role == Role.CUSTOMER else "undone"
                yield Act(what, one.settled_at, settler or "", *said)

    def _accepted_before(self) -> dict[int, list[tuple[datetime, str]]]:
        """When those that are undone by now had been accepted: that, the trail alone remembers.

        An acceptance that was taken back at once never happened.
        """
        undone = [one.id for one, *_ in self._rows if one.state == UNDONE]
        trail = (
            select(AuditEntry, User.name)
            .join(User, User.id == AuditEntry.actor_id, isouter=True)
            .where(
                AuditEntry.object_kind == "correction",
                AuditEntry.object_id.in_(listed(undone)),
                AuditEntry.act.in_(("accept", "unaccept")),
            )
            .order_by(AuditEntry.id)
        )
        found: dict[int, list[tuple[datetime, str]]] = {}
        for entry, name in self._work.rows(trail):
            if entry.act == "accept":
                found.setdefault(entry.object_id, []).append((entry.acted_at, name or ""))
            elif found.get(entry.object_id):
                found[entry.object_id].pop()
        return found
