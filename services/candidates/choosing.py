"""Whom a search and a filter choose: conditions for the database, and what the index has found."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func

from db.models import Candidate
from services.candidates.filters import BaseFilter, conditions
from services.candidates.own import own_matching
from services.folding import fold
from services.listed import listed
from services.search.asking import with_vocabulary
from services.search.index import Asked, IndexNotReady
from services.search.keeping import refresh
from services.search.words import question
from services.work import Work


@dataclass(frozen=True, slots=True)
class Chosen:
    """Conditions on candidates; `asked` is to be answered by the index, `nobody` by no one.

    `names_only` is true where the index is not ready and names are looked through instead.
    """

    conditions: tuple[ColumnElement[bool], ...] = ()
    asked: Asked | None = None
    nobody: bool = False
    names_only: bool = False


def chosen_by(work: Work, search: str, only: BaseFilter) -> Chosen:
    """Whom of the viewer's candidates these words and this filter choose."""
    filtered = (Candidate.archived_at.is_(None), *conditions(work, only))
    if not search.strip():
        return Chosen(filtered)
    asked = question(search)
    if not asked:
        return Chosen(filtered, nobody=True)
    if work.viewer.is_customer:
        return Chosen((*filtered, Candidate.id.in_(listed(own_matching(work, asked)))))
    try:
        refresh(work)
    except IndexNotReady:
        # Three times as fast as LIKE with a parameter, which DuckDB takes for a pattern of its own.
        named = func.strpos(Candidate.folded_name, fold(search)) > 0
        return Chosen((*filtered, named), names_only=True)
    return Chosen(filtered, with_vocabulary(work, asked))


def in_the_database(work: Work, chosen: Chosen) -> tuple[ColumnElement[bool], ...]:
    """All that is chosen as conditions, what the index finds included. Raises IndexNotReady."""
    if chosen.asked is None:
        return chosen.conditions
    found = work.index.everybody(chosen.asked)
    return (*chosen.conditions, Candidate.id.in_(listed(found)))
