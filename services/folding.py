"""Folding: how names and e-mails are compared, whatever case or spelling they came in."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# No writing puts more marks on one letter (UAX 15 draws the line at thirty as well). Normalising
# sorts them in quadratic time without letting anybody else compute: a heap of them stops the app.
_MOST_MARKS = 30
_HEAP = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_LONGEST_EMAIL = 1000


def tidy(text: str) -> str:
    """One line as typed, without control, direction and zero-width characters, NFC."""
    return _SPACES.sub(" ", tidy_lines(_INVISIBLE.sub("", text))).strip()


def tidy_lines(text: str) -> str:
    """Several lines as typed, without control characters and lone surrogates, NFC."""
    return composed(without_controls(text.replace("\r\n", "\n"))).strip()


def without_controls(text: str) -> str:
    """The text without control characters and lone surrogates; ends of lines and tabs stay."""
    return _CONTROL.sub("", text)


def composed(text: str) -> str:
    """The text in NFC; of a heap of marks on one letter only as many as writing knows."""
    return unicodedata.normalize("NFC", _HEAP.sub(_without_heaps, text))


def _without_heaps(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in match[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def fold(text: str) -> str:
    """The form in which two spellings of one name are equal (case, width, ё and е, accents)."""
    decomposed = unicodedata.normalize("NFKD", tidy(text).casefold())
    # й and ї are letters of their own: only marks that people leave out when typing go.
    kept = "".join(mark for mark in decomposed if mark not in "\u0300\u0301\u0302\u0303")
    return unicodedata.normalize("NFKC", kept).replace("ё", "е")


def fold_name(first: str, last: str) -> str:
    """The folded name that a search box looks through, in either order: last, first, last."""
    folded_first, folded_last = fold(first), fold(last)
    return f"{folded_last} {folded_first} {folded_last}".strip()


def fold_email(email: str) -> str:
    """The form in which two spellings of one address are equal (case, IDN; dots as given).

    Nobody has an address of more than a thousand characters: the rest is not looked at.
    """
    local, _, domain = tidy(email[:_LONGEST_EMAIL]).rpartition("@")
    try:
        domain = domain.casefold().encode("idna").decode("ascii")
    except UnicodeError:
        domain = domain.casefold()
    return f"{local.casefold()}@{domain}"
