"""Any Unicode password of 12 to 128 characters, kept as it was typed."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.access.passwords import accept_password, hash_password, matches
from services.errors import Invalid
from tests.house import QuickHasher

HASHER = QuickHasher()
ACCEPTED = [
    "їжак і лис 1",
    "їжак " * 25 + "лис",
    "пароль из сорока и более русских букв, да-да",
    "їжачок" * 20,
    "xyz їжак " * 6 + "123456",
    "xyz їжак " * 6 + "1234567",
    "  spaces at both ends  ",
    "🙂🙃🐦🌲" * 3 + "!",
    "пароль\u00a0з\u2003пробілами",
    "e\u0301a\u0301" * 6 + "!xyz",
    "tab is no \u200b control",
]


class BcryptsLimits(QuickHasher):
    """Refuses what bcrypt refuses, and stops where it stops."""

    def hash(self, password):
        assert len(password.encode()) <= 72
        assert "\x00" not in password
        return super().hash(password)


@pytest.mark.parametrize("password", ACCEPTED)
def test_accepted_hashed_and_known_again(password):
    assert accept_password(password) == password
    hashed = hash_password(BcryptsLimits(), password)
    assert matches(BcryptsLimits(), password, hashed)
    for other in (password + " ", password[:-1], " " + password, password.swapcase() + "!"):
        assert not matches(HASHER, other, hashed)


def test_everything_past_the_72nd_byte_counts():
    hashed = hash_password(HASHER, "x" * 73)
    assert not matches(HASHER, "x" * 72, hashed)
    assert not matches(HASHER, "x" * 72 + "y", hashed)
    long = "ї" * 40
    assert not matches(HASHER, long[:-1] + "і", hash_password(HASHER, long))


def test_typed_composed_or_decomposed_it_is_the_same():
    composed = "pässwörter gälten"
    decomposed = unicodedata.normalize("NFD", composed)
    assert composed != decomposed
    assert matches(HASHER, decomposed, hash_password(HASHER, composed))


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("", "password_too_short"),
        ("a" * 11, "password_too_short"),
        ("їїїїїїїїїїї", "password_too_short"),
        ("a" * 129, "password_too_long"),
        ("a nul \x00 inside it", "password_has_control_characters"),
        ("a newline \n inside", "password_has_control_characters"),
        ("half a pair \ud800 here", "password_has_control_characters"),
        ("qwertyuiop[]", "password_is_common"),
        ("Qwerty123456!", "password_is_common"),
        ("password1234", "password_is_common"),
        ("1q2w3e4r5t6y", "password_is_common"),
        ("iloveyou1987", "password_is_common"),
        ("dragonmonkey", "password_is_common"),
        ("!!!password!!!", "password_is_common"),
        ("a" * 12, "password_is_common"),
        ("abc" * 40, "password_is_common"),
        ("123456789012", "password_is_common"),
        ("парольпароль", "password_is_common"),
        ("Пароль123456", "password_is_common"),
        ("йцукенгшщзхї", "password_is_common"),
    ],
)
def test_refused_with_the_reason_at_its_field(password, problem):
    for field in ("password", "new_password"):
        with pytest.raises(Invalid) as refused:
            accept_password(password, field)
        assert refused.value.problems == {field: problem}


@settings(max_examples=200)
@given(st.text(min_size=12, max_size=128), st.text(min_size=12, max_size=128))
@example("a" * 12, "a" * 13)
def test_two_passwords_match_only_if_they_are_the_same_text(one, other):
    """Also those that cannot be chosen: a sign-in form takes anything and answers."""
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert matches(HASHER, one, hash_password(HASHER, other)) is same


def test_a_missing_hash_is_checked_as_long_as_a_wrong_one():
    class Counting(QuickHasher):
        checks = 0

        def check_pw(self, password, hashed_password):
            self.checks += 1
            return super().check_pw(password, hashed_password)

    hasher = Counting()
    assert not matches(hasher, "any password at all", None)
    assert not matches(hasher, "nobody's password", None)  # nor does the stand-in's own open it
    assert not matches(hasher, "any password at all", hash_password(hasher, "another one"))
    assert hasher.checks == 3


def test_an_endless_password_is_nobodys_and_costs_nothing(monkeypatch):
    normalize, read = unicodedata.normalize, []

    def watched(form, text):
        read.append(len(text))
        return normalize(form, text)

    monkeypatch.setattr(unicodedata, "normalize", watched)
    stored = hash_password(HASHER, ACCEPTED[0])
    assert not matches(HASHER, "a" + "\u0315\u0300" * 1_000_000, stored)
    assert not matches(HASHER, ACCEPTED[0] * 100_000, stored)
    assert matches(
        HASHER, unicodedata.normalize("NFD", "й" * 128), hash_password(HASHER, "й" * 128)
    )
    assert max(read) <= 512
