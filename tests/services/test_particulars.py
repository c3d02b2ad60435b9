"""Source, salary expectation, availability, age, languages, photo: who reads which (decision 12)."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from db.models import AuditEntry, Vacancy
from services.amounts import NO_SALARY, Salary
from services.applications.moving import move
from services.candidates.forms import CandidateForm, add, edit
from services.candidates.particulars import (
    LanguageForm,
    LanguageView,
    ParticularsForm,
    particulars,
    photo,
)
from services.candidates.views import candidate
from services.errors import Conflict, Invalid, NotFound
from services.photos import read
from tests.factories import alter, stage_id, stored

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

HERS = ParticularsForm(
    source=" A friend  of Yurii",
    availability="in two weeks",
    salary="60 000",
    salary_currency="UAH",
    born_on=date(1990, 11, 23),
    languages=(LanguageForm("uk", "native"), LanguageForm("en", "b2"), LanguageForm("de")),
    letter_language="uk",
)
FORM = CandidateForm("Maryana", "Tkachenko", particulars=HERS)
SECRETS = ("friend of Yurii", "two weeks", "60000", "1990")


def picture(colour="red", size=(600, 400)):
    """A photo as a telephone makes it: with the place where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = "home address"
    made = BytesIO()
    Image.new("RGB", size, colour).save(made, "JPEG", exif=exif)
    return made.getvalue()


@pytest.fixture
def maryana(house, people):
    version = house.ask(people.recruiter, candidate, candidate_id=people.maryana).version
    named = {"candidate_id": people.maryana, "version": version}
    house.do(people.recruiter, edit, **named, form=FORM, photo=read(picture()))
    return people.maryana


def told(house, viewer, candidate_id, application_id=None):
    named = {"candidate_id": candidate_id, "application_id": application_id}
    return house.ask(viewer, particulars, **named)


def test_staff_read_all_of_it(house, people, maryana):
    hers = told(house, people.recruiter, maryana)
    assert (hers.source, hers.availability) == ("A friend of Yurii", "in two weeks")
    assert (hers.salary, hers.born_on) == (Salary(60_000, 60_000, "UAH"), date(1990, 11, 23))
    assert hers.age == 35  # the house's clock stands in November 2026, before her birthday
    assert hers.languages[:2] == (LanguageView("uk", "native"), LanguageView("en", "b2"))
    assert (bool(hers.photo), hers.letter_language) == (True, "uk")
    house.clock.pass_by(minutes=60 * 24 * 300)
    assert told(house, people.recruiter, maryana).age == 36


@pytest.mark.parametrize("name", ["iryna", "pavlo", "leo"])
def test_customers_read_photo_and_languages_and_the_rest_only_by_the_vacancys_switches(
    house, people, maryana, name
):
    viewer = getattr(people, name)
    at_acme = {"application_id": people.maryana_at_acme}
    dark = told(house, viewer, maryana, **at_acme)
    assert [one.language for one in dark.languages] == ["uk", "en", "de"]
    assert dark.photo
    assert (dark.salary, dark.age) == (NO_SALARY, None)
    assert not any(secret in repr(dark) for secret in SECRETS)
    alter(house, Vacancy, people.acme_vacancy, shows_salary=True)
    by_salary = told(house, viewer, maryana, **at_acme)
    assert (by_salary.salary, by_salary.age) == (Salary(60_000, 60_000, "UAH"), None)
    alter(house, Vacancy, people.acme_vacancy, shows_salary=False, shows_age=True)
    by_age = told(house, viewer, maryana, **at_acme)
    assert (by_age.salary, by_age.age) == (NO_SALARY, 35)
    for shown in (by_salary, by_age):
        assert (shown.source, shown.availability, shown.born_on) == ("", "", None)
        assert shown.letter_language == ""
    assert told(house, viewer, maryana).age is None  # no vacancy is named, none says so


def test_another_companys_switch_opens_nothing(house, people, maryana):
    alter(house, Vacancy, people.globex_vacancy, shows_salary=True, shows_age=True)
    assert told(house, people.greta, maryana, people.maryana_at_globex).age == 35
    assert told(house, people.iryna, maryana, people.maryana_at_acme).age is None
    # Named by its key, a foreign application is one that does not exist.
    for application_id in (people.maryana_at_globex, people.yurii_at_acme, 1):
        with pytest.raises(NotFound) as refused:
            told(house, people.iryna, maryana, application_id)
        assert refused.value.fields == {"model": "Application"}


def test_who_is_not_presented_has_no_particulars_and_no_photo(house, people, maryana):
    assert house.ask(people.iryna, photo, candidate_id=maryana) == house.ask(
        people.recruiter, photo, candidate_id=maryana
    )
    house.do(
        people.recruiter, move, application_id=people.maryana_at_acme,
        to_stage_id=stage_id(house, people.acme_vacancy, "longlist"),
    )  # fmt: skip
    for question in (particulars, photo):
        for candidate_id in (maryana, people.kyrylo, 1):
            with pytest.raises(NotFound) as refused:
                house.ask(people.iryna, question, candidate_id=candidate_id)
            assert refused.value.fields == {"model": "Candidate"}


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(amount=st.integers(0, 10**9), born=st.dates(date(1950, 1, 1), date(2005, 1, 1)))
def test_what_a_customer_is_told_is_the_same_for_any_two_amounts_and_birthdays(
    house, people, amount, born
):
    version = house.ask(people.recruiter, candidate, candidate_id=people.yurii).version
    hidden = ParticularsForm(salary=str(amount), salary_currency="USD", born_on=born)
    form = CandidateForm("Yurii", "Yizhakevych", particulars=hidden)
    named = {"candidate_id": people.yurii, "version": version}
    house.do(people.recruiter, edit, **named, form=form)
    shown = told(house, people.iryna, people.yurii, people.yurii_at_acme)
    assert (shown.salary, shown.age, shown.born_on) == (NO_SALARY, None, None)
    assert repr(shown) == repr(replace(shown))
    assert str(amount) not in repr(shown) or amount < 100


def test_the_photo_is_kept_small_and_square_without_what_was_hidden_in_it(house, people, maryana):
    kept = house.ask(people.recruiter, photo, candidate_id=maryana)
    with Image.open(BytesIO(kept)) as shown:
        assert shown.size == (256, 256)
        assert not dict(shown.getexif())
    assert b"home address" in picture()
    assert b"home address" not in kept
    version = house.ask(people.recruiter, candidate, candidate_id=maryana).version
    named = {"candidate_id": maryana, "form": FORM}
    house.do(people.recruiter, edit, **named, version=version)  # not touched: it stays
    assert house.ask(people.recruiter, photo, candidate_id=maryana) == kept
    house.do(people.recruiter, edit, **named, version=version + 1, photo=b"")
    assert told(house, people.recruiter, maryana).photo == 0
    with pytest.raises(NotFound):
        house.ask(people.recruiter, photo, candidate_id=maryana)


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"salary": "-5"}, {"salary": "not_an_amount"}),
        ({"salary": "1e308"}, {"salary": "not_an_amount"}),
        ({"salary_currency": "doubloons"}, {"salary_currency": "unknown"}),
        ({"born_on": date(1, 1, 1)}, {"born_on": "not_a_birthday"}),
        ({"born_on": date(2026, 1, 1)}, {"born_on": "not_a_birthday"}),
        ({"source": "x" * 201}, {"source": "too_long"}),
        ({"availability": "x" * 201}, {"availability": "too_long"}),
        ({"languages": (LanguageForm("tlh"),)}, {"languages": "unknown"}),
        ({"languages": (LanguageForm("uk", "z9"),)}, {"languages": "unknown"}),
        ({"languages": (LanguageForm("uk"),) * 21}, {"languages": "too_many"}),
    ],
)
def test_what_cannot_be(house, people, changes, problems):
    form = replace(FORM, particulars=replace(HERS, **changes))
    with pytest.raises(Invalid) as refused:
        house.do(people.recruiter, add, form=form)
    assert refused.value.problems == problems


def test_a_form_without_them_leaves_them_alone(house, people, maryana):
    version = house.ask(people.recruiter, candidate, candidate_id=maryana).version
    named = {"candidate_id": maryana, "form": CandidateForm("Maryana", "Tkachenko")}
    house.do(people.recruiter, edit, **named, version=version)
    assert told(house, people.recruiter, maryana).source == "A friend of Yurii"
    with pytest.raises(Conflict):
        house.do(people.admin, edit, **named, version=version)


def test_the_trail_says_what_changed_and_no_contact(house, people, maryana):
    version = house.ask(people.recruiter, candidate, candidate_id=maryana).version
    changed = replace(FORM, headline="Lead", particulars=replace(HERS, source="LinkedIn"))
    named = {"candidate_id": maryana, "version": version}
    house.do(people.recruiter, edit, **named, form=changed)
    details = json.loads(stored(house, AuditEntry, act="edit", object_id=maryana)[-1].details)
    assert details == {
        "changes": {"headline": ["", "Lead"], "source": ["A friend of Yurii", "LinkedIn"]},
        "version": version + 1,
    }
    first = json.loads(stored(house, AuditEntry, act="edit", object_id=maryana)[0].details)
    assert first["changes"]["languages"] == ["uk native, en b2", "uk native, en b2, de"]
    assert first["changes"]["patronymic"] == ["Olehivna", ""]
    assert first["changes"]["experience_years"] == ["9", ""]
    assert first["changes"]["contacts"] == ["email, phone", ""]  # the kinds, never which
