"""The base's filter as it stands in an address: links can be sent, Back works."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from services.candidates.filters import EVERYBODY, NEWEST, RESUMES, SORTS, BaseFilter
from services.ids import key_text, parse_key

_MOST_WORDS = 20
_LONGEST = 200
# The field of the filter for each name in an address.
_KEYS = {"vacancy": "vacancy", "recruiter": "recruiter", "company": "company"}
_LISTS = {"skill": "skills", "category": "categories"}
_TEXTS = {"city": "city", "source": "source", "stage": "stage"}
_DAYS = {"from": "added_from", "until": "added_until"}


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked for: the words in the box, the filter, the order."""

    words: str = ""
    only: BaseFilter = EVERYBODY
    sort: str = NEWEST

    @property
    def everybody(self) -> bool:
        """Whether nobody is left out."""
        return not self.words and self.only == EVERYBODY


def looked_in(query: Mapping[str, str]) -> Looked:
    """Read an address with care: what cannot be meant asks for nothing."""
    found: dict[str, Any] = {}
    for name, field in _KEYS.items():
        found[field] = _key(query.get(name, ""))
    for name, field in _LISTS.items():
        keys = [_key(text) for text in query.get(name, "").split(".")[:_MOST_WORDS]]
        found[field] = tuple(dict.fromkeys(key for key in keys if key is not None))
    for name, field in _TEXTS.items():
        found[field] = query.get(name, "")[:_LONGEST]
    for name, field in _DAYS.items():
        found[field] = _day(query.get(name, ""))
    resume, sort = query.get("resume", ""), query.get("sort", "")
    found["resume"] = resume if resume in RESUMES else ""
    return Looked(
        query.get("q", "").strip()[:_LONGEST],
        BaseFilter(**found),
        sort if sort in SORTS else NEWEST,
    )


def values_of(looked: Looked) -> dict[str, str]:
    """The names and values for an address; what asks for nothing is left out."""
    only = looked.only
    found = {"q": looked.words, "resume": only.resume}
    found |= {name: _texts(getattr(only, field)) for name, field in _LISTS.items()}
    found |= {name: getattr(only, field) for name, field in _TEXTS.items()}
    for name, field in _KEYS.items():
        found[name] = _texts([key] if (key := getattr(only, field)) is not None else [])
    for name, field in _DAYS.items():
        found[name] = day.isoformat() if (day := getattr(only, field)) is not None else ""
    found["sort"] = looked.sort if looked.sort != NEWEST else ""
    return {name: value for name, value in found.items() if value}


def address_of(looked: Looked, *, page: str = "/candidates", **more: str) -> str:
    """The address of the list for this question."""
    query = urlencode(values_of(looked) | more)
    return f"{page}?{query}" if query else page


def without(looked: Looked, field: str, key: int | None = None) -> Looked:
    """The question with one filter less; of a list only this key is taken away."""
    if field == "words":
        return replace(looked, words="")
    left: Any = getattr(EVERYBODY, field)
    if key is not None and field in _LISTS.values():
        left = tuple(one for one in getattr(looked.only, field) if one != key)
    changed: dict[str, Any] = {field: left}
    return replace(looked, only=replace(looked.only, **changed))


def _key(text: str) -> int | None:
    try:
        return parse_key(text)
    except ValueError:
        return None


def _texts(keys: Iterable[int]) -> str:
    return ".".join(key_text(key) for key in keys)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
