"""The agency's vocabulary of skills and categories, and a candidate's words from it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select

from db.keys import new_key
from db.models import CandidateTerm, Term
from services.disclosure import disclosure
from services.folding import fold, tidy
from services.permissions import Permission, require
from services.work import Work

SKILL, CATEGORY = "skill", "category"


@dataclass(frozen=True, slots=True)
class Terms:
    """Skills and categories, each by name."""

    skills: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


def vocabulary(work: Work) -> Terms:
    """Every word the viewer may be offered. Raises NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_READ)
    if work.viewer.contacts_hidden:
        return _without_contacts(work)
    return _sorted_by_kind(work.rows(select(Term.kind, Term.name).order_by(Term.folded_name)))


def terms_of(work: Work, candidate_ids: Collection[int]) -> dict[int, Terms]:
    """The words of each of these candidates."""
    rows = work.rows(
        select(CandidateTerm.candidate_id, Term.kind, Term.name)
        .join(Term, Term.id == CandidateTerm.term_id)
        .where(CandidateTerm.candidate_id.in_(candidate_ids))
        .order_by(CandidateTerm.id),
    ).all()
    return {
        candidate_id: _sorted_by_kind(
            (kind, name) for owner, kind, name in rows if owner == candidate_id
        )
        for candidate_id in candidate_ids
    }


def set_terms(
    work: Work,
    *,
    candidate_id: int,
    skills: Iterable[str],
    categories: Iterable[str],
) -> None:
    """Make these the candidate's words; new ones join the vocabulary."""
    wanted = {
        *(term_named(work, SKILL, name) for name in skills if tidy(name)),
        *(term_named(work, CATEGORY, name) for name in categories if tidy(name)),
    }
    stored = work.scalars(
        select(CandidateTerm).where(CandidateTerm.candidate_id == candidate_id),
    ).all()
    for row in stored:
        if row.term_id not in wanted:
            work.remove(row)
    for term_id in sorted(wanted - {row.term_id for row in stored}):
        work.add(CandidateTerm(id=new_key(), candidate_id=candidate_id, term_id=term_id))


def term_named(work: Work, kind: str, name: str) -> int:
    """The word of the vocabulary under this name in any spelling; a new one joins it."""
    folded = fold(name)
    found = work.scalars(
        select(Term.id).where(Term.kind == kind, Term.folded_name == folded),
    ).one_or_none()
    if found is not None:
        return int(found)
    term = work.add(Term(id=new_key(), kind=kind, name=tidy(name), folded_name=folded))
    work.flush()
    return term.id


def _without_contacts(work: Work) -> Terms:
    """The words of the viewer's candidates, without those that hold a contact of one of them."""
    rows = work.rows(
        select(CandidateTerm.candidate_id, Term.kind, Term.name)
        .join(Term, Term.id == CandidateTerm.term_id)
        .order_by(Term.folded_name),
    ).all()
    rules = disclosure(work, {row.candidate_id for row in rows})
    cut = {row.name for row in rows if rules.text(row.candidate_id, row.name) != row.name}
    words = dict.fromkeys((row.kind, row.name) for row in rows if row.name not in cut)
    return _sorted_by_kind(words)


def _sorted_by_kind(rows: Iterable[tuple[str, str]]) -> Terms:
    found: dict[str, list[str]] = {SKILL: [], CATEGORY: []}
    for kind, name in rows:
        found[kind].append(name)
    return Terms(tuple(found[SKILL]), tuple(found[CATEGORY]))
