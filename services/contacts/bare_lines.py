"""Addresses without any word for a street: a town, a name and numbers alone in their line."""

from services.contacts.regexes import regex
from services.contacts.wording import words

_CAPITAL = "A-ZÀ-ÞА-ЯІЇЄҐҚӘӨҰҒҢҮҺŁŚŻĄĆĘŃÓŹÇĞİŐŰČŠŽȘȚĂÂÎ"
_CYRILLIC = r"[А-ЯІЇЄҐҚӘӨҰҒҢҮҺ][а-яёіїєґқәөұғңүһ’'-](?:[А-Я]|[а-яёіїєґқәөұғңүһ’'-]){1,20}"
_NAMED_FOR = (
    r"[А-ЯІЇЄҐҚӘӨҰҒҢҮҺ][\w’'-]{1,18}(?:ая|ого|его|[оеё]ва|[иыіїо]на|ых|их|[оеёії]в|ська|цька|зька"
    r"|ької|чука|енка|енко|би|хан|батыр|[иі]н)"
)
_ANY = rf"[{_CAPITAL}][\w’'-]{{2,20}}"
_POLISH = r"[A-ZŁŚŻĆŹ][a-ząćęłńóśźż]{2,20}(?:sk|ck|dzk|ow|n)(?:a|iego|iej|ej)"
_BEGIN = r"(?:(?<=\n)|\A|(?<=\n[•*–-] ))"
_END = r"(?=[ ]{0,3}(?:\n|\Z))"
_HOUSE = r"(?!(?:19|20)\d\d(?!\d)|[1-7]/[0-7](?!\d))\d{1,4}[A-Za-zА-Яа-я]?"
_FLAT = r"(?:[/-](?!(?:19|20)\d\d)\d{1,4}[A-Za-zА-Яа-я]?)"

LINE = regex(
    rf"{_BEGIN}{_CYRILLIC}(?:[ -]{_CYRILLIC})?, (?:{_CYRILLIC} ){{0,2}}{_NAMED_FOR},? "
    rf"{_HOUSE}(?:{_FLAT}|, \d{{1,4}}){_END}"
    rf"|{_BEGIN}{_ANY}(?:[ -]{_ANY})?, (?:{_ANY} )?{_POLISH} {_HOUSE}{_FLAT}{_END}"
    rf"|{_BEGIN}(?:[A-Z]{{1,2}}-)?(?:\d{{5,6}}|\d\d-\d{{3}}),? {_ANY}(?:[ -]{_ANY})?, "
    rf"(?:{_ANY} ){{1,3}}{_HOUSE}{_FLAT}?{_END}"
    rf"|{_BEGIN}[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}, {_HOUSE},? {_ANY}(?: {_ANY}){{1,3}}{_END}"
)
TOLD = regex(rf"\d[A-Za-zА-Яа-я]?{_END}|(?<!\w)[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}, \d")

_ROADS = (
    r"(?:Walk|Grove|Mount|Croft|Wharf|Quay|Mead|Vale|Parade|Wynd|Brae|Rise|Hill|Villas|Alley"
    r"|Passage|Embankment|Crescent|Broadway|Row)"
)
ROAD = regex(
    r"(?:(?:[Ff]lat|[Aa]pt\.?|[Rr]oom|[Uu]nit) ?[\w/-]{1,8},? (?:of )?)?(?<![\w.,$€£/-])"
    rf"(?!(?:19|20)\d\d(?!\d)|0)\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w’'.-]{{2,20}} ){{1,2}}{_ROADS}"
    r"(?!\w)(?=,? [A-Z]|[ ]{0,2}(?:[\n;.|)•]|\Z)|,? [a-z]{2}\d)"
)
ROADS = words(
    """walk grove mount croft wharf quay mead vale parade wynd brae rise hill villas alley passage
    embankment crescent broadway row"""
)
TOLD_BY_A_ROAD = regex(rf"(?<!\w){_ROADS}(?!\w)")
