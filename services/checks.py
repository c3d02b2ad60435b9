"""Checks of single fields that several forms share. Each raises Invalid naming the field."""

import re
from collections.abc import Callable, Collection
from urllib.parse import urlsplit

from services.errors import Invalid
from services.folding import tidy

_EMAIL = re.compile(r"[^\s@,;<>\"()\[\]\\]+@[^\s@,;<>\"()\[\]\\]+\.[^\s@,;<>\"()\[\]\\.]{2,}")
_LONGEST_EMAIL = 254
_LONGEST_LINE = 200
_LONGEST_TEXT = 50_000


def check_required(field: str, text: str, longest: int = _LONGEST_LINE) -> str:
    """The tidied line. Raises Invalid when nothing is left of it or it is too long."""
    found = check_line(field, text, longest)
    if not found:
        raise Invalid(**{field: "required"})
    return found


def check_line(field: str, text: str, longest: int = _LONGEST_LINE) -> str:
    """The tidied line. Raises Invalid when it is too long."""
    found = tidy(text)
    if len(found) > longest:
        raise Invalid(**{field: "too_long"})
    return found


def check_text(field: str, text: str, longest: int = _LONGEST_TEXT) -> str:
    """The text as typed. Raises Invalid when it is too long."""
    if len(text) > longest:
        raise Invalid(**{field: "too_long"})
    return text


def check_email(field: str, text: str) -> str:
    """One e-mail address as typed. Raises Invalid when missing, malformed or too long."""
    email = check_required(field, text, _LONGEST_EMAIL)
    if not _EMAIL.fullmatch(email) or ".." in email:
        raise Invalid(**{field: "not_an_email"})
    return email


def check_base_url(field: str, text: str) -> str:
    """The address of the installation, http or https, without a path or query; may be empty."""
    url = text.strip().rstrip("/")
    if not url:
        return ""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.username:
        raise Invalid(**{field: "not_an_address"})
    return url


def check_choice(field: str, value: str, choices: Collection[str]) -> str:
    """One of the given choices. Raises Invalid for anything else."""
    if value not in choices:
        raise Invalid(**{field: "unknown"})
    return value


def check_all(*checks: Callable[[], object]) -> None:
    """Run every check and raise one Invalid that names every field which failed."""
    problems: dict[str, str] = {}
    for check in checks:
        try:
            check()
        except Invalid as error:
            problems.update(error.problems)
    if problems:
        raise Invalid(**problems)
