"""A candidate's words as their viewer has them now: the accepted ones, and what waits over them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import Company, Correction, Term, User
from services.candidates.vocabulary import (
    CATEGORY,
    SKILL,
    Main,
    Terms,
    keys_known,
    name_read,
    words_of,
)
from services.folding import fold
from services.work import Work


@dataclass(frozen=True, slots=True)
class WordNow:
    """A word of a candidate, accepted or not, there or taken away.

    `correction_id` names the correction that waits over it and says otherwise.
    """

    kind: str
    name: str
    term_id: int | None
    accepted: bool
    is_there: bool
    correction_id: int | None


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction that waits, within the viewer's reach.

    `is_new` tells staff that the vocabulary does not know the word; a customer is not told.
    """

    id: int
    batch: int
    kind: str
    word: str
    removes: bool
    author: str
    author_company: str
    author_id: int
    made_at: datetime
    is_new: bool
    term_id: int | None


def words_now(work: Work, *, candidate_id: int, read: Callable[[str], str] = str) -> list[WordNow]:
    """Every word of the candidate, those taken away included, in the order they came."""
    waiting = waiting_corrections(work, candidate_id)
    return lay_over(accepted_words(work, candidate_id), waiting, read)


def accepted_words(work: Work, candidate_id: int) -> list[WordNow]:
    """The candidate's words as they hold for everybody who sees him."""
    return [
        WordNow(kind, name, key, accepted=True, is_there=True, correction_id=None)
        for key, kind, name in words_of(work, candidate_id)
    ]


def waiting_corrections(work: Work, candidate_id: int) -> list[CorrectionView]:
    """What waits for staff: all of it for them, his own side's for a customer; oldest first."""
    rows = work.rows(
        select(Correction, User.name, Company.name, Term.merged_into_id, name_read(work))
        .join(User, User.id == Correction.author_id, isouter=True)
        .join(Company, Company.id == Correction.company_id, isouter=True)
        .join(Term, Term.id == Correction.term_id, isouter=True)
        .join(Main, Main.id == Term.merged_into_id, isouter=True)
        .where(Correction.candidate_id == candidate_id, Correction.state == "waiting")
        .order_by(Correction.id),
    ).all()
    known = _known(work, [correction for correction, *_ in rows])
    return [
        CorrectionView(
            id=correction.id,
            batch=correction.batch,
            kind=correction.kind,
            # Taken away is what he reads there now: it may have been renamed or merged since.
            word=(correction.removes and name) or correction.word,
            removes=correction.removes,
            author=author or "",
            author_company=company or "",
            author_id=correction.author_id,
            made_at=correction.made_at,
            is_new=work.viewer.is_staff
            and not correction.removes
            and (correction.kind, correction.folded_word) not in known,
            term_id=merged_into or correction.term_id,
        )
        for correction, author, company, merged_into, name in rows
    ]


def _known(work: Work, waiting: Sequence[Correction]) -> Collection[tuple[str, str]]:
    """The words to be added that the vocabulary has, in any language; customers are not told."""
    added = [(one.kind, one.folded_word) for one in waiting if not one.removes]
    return keys_known(work, added) if added and work.viewer.is_staff else ()


def lay_over(
    accepted: Sequence[WordNow],
    waiting: Sequence[CorrectionView],
    read: Callable[[str], str] = str,
) -> list[WordNow]:
    """The accepted words with what waits laid over them; each word is there once.

    `read` gives a word as the viewer reads it: what is cut out of one must not tell by being
    there once or twice what it is.
    """
    taken = {one.term_id: one.id for one in waiting if one.removes}
    words = [
        WordNow(
            word.kind,
            word.name,
            word.term_id,
            accepted=True,
            is_there=word.term_id not in taken,
            correction_id=taken.get(word.term_id),
        )
        for word in accepted
    ]
    known = {(word.kind, fold(read(word.name))) for word in words}
    for one in waiting:
        if not one.removes and (one.kind, fold(read(one.word))) not in known:
            known.add((one.kind, fold(read(one.word))))
            words.append(
                WordNow(
                    one.kind, one.word, None, accepted=False, is_there=True, correction_id=one.id
                )
            )
    return words


def as_terms(words: Sequence[WordNow], *, accepted: bool = False) -> Terms:
    """The words that are there, by kind; with `accepted`, those that hold for everybody."""

    def named(kind: str) -> tuple[str, ...]:
        return tuple(
            word.name
            for word in words
            if word.kind == kind and (word.accepted if accepted else word.is_there)
        )

    return Terms(named(SKILL), named(CATEGORY))
