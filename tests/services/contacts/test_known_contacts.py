"""The candidate's stored contacts are found in any spelling, also one no detector would see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.contacts import find, redact

KNOWN = [
    "+380 67 123-45-67",
    "0501112233",
    "(+1) 415-555-0100",
    "Ivan@Example.com",
    "ivan.p1990@example.org",
    "@ivan",
    "ivan_pet",
    "https://www.linkedin.com/in/ivan-petrenko-99/",
    "t.me/petrenko_i",
    "",
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("67 123 45 67", "67 123 45 67"),
        ("номер 0-6-7-1-2-3-4-5-6-7!", "0-6-7-1-2-3-4-5-6-7"),
        ("№ 380671234567", "380671234567"),
        ("salary $67/1234567", "67/1234567"),
        ("ivan_0671234567.pdf", "0671234567"),
        ("067_123_45_67", "067_123_45_67"),
        ("067\n\n\n123\n- - -\n4567", "067\n\n\n123\n- - -\n4567"),
        ("+380 (0) 67\u200b123\n45 67", "+380 (0) 67\u200b123\n45 67"),
        ("ID 4155550100", "4155550100"),
        ("ID ٤١٥٥٥٥٠١٠٠", "٤١٥٥٥٥٠١٠٠"),
        ("+38 050 111 22 33", "+38 050 111 22 33"),
        ("IVAN@EXAMPLE.COM", "IVAN@EXAMPLE.COM"),
        ("іvаn @ ехаmple . com", "іvаn @ ехаmple . com"),
        ("it is ivan_pet, write", "ivan_pet"),
        ("IVAN_PET", "IVAN_PET"),
        ("it is іvаn_реt, write", "іvаn_реt"),  # Cyrillic letters that look like Latin ones
        ("LinkedIn.com/in/Ivan-Petrenko-99", "LinkedIn.com/in/Ivan-Petrenko-99"),
        ("my page: ivan-petrenko-99", "ivan-petrenko-99"),
        ("petrenko_i", "petrenko_i"),
        ("№ 67 l23 45 67", "67 l23 45 67"),  # l for 1
        ("write ivan [at] example [dot] com", "ivan [at] example [dot] com"),
        ("ｉｖａｎ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ｉｖａｎ＠ｅｘａｍｐｌｅ．ｃｏｍ"),
        (
            "шістдесят сім сто двадцять три сорок п'ять 67",
            "шістдесят сім сто двадцять три сорок п'ять 67",
        ),
        ("my old box: ivan.p1990", "ivan.p1990"),
    ],
)
def test_a_known_contact_is_found_in_any_spelling(text, found):
    assert [contact.text for contact in find(text, known=KNOWN)] == [found]


@pytest.mark.parametrize(
    "text", ["Ivan Petrenko", "ivan_pets", "1067123456799", "1234567", "petrenko_island"]
)
def test_what_only_resembles_a_known_contact_stays(text):
    assert find(text, known=KNOWN) == []


def test_signs_of_markup_around_a_known_account_do_not_hide_it():
    for text in ("_ivan_pet_", "__ivan_pet__", "-ivan_pet-", "*ivan_pet*"):
        assert "ivan_pet" not in redact(text, known=KNOWN)


def test_a_telephone_told_twice_in_words_is_gone_both_times():
    ukrainian = "нуль шістдесят сім сто двадцять три сорок п'ять шістдесят сім"
    told = f"{ukrainian}\nzero six seven one two three four five six seven"
    assert redact(told, mark="#").strip("#\n") == ""


def test_a_known_number_of_zeros_is_that_number_and_no_letter():
    text = "Call +380000000000 or 0 tomorrow"
    assert redact(text, known=["+380000000000"], mark="#") == "Call # or 0 tomorrow"


SEPARATORS = st.lists(st.sampled_from(["", " ", "-", ".", "/", " - ", "\u200b", "_"]), min_size=8)


@given(SEPARATORS, st.sampled_from(["", "0", "+380", "+38 0", "8 0", "00380 "]))
def test_a_known_phone_is_found_whatever_stands_between_its_digits(separators, before):
    digits = "671234567"
    spelled = "".join(
        digit + (separators[place] if place < len(digits) - 1 else "")
        for place, digit in enumerate(digits)
    )
    shown = redact(f"call {before}{spelled} now", known=KNOWN, mark="#")
    assert not any(character.isdigit() for character in shown)
