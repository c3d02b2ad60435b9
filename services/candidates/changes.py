"""What a save of the candidate's page changed, before and after, for the trail.

Of contacts only of which kind one went and one came: the trail outlives what it speaks of.
"""

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Self

from sqlalchemy import select

from db.models import Candidate, CandidateContact, CandidateLanguage
from services.candidates.vocabulary import terms_of
from services.work import Work


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A candidate's fields as they stand, each as a short text.

    His contacts, kind and value, are for comparing alone: they never go into the trail.
    """

    first_name: str
    last_name: str
    patronymic: str
    headline: str
    city: str
    experience_years: str
    source: str
    availability: str
    salary: str
    born_on: str
    time_zone: str
    letter_language: str
    photo: str
    languages: str
    skills: str
    categories: str
    contacts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, work: Work, row: Candidate) -> Self:
        """How the candidate stands now."""
        contacts = work.rows(
            select(CandidateContact.kind, CandidateContact.value).where(
                CandidateContact.candidate_id == row.id
            )
        )
        spoken = work.rows(
            select(CandidateLanguage.language, CandidateLanguage.level)
            .where(CandidateLanguage.candidate_id == row.id)
            .order_by(CandidateLanguage.position)
        )
        terms = terms_of(work, [row.id])[row.id]
        salary = "" if row.salary_expected is None else str(row.salary_expected)
        return cls(
            first_name=row.first_name,
            last_name=row.last_name,
            patronymic=row.patronymic,
            headline=row.headline,
            city=row.city,
            experience_years="" if row.experience_years is None else str(row.experience_years),
            source=row.source,
            availability=row.availability,
            salary=f"{salary} {row.salary_currency}".strip(),
            born_on="" if row.born_on is None else row.born_on.isoformat(),
            time_zone=row.time_zone,
            letter_language=row.letter_language,
            # Which picture it is says nothing to anybody; that it is another one does.
            photo=row.photo[:8],
            languages=", ".join(f"{one.language} {one.level}".strip() for one in spoken),
            skills=", ".join(sorted(terms.skills)),
            categories=", ".join(sorted(terms.categories)),
            contacts=tuple((one.kind, one.value) for one in contacts),
        )


def changes_between(before: Snapshot, after: Snapshot) -> dict[str, list[str]]:
    """Every field that is another one by now: what it was, what it is.

    Of contacts the kinds of those that went, and of those that came.
    """
    was, now = asdict(before), asdict(after)
    had, has = Counter(was.pop("contacts")), Counter(now.pop("contacts"))
    changes = {name: [was[name], now[name]] for name in was if was[name] != now[name]}
    if had != has:
        changes["contacts"] = [_kinds(had - has), _kinds(has - had)]
    return changes


def _kinds(contacts: Counter[tuple[str, str]]) -> str:
    return ", ".join(sorted(kind for kind, _ in contacts.elements()))
