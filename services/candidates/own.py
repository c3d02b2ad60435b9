"""A customer's search: among the candidates presented to him, in the words that he reads.

Nothing that is hidden from him is compared, so that no answer, number or order depends on it.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from sqlalchemy import select

from db.models import Candidate, ResumeOriginal, ResumeVersion
from services.candidates.vocabulary import Terms, terms_of
from services.disclosure import Disclosure, disclosure, resume_for_customer
from services.listed import listed
from services.search.words import Question, says, words_of, words_of_html
from services.work import Work

Resume = TypeVar("Resume", ResumeOriginal, ResumeVersion)


def own_matching(work: Work, asked: Question) -> list[int]:
    """The viewer's candidates whose card or résumé, as he reads them, answers."""
    found = work.scalars(select(Candidate).where(Candidate.archived_at.is_(None))).all()
    keys = [candidate.id for candidate in found]
    rules, terms = disclosure(work, keys), terms_of(work, keys)
    resumes = _resumes_read(work, rules, keys)
    # Card and résumé of everybody are cut before anything is compared, whatever is looked for: the
    # time an answer takes must not tell what was cut out.
    return [
        one.id
        for one in found
        if says(asked, [*_disclosed(rules, one, terms[one.id]), *resumes[one.id]])
    ]


def _disclosed(rules: Disclosure, candidate: Candidate, terms: Terms) -> list[str]:
    """The words of his card as the viewer reads it."""
    key = candidate.id
    about = (rules.text(key, text) for text in (candidate.headline, candidate.city))
    words = (rules.without_contacts(key, word) for word in (*terms.skills, *terms.categories))
    read = (rules.name(candidate), *about, *words)
    return [word for text in read for word in words_of(text)]


def _resumes_read(
    work: Work, rules: Disclosure, candidate_ids: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """The words of all he reads of each résumé (decision 4); none where he reads none."""
    hidden = work.viewer.contacts_hidden
    found: dict[int, tuple[str, ...]] = dict.fromkeys(candidate_ids, ())
    # Of one who is presented to him in several vacancies he reads several.
    for version in _current(work, ResumeVersion, candidate_ids):
        key = version.candidate_id
        read = resume_for_customer(rules, key, version, None, contacts_hidden=hidden)
        found[key] += _words(read.html)
    for original in () if hidden else _current(work, ResumeOriginal, candidate_ids):
        key = original.candidate_id
        read = resume_for_customer(rules, key, None, original, contacts_hidden=hidden)
        found[key] += _words(read.html)
    return found


def _current(work: Work, model: type[Resume], candidate_ids: Sequence[int]) -> Sequence[Resume]:
    asked = select(model).where(
        model.candidate_id.in_(listed(candidate_ids)), model.superseded_at.is_(None)
    )
    return work.scalars(asked).all()


@lru_cache(maxsize=1024)
def _words(html: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words_of_html(html)))
