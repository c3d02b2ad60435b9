"""How many years somebody has worked: said in words, else counted from the dates of his jobs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from services.documents.found import Line, Place
from services.documents.sections import Part

_MOST_YEARS = 60
_YEARS = (
    r"(?P<years>\d{1,2})(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|р(?:ік|оки|оків)|год(?:а|ов)?|лет|л\.)"
)
_WORK = r"(?:experience|досвід\w*|опыт\w*|стаж\w*)"
_SAID = re.compile(
    rf"(?<!\w){_YEARS}(?!\w)[^.\n]{{0,40}}?{_WORK}|{_WORK}[^.\n\d]{{0,40}}?(?<!\w)"
    rf"{_YEARS.replace('years>', 'after>')}(?!\w)",
    re.IGNORECASE,
)
_MONTHS = (
    "jan|січ|янв", "feb|лют|фев", "mar|бер|мар", "apr|кві|апр", "may|тра|ма[йя]", "jun|чер|июн",
    "jul|лип|июл", "aug|сер|авг", "sep|вер|сен", "oct|жов|окт", "nov|лис|ноя", "dec|гру|дек",
)  # fmt: skip
_DATE = (
    r"(?:(?:\d{1,2}[./])?(?P<SIDE_m>\d{1,2})[./]|(?P<SIDE_w>[^\W\d_]{3,10})\.?,?\s+)?"
    r"(?P<SIDE_y>(?:19|20)\d\d)"
)
_NOW = (
    r"present|now|current|today|ongoing|дотепер|донині|сьогодні|тепер|сейчас|н\.?\s?в\."
    r"|(?:по\s+)?(?:наш|теперішн|настоящ|нынешн)\w+(?:\s+(?:час|время))?|по\s+сей\s+день"
)
_RANGE = re.compile(
    rf"(?<![\w.]){_DATE.replace('SIDE', 'from')}(?:\s*(?:г\.|р\.|року|года))?"
    rf"\s*(?:[-–—]+|до|по|to|until|till)\s*(?:(?P<now>{_NOW})|{_DATE.replace('SIDE', 'to')})(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Years:
    """Whole years of work, and where that stands; `counted` from dates, or said in words."""

    value: int
    place: Place
    counted: bool


def years_of_work(lines: Sequence[Line], parts: Sequence[Part], today: date) -> Years | None:
    """The years that the text names, else those that the dates of the jobs add up to."""
    for line, part in zip(lines, parts, strict=True):
        match = _SAID.search(line.text)
        if match and part != "education":
            value = int(match["years"] or match["after"])
            if 0 < value <= _MOST_YEARS:
                return Years(value, line.place(match[0]), counted=False)
    named = "experience" in parts
    jobs = [
        (span, line)
        for number, (line, part) in enumerate(zip(lines, parts, strict=True))
        if (part == "experience" if named else part != "education")
        for span in _spans(_whole(lines, number), today)
    ]
    if not jobs:
        return None
    months = _together([span for span, _ in jobs])
    if not 0 < months // 12 <= _MOST_YEARS:
        return None
    earliest = min(jobs, key=lambda job: job[0])[1]
    return Years(months // 12, earliest.place(), counted=True)


def _whole(lines: Sequence[Line], number: int) -> str:
    """The line, with the next one where a narrow column has cut a span of time in two."""
    text = lines[number].text
    if text[-1] in "-–—" and number + 1 < len(lines):
        return f"{text} {lines[number + 1].text}"
    return text


def _spans(text: str, today: date) -> Iterator[tuple[int, int]]:
    """From which month until before which, in months since year 0."""
    for match in _RANGE.finditer(text):
        since = _month(match, "from", otherwise=1)
        now = today.year * 12 + today.month
        until = now if match["now"] else _month(match, "to", otherwise=since % 12 or 12)
        if since <= until <= now + 1:
            yield since, until + (not match["now"])  # the month he left in counts


def _month(match: re.Match[str], side: str, *, otherwise: int) -> int:
    number, word = match[f"{side}_m"], match[f"{side}_w"]
    month = otherwise
    if number and 1 <= int(number) <= 12:  # noqa: PLR2004 - months
        month = int(number)
    elif word:
        found = (re.match(names, word, re.IGNORECASE) for names in _MONTHS)
        starts = (place for place, name in enumerate(found, 1) if name)
        month = next(starts, otherwise)
    return int(match[f"{side}_y"]) * 12 + month


def _together(spans: Sequence[tuple[int, int]]) -> int:
    """How many months some spans cover; two jobs at once count once."""
    total, reached = 0, 0
    for since, until in sorted(spans):
        total += max(0, until - max(since, reached))
        reached = max(reached, until)
    return total
