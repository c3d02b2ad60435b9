"""Two spellings of one name or address are one, and nothing invisible gets in."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.checks import check_base_url, check_email
from services.errors import Invalid
from services.folding import composed, fold, fold_email, tidy, tidy_lines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Семён", "семен"),
        ("ＡＣＭＥ", "acme"),
        ("É. Dupont", "e. dupont"),
        ("straße", "STRASSE"),
        ("Łukasz", "łukasz"),
        (" Acme \u00a0 GmbH ", "acme gmbh"),
        ("zero\u200bwidth", "zerowidth"),
        ("cafe\u0301", "café"),
    ],
)
def test_one_name(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Їжак", "Іжак"), ("Андрій", "Андріи"), ("й", "и"), ("Ann", "Anna"), ("ґ", "г")],
)
def test_two_names(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna@Clear.Example", "anna@clear.example"),
        ("vira@ПОШТА.укр", "vira@xn--80a1acn3a.XN--J1AMH"),
        ("vira@münchen.example", "vira@xn--mnchen-3ya.example"),
        (" anna@clear.example\u200b", "anna@clear.example"),
        ("i\u0307@x.yz", "İ@x.yz"),
    ],
)
def test_one_address(one, other):
    assert fold_email(one) == fold_email(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("an.na@clear.example", "anna@clear.example"),
        ("anna+jobs@clear.example", "anna@clear.example"),
        ("anna@clear.example", "anna@clear-example"),
    ],
)
def test_two_addresses(one, other):
    assert fold_email(one) != fold_email(other)


HEAP = "\u0315\u0300" * 2_000  # a mark that sorts behind the other, in turns


@pytest.fixture
def sorted_at_once(monkeypatch):
    """The longest run of marks that was ever given to be normalised: it is sorted quadratically."""
    longest = [0]
    normalize = unicodedata.normalize

    def watched(form, text):
        runs = re.findall("[\u0300\u0315]+", text)
        longest[0] = max([longest[0], *map(len, runs)])
        return normalize(form, text)

    monkeypatch.setattr(unicodedata, "normalize", watched)
    return longest


@pytest.mark.parametrize("read", [tidy, tidy_lines, fold, fold_email, composed])
def test_a_heap_of_marks_on_one_letter_stops_nobody(sorted_at_once, read):
    read(f"anna{HEAP}@clear.example")
    read(f"anna{HEAP[:28]}\u200b" + f"{HEAP[:28]}\u200b" * 40 + "@clear.example")
    assert 0 < sorted_at_once[0] <= 30


def test_marks_that_are_written_stay():
    thai, hebrew = "ผู้ใหญ่", "שָׁלוֹם"
    for text in (thai, hebrew, "y\u0306o\u0308" * 40, "– " * 40, "🙂" * 40, "—" * 80):
        assert tidy_lines(text) == unicodedata.normalize("NFC", text).strip()


def test_of_an_address_that_nobody_can_have_only_the_beginning_is_read():
    endless = "a" * 2_000_000 + "@clear.example"
    assert len(fold_email(endless)) <= 1001
    assert fold_email("a" * 240 + "@clear.example").endswith("@clear.example")


@pytest.mark.parametrize(
    "email",
    [
        "a@b.cc",
        "o'hara+jobs@acme.example",
        "vira@пошта.укр",
        "first.last@sub.domain.example",
        "x_1@x-1.example",
        " padded@acme.example ",
    ],
)
def test_an_address_a_letter_can_be_sent_to(email):
    assert check_email("email", email) == tidy(email)


@pytest.mark.parametrize(
    "email",
    [
        "anna",
        "anna@",
        "@acme.example",
        "anna@acme",
        "anna@acme.e",
        "anna@.example",
        "anna@acme..example",
        "anna@acme.example.",
        ".anna@acme.example",
        "anna.@acme.example",
        "an..na@acme.example",
        "one@acme.example, two@acme.example",
        "one@acme.example;two@acme.example",
        "anna@acme@example.com",
        '"anna smith"@acme.example',
        "Anna <anna@acme.example>",
        "anna@acme.example\nBcc: all@acme.example",
        "іванна@acme.example",
        "anna@-acme.example",
        "anna@acme.example?subject=x",
        "=?utf-8?q?anna?=@acme.example",
        f"anna@{'y' * 64}.example",
        f"{'x' * 250}@acme.example",
    ],
)
def test_no_address_a_letter_can_be_sent_to(email):
    with pytest.raises(Invalid):
        check_email("email", email)


@pytest.mark.parametrize("url", ["", "https://candela.example", "http://localhost:8501/", " "])
def test_an_address_of_ours(url):
    assert check_base_url("base_url", url) == url.strip().rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "candela.example",
        "javascript:alert(1)",
        "ftp://candela.example",
        "https://",
        "https://user:pass@candela.example",
        "https://candela.example/?x=1",
        "https://candela.example/some/path",
        "https://candela.example/#x",
        "https://candela.example\nSet-Cookie: x",
        "https://cand ela.example",
        "https://[::1",
        'https://candela.example"onclick="alert(1)',
    ],
)
def test_no_address_of_ours(url):
    with pytest.raises(Invalid) as refused:
        check_base_url("base_url", url)
    assert refused.value.problems == {"base_url": "not_an_address"}


@given(st.text())
def test_tidying_and_folding_twice_changes_nothing_and_leaves_nothing_invisible(text):
    assert tidy(tidy(text)) == tidy(text)
    assert tidy_lines(tidy_lines(text)) == tidy_lines(text)
    assert fold(tidy(text)) == fold(text)
    assert fold_email(tidy(text)) == fold_email(text)
    assert not {"\x00", "\u200b", "\n", "\r", "\u202e"} & set(tidy(text))
    tidy(text).encode()  # no lone surrogate is left
