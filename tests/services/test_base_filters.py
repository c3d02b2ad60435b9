"""Filters, orders and pages of the base; and what a customer's search must not depend on."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.keys import new_key
from db.models import (
    Application,
    Candidate,
    CandidateContact,
    Note,
    SavedFilter,
    Term,
    Vacancy,
)
from services.applications.moving import link
from services.candidates.choices import sources, stage_choices
from services.candidates.filters import BaseFilter
from services.candidates.forms import CandidateForm, add
from services.candidates.listing import candidates
from services.candidates.particulars import ParticularsForm
from services.candidates.resumes import save_version
from services.candidates.saved import forget_filter, save_filter, saved_filters
from services.candidates.several import add_words, link_several
from services.errors import Invalid, NotAllowed, NotFound
from services.i18n import translator
from services.vacancies.stage_changes import save_stage
from services.vacancies.stage_forms import StageForm
from services.vacancies.stages import default_names, stage_name
from services.vacancies.template import save_template_stage
from services.vacancies.views import vacancy
from services.work import _begin, perform
from tests.conftest import EVERY_CASE
from tests.factories import alter, stage_id, stored

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]


def ids(house, viewer, **asked):
    page = house.ask(viewer, candidates, **asked)
    assert page.found >= len(page.rows)
    return [row.id for row in page.rows]


def term(house, name):
    return stored(house, Term, name=name)[0].id


def test_each_filter_alone_and_together(house, people):
    recruiter, sofia, maryana, yurii, kyrylo = (
        people.recruiter, people.sofia, people.maryana, people.yurii, people.kyrylo,
    )  # fmt: skip
    everybody = [sofia, kyrylo, yurii, maryana]
    ada = house.do(
        people.admin,
        add,
        form=CandidateForm(
            "Ada",
            city="Lviv",
            skills=("Rust", "Python"),
            categories=("Design",),
            particulars=ParticularsForm(source="LinkedIn"),
        ),
    )
    rust, python = term(house, "Rust"), term(house, "Python")
    design, engineering = term(house, "Design"), term(house, "Engineering")

    def by(**only):
        return ids(house, recruiter, only=BaseFilter(**only))

    assert by() == [ada, *everybody]
    assert by(skills=(python,)) == [ada, *everybody]
    assert by(skills=(python, rust)) == [ada]
    assert by(categories=(design, engineering)) == [ada, *everybody]
    assert by(categories=(engineering,)) == everybody
    assert by(city="Lviv") == by(source="LinkedIn") == [ada]
    assert by(city="Kyiv", source="LinkedIn") == []
    assert house.ask(recruiter, sources) == ["LinkedIn"]
    assert by(vacancy=people.acme_vacancy) == [kyrylo, yurii, maryana]
    assert by(stage="longlist") == [kyrylo]
    assert by(vacancy=people.globex_vacancy, stage="longlist") == []
    assert by(recruiter=people.admin.user_id) == [ada]
    assert by(recruiter=recruiter.user_id) == everybody
    assert by(recruiter=recruiter.user_id, stage="new") == [yurii, maryana]
    assert by(resume="yes") == [maryana]
    assert by(resume="no") == [ada, sofia, kyrylo, yurii]
    assert by(company=people.greta.company_id) == [maryana]
    assert by(company=people.iryna.company_id) == [yurii, maryana]
    assert by(city="Kyiv", company=people.iryna.company_id, resume="no") == [yurii]
    page = house.ask(recruiter, candidates, search="tkach", only=BaseFilter(resume="yes"))
    assert [row.id for row in page.rows] == [maryana]
    assert page.found == 1
    assert ids(house, recruiter, search="tkach", only=BaseFilter(resume="no")) == []


def test_stages_are_offered_by_their_present_names_and_found_by_them(house, people):
    recruiter = people.recruiter

    def offered(**asked):
        found = house.ask(recruiter, stage_choices, **asked)
        return [stage_name(one, translator("en")) for one in found]

    def by(**only):
        return ids(house, recruiter, only=BaseFilter(**only))

    default = list(default_names(translator("en")).values())
    assert offered() == offered(vacancy_id=people.acme_vacancy) == default
    version = house.ask(recruiter, vacancy, vacancy_id=people.acme_vacancy).version
    longlist = stage_id(house, people.acme_vacancy, "longlist")
    named = StageForm("Sourced", "Найден", "Знайдено", sight="staff", place=0)
    house.do(
        recruiter,
        save_stage,
        vacancy_id=people.acme_vacancy,
        stage_id=longlist,
        form=named,
        version=version,
    )
    assert by(stage="Sourced") == by(stage="Знайдено") == [people.kyrylo]
    assert by(vacancy=people.acme_vacancy, stage="Найден") == [people.kyrylo]
    assert by(vacancy=people.globex_vacancy, stage="Sourced") == by(stage="longlist") == []
    assert offered(vacancy_id=people.acme_vacancy) == ["Sourced", *default[1:]]
    assert offered(vacancy_id=people.globex_vacancy) == default
    assert offered() == [*default, "Sourced"]
    started = StageForm("Started", "Вышел", "Вийшов", sight="open", outcome="hired", place=5)
    house.do(people.admin, save_template_stage, form=started, version=0, place=5)
    assert offered() == [*default[:5], "Started", "Refused", "Hired", "Sourced"]
    assert house.ask(recruiter, stage_choices, vacancy_id=1) == ()
    with pytest.raises(NotAllowed):
        house.ask(people.iryna, stage_choices)


def test_the_days_are_those_of_ones_own_zone(house, people):
    alter(
        house,
        Candidate,
        people.sofia,
        created_at=house.clock.now.replace(day=19, hour=22, minute=30),
    )

    def by(**only):
        return ids(house, people.recruiter, only=BaseFilter(**only))

    # In Kyiv it was half past midnight of the 20th.
    assert people.sofia in by(added_from=date(2026, 11, 20), added_until=date(2026, 11, 20))
    assert people.sofia not in by(added_until=date(2026, 11, 19))
    assert by(added_from=date(2026, 11, 21)) == []


@pytest.mark.parametrize("sort", ["newest", "name", "activity"])
@pytest.mark.parametrize("search", ["", "engineer"])
def test_every_order_goes_on_behind_the_last_one_of_a_page(house, people, page_size, sort, search):
    twin = CandidateForm("Sofia", "Lindqvist", headline="engineer")
    twins = [house.do(people.recruiter, add, form=twin) for _ in range(3)]
    house.clock.pass_by(hours=1)
    house.do(people.recruiter, link, candidate_id=people.sofia, vacancy_id=people.acme_vacancy)
    whole = ids(house, people.recruiter, sort=sort, search=search)
    assert sorted(whole) == sorted(
        [*twins, people.sofia, people.kyrylo, people.yurii, people.maryana]
    )
    if sort == "name":
        names = [
            row.name.split()[-1] for row in house.ask(people.recruiter, candidates, sort=sort).rows
        ]
        assert names == sorted(names)
    if sort == "activity":
        assert whole[0] == people.sofia
    page_size(2)
    leafed, before = [], None
    while True:
        page = house.ask(people.recruiter, candidates, sort=sort, search=search, before=before)
        assert page.found == len(whole)
        leafed += [row.id for row in page.rows]
        before = page.next_before
        if before is None:
            break
    assert leafed == whole


def test_filters_and_orders_are_for_staff(house, people):
    for asked in ({"only": BaseFilter(city="Kyiv")}, {"sort": "name"}):
        for customer in people.customers:
            with pytest.raises(NotAllowed):
                house.ask(customer, candidates, **asked)


def test_a_customer_finds_in_what_he_reads(house, people):
    assert ids(house, people.iryna, search="postgre") == [people.yurii, people.maryana]
    assert ids(house, people.iryna, search="yizhakevych kyiv") == [people.yurii]
    assert ids(house, people.greta, search="python") == [people.maryana]
    for hidden in (
        "kyrylo",
        "sofia",
        "longlist",
        "067 123",
        "mail.example",
        "olehivna",
    ):
        assert ids(house, people.iryna, search=hidden) == [], hidden


def test_a_customer_finds_by_the_resume_that_he_reads_and_by_no_other(house, people):
    """Decision 4: the version; without one the original, where contacts are open to him."""
    assert ids(house, people.iryna, search="payments") == [people.maryana]
    assert ids(house, people.pavlo, search="payments") == [people.yurii, people.maryana]
    assert ids(house, people.pavlo, search="yizhakevych nine years") == [people.yurii]
    for html in (
        "<p>Ledgers by hand, o.secret@mail.example, +380 50 765 43 21</p>",
        "<p>Letters by <strong>ha</strong>nd</p>",
    ):
        house.do(people.recruiter, save_version, candidate_id=people.yurii, html=html)
        assert ids(house, people.iryna, search="by HAND") == [people.yurii]
    assert ids(house, people.pavlo, search="payments") == [people.maryana]  # it has a version now
    for nobody in ("ledgers", "secret", "mail", "380507", "050 765", "765"):  # cut, or an older one
        assert ids(house, people.iryna, search=nobody) == [], nobody


QUERIES = st.one_of(
    st.sampled_from(["+380", "067", "3806", "tkach", "python", "@", "olena", "secret", "77", "qa"]),
    st.text("0123456789+()- @.abcxyzабв", max_size=12),
)
PHONES = st.from_regex(r"\+380[0-9]{9}", fullmatch=True)
EMAILS = st.from_regex(r"[a-z]{3,8}@[a-z]{3,8}\.example", fullmatch=True)
WORDS = st.text("abcxyz абв0123456789", max_size=12)
QUICK = settings(
    max_examples=40 if EVERY_CASE else 8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def watched(shared_house, cast):
    """A house in which nothing is committed, and a customer who is told of two worlds."""
    return shared_house, cast


class Rolled(Exception):
    """Ends a unit of work before its commit."""


def answers(house, cast, change, asked):
    """What the customer is answered in a world that staff have changed so; nothing is kept."""

    def live(work):
        change(work)
        work.flush()
        work._session.info.pop("rules", None)
        his = _begin(house.installation, work._session, cast.iryna)
        raise Rolled([candidates(his, search=search) for search in asked])

    with pytest.raises(Rolled) as done:
        perform(house.installation, cast.recruiter, live)
    return done.value.args[0]


@QUICK
@given(
    one=st.tuples(PHONES, EMAILS),
    other=st.tuples(PHONES, EMAILS),
    asked=st.lists(QUERIES, min_size=1, max_size=4),
)
def test_two_values_of_a_hidden_contact_give_one_answer(watched, one, other, asked):
    """Threat 3: neither what is found, nor how many, nor in which order depends on it."""
    house, cast = watched
    asked = [*asked, one[0], one[0][4:], one[1], *one[1].split("@"), "payments", ""]

    def world(values):
        def change(work):
            rows = work.scalars(
                select(CandidateContact)
                .where(CandidateContact.candidate_id == cast.maryana)
                .order_by(CandidateContact.position)
            )
            for row, value in zip(rows, values, strict=True):
                row.value = value
            phone, email = values
            html = f"<p>Call {phone}<br>or <b>{email}</b>, {email}!</p><p>Payments</p>"
            assert save_version(work, candidate_id=cast.maryana, html=html)

        return change

    assert answers(house, cast, world(one), asked) == answers(house, cast, world(other), asked)


@QUICK
@given(one=WORDS, other=WORDS, asked=st.lists(QUERIES, max_size=3))
def test_nor_does_what_is_staffs_alone(watched, one, other, asked):
    """A hidden note, a patronymic, another vacancy, somebody who is not presented."""
    house, cast = watched
    asked = [*asked, *one.split(), *other.split(), "kyrylo", ""]

    def world(words):
        def change(work):
            work.add(
                Note(
                    id=new_key(),
                    candidate_id=cast.maryana,
                    author_id=cast.recruiter.user_id,
                    body=words,
                    written_at=work.now,
                )
            )
            work.one(Vacancy, cast.globex_vacancy).title = words
            work.one(Vacancy, cast.acme_vacancy).private_notes = words
            work.one(Candidate, cast.kyrylo).headline = words
            work.one(Candidate, cast.maryana).patronymic = words

        return change

    assert answers(house, cast, world(one), asked) == answers(house, cast, world(other), asked)


def test_everybody_keeps_filters_of_his_own(house, people):
    house.do(people.recruiter, save_filter, name="  Acme, hot ", query="q=python")
    house.do(people.recruiter, save_filter, name="ACME, HOT", query="q=rust")
    house.do(people.admin, save_filter, name="Acme, hot", query="q=go")
    (mine,) = house.ask(people.recruiter, saved_filters)
    assert (mine.name, mine.query) == ("ACME, HOT", "q=rust")
    (hers,) = house.ask(people.admin, saved_filters)
    assert hers.query == "q=go"
    with pytest.raises(NotFound):
        house.do(people.recruiter, forget_filter, filter_id=hers.id)
    for name, query in (("", "q=x"), ("x" * 61, "q=x"), ("x", ""), ("x", "q" * 2001)):
        with pytest.raises(Invalid):
            house.do(people.recruiter, save_filter, name=name, query=query)
    house.do(people.recruiter, forget_filter, filter_id=mine.id)
    assert house.ask(people.recruiter, saved_filters) == []
    for number in range(50):
        house.do(people.recruiter, save_filter, name=f"{number}", query="q=x")
    with pytest.raises(Invalid):
        house.do(people.recruiter, save_filter, name="one more", query="q=x")


def test_nobody_keeps_a_filter_for_another(house, people):
    def plant_one(work):
        work.add(
            SavedFilter(
                user_id=people.admin.user_id,
                name="x",
                folded_name="x",
                query="q=x",
                saved_at=work.now,
            )
        )

    with pytest.raises(NotAllowed):
        house.do(people.recruiter, plant_one)


def test_several_are_linked_and_get_words_at_once(house, people):
    both = [people.sofia, people.kyrylo, people.sofia]
    done = house.do(
        people.recruiter, link_several, vacancy_id=people.acme_vacancy, candidate_ids=both
    )
    assert (done.linked, done.already) == (1, 1)
    (linked,) = stored(
        house, Application, vacancy_id=people.acme_vacancy, candidate_id=people.sofia
    )
    assert linked.presented_at is None
    changed = house.do(
        people.recruiter,
        add_words,
        candidate_ids=both,
        skills=["python", "Rust"],
        categories=["Go"],
    )
    assert changed == 2
    rust = BaseFilter(skills=(term(house, "Rust"),))
    assert ids(house, people.recruiter, only=rust) == [people.sofia, people.kyrylo]
    assert house.do(people.recruiter, add_words, candidate_ids=both, skills=["rust"]) == 0
    for wrong in ([], list(range(1, 300))):
        with pytest.raises(Invalid):
            house.do(people.recruiter, add_words, candidate_ids=wrong, skills=["Rust"])
    for words in ({}, {"skills": ["x" * 81]}, {"categories": [f"{n}" for n in range(21)]}):
        with pytest.raises(Invalid):
            house.do(people.recruiter, add_words, candidate_ids=both, **words)
    with pytest.raises(NotFound):
        house.do(people.recruiter, add_words, candidate_ids=[1], skills=["Rust"])
    with pytest.raises(NotFound):
        house.do(people.recruiter, link_several, vacancy_id=1, candidate_ids=both)
