"""A question of staff to the index: what was typed, with the vocabulary's words it may mean."""

from collections import defaultdict
from functools import lru_cache

from sqlalchemy import select

from db.models import Term
from services.search.index import Asked
from services.search.words import Question, words_of
from services.work import Work


def with_vocabulary(work: Work, question: Question) -> Asked:
    """The question, each of its words with the terms (all spellings of them) it may begin."""
    if not question.words:
        return Asked(question, ())
    rows = work.rows(
        select(Term.id, Term.merged_into_id, Term.name, Term.name_en, Term.name_ru, Term.name_uk)
    )
    keys: dict[int, list[int]] = defaultdict(list)
    words: dict[int, set[str]] = defaultdict(set)
    for id_, merged_into, *names in rows:
        main = merged_into or id_
        keys[main].append(id_)
        for name in names:
            words[main].update(_words(name))
    return Asked(
        question,
        tuple(
            tuple(
                key
                for main, said in words.items()
                if any(one.startswith(word) for one in said)
                for key in keys[main]
            )
            for word in question.words
        ),
    )


# A vocabulary changes rarely and is looked through at every search.
@lru_cache(maxsize=16_384)
def _words(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))
