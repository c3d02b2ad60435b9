"""What is indexed of a candidate: everything by which staff look for him."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import select

from db.models import (
    Candidate,
    CandidateContact,
    CandidateTerm,
    ResumeOriginal,
    ResumeVersion,
)
from services.listed import listed
from services.permissions import Permission, require
from services.search.index import Entry
from services.search.words import numbers_of, tails, words_of, words_of_html
from services.work import Work

AT_ONCE = 1000


def entries(work: Work, candidate_ids: Sequence[int]) -> list[Entry]:
    """The entries of these candidates as they are now; of who is archived there is none.

    They hold what no customer reads: raises NotAllowed to whoever does not keep the index.
    """
    require(work.viewer, Permission.BASE_INDEX)
    found = work.rows(
        select(
            Candidate.id,
            Candidate.first_name,
            Candidate.last_name,
            Candidate.patronymic,
            Candidate.headline,
            Candidate.city,
        ).where(Candidate.id.in_(listed(candidate_ids)), Candidate.archived_at.is_(None))
    ).all()
    texts: dict[int, list[str]] = {row.id: [" ".join(row[1:])] for row in found}
    words = {key: set(words_of(lines[0])) for key, lines in texts.items()}
    for model in (ResumeOriginal, ResumeVersion):
        resumes = work.rows(
            select(model.candidate_id, model.html).where(
                model.candidate_id.in_(listed(list(texts))), model.superseded_at.is_(None)
            )
        )
        for candidate_id, html in resumes:
            words[candidate_id].update(words_of_html(html))
            texts[candidate_id].append(html)
    for candidate_id, value in _contacts(work, list(texts)):
        words[candidate_id].update(words_of(value))
        texts[candidate_id].append(value)
    terms = _terms(work, list(texts))
    return [
        Entry(key, frozenset(words[key]), frozenset(terms[key]), frozenset(_digits(lines)))
        for key, lines in texts.items()
    ]


def _digits(lines: list[str]) -> Iterator[str]:
    for line in lines:
        for number in numbers_of(line):
            yield from tails(number)


def _contacts(work: Work, candidate_ids: Sequence[int]) -> list[tuple[int, str]]:
    rows = work.rows(
        select(CandidateContact.candidate_id, CandidateContact.value).where(
            CandidateContact.candidate_id.in_(listed(candidate_ids))
        )
    )
    return [(row[0], row[1]) for row in rows]


def _terms(work: Work, candidate_ids: Sequence[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = work.rows(
        select(CandidateTerm.candidate_id, CandidateTerm.term_id).where(
            CandidateTerm.candidate_id.in_(listed(candidate_ids))
        )
    )
    for candidate_id, term_id in rows:
        found[candidate_id].add(term_id)
    return found
