"""Checks of single fields that several forms share. Each raises Invalid naming the field."""

import re
from collections.abc import Callable, Collection

from services.errors import Invalid
from services.folding import tidy

# What can be written into a letter's header as it is; domains may be in any script.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=^_`{|}~-]+"
_LETTER = r"A-Za-z0-9\u0080-\U0010ffff"
_LABEL = rf"[{_LETTER}](?:[{_LETTER}-]*[{_LETTER}])?"
_EMAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+(?!.\Z){_LABEL}")
_BASE_URL = re.compile(r"https?://(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
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
    found = tidy(check_text(field, text))
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
    if not _EMAIL.fullmatch(email) or not _is_a_domain(email.rpartition("@")[2]):
        raise Invalid(**{field: "not_an_email"})
    return email


def _is_a_domain(domain: str) -> bool:
    try:
        return bool(domain.encode("idna"))
    except UnicodeError:
        return False


def check_base_url(field: str, text: str) -> str:
    """The address of the installation, http or https, without a path or query; may be empty."""
    url = text.strip().rstrip("/")
    if not url:
        return ""
    if not _BASE_URL.fullmatch(url):
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
