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
    rules = disclosure(work, keys)
    terms, resumes = terms_of(work, keys), _resumes_read(work, rules, keys)
    # Cutting a card costs more than comparing, and cuts words away: who does not answer with all
    # that is written there does not answer with less. A surname is an initial from the first, and
    # a résumé is always cut before it is compared: the time an answer takes must not tell what
    # was cut out of it.
    likely = [
        one
        for one in found
        if says(asked, [*_written(rules, one, terms[one.id]), *resumes[one.id]])
    ]
    return [
        one.id
        for one in likely
        if says(asked, [*_disclosed(rules, one, terms[one.id]), *resumes[one.id]])
    ]


def _written(rules: Disclosure, candidate: Candidate, terms: Terms) -> list[str]:
    """The words of a candidate's card, with all that is a contact in them."""
    about = (rules.with_initial(candidate.id, text) for text in _about(candidate))
    return _words_in(*rules.called(candidate), *about, *terms.skills, *terms.categories)


def _disclosed(rules: Disclosure, candidate: Candidate, terms: Terms) -> list[str]:
    """The words of his card as the viewer reads it."""
    key = candidate.id
    about = (rules.text(key, text) for text in _about(candidate))
    words = (rules.without_contacts(key, word) for word in (*terms.skills, *terms.categories))
    return _words_in(rules.name(candidate), *about, *words)


def _words_in(*texts: str) -> list[str]:
    return [word for text in texts for word in words_of(text)]


def _about(candidate: Candidate) -> tuple[str, str]:
    return (candidate.headline, candidate.city)


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
