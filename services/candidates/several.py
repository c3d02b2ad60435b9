"""Acts on several candidates of the base at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from db.keys import new_key
from db.models import Application, Candidate, CandidateTerm, Vacancy
from services import audit
from services.applications.moving import add_application
from services.candidates.vocabulary import Terms, keys_of_words, terms_of
from services.checks import check_all, check_line
from services.disclosure import full_name
from services.errors import Invalid, NotFound
from services.listed import listed
from services.permissions import Permission, require
from services.work import AnySelect, Work

_MOST_AT_ONCE = 200
_MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Linked:
    """How many were linked to the vacancy, and how many had been already."""

    linked: int
    already: int


def linked_already(work: Work, *, vacancy_id: int, candidate_ids: Sequence[int]) -> tuple[str, ...]:
    """Whom of these the vacancy has already, by name. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    work.one(Vacancy, vacancy_id)
    there = select(Candidate).where(Candidate.id.in_(_linked(vacancy_id, candidate_ids)))
    return tuple(map(full_name, work.scalars(there.order_by(Candidate.folded_name))))


def link_several(work: Work, *, vacancy_id: int, candidate_ids: Sequence[int]) -> Linked:
    """Link candidates to a vacancy “for us”; who is linked already stays where he is.

    Raises Invalid (nobody, too many), VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    wanted = _there(work, candidate_ids)
    work.one(Vacancy, vacancy_id)
    linked = set(work.scalars(_linked(vacancy_id, wanted)))
    for candidate_id in wanted:
        if candidate_id not in linked:
            add_application(work, candidate_id=candidate_id, vacancy_id=vacancy_id)
    return Linked(len(wanted) - len(linked), len(linked))


def add_words(
    work: Work,
    *,
    candidate_ids: Sequence[int],
    skills: Iterable[str] = (),
    categories: Iterable[str] = (),
) -> int:
    """Give candidates more skills and categories; tells how many of them had one to get.

    Raises Invalid (nobody, no word, too many), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    skills, categories = tuple(skills), tuple(categories)
    check_all(
        lambda: _check_words("skills", skills),
        lambda: _check_words("categories", categories),
    )
    wanted = _there(work, candidate_ids)
    words = keys_of_words(work, skills=skills, categories=categories)
    if not words:
        raise Invalid(categories="required")
    has = {
        (row.candidate_id, row.term_id)
        for row in work.rows(
            select(CandidateTerm.candidate_id, CandidateTerm.term_id).where(
                CandidateTerm.candidate_id.in_(listed(wanted)), CandidateTerm.term_id.in_(words)
            )
        )
    }
    before, changed = terms_of(work, wanted), set()
    for candidate_id in wanted:
        for term_id in words:
            if (candidate_id, term_id) not in has:
                work.add(CandidateTerm(id=new_key(), candidate_id=candidate_id, term_id=term_id))
                changed.add(candidate_id)
    _record_words(work, sorted(changed), before)
    return len(changed)


def _record_words(work: Work, changed: Sequence[int], before: dict[int, Terms]) -> None:
    """Whoever has one of them open on the edit page is told of it when he saves."""
    rows = work.scalars(select(Candidate).where(Candidate.id.in_(listed(changed)))).all()
    for row in rows:
        flag_modified(row, "headline")
    work.flush()
    after = terms_of(work, changed)
    for row in rows:
        changes = {
            name: [
                ", ".join(sorted(getattr(then, name))) for then in (before[row.id], after[row.id])
            ]
            for name in ("skills", "categories")
            if sorted(getattr(before[row.id], name)) != sorted(getattr(after[row.id], name))
        }
        audit.record(work, "add_words", "candidate", row.id, changes=changes, version=row.version)


def _linked(vacancy_id: int, candidate_ids: Sequence[int]) -> AnySelect:
    return select(Application.candidate_id).where(
        Application.vacancy_id == vacancy_id,
        Application.candidate_id.in_(listed(list(candidate_ids))),
    )


def _check_words(field: str, words: Sequence[str]) -> None:
    if len(words) > _MOST_WORDS:
        raise Invalid(**{field: "too_many"})
    for word in words:
        check_line(field, word, longest=80)


def _there(work: Work, candidate_ids: Sequence[int]) -> list[int]:
    """The candidates, each once. Raises Invalid, NotFound where one of them is not there."""
    wanted = list(dict.fromkeys(candidate_ids))
    if not wanted or len(wanted) > _MOST_AT_ONCE:
        raise Invalid(candidates="required" if not wanted else "too_many")
    found = work.scalar(
        select(func.count()).select_from(Candidate).where(Candidate.id.in_(listed(wanted)))
    )
    if found != len(wanted):
        raise NotFound(model="Candidate")
    return wanted
