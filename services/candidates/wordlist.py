"""The vocabulary as staff keep it: rename, a name per language, merge, archive."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from db.models import CandidateTerm, Term
from services import audit
from services.candidates.corrections import settle_before_merging, settle_named
from services.candidates.vocabulary import name_of_term, spellings_of
from services.checks import check_all, check_line, check_required
from services.errors import Duplicate, Invalid
from services.folding import fold, tidy
from services.listed import listed
from services.permissions import Permission, require
from services.work import Work

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word of the vocabulary: as the viewer reads it, and how many candidates have it.

    `spellings` are the words that were merged into it.
    """

    id: int
    kind: str
    name: str
    candidates: int
    archived: bool
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordForm:
    """What is kept of a word: its name, and in each language the name that is read there."""

    name: str
    name_en: str = ""
    name_ru: str = ""
    name_uk: str = ""


def words(work: Work) -> list[WordRow]:
    """The whole vocabulary by name, the archived words last. Raises NotAllowed."""
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    rows = work.rows(select(Term, name_of_term(work)).order_by(Term.folded_name)).all()
    counted = _counted(work, [term for term, _ in rows])
    others: dict[int, list[str]] = defaultdict(list)
    for term, name in rows:
        if term.merged_into_id is not None:
            others[term.merged_into_id].append(name)
    found = [
        WordRow(
            term.id,
            term.kind,
            name,
            counted.get(term.id, 0),
            term.archived_at is not None,
            tuple(others[term.id]),
        )
        for term, name in rows
        if term.merged_into_id is None
    ]
    return sorted(found, key=lambda row: row.archived)


def word(work: Work, *, word_id: int) -> WordForm:
    """A word as it is edited. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    term = work.one(Term, word_id)
    return WordForm(term.name, term.name_en, term.name_ru, term.name_uk)


def spellings(work: Work, *, word_id: int) -> list[WordRow]:
    """The words that were merged into this one. Raises NotAllowed."""
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    rows = work.rows(
        select(Term.id, Term.kind, name_of_term(work))
        .where(Term.merged_into_id == word_id)
        .order_by(Term.folded_name)
    )
    return [WordRow(row[0], row[1], row[2], 0, archived=False, spellings=()) for row in rows]


def rename(work: Work, *, word_id: int, form: WordForm) -> None:
    """Save a word's names; whoever has it is read under them at once.

    Raises Invalid, Duplicate (another word is called so: merge them), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    check_all(
        lambda: check_required("word", form.name, _LONGEST),
        *(
            lambda field=field: check_line("word", getattr(form, field), _LONGEST)
            for field in ("name_en", "name_ru", "name_uk")
        ),
    )
    term = work.one(Term, word_id)
    term.name, term.folded_name = tidy(form.name), fold(form.name)
    term.name_en, term.name_ru = tidy(form.name_en), tidy(form.name_ru)
    term.name_uk = tidy(form.name_uk)
    own = {fold(name) for name in spellings_of(term)}
    for other in work.scalars(select(Term).where(Term.kind == term.kind, Term.id != term.id)):
        belongs_to_it = other.merged_into_id == term.id
        if not belongs_to_it and own & {fold(name) for name in spellings_of(other)}:
            raise Duplicate(what="word")
        if belongs_to_it and other.folded_name == term.folded_name:
            raise Duplicate(what="word")
    settle_named(work, word_id=term.id)
    audit.record(work, "rename", "term", term.id)


def merge(work: Work, *, word_id: int, into_id: int) -> None:
    """Make a word another spelling of one of its kind, with all that were merged into it.

    What customers' corrections ask for and what thereby is so is accepted.
    Raises Invalid (itself, another kind, one that is a spelling itself), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    term, into = work.one(Term, word_id), work.one(Term, into_id)
    if term.id == into.id:
        raise Invalid(word="itself")
    if term.kind != into.kind or into.merged_into_id is not None:
        raise Invalid(word="unknown")
    settle_before_merging(work, word_id=term.id, into_id=into.id)
    for spelling in work.scalars(select(Term).where(Term.merged_into_id == term.id)):
        spelling.merged_into_id = into.id
    term.merged_into_id = into.id
    settle_named(work, word_id=into.id)
    audit.record(work, "merge", "term", term.id, into=into.id)


def split(work: Work, *, word_id: int) -> None:
    """Make a merged word one of its own again. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    work.one(Term, word_id).merged_into_id = None
    audit.record(work, "split", "term", word_id)


def archive(work: Work, *, word_id: int) -> None:
    """Offer a word to nobody any more; whoever has it keeps it. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    work.one(Term, word_id).archived_at = work.now
    audit.record(work, "archive", "term", word_id)


def restore(work: Work, *, word_id: int) -> None:
    """Offer an archived word again. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    work.one(Term, word_id).archived_at = None
    audit.record(work, "restore", "term", word_id)


def _counted(work: Work, terms: Sequence[Term]) -> dict[int, int]:
    """How many candidates have each word, in whichever of its spellings.

    A candidate has a spelling once: only words of several are counted by who has them.
    """
    each = select(CandidateTerm.term_id, func.count()).group_by(CandidateTerm.term_id)
    counted: dict[int, int] = dict(work.rows(each).all())
    main_of = {one.id: one.merged_into_id for one in terms if one.merged_into_id is not None}
    if not main_of:
        return counted
    main_of |= {main: main for main in main_of.values()}
    main = func.coalesce(Term.merged_into_id, Term.id)
    together = (
        select(main, func.count(CandidateTerm.candidate_id.distinct()))
        .select_from(CandidateTerm)
        .join(Term, Term.id == CandidateTerm.term_id)
        .where(CandidateTerm.term_id.in_(listed(list(main_of))))
        .group_by(main)
    )
    return counted | dict(work.rows(together).all())
