"""The agency's vocabulary of skills and categories, and a candidate's words from it.

A word that was merged into another one is another spelling of it: whoever has it is read, found
and counted under the word it belongs to.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from db.keys import new_key
from db.models import CandidateTerm, Term
from services.disclosure import disclosure
from services.errors import Invalid
from services.folding import fold, tidy
from services.i18n import LANGUAGES
from services.listed import listed
from services.permissions import Permission, require
from services.work import AnySelect, Work

SKILL, CATEGORY = "skill", "category"

Main = aliased(Term, name="main")
"""The word that a merged one belongs to: joined on `Term.merged_into_id`."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Skills and categories, each by name."""

    skills: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


def vocabulary(work: Work) -> Terms:
    """Every word the viewer may be offered, in his language. Raises NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_READ)
    if work.viewer.is_customer:
        return _of_his_candidates(work)
    rows = work.rows(
        select(Term.kind, _name(work, Term))
        .where(Term.archived_at.is_(None), Term.merged_into_id.is_(None))
        .order_by(Term.folded_name)
    )
    return _sorted_by_kind((row[0], row[1]) for row in rows)


def terms_of(work: Work, candidate_ids: Collection[int]) -> dict[int, Terms]:
    """The words of each of these candidates, in the viewer's language."""
    found: dict[int, dict[tuple[str, str], None]] = defaultdict(dict)
    statement = _words_of_candidates(work).order_by(CandidateTerm.id)
    for owner, kind, name in work.rows(
        statement.where(CandidateTerm.candidate_id.in_(listed(list(candidate_ids))))
    ):
        found[owner][kind, name] = None
    return {candidate_id: _sorted_by_kind(found[candidate_id]) for candidate_id in candidate_ids}


def set_terms(
    work: Work,
    *,
    candidate_id: int,
    skills: Iterable[str],
    categories: Iterable[str],
) -> None:
    """Make these the candidate's words; new ones join the vocabulary.

    A word is known by each of its spellings, in any language.
    """
    wanted = keys_of_words(work, skills=skills, categories=categories)
    stored = work.scalars(
        select(CandidateTerm).where(CandidateTerm.candidate_id == candidate_id),
    ).all()
    for row in stored:
        if row.term_id not in wanted:
            work.remove(row)
    there = {row.term_id for row in stored}
    for term_id in wanted:
        if term_id not in there:
            work.add(CandidateTerm(id=new_key(), candidate_id=candidate_id, term_id=term_id))


def keys_of_words(work: Work, *, skills: Iterable[str], categories: Iterable[str]) -> list[int]:
    """The words that are typed so, each once; new ones join the vocabulary."""
    typed = [
        *((SKILL, tidy(name)) for name in skills if tidy(name)),
        *((CATEGORY, tidy(name)) for name in categories if tidy(name)),
    ]
    if not typed:
        return []
    known = _spellings(work)
    wanted: dict[int, None] = {}
    for kind, name in typed:
        spelled = (kind, fold(name))
        if spelled not in known:
            term = work.add(Term(id=new_key(), kind=kind, name=name, folded_name=spelled[1]))
            known[spelled] = term.id
        wanted[known[spelled]] = None
    work.flush()
    return list(wanted)


def key_of_word(work: Work, kind: str, name: str) -> int:
    """The word that is typed so; a new one joins the vocabulary. Raises Invalid for none at all."""
    skills, categories = ([name], []) if kind == SKILL else ([], [name])
    for key in keys_of_words(work, skills=skills, categories=categories):
        return key
    raise Invalid(**{"skills" if kind == SKILL else "categories": "required"})


def keys_known(work: Work, words: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The words that these spellings mean, each of a kind and folded; unknown ones are left out."""
    known = _spellings(work)
    return {word: known[word] for word in words if word in known}


def words_of(work: Work, candidate_id: int) -> list[tuple[int, str, str]]:
    """A candidate's words in the order they came: key, kind, name in the viewer's language.

    One that he has in several spellings is there once.
    """
    rows = work.rows(
        select(
            func.coalesce(Main.id, Term.id),
            Term.kind,
            name_read(work),
        )
        .select_from(CandidateTerm)
        .join(Term, Term.id == CandidateTerm.term_id)
        .join(Main, Main.id == Term.merged_into_id, isouter=True)
        .where(CandidateTerm.candidate_id == candidate_id)
        .order_by(CandidateTerm.id)
    )
    return list({row[0]: (row[0], row[1], row[2]) for row in rows}.values())


def name_of_term(work: Work) -> ColumnElement[str]:
    """The column of a word's name as the viewer reads it."""
    return _name(work, Term)


def name_read(work: Work) -> ColumnElement[str]:
    """The column under which the viewer reads a word: of the word it was merged into, if it was."""
    return func.coalesce(_name(work, Main), _name(work, Term))


def spellings_of(term: Term) -> Iterator[str]:
    """Every name that means this word."""
    yield term.name
    for language in LANGUAGES:
        if name := getattr(term, f"name_{language}"):
            yield name


def _spellings(work: Work) -> dict[tuple[str, str], int]:
    """The word that each spelling means. One of its own wins over one in another language."""
    found: dict[tuple[str, str], int] = {}
    terms = work.scalars(select(Term).order_by(Term.id)).all()
    for term in terms:
        for name in spellings_of(term):
            found.setdefault((term.kind, fold(name)), term.merged_into_id or term.id)
    for term in terms:
        found[term.kind, term.folded_name] = term.merged_into_id or term.id
    return found


def _of_his_candidates(work: Work) -> Terms:
    """The words of a customer's candidates; hidden contacts in one of them take it away."""
    rows = work.rows(_words_of_candidates(work).order_by(Term.folded_name)).all()
    rules = disclosure(work, {row[0] for row in rows})
    cut = {name for owner, _, name in rows if rules.without_contacts(owner, name) != name}
    words = dict.fromkeys((kind, name) for _, kind, name in rows if name not in cut)
    return _sorted_by_kind(words)


def _words_of_candidates(work: Work) -> AnySelect:
    """Whose words they are, of which kind, and how the viewer reads them."""
    return (
        select(
            CandidateTerm.candidate_id,
            Term.kind,
            name_read(work),
        )
        .select_from(CandidateTerm)
        .join(Term, Term.id == CandidateTerm.term_id)
        .join(Main, Main.id == Term.merged_into_id, isouter=True)
    )


def _name(work: Work, term: type[Term]) -> ColumnElement[str]:
    """The word in the viewer's language; as it was typed first where it has no such name."""
    own = getattr(term, f"name_{work.viewer.language}", term.name_en)
    return func.coalesce(func.nullif(own, ""), term.name)


def _sorted_by_kind(rows: Iterable[tuple[str, str]]) -> Terms:
    found: dict[str, list[str]] = {SKILL: [], CATEGORY: []}
    for kind, name in rows:
        found[kind].append(name)
    return Terms(tuple(found[SKILL]), tuple(found[CATEGORY]))
