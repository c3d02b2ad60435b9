"""What a résumé's first lines propose about the candidate; a person confirms every word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import phonenumbers

from services.contacts import Found, find, profile_name
from services.documents.blocks import is_section
from services.documents.cities import city_in
from services.documents.names import first_and_last, is_frequent

_FIRST_LINES = 25
_NAME_LINES = 3
_LONGEST_HEADLINE = 90
_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][\w’' -]{1,40}?)\s*[:：]\s*(?P<value>\S.*)\Z")
_NAME_LABELS = {
    "name",
    "full name",
    "first and last name",
    "піб",
    "пib",
    "п.і.б.",
    "прізвище та ім’я",
    "прізвище, ім’я",
    "прізвище ім’я по батькові",
    "ім’я",
    "ім’я та прізвище",
    "фио",
    "имя",
    "имя и фамилия",
    "фамилия имя",
    "фамилия, имя",
    "фамилия имя отчество",
}
_HEADLINE_LABELS = {
    "position",
    "desired position",
    "objective",
    "title",
    "job title",
    "посада",
    "бажана посада",
    "должность",
    "желаемая должность",
    "желаемая должность и зарплата",
    "цель",
    "мета",
    "позиція",
    "позиция",
}
_CITY_LABELS = {
    "city",
    "location",
    "address",
    "residence",
    "based in",
    "місто",
    "місце проживання",
    "проживання",
    "адреса",
    "місто проживання",
    "город",
    "место жительства",
    "проживает",
    "проживание",
    "адрес",
    "город проживания",
}
_NO_NAMES = re.compile(
    r"(?<!\w)(?:резюме|curriculum|vitae|cv|resume|résumé|профіль|профиль|profile|портфоліо|портфолио"
    r"|portfolio|last|updated|page|контакт\w*|contacts?|анкета|кандидат\w*|г|м|місто|город|ооо|тов"
    r"|llc|ltd|inc|gmbh|university|університет|университет|college|school|street|улица|вулиця)(?!\w)",
    re.IGNORECASE,
)
_TRADES = re.compile(
    r"(?<!\w)(?:developer|engineer|manager|designer|analyst|architect|consultant|director|lead|head"
    r"|officer|specialist|administrator|accountant|lawyer|recruiter|assistant|coordinator|marketer"
    r"|scientist|tester|qa|devops|product owner|scrum master|programmer|teacher|nurse|doctor|driver"
    r"|sales|copywriter|editor|translator|secretary|chef|cook|cashier|operator|technician|founder"
    r"|розробни\w*|розробник\w*|інженер\w*|менеджер\w*|дизайнер\w*|аналітик\w*|архітектор\w*|директор\w*"
    r"|керівник\w*|керівниц\w*|спеціаліст\w*|фахів\w*|адміністратор\w*|бухгалтер\w*|юрист\w*|рекрутер\w*"
    r"|асистент\w*|помічни\w*|координатор\w*|маркетолог\w*|тестувальни\w*|програміст\w*|вчител\w*|лікар\w*"
    r"|водій|продаве\w*|редактор\w*|перекладач\w*|секретар\w*|кухар\w*|касир\w*|оператор\w*|технік\w*"
    r"|разработчи\w*|инженер\w*|аналитик\w*|архитектор\w*|руководител\w*|специалист\w*|администратор\w*"
    r"|ассистент\w*|помощни\w*|тестировщи\w*|программист\w*|учител\w*|врач\w*|водител\w*|продав\w*"
    r"|переводчи\w*|повар\w*|кассир\w*|техник\w*|товаровед\w*|логист\w*|эколог\w*|экономист\w*"
    r"|економіст\w*)(?!\w)",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s*[|•·;\t]\s*|\s{2,}|\s+[–—]\s+")
_TELEGRAM = re.compile(
    r"(?:https?://)?(?:t\.me|telegram\.me|telegram\.dog)\s*/\s*(?!joinchat|\+)@?(\w{3,64})/?\Z",
    re.IGNORECASE,
)
_SAYS_TELEGRAM = re.compile(
    r"(?:telegram|телеграм\w*|телега|(?<!\w)tg|(?<!\w)тг)[^\n\w]{0,4}\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be entered about a candidate once somebody has looked at it; '' where unsure."""

    first_name: str
    last_name: str
    headline: str
    city: str
    contacts: tuple[tuple[str, str], ...]


def propose(text: str) -> Proposal:
    """Name, headline, city and contacts that the first lines of a résumé suggest.

    Nothing is stored by it and nothing is guessed where the lines leave it open. A contact is
    a pair of kind (email, phone, telegram, link) and value.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_FIRST_LINES]
    first_name, last_name, below = _name(lines)
    return Proposal(
        first_name=first_name,
        last_name=last_name,
        headline=_headline(lines, below),
        city=_city(lines),
        contacts=tuple(_contacts(text, "\n".join(lines))),
    )


def _name(lines: list[str]) -> tuple[str, str, int]:
    """First and last name, and the line below the one they stand in."""
    for place, line in enumerate(lines):
        value = _labelled(line, _NAME_LABELS)
        if value and all(_as_name(value)):
            return *_as_name(value), place + 1
    # On top a name needs no proof; further down (beside a column of contacts) it does.
    mailboxes = " ".join(c.text.lower() for c in find("\n".join(lines)) if c.kind == "email")
    top = [line for line in lines if not _NO_NAMES.search(line)][:_NAME_LINES]
    for place, line in enumerate(lines):
        first_name, last_name = _as_name(line)
        if first_name and (
            line in top
            or is_frequent(first_name)
            or first_name.lower() in mailboxes
            or last_name.lower() in mailboxes
        ):
            return first_name, last_name, place + 1
    return "", "", 0


def _as_name(line: str) -> tuple[str, str]:
    """The line as a full name: two or three words that begin with capitals, nothing else."""
    start = re.split(r"\s*[,|•·(\t]|\s[–—-]\s|\s{3,}", line, maxsplit=1)[0].strip(" .")
    if _NO_NAMES.search(start) or _TRADES.search(start) or is_section(start) or city_in(start):
        return "", ""
    words = start.split()
    if not 2 <= len(words) <= 3 or not all(_is_name(word) for word in words):  # noqa: PLR2004
        return "", ""
    first_name, last_name = first_and_last(words)
    return _cased(first_name), _cased(last_name)


def _is_name(word: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*\.?", word)) and word[0].isupper()


def _cased(name: str) -> str:
    """ІВАНЕНКО is written Іваненко; McDonald stays as it is."""
    if not (name.isupper() and len(name) > 2):  # noqa: PLR2004
        return name
    return re.sub(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)?", lambda word: word[0].capitalize(), name)


def _headline(lines: list[str], below: int) -> str:
    """What the candidate is: said with a label, or named right under the name."""
    for line in lines:
        value = _labelled(line, _HEADLINE_LABELS)
        if value and len(value) <= _LONGEST_HEADLINE and not find(value):
            return value
    for line in lines[below : below + 4] if below else []:
        if is_section(line):
            break
        fits = len(line) <= _LONGEST_HEADLINE and not line.startswith("•") and line[-1] not in ".:;"
        if fits and _TRADES.search(line) and not find(line):
            return line
    return ""


def _city(lines: Iterable[str]) -> str:
    lines = list(lines)
    for line in lines:
        value = _labelled(line, _CITY_LABELS)
        city = city_in(value) if value else ""
        if city:
            return city
    for line in lines[:12]:
        for part in _SEPARATORS.split(_without_contacts(line)):
            city = city_in(part.strip(" ,()"), whole=True)
            if city:
                return city
    return ""


def _without_contacts(line: str) -> str:
    for contact in reversed(find(line)):
        if contact.kind != "address":
            line = f"{line[: contact.start]} | {line[contact.end :]}"
    return line


def _labelled(line: str, labels: set[str]) -> str:
    match = _LABEL.match(line)
    if not match or match["label"].lower().replace("'", "’") not in labels:
        return ""
    return match["value"].strip()


def _contacts(text: str, beginning: str) -> Iterator[tuple[str, str]]:
    """Contacts of the first lines; where these hold none, of the whole text."""
    source = beginning if find(beginning) else text
    cyrillic = re.search(r"[а-яіїєґ]", source, re.IGNORECASE) is not None
    seen: set[tuple[str, str]] = set()
    for line in source.split("\n"):
        found = find(line)
        for one in found:
            # A link alone in its line is what the candidate writes about, not how to reach him.
            contact = _contact(one, line, alone=len(found) == 1, cyrillic=cyrillic)
            if contact and contact not in seen:
                seen.add(contact)
                yield contact


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
