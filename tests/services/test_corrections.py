"""Decision 8: corrections hold at once for staff and the own side, for others once accepted."""

import pytest

from db.models import Correction, Term
from services.applications.moving import move
from services.candidates.corrections import accept, correct, unaccept, undo
from services.candidates.forms import CandidateForm, edit
from services.candidates.views import candidate
from services.candidates.vocabulary import Terms, vocabulary
from services.candidates.wordlist import WordForm, rename
from services.candidates.wordlist import merge as merge_words
from services.companies import merge
from services.errors import Conflict, Invalid, NotAllowed, NotFound, VacancyClosed
from services.notifications import notifications, unread_count
from services.vacancies.closing import close
from tests.factories import stage_id, stored

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]


@pytest.fixture
def words(house, people):
    """Maryana's words as the recruiter gave them."""
    _staff_edit(house, people, ("Python", "SQL"), ("Finance",))


@pytest.fixture
def say(house, people):
    """Correct Maryana's words as one of Acme's (or Globex's) customers; returns the batch."""

    def said(who, *, add=(), drop=(), categories=(), application_id=None):
        at = {people.greta.user_id: people.maryana_at_globex}
        return house.do(
            who,
            correct,
            candidate_id=people.maryana,
            application_id=application_id or at.get(who.user_id, people.maryana_at_acme),
            added=Terms(tuple(add), tuple(categories)),
            removed=Terms(tuple(drop)),
        )

    return said


def _staff_edit(house, people, skills, categories=()):
    now = house.ask(people.recruiter, candidate, candidate_id=people.maryana)
    form = CandidateForm("Maryana", "Tkachenko", skills=skills, categories=categories)
    house.do(people.recruiter, edit, candidate_id=people.maryana, form=form, version=now.version)


def skills(house, viewer, people):
    return set(house.ask(viewer, candidate, candidate_id=people.maryana).terms.skills)


def waiting(house, people):
    return [row.id for row in stored(house, Correction, state="waiting")]


def told(house, viewer):
    return [one for one in house.ask(viewer, notifications) if one.kind == "corrected"]


def test_at_once_for_staff_and_the_own_company_and_for_others_once_accepted(
    house, people, words, say
):
    say(people.iryna, add=["Go"], drop=["SQL"])
    for viewer in (people.recruiter, people.admin, people.iryna, people.pavlo):
        assert skills(house, viewer, people) == {"Python", "Go"}
    for viewer in (people.greta, people.leo):
        assert skills(house, viewer, people) == {"Python", "SQL"}
        assert house.ask(viewer, candidate, candidate_id=people.maryana).corrections == ()
    marked = house.ask(people.recruiter, candidate, candidate_id=people.maryana)
    assert set(marked.accepted_terms.skills) == {"Python", "SQL"}
    assert {
        (one.word, one.removes, one.author, one.author_company) for one in marked.corrections
    } == {
        ("Go", False, "Iryna", "Acme"),
        ("SQL", True, "Iryna", "Acme"),
    }
    house.do(people.recruiter, accept, correction_ids=waiting(house, people))
    for viewer in (people.recruiter, people.iryna, people.greta, people.leo):
        assert skills(house, viewer, people) == {"Python", "Go"}
    assert house.ask(people.recruiter, candidate, candidate_id=people.maryana).corrections == ()


def test_one_who_stands_alone_sees_his_own_and_nobody_elses(house, people, words, say):
    say(people.leo, add=["Go"])
    say(people.iryna, add=["Rust"])
    assert skills(house, people.leo, people) == {"Python", "SQL", "Go"}
    assert skills(house, people.pavlo, people) == {"Python", "SQL", "Rust"}
    assert skills(house, people.greta, people) == {"Python", "SQL"}
    assert skills(house, people.recruiter, people) == {"Python", "SQL", "Go", "Rust"}


def test_undone_in_one_act_it_is_as_before_accepted_or_not(house, people, words, say):
    say(people.iryna, add=["Go"], drop=["SQL"], categories=["Payments"])
    house.do(people.recruiter, undo, correction_ids=waiting(house, people))
    assert skills(house, people.iryna, people) == {"Python", "SQL"}
    say(people.iryna, add=["Go"], drop=["SQL"])
    ids = waiting(house, people)
    house.do(people.recruiter, accept, correction_ids=ids)
    house.do(people.recruiter, undo, correction_ids=ids)
    for viewer in (people.recruiter, people.iryna, people.greta):
        assert skills(house, viewer, people) == {"Python", "SQL"}
    house.do(people.recruiter, undo, correction_ids=ids)  # a double click
    with pytest.raises(Conflict):
        house.do(people.recruiter, accept, correction_ids=ids)


def test_an_acceptance_taken_back_waits_again_with_all_it_settled(house, people, words, say):
    for customer in (people.iryna, people.greta):
        batch = say(customer, add=["Go"], drop=["SQL"])
    ids = [row.id for row in stored(house, Correction, batch=batch)]
    house.do(people.recruiter, accept, correction_ids=ids[:1])
    with pytest.raises(NotFound):  # it is not his to take back
        house.do(people.admin, unaccept, batch=batch)
    house.do(people.recruiter, unaccept, batch=batch)
    assert len(waiting(house, people)) == 4
    assert skills(house, people.leo, people) == {"Python", "SQL"}
    assert skills(house, people.greta, people) == {"Python", "Go"}
    with pytest.raises(NotFound):
        house.do(people.recruiter, unaccept, batch=batch)


def test_a_new_word_is_a_proposal_and_joins_the_vocabulary_on_acceptance(house, people, words, say):
    say(people.iryna, add=["Elixir"])
    assert "Elixir" not in house.ask(people.recruiter, vocabulary).skills
    (marked,) = house.ask(people.recruiter, candidate, candidate_id=people.maryana).corrections
    assert marked.is_new
    (own,) = house.ask(people.iryna, candidate, candidate_id=people.maryana).corrections
    assert not own.is_new  # what the vocabulary knows beyond his candidates is not his matter
    house.do(people.recruiter, accept, correction_ids=[marked.id])
    for viewer in (people.recruiter, people.greta):
        assert "Elixir" in house.ask(viewer, vocabulary).skills


def test_a_word_the_vocabulary_knows_elsewhere_answers_like_an_unknown_one(
    house, people, words, say
):
    """Nobody finds out by typing what other candidates can."""
    version = house.ask(people.recruiter, candidate, candidate_id=people.sofia).version
    form = CandidateForm("Sofia", skills=("Haskell",))
    house.do(people.recruiter, edit, candidate_id=people.sofia, form=form, version=version)
    assert say(people.iryna, add=["haskell"])
    assert say(people.iryna, add=["hosskell"])
    seen = house.ask(people.iryna, candidate, candidate_id=people.maryana)
    assert set(seen.terms.skills) == {"Python", "SQL", "haskell", "hosskell"}
    assert [one.is_new for one in seen.corrections] == [False, False]
    assert "Haskell" not in house.ask(people.iryna, vocabulary).skills
    by_staff = house.ask(people.recruiter, candidate, candidate_id=people.maryana).corrections
    assert [one.is_new for one in by_staff] == [False, True]
    house.do(people.recruiter, accept, correction_ids=waiting(house, people))
    assert skills(house, people.greta, people) == {"Python", "SQL", "Haskell", "hosskell"}
    assert len(stored(house, Term, folded_name="haskell")) == 1


def test_the_recruiter_is_told_at_once_and_once(house, people, words, say):
    before = house.ask(people.recruiter, unread_count)
    say(people.iryna, add=["Go", "Rust"], drop=["SQL"])
    (one,) = told(house, people.recruiter)
    assert (one.actor, one.actor_company, one.candidate) == ("Iryna", "Acme", "Maryana Tkachenko")
    assert house.ask(people.recruiter, unread_count) == before + 1
    for customer in people.customers:
        assert told(house, customer) == []
    assert say(people.iryna, add=["Go", "rust"], drop=["SQL"]) == 0  # a double click
    assert len(told(house, people.recruiter)) == 1
    assert len(stored(house, Correction)) == 3


def test_taking_the_own_correction_back_leaves_nothing_waiting(house, people, words, say):
    say(people.iryna, add=["Go"], drop=["SQL"])
    assert say(people.pavlo, add=["sql"], drop=["GO"]) == 0
    assert waiting(house, people) == []
    assert skills(house, people.recruiter, people) == {"Python", "SQL"}
    batch = say(people.iryna, add=["Go"])
    ids = [row.id for row in stored(house, Correction, batch=batch)]
    house.do(people.iryna, undo, correction_ids=ids)
    assert len(told(house, people.recruiter)) == 1  # of the first; this one nobody had read yet
    assert waiting(house, people) == []


def test_a_customer_reaches_his_own_sides_corrections_only(house, people, words, say):
    say(people.iryna, add=["Go"])
    say(people.greta, add=["Rust"])
    ids = {row.word: row.id for row in stored(house, Correction)}
    with pytest.raises(NotFound):
        house.do(people.greta, undo, correction_ids=[ids["Go"]])
    for viewer in people.customers:
        with pytest.raises(NotAllowed):
            house.do(viewer, accept, correction_ids=[ids["Go"]])
    house.do(people.recruiter, accept, correction_ids=[ids["Go"]])
    with pytest.raises(Conflict):  # staff's word stands
        house.do(people.pavlo, undo, correction_ids=[ids["Go"]])
    for staff in (people.admin, people.recruiter):
        with pytest.raises(NotAllowed):
            say(staff, add=["Go"])
    for wrong in (people.maryana_at_globex, people.yurii_at_acme, 1):
        with pytest.raises(NotFound):
            say(people.iryna, add=["C"], application_id=wrong)
    longlist = stage_id(house, people.acme_vacancy, "longlist")
    say(people.iryna, add=["Scala"])
    house.do(people.recruiter, move, application_id=people.maryana_at_acme, to_stage_id=longlist)
    key = stored(house, Correction, word="Scala")[0].id
    with pytest.raises(NotFound):
        house.do(people.iryna, undo, correction_ids=[key])
    with pytest.raises(NotFound):
        say(people.iryna, add=["C"])


def test_the_same_from_two_sides_is_settled_together(house, people, words, say):
    for customer in (people.iryna, people.greta):
        say(customer, add=["Go"], drop=["SQL"])
    assert len(waiting(house, people)) == 4
    iryna = [row.id for row in stored(house, Correction, author_id=people.iryna.user_id)]
    house.do(people.recruiter, accept, correction_ids=iryna)
    assert waiting(house, people) == []
    assert skills(house, people.greta, people) == {"Python", "Go"}


def test_staff_who_edit_the_words_themselves_settle_what_waits(house, people, words, say):
    say(people.iryna, add=["Go", "Rust"], drop=["SQL"])
    opened = house.ask(people.recruiter, candidate, candidate_id=people.maryana)
    assert set(opened.accepted_terms.skills) == {"Python", "SQL"}  # what the edit page shows
    _staff_edit(house, people, ("Python", "Go"))
    (left,) = stored(house, Correction, state="waiting")
    assert left.word == "Rust"
    stale = house.ask(people.recruiter, candidate, candidate_id=people.maryana).version
    house.do(people.admin, accept, correction_ids=[left.id])
    form = CandidateForm("Maryana", skills=("Python",))
    with pytest.raises(Conflict):  # or the accepted word would go unseen
        house.do(people.recruiter, edit, candidate_id=people.maryana, form=form, version=stale)


def test_words_with_a_contact_in_them_are_cut_for_whom_contacts_are_hidden(
    house, people, words, say
):
    say(people.pavlo, add=["Go, +380 67 123 45 67"])
    seen = house.ask(people.iryna, candidate, candidate_id=people.maryana)
    assert "67" not in repr(seen.terms) + repr([one.word for one in seen.corrections])
    assert "67" in repr(house.ask(people.pavlo, candidate, candidate_id=people.maryana).terms)
    (shown,) = (one.word for one in seen.corrections)
    say(people.iryna, drop=[shown])  # named as she reads it
    assert waiting(house, people) == []


@pytest.mark.parametrize("guess", ["m.tkachenko@mail.example", "somebody.else@mail.example"])
def test_guessing_a_contact_that_stands_in_a_word_answers_alike(house, people, words, say, guess):
    """What is hidden from him cannot be found out by adding it: whichever it is, he reads the same."""
    hidden = "m.tkachenko@mail.example"
    _staff_edit(house, people, ("Python", hidden))
    batch = say(people.iryna, add=[guess])
    seen = house.ask(people.iryna, candidate, candidate_id=people.maryana)
    assert (batch, seen.terms.skills, seen.corrections) == (0, ("Python", "\u2026"), ())
    assert say(people.pavlo, add=["somebody.else@mail.example"])  # who reads it is not held back


def test_a_merged_company_reads_what_either_corrected(house, people, words, say):
    say(people.iryna, add=["Go"])
    acme, globex = people.iryna.company_id, people.greta.company_id
    house.do(people.recruiter, merge, company_id=acme, into_id=globex)
    assert skills(house, people.greta, people) == {"Python", "SQL", "Go"}


@pytest.mark.parametrize(
    ("added", "problem"),
    [(["x" * 81], "too_long"), ([f"word {n}" for n in range(61)], "too_many")],
)
def test_endless_words_are_refused_and_empty_ones_left_out(
    house, people, words, say, added, problem
):
    with pytest.raises(Invalid) as refused:
        say(people.iryna, add=added)
    assert refused.value.problems == {"skills": problem}
    assert say(people.iryna, add=[" ", "\u200b", "\x00"]) == 0
    assert stored(house, Correction) == []


def test_nothing_is_corrected_in_a_closed_vacancy(house, people, words, say):
    house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled")
    with pytest.raises(VacancyClosed):
        say(people.iryna, add=["Go"])
    assert stored(house, Correction) == []


def word_key(house, name):
    return stored(house, Term, name=name)[0].id


def seen(house, viewer, people):
    """What waits as he reads it: the word, whether it goes, whether nobody has it yet."""
    found = house.ask(viewer, candidate, candidate_id=people.maryana).corrections
    return [(one.word, one.removes, one.is_new) for one in found]


@pytest.mark.parametrize("said", ["Самолёты", "САМОЛЕТЫ", "самолеты"])
def test_a_word_known_under_any_spelling_is_no_new_one(house, people, words, say, said):
    form = WordForm("Finance", name_ru="Самолёты")
    house.do(people.recruiter, rename, word_id=word_key(house, "Finance"), form=form)
    say(people.iryna, categories=[said])
    say(people.iryna, add=[said])  # no skill is called so
    assert seen(house, people.recruiter, people) == [(said, False, False), (said, False, True)]
    assert seen(house, people.iryna, people) == [(said, False, False), (said, False, False)]


def test_a_word_merged_meanwhile_that_he_has_already_waits_no_more(house, people, words, say):
    say(people.iryna, add=["Structured queries", "Go"])
    other = house.ask(people.recruiter, candidate, candidate_id=people.yurii)
    form = CandidateForm("Yurii", "Melnyk", skills=("Structured queries",))
    house.do(people.recruiter, edit, candidate_id=people.yurii, form=form, version=other.version)
    word = word_key(house, "Structured queries")
    house.do(people.recruiter, merge_words, word_id=word, into_id=word_key(house, "SQL"))
    assert seen(house, people.recruiter, people) == [("Go", False, True)]
    for viewer in (people.recruiter, people.iryna):
        assert skills(house, viewer, people) == {"Python", "SQL", "Go"}
    assert skills(house, people.greta, people) == {"Python", "SQL"}
    form = WordForm("Python", name_uk="GO")
    house.do(people.recruiter, rename, word_id=word_key(house, "Python"), form=form)
    assert seen(house, people.recruiter, people) == []
    assert skills(house, people.iryna, people) == {"Python", "SQL"}


def test_of_two_words_that_were_merged_the_one_not_taken_away_stays(house, people, words, say):
    _staff_edit(house, people, ("Python", "SQL", "Queries"))
    say(people.iryna, drop=["Queries"])
    sql = word_key(house, "SQL")
    house.do(people.recruiter, merge_words, word_id=word_key(house, "Queries"), into_id=sql)
    assert seen(house, people.recruiter, people) == []
    for viewer in (people.recruiter, people.iryna, people.greta):
        assert skills(house, viewer, people) == {"Python", "SQL"}


@pytest.mark.parametrize("kept", [False, True])
def test_both_of_two_merged_words_can_be_taken_away(house, people, words, say, kept):
    _staff_edit(house, people, ("Python", "SQL", "Queries"))
    say(people.iryna, drop=["Queries", "SQL"])
    sql = word_key(house, "SQL")
    house.do(people.recruiter, merge_words, word_id=word_key(house, "Queries"), into_id=sql)
    assert [one[:2] for one in seen(house, people.recruiter, people)] == [("SQL", True)] * 2
    assert skills(house, people.iryna, people) == {"Python"}
    act = undo if kept else accept
    house.do(people.recruiter, act, correction_ids=waiting(house, people))
    for viewer in (people.recruiter, people.iryna, people.greta):
        assert skills(house, viewer, people) == {"Python"} | ({"SQL"} if kept else set())


def test_a_word_to_be_taken_away_is_read_as_it_is_called_now(house, people, words, say):
    say(people.iryna, drop=["SQL"])
    form = WordForm("Databases", name_uk="Бази даних")
    house.do(people.recruiter, rename, word_id=word_key(house, "SQL"), form=form)
    assert seen(house, people.recruiter, people) == [("Databases", True, False)]
    python = word_key(house, "Python")
    _staff_edit(house, people, ("Databases", "Go"))
    house.do(people.recruiter, merge_words, word_id=word_key(house, "Databases"), into_id=python)
    assert seen(house, people.recruiter, people) == [("Python", True, False)]
    assert skills(house, people.greta, people) == {"Python", "Go"}
    house.do(people.recruiter, accept, correction_ids=waiting(house, people))
    assert skills(house, people.greta, people) == {"Go"}
