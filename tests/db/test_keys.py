"""Keys: ordered, unique, and the same key again from its text."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db import keys
from db.keys import key_text, new_key, parse_key

LARGEST = (1 << 63) - 1


def test_keys_of_many_threads_differ_and_grow_within_each():
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: [new_key() for _ in range(500)], range(8)))
    assert len({key for batch in made for key in batch}) == 8 * 500
    assert all(batch == sorted(batch) for batch in made)


def test_keys_grow_even_when_the_clock_is_set_back(monkeypatch):
    before = new_key()
    monkeypatch.setattr(keys.time, "time_ns", lambda: keys._EPOCH_MS * 1_000_000)
    assert new_key() > before


def test_a_key_tells_its_time(monkeypatch):
    monkeypatch.setattr(keys, "_last", 0)
    monkeypatch.setattr(keys.time, "time_ns", lambda: (keys._EPOCH_MS + 1234) * 1_000_000)
    assert new_key() >> 21 == 1234


@given(st.integers(min_value=1, max_value=LARGEST))
@example(1)
@example(LARGEST)
def test_a_key_comes_back_from_its_text(key):
    text = key_text(key)
    assert parse_key(text) == key
    assert len(text) == 13


@given(st.integers(min_value=1, max_value=LARGEST), st.integers(min_value=1, max_value=LARGEST))
def test_texts_sort_as_their_keys_do(one, other):
    assert (key_text(one) < key_text(other)) == (one < other)


@given(st.text() | st.text(alphabet="0123456789abcdefghjkmnpqrstvwxyz", min_size=13, max_size=13))
@example("0" * 13)
@example("z" * 13)
@example("0000000000O1I")
@example("00000000000１2")
@example(" 000000000001")
def test_a_text_is_refused_unless_it_is_exactly_a_keys(text):
    try:
        key = parse_key(text)
    except ValueError:
        return
    assert key_text(key) == text


@pytest.mark.parametrize("text", ["", "1", "0" * 13, "z" * 13, "000000000000I", "0000000000001 "])
def test_what_is_no_key_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_key(text)


@pytest.mark.parametrize("key", [0, -1, LARGEST + 1])
def test_a_number_that_is_no_key_has_no_text(key):
    with pytest.raises(ValueError, match=str(key)):
        key_text(key)
