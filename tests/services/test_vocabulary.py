"""The vocabulary: rename, languages, merge, archive; read and found under one name everywhere."""

import dataclasses

import pytest

from db.models import Term
from services.candidates.filters import BaseFilter
from services.candidates.forms import CandidateForm, add
from services.candidates.listing import candidates
from services.candidates.several import add_words
from services.candidates.views import candidate
from services.candidates.vocabulary import vocabulary
from services.candidates.wordlist import (
    WordForm,
    archive,
    merge,
    rename,
    restore,
    split,
    word,
    words,
)
from services.errors import Duplicate, Invalid, NotAllowed
from tests.factories import stored


def key(house, name):
    return stored(house, Term, name=name)[0].id


def skills(house, viewer, candidate_id):
    return house.ask(viewer, candidate, candidate_id=candidate_id).terms.skills


def found(house, viewer, **asked):
    return [row.id for row in house.ask(viewer, candidates, **asked).rows]


@pytest.fixture
def js(house, people):
    """Two words for one thing, and a candidate with each; one has both."""
    made = [
        house.do(people.recruiter, add, form=CandidateForm(name, skills=skills))
        for name, skills in (
            ("Ada", ("JS",)),
            ("Berta", ("JavaScript",)),
            ("Cleo", ("JS", "JavaScript")),
        )
    ]
    return key(house, "JS"), key(house, "JavaScript"), made


def test_a_word_is_read_in_ones_own_language_and_found_in_every_one(house, people):
    form = WordForm("Python", name_ru="Питон", name_uk="Пітон")
    house.do(people.recruiter, rename, word_id=key(house, "Python"), form=form)
    ukrainian = dataclasses.replace(people.recruiter, language="uk")
    assert "Python" in skills(house, people.recruiter, people.maryana)
    assert "Пітон" in skills(house, ukrainian, people.maryana)
    assert "Пітон" in house.ask(ukrainian, vocabulary).skills
    customer = dataclasses.replace(people.iryna, language="ru")
    assert "Питон" in skills(house, customer, people.maryana)
    assert found(house, customer, search="питон") == [people.yurii, people.maryana]
    for typed in ("питон", "ПІТОН", "pyth"):
        assert len(found(house, people.recruiter, search=typed)) == 4
    # Typed in another language it is the same word, no new one.
    house.do(people.recruiter, add_words, candidate_ids=[people.sofia], skills=["пітон"])
    assert len(stored(house, Term, kind="skill", name="пітон")) == 0
    assert skills(house, people.recruiter, people.sofia) == ("Python", "PostgreSQL")


def test_a_renamed_word_is_found_at_once(house, people):
    assert len(found(house, people.recruiter, search="postgre")) == 4
    form = WordForm("Elephant")
    house.do(people.recruiter, rename, word_id=key(house, "PostgreSQL"), form=form)
    assert found(house, people.recruiter, search="postgre") == []
    assert len(found(house, people.recruiter, search="eleph")) == 4
    assert house.ask(people.recruiter, word, word_id=key(house, "Elephant")) == form


def test_merged_words_are_one_word_and_can_be_split_again(house, people, js):
    js, javascript, (ada, berta, cleo) = js
    house.do(people.recruiter, merge, word_id=js, into_id=javascript)
    for one in (ada, berta, cleo):
        assert skills(house, people.recruiter, one) == ("JavaScript",)
    assert "JS" not in house.ask(people.recruiter, vocabulary).skills
    for typed in ("js", "javascr"):
        assert found(house, people.recruiter, search=typed) == [cleo, berta, ada]
    assert found(house, people.recruiter, only=BaseFilter(skills=(javascript,))) == [
        cleo,
        berta,
        ada,
    ]
    row = next(row for row in house.ask(people.recruiter, words) if row.id == javascript)
    assert (row.candidates, row.spellings) == (3, ("JS",))
    # The old spelling typed anew is the word it belongs to.
    dora = house.do(people.recruiter, add, form=CandidateForm("Dora", skills=("js",)))
    assert skills(house, people.recruiter, dora) == ("JavaScript",)
    house.do(people.recruiter, split, word_id=js)
    assert skills(house, people.recruiter, ada) == ("JS",)
    assert found(house, people.recruiter, search="js") == [cleo, ada]


def test_what_was_merged_before_goes_along(house, people, js):
    js, javascript, (ada, *_) = js
    house.do(people.recruiter, add, form=CandidateForm("E", skills=("ECMAScript",)))
    house.do(people.recruiter, merge, word_id=js, into_id=javascript)
    house.do(people.recruiter, merge, word_id=javascript, into_id=key(house, "ECMAScript"))
    assert skills(house, people.recruiter, ada) == ("ECMAScript",)
    for wrong in (javascript, js):
        with pytest.raises(Invalid):
            house.do(people.recruiter, merge, word_id=key(house, "ECMAScript"), into_id=wrong)
    with pytest.raises(Invalid):
        house.do(people.recruiter, merge, word_id=js, into_id=key(house, "Engineering"))


def test_two_words_never_have_one_name(house, people, js):
    js, _, _ = js
    for form in (
        WordForm("python"),
        WordForm("X", name_ru="PYTHON"),
        WordForm("X", name_en="PostgreSQL"),
    ):
        with pytest.raises(Duplicate):
            house.do(people.recruiter, rename, word_id=js, form=form)
    for form in (WordForm(" "), WordForm("x" * 81), WordForm("X", name_uk="x" * 81)):
        with pytest.raises(Invalid):
            house.do(people.recruiter, rename, word_id=js, form=form)
    # A category may be called like a skill.
    house.do(people.recruiter, rename, word_id=key(house, "Engineering"), form=WordForm("Python"))


def test_an_archived_word_is_offered_no_more_and_kept_by_whoever_has_it(house, people):
    python = key(house, "Python")
    house.do(people.recruiter, archive, word_id=python)
    assert "Python" not in house.ask(people.recruiter, vocabulary).skills
    assert "Python" in skills(house, people.recruiter, people.maryana)
    assert len(found(house, people.recruiter, search="python")) == 4
    assert house.ask(people.recruiter, words)[-1].id == python
    house.do(people.recruiter, restore, word_id=python)
    assert "Python" in house.ask(people.recruiter, vocabulary).skills


def test_customers_are_offered_only_what_they_see(house, people, js):
    js, javascript, _ = js
    house.do(people.recruiter, add_words, candidate_ids=[people.yurii], skills=["JS"])
    house.do(people.recruiter, merge, word_id=js, into_id=javascript)
    assert set(house.ask(people.iryna, vocabulary).skills) == {"Python", "PostgreSQL", "JavaScript"}
    assert set(house.ask(people.greta, vocabulary).skills) == {"Python", "PostgreSQL"}
    with pytest.raises(NotAllowed):
        house.ask(people.iryna, words)
