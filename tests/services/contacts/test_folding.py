"""The copy that detectors read, and the exact way back from it to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.contacts.folding import fold
from services.contacts.spelled import with_signs


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("plain, кирилиця — ні", "plain, кирилиця - ні"),
        ("＋３８０\u00a0６７", "+380 67"),
        ("a\u200bb\u00adc\u2060d", "abcd"),
        ("и\u0306 i\u0308 e\u0301", "й ï é"),
        ("и\u200b\u0306x", "йx"),
        ("ﬁ ½ …", "fi 1⁄2 …"),
        ("İ①𝟗٣", "I193"),
        ("\ud800a\x00b\rc", "ab\nc"),
    ],
)
def test_a_copy_is_in_one_spelling(text, copy):
    assert fold(text).text == copy


@pytest.mark.parametrize(
    ("text", "part", "origin"),
    [
        ("x\u200b\u200b😀ivan\u0301y!", "ivańy"[:4], "ivan\u0301"),
        ("xﬁvey", "vey", "vey"),
        ("xﬁvey", "fiv", "ﬁv"),
        ("a и\u200b\u0306x", "й", "и\u200b\u0306"),
        ("a\u200bb\u200bc", "b", "b"),
        ("ivan [собака] mail точка ru!", "@mail.ru", " [собака] mail точка ru"),
        (
            "код восемь девятьсот 16 123 45 67.",
            "8 900 16 123 45 67",
            "восемь девятьсот 16 123 45 67",
        ),
    ],
)
def test_every_part_of_a_copy_knows_where_it_stood(text, part, origin):
    copy = with_signs(fold(text))
    place = copy.text.find(part)
    if place < 0:
        pytest.fail(f"{part!r} is not in {copy.text!r}")
    start, end = copy.origin(place, place + len(part))
    assert text[start:end] == origin


LETTERS = st.text(
    st.sampled_from("abйи\u0306\u0301\u200bﬁ½①３…—\n\t (@)dotточка собака&#64;\ud800😀İ"),
    max_size=40,
)


@given(LETTERS)
def test_the_way_back_never_turns_round(text):
    copy = with_signs(fold(text))
    last = 0
    for place in range(len(copy.text)):
        start, end = copy.origin(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last
        last = start
    if copy.text:
        assert copy.origin(0, len(copy.text))[0] == copy.origin(0, 1)[0]


@given(st.text(max_size=60))
def test_what_did_not_change_its_length_stands_as_it_stood(text):
    copy = fold(text)
    for place, letter in enumerate(copy.text):
        start, end = copy.origin(place, place + 1)
        if end - start == 1 and text[start].isascii() and text[start].isprintable():
            assert text[start] == letter
