"""A customer's search: among the candidates presented to him, in the words that he reads.

Nothing that is hidden from him is compared, so that no answer, number or order depends on it.
"""

from sqlalchemy import select

from db.models import Candidate
from services.candidates.vocabulary import terms_of
from services.disclosure import Disclosure, disclosure
from services.search.words import Question, says, words_of
from services.work import Work


def own_matching(work: Work, asked: Question) -> list[int]:
    """The viewer's candidates whose name, headline, city, skills or categories answer."""
    found = work.scalars(select(Candidate).where(Candidate.archived_at.is_(None))).all()
    terms = terms_of(work, [candidate.id for candidate in found])
    texts = {
        candidate.id: (
            candidate,
            (candidate.headline, candidate.city),
            (*terms[candidate.id].skills, *terms[candidate.id].categories),
        )
        for candidate in found
    }
    # Cutting costs more than comparing, and cuts words away: who does not answer with everything
    # that is written about him does not answer with less.
    likely = [key for key, (who, *more) in texts.items() if says(asked, _written(who, more))]
    rules = disclosure(work, likely)
    return [key for key in likely if says(asked, _disclosed(rules, texts[key][0], texts[key][1:]))]


def _written(candidate: Candidate, more: list[tuple[str, ...]]) -> list[str]:
    texts = (candidate.first_name, candidate.last_name, *(text for some in more for text in some))
    return [word for text in texts for word in words_of(text)]


def _disclosed(
    rules: Disclosure, candidate: Candidate, more: tuple[tuple[str, ...], ...]
) -> list[str]:
    name = words_of(rules.name(candidate))
    return name + [
        word for some in more for text in some for word in words_of(rules.text(candidate.id, text))
    ]
