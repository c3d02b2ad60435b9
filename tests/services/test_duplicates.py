"""Who is in the base already: by any spelling of contacts and names, and for nobody but staff."""

from dataclasses import replace

import pytest

from db.likeness import contact_keys, name_key
from db.models import Likeness
from services.candidates.duplicates import (
    SAME_ACCOUNT,
    SAME_EMAIL,
    SAME_NAME_AND_CITY,
    SAME_PHONE,
    Proposed,
    duplicates_of,
    same_city,
)
from services.candidates.forms import CandidateForm, ContactForm, add, edit
from services.errors import Invalid, NotAllowed
from tests.factories import a_candidate, alter, plant, stored
from tests.services.test_query_budgets import questions

pytestmark = pytest.mark.thorough

IVAN = CandidateForm(
    "Юлія",
    "Ґонта",
    city="Київ",
    contacts=(
        ContactForm("phone", "+380 67 123-45-67"),
        ContactForm("email", "Julia.Honta@Mail.example"),
        ContactForm("telegram", "@Julia_honta"),
    ),
)


@pytest.fixture
def julia(house, people):
    return house.do(people.recruiter, add, form=IVAN)


def found(house, people, *proposals, viewer=None, **more):
    return house.ask(viewer or people.recruiter, duplicates_of, list(proposals), **more)


def reasons(house, people, proposal, whom):
    (several,) = found(house, people, proposal)
    return next((one.reasons for one in several if one.candidate_id == whom), None)


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        ("phone", "067 1234567", SAME_PHONE),
        ("phone", "8 (067) 123 45 67", SAME_PHONE),
        ("phone", "380671234567", SAME_PHONE),
        ("phone", "00380 67/123.45.67", SAME_PHONE),
        ("phone", "０６７１２３４５６７", SAME_PHONE),
        ("phone", "тел.: 067-123-45-67 (доб. 12)", SAME_PHONE),
        ("phone", "050 111 22 33; 067 123 45 67", SAME_PHONE),
        ("other", "Viber +380671234567", SAME_PHONE),
        ("link", "https://wa.me/380671234567", SAME_PHONE),
        ("email", " JULIA.honta@mail.EXAMPLE", SAME_EMAIL),
        ("other", "mailto:julia.honta@mail.example", SAME_EMAIL),
        ("telegram", "https://t.me/julia_honta", SAME_ACCOUNT),
        ("telegram", "julia_honta@", None),
        ("phone", "067 123 45 68", None),
        ("phone", "1234567", None),
        ("email", "honta@mail.example", None),
    ],
)
def test_a_contact_in_any_spelling_finds_her(house, people, julia, kind, value, reason):
    found = reasons(house, people, Proposed("Somebody", "Else", contacts=((kind, value),)), julia)
    assert found == ((reason,) if reason else None)


@pytest.mark.parametrize(
    ("first", "last", "city", "same"),
    [
        ("Юлія", "Ґонта", "Київ", True),
        ("Ґонта", "Юлія", "м. Київ", True),
        ("ЮЛИЯ", "Гонта", "Киев", True),
        ("Yuliia", "Honta", "Kyiv", True),
        ("Julia", "Gonta", "Kyiv, Ukraine", True),
        ("Юлія Петрівна", "Ґонта", "Київ", True),
        ("Ю́лія", "Ґонта ", "київ", True),
        ("Юлія", "Ґонта", "Львів", False),
        ("Юлія", "Ґонта", "", False),
        ("Юлія", "", "Київ", False),
        ("Ю.", "Ґонта", "Київ", False),
        ("Юрій", "Ґонта", "Київ", False),
    ],
)
def test_the_same_name_in_the_same_city_finds_her(house, people, julia, first, last, city, same):
    found = reasons(house, people, Proposed(first, last, city), julia)
    assert found == ((SAME_NAME_AND_CITY,) if same else None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Сергій", "Щербак"), ("Sergey", "Shcherbak")),
        (("Игорь", "Мельник"), ("Ihor", "Melnyk")),
        (("Олександр", "Жук"), ("Александр", "Жук")),
        (("Алёна", "Соловьёва"), ("Олена", "Соловьева")),
        (("Анна-Марія", "Коваль"), ("Коваль", "Анна Марія")),
        (("Іван", "Попович"), ("Іван Петрович", "Попович")),
        (("Łukasz", "Żak"), ("Lukasz", "Zak")),
        (("小龙", "李"), ("李", "小龙")),
    ],
)
def test_names_sound_alike_in_both_alphabets(one, other):
    assert name_key(*one) == name_key(*other) != ""


def test_other_names_stay_apart():
    names = [("Анна", "Коваль"), ("Ганна", "Ковальчук"), ("Ivan", "Petrenko"), ("Iva", "Petrenko")]
    assert len({name_key(*name) for name in names}) == len(names)


def test_cities_are_one_in_every_language():
    assert same_city("Львів", "Lvov") is False  # nobody writes it so: two texts, two cities
    assert same_city("Львов", "Lviv")
    assert same_city("Нью-Йорк", "New York")
    assert same_city("Васильків", "Vasylkiv")
    assert not same_city("", "")


@pytest.mark.parametrize("value", ["", "@", "+", "1" * 5000, "x@y", "a@b.c" * 400, "٣٤٥", "\ud800"])
def test_no_contact_is_too_strange_to_be_compared(value):
    for kind in ("phone", "email", "telegram", "link", "other", "?"):
        list(contact_keys(kind, value))


@pytest.mark.parametrize("sign", ["\x00", "\ud800", "\x1b"])
def test_signs_that_no_database_keeps_find_her_all_the_same(house, people, julia, sign):
    contacts = (("email", f"julia.{sign}honta@mail.example"), ("phone", f"067{sign}1234567"))
    proposal = Proposed(f"Ju{sign}lia", f"Honta{sign}", f"Ky{sign}iv", contacts)
    assert reasons(house, people, proposal, julia) == (
        SAME_EMAIL,
        SAME_PHONE,
        SAME_NAME_AND_CITY,
    )


def test_the_surest_come_first_and_archived_ones_too(house, people, julia):
    by_name = house.do(people.recruiter, add, form=replace(IVAN, contacts=()))
    by_phone = house.do(
        people.recruiter, add, form=replace(IVAN, city="", contacts=IVAN.contacts[:1])
    )
    alter(house, type(a_candidate(house, "x", 1)), by_phone, archived_at=house.clock.now)
    proposal = Proposed("Julia", "Honta", "Kyiv", (("phone", "0671234567"), IVAN_EMAIL))
    (several,) = found(house, people, proposal)
    assert [(one.candidate_id, one.archived) for one in several] == [
        (julia, False),
        (by_phone, True),
        (by_name, False),
    ]
    assert several[0].reasons == (SAME_EMAIL, SAME_PHONE, SAME_NAME_AND_CITY)


IVAN_EMAIL = ("email", "julia.honta@mail.example")


def test_whoever_is_edited_is_not_his_own_duplicate(house, people, julia):
    proposal = Proposed(contacts=(IVAN_EMAIL,))
    assert found(house, people, proposal, besides=julia) == [[]]


def test_what_is_no_longer_his_no_longer_finds_him(house, people, julia):
    changed = replace(IVAN, first_name="Марта", contacts=(ContactForm("phone", "067 123 45 67"),))
    house.do(people.recruiter, edit, candidate_id=julia, form=changed, version=1)
    assert reasons(house, people, Proposed("Julia", "Honta", "Kyiv", (IVAN_EMAIL,)), julia) is None
    assert reasons(house, people, Proposed("Marta", "Honta", "Kyiv"), julia)
    mine = [row for row in stored(house, Likeness) if row.candidate_id == julia]
    assert {(row.kind, row.likeness) for row in mine} == {
        ("phone", "671234567"),
        ("name", "honta marta"),
    }


def test_several_proposals_ask_one_question(house, people, julia):
    one = [Proposed(contacts=(IVAN_EMAIL,))]
    many = [*one, *(Proposed("A", f"B{number}", "Kyiv") for number in range(19))]
    recruiter = people.recruiter.user_id
    plant(house, *(a_candidate(house, f"N{number}", recruiter) for number in range(12)))
    asked = [
        questions(house, people.recruiter, duplicates_of, {"proposals": several})
        for several in (one, many)
    ]
    assert asked == [1, 1]
    assert [len(several) for several in found(house, people, *many)] == [1, *[0] * 19]
    with pytest.raises(Invalid):
        found(house, people, *many, *many, *many)
    assert found(house, people) == []


def test_no_customer_learns_who_is_in_the_base(house, people, julia):
    for viewer in people.customers:
        with pytest.raises(NotAllowed):
            found(house, people, Proposed(contacts=(IVAN_EMAIL,)), viewer=viewer)
