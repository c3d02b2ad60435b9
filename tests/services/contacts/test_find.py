"""Contacts found wherever they stand, in whatever spelling, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.contacts import Found, find, phone_words
from tests.services.contacts.spellings import (
    ACCOUNTS,
    ADDRESSES,
    EMAILS,
    HARMLESS,
    LINKS,
    PHONES,
    SITES,
)

SPELLINGS = [
    *(("phone", spelling) for spelling in PHONES),
    *(("email", spelling) for spelling in EMAILS),
    *(("url", spelling) for spelling in LINKS),
    *(("handle", spelling) for spelling in ACCOUNTS),
    *(("address", spelling) for spelling in ADDRESSES),
]


AROUND = ("{}", "Іван Петренко {}, Київ", "• {} | 2019 – 2023", "({})")


@pytest.mark.parametrize(("kind", "spelling"), SPELLINGS)
def test_a_contact_is_found_in_its_spelling(kind, spelling):
    label = spelling.split(":")[0] if ":" in spelling else ""
    beside = 22 if kind == "handle" else 12  # "find me on telegram as"
    for around in AROUND:
        found = find(around.format(spelling))
        assert kind in {contact.kind for contact in found}, around
        letters = sum(character.isalnum() for contact in found for character in contact.text)
        assert letters + len(label) + beside >= sum(map(str.isalnum, spelling)), around


@pytest.mark.parametrize("text", SITES)
def test_a_bare_site_is_found_where_it_stands_as_a_contact(text):
    assert "url" in [contact.kind for contact in find(text)]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_a_contact_stays(text):
    assert find(text) == []
    assert find(f"Іван Петренко {text}, Київ") == []


def test_offsets_are_those_of_the_input():
    """Also behind characters that are folded away, widened or narrowed on the way."""
    text = "ﬁne ½ \u200b\u200b😀 (at) тел. +３８０\u200b 67 123 45 67, ivan[собака]gmail[точка]com!"
    phone, email = find(text)
    assert (phone.kind, phone.text) == ("phone", "+３８０\u200b 67 123 45 67")
    assert (email.kind, email.text) == ("email", "ivan[собака]gmail[точка]com")
    for contact in (phone, email):
        assert text[contact.start : contact.end] == contact.text


def test_several_contacts_are_told_apart():
    text = (
        "067 123 45 67, 050 765 43 21 / 093 111 22 33\n044 123 45 67\nfoo@x.com;bar@x.com t.me/foo"
    )
    assert [(contact.kind, contact.text) for contact in find(text)] == [
        ("phone", "067 123 45 67"),
        ("phone", "050 765 43 21"),
        ("phone", "093 111 22 33"),
        ("phone", "044 123 45 67"),
        ("email", "foo@x.com"),
        ("email", "bar@x.com"),
        ("url", "t.me/foo"),
    ]


def test_a_year_beside_a_phone_stays_outside():
    assert [contact.text for contact in find("067 123 45 67 2019-2022")] == ["067 123 45 67"]
    assert [contact.text for contact in find("ivan@x.com.Досвід роботи")] == ["ivan@x.com"]


PIECES = st.sampled_from(
    [
        "+380", "067", "123", "45", " ", "-", "(", ")", "@", "ivan", "gmail", ".com", "t.me/",
        "\n", "•",
        "telegram", ":", "2019", "(at)", "тел", "a", ".", "/", "https://", "х", "\u200b", "…",
        "½", "😀",
        "skype", "#", "x", "вул.", " Main", "Street", "12", "\ud800", "\x00", "О", "①",
    ]
)  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80)))
def test_what_is_found_is_in_order_apart_and_really_there(text):
    last = 0
    for contact in find(text):
        assert isinstance(contact, Found)
        assert last <= contact.start < contact.end <= len(text)
        assert text[contact.start : contact.end] == contact.text
        last = contact.end


@pytest.mark.parametrize("unit", ["(0", "0(", "(1)", "(0 ", "1 "])
def test_the_words_before_a_number_are_looked_through_once_for_it(monkeypatch, unit):
    """Texts of digits alone: not once for each end that the number could have."""
    looked = []

    class Counting:
        def __init__(self, pattern):
            self.pattern = pattern

        def finditer(self, text):
            looked.append(text)
            return self.pattern.finditer(text)

    says_phone = phone_words._SAYS_PHONE
    counting = Counting(phone_words._IN_SMALL[says_phone])
    monkeypatch.setitem(phone_words._IN_SMALL, says_phone, counting)
    for times in (100, 400):
        looked.clear()
        find(unit * times)
        assert len(looked) <= times + 1


@pytest.mark.parametrize(
    "link",
    ["career.habr.com/\nolena_orlov", "xing.com/\nprofile/schmidt85", "djinni.co/\nq/5894af30"],
)
def test_a_link_may_be_broken_right_behind_its_host(link):
    assert [one.text for one in find(f"Профіль: {link}\nДосвід роботи")] == [link]


@pytest.mark.parametrize("after", ["Опыт работы", "worked at many places", "2019-2022"])
def test_what_stands_below_a_host_is_no_part_of_it(after):
    assert all(after not in one.text for one in find(f"Сайт: github.com/\n{after}"))


@pytest.mark.parametrize(
    "told", ["Write to me: katesmith at yahoo.com", "kate smith\nkatesmith at gmail.com\nLondon"]
)
def test_a_name_alone_before_a_mail_service_is_an_address(told):
    assert [one.kind for one in find(told)] == ["email"]


@pytest.mark.parametrize(
    "text", ["Engineer at Yahoo.com", "migrated mailboxes at outlook.com to Exchange"]
)
def test_a_job_at_a_mail_service_is_none(text):
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    ["2021–2024, «ВкусВилл», vkusvill.ru: CPL 184", "2020–2024 | СКБ Контур (kontur.ru) | 318"],
)
def test_a_site_beside_the_time_of_a_job_is_the_employers(text):
    assert [one.kind for one in find(f"ivan.petrov@example.com\n{text}")] == ["email"]
