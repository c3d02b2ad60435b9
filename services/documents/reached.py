"""How somebody can be reached, as his résumé says it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import phonenumbers

from services.contacts import Found, find, profile_name
from services.documents.found import Line, Place

_TELEGRAM = re.compile(
    r"(?:https?://)?(?:t\.me|telegram\.me|telegram\.dog)\s*/\s*(?!joinchat|\+)@?(\w{3,64})/?\Z",
    re.IGNORECASE,
)
_SAYS_TELEGRAM = re.compile(
    r"(?:telegram|телеграм\w*|телега|(?<!\w)tg|(?<!\w)тг)[^\n\w]{0,4}\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach somebody: email, phone, telegram or link, and where it stands."""

    kind: str
    value: str
    place: Place


def contacts_in(lines: Sequence[Line], first: int) -> Iterator[Contact]:
    """Contacts of the first lines; where these hold none, of all of them."""
    beginning = lines[:first]
    source = beginning if any(find(line.text) for line in beginning) else lines
    cyrillic = any(re.search(r"[а-яіїєґ]", line.text, re.IGNORECASE) for line in source)
    seen: set[tuple[str, str]] = set()
    for line in source:
        found = find(line.text)
        for one in found:
            # A link alone in its line is what the candidate writes about, not how to reach him.
            contact = _contact(one, line.text, alone=len(found) == 1, cyrillic=cyrillic)
            if contact and contact not in seen:
                seen.add(contact)
                yield Contact(*contact, line.place(one.text))


def _contact(found: Found, line: str, *, alone: bool, cyrillic: bool) -> tuple[str, str] | None:
    value = re.sub(r"\s+", " ", found.text).strip()
    telegram = _TELEGRAM.match(value)
    if telegram:
        return "telegram", f"@{telegram[1]}"
    match found.kind:
        case "email" if re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", value):
            return "email", value
        case "phone":
            return "phone", _phone(value, cyrillic=cyrillic)
        case "url" if not alone or profile_name(value) or len(line) < len(value) + 15:
            return "link", value if re.match(
                r"https?://", value, re.IGNORECASE
            ) else f"https://{value}"
        case "handle" if value.startswith("@") or _SAYS_TELEGRAM.search(line[: found.start]):
            return "telegram", f"@{value.lstrip('@')}"
        case _:
            return None


def _phone(value: str, *, cyrillic: bool) -> str:
    """The international way of writing where the number leaves no doubt, else as it stands."""
    digits = re.sub(r"\D", "", value)
    region = None
    if cyrillic and "+" not in value:
        ukrainian = len(digits) == 10 and digits.startswith("0")  # noqa: PLR2004
        region = "UA" if ukrainian or digits.startswith("380") else "RU"
    try:
        number = phonenumbers.parse(value, region)
    except phonenumbers.NumberParseException:
        return value
    if not phonenumbers.is_valid_number(number):
        return value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
