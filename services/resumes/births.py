"""When somebody was born and how old he is, as résumés say it."""

import re
from collections.abc import Iterator

_MONTH = r"[^\W\d_]{3,12}\.?"
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?:{_YEAR}|\d\d)|{_YEAR}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}|{_MONTH}\s+\d{{1,2}},?\s+{_YEAR}"
    rf"|{_MONTH}\s+{_YEAR}|{_YEAR})(?:\s*(?:г\.?(?:\s?р\.?)?|р\.?(?:\s?н\.?)?|года|року|year)(?!\w))?"
)
_AGE = (
    r"\d{2}\s*(?:years?(?:\s+old)?|y\.\s?o\.|yrs?|лет|года?|років|роки|рік|jahre(?:\s+alt)?|lat|ani"
    r"|yaşında|жас)(?!\w)"
)
_LABEL = (
    r"(?:date\s+of\s+birth|birth\s*date|birthday|d\.?\s?o\.?\s?b\.?|year\s+of\s+birth|born(?:\s+(?:on|in))?"
    r"|age|дата\s+рождения|год\s+рождения|день\s+рождения|родил(?:ся|ась)|возраст|дата\s+народження"
    r"|рік\s+народження|день\s+народження|народи(?:вся|лася|лась)|вік|geburtsdatum|geboren(?:\s+am)?|alter"
    r"|data\s+urodzenia|wiek|doğum\s+tarihi|yaş|data\s+na[sș]terii|v[aâ]rst[aă]|туған\s+күні|жасы)"
)
_SAID = re.compile(
    rf"(?<!\w){_LABEL}(?:\s*[/(]\s*(?:age|возраст|вік)\s*\)?)?[\s:–—.-]{{0,4}}"
    rf"(?:{_DATE}|{_AGE}|\d{{2}}(?!\d))(?:\s*[,;(/–-]?\s*{_AGE}\)?)?",
    re.IGNORECASE,
)
_PERSON = r"(?:male|female|man|woman|мужчина|женщина|чоловік|жінка)"
_AFTER_A_PERSON = re.compile(rf"(?<!\w){_PERSON}\s*[,·|]\s*(?P<age>{_AGE})", re.IGNORECASE)
_ALONE = re.compile(rf"^[ \t•|]*(?P<age>{_AGE})[ \t.,|]*$", re.IGNORECASE | re.MULTILINE)


def births(text: str) -> Iterator[tuple[int, int]]:
    """Where a date of birth or an age stands, with its label."""
    for match in _SAID.finditer(text):
        yield match.span()
    for pattern in (_AFTER_A_PERSON, _ALONE):
        for match in pattern.finditer(text):
            yield match.span("age")
