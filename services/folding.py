"""Folding: how names and e-mails are compared, whatever case or spelling they came in."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def tidy(text: str) -> str:
    """One line as typed, without control, direction and zero-width characters, NFC."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", tidy_lines(text))).strip()


def tidy_lines(text: str) -> str:
    """Several lines as typed, without control characters and lone surrogates, NFC."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", text.replace("\r\n", "\n"))).strip()


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
    """The form in which two spellings of one address are equal (case, IDN; dots as given)."""
    local, _, domain = tidy(email).rpartition("@")
    try:
        domain = domain.casefold().encode("idna").decode("ascii")
    except UnicodeError:
        domain = domain.casefold()
    return f"{local.casefold()}@{domain}"
