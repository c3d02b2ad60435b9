"""Streets in small Latin letters: with few signs or none, also Cyrillic names in Latin letters."""

import re
from collections.abc import Collection, Iterator

from services.contacts.regexes import regex
from services.contacts.wording import words

_NAME = r"[^\W\d_][\w’'.-]{1,24}"
_NAMES = rf"(?:{_NAME} ){{0,2}}{_NAME}"
_START = r"(?:(?<=\n)|(?<=[:;|•] )|\A)"
_TOWN = rf"(?:(?<!\w)(?:g|m|gor|or|oraș)\. ?{_NAME},? |{_START}{_NAME},? )?"
_NUMBER = r"(?!(?:19|20)\d\d(?!\w))\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?)?(?!\w|[.,]\d)"
_TOWN_BEHIND = rf"(?:,? {_NAME}(?=[ ]{{0,2}}(?:[\n,;.|)]|\Z)))?"
_EAST = regex(
    rf"{_TOWN}(?<!\w)(?:v?ul(?:itsa|ytsia|ytsya)?|pr-?k?t|prosp(?:ekt)?|pereulok|per|prov(?:ulok)?"
    rf"|bulv(?:ar)?|nab|mkr|mikrorayon|sh(?:osse)?)\.? {_NAMES},? "
    rf"(?:d|dom|bud|budynok|h|house)\.? ?{_NUMBER}"
    rf"(?:,? (?:k|korp|korpus|str|kv|kvartira|kvartyra|apt|ap|flat|of)\.? ?{_NUMBER}){{0,3}}"
    rf"{_TOWN_BEHIND}"
)
_EAST_BEHIND = regex(
    rf"{_TOWN}(?<!\w){_NAMES} (?:pr|pr-?k?t|prospekt|prosp|per|bulvar|shosse|nab)\.?,? {_NUMBER},? "
    rf"(?:kv|kvartira|kvartyra|apt)\.? ?{_NUMBER}"
)
_ENGLISH_ROAD = r"(?:street|st|road|rd|lane|ln|avenue|ave|crescent|grove|gardens|terrace|mews)"
_ENGLISH = regex(
    rf"(?<![\w.,$€£/-])\d{{1,4}}[a-z]?,? {_NAME}(?: {_NAME})? {_ENGLISH_ROAD}\.?,? "
    rf"(?:(?:flat|apt|unit)\.? ?\w{{1,4}}(?:,? {_NAME}(?=[ ]{{0,2}}(?:[\n,;.|)]|\Z)))?"
    rf"|(?:{_NAME},? ){{0,2}}[a-z]{{1,2}}\d[a-z\d]? \d[a-z]{{2}}(?!\w))"
    rf"|{_START}\d{{1,4}}[a-z]? {_NAME}(?: {_NAME})? {_ENGLISH_ROAD}, {_NAME}"
    r"(?=[ ]{0,2}(?:[\n,;.|)]|\Z))"
)
_KAZAKH = regex(
    rf"{_TOWN}(?<!\w){_NAME}(?: {_NAME})?,? (?:k[oö]shes[iı]|k-si|da[nñ][gğ][yı]l[yı]),? {_NUMBER}"
    rf"(?:[ -]?[uüú]i?y?(?!\w))?(?:,? (?:p[aäá]ter|kv)\.? ?{_NUMBER}|,? {_NUMBER}[ -]?p[aäá]ter)?"
    rf"{_TOWN_BEHIND}"
)
_POLISH = regex(
    rf"{_TOWN}(?<!\w)ul {_NAMES} \d{{1,3}}[a-z]?/\d{{1,3}}(?!\w){_TOWN_BEHIND}|"
    rf"{_TOWN}(?<!\w)ul\. {_NAMES} {_NUMBER}{_TOWN_BEHIND}|"
    rf"{_TOWN}(?<!\w)(?:ul|al|os|pl)\.? {_NAMES} {_NUMBER}"
    rf"(?: ?(?:m|lok|mieszk\w*)\.? ?{_NUMBER}|(?=,? \d\d-\d{{3}}))"
    rf"(?:,? \d\d-\d{{3}})?{_TOWN_BEHIND}"
)
_GERMAN = regex(
    rf"(?<!\w)[^\W\d_]{{3,25}}(?:str(?:asse|aße|\.)?|weg|platz|allee|gasse|ring|damm"
    rf"|ufer) {_NUMBER}"
    rf"(?:,? (?:wohnung|whg|top)\.? ?{_NUMBER}{_TOWN_BEHIND}|,? (?:a-|d-)?\d{{4,5}} {_NAME})"
)
_TURKISH = regex(
    rf"(?<!\w)(?:{_NAME} ){{1,2}}(?:mah|mh|cad|cd|sok|sk|bulv|blv)\.?,? "
    rf"(?:{_NAMES} (?:cad|cd|sok|sk|bulv|blv)\.?,? )?(?:no|numara)[ .:]{{0,3}}{_NUMBER}"
    rf"(?:,? (?:d|daire|kat|k)[ .:]{{0,3}}{_NUMBER}){{0,3}}{_TOWN_BEHIND}"
)
_ROMANIAN = regex(
    rf"{_TOWN}(?<!\w)(?:str(?:ada)?|bd|bdul|b-dul|bulevardul|calea|aleea|sos|șos|soseaua|șoseaua)"
    rf"\.? {_NAMES},? (?:nr|numarul|numărul)\.? ?{_NUMBER}"
    rf"(?:,? (?:bl(?:oc)?|sc(?:ara)?|et(?:aj)?|ap(?:artament\w*)?)\.? ?\w{{1,4}}(?!\w)){{0,5}}"
    rf"{_TOWN_BEHIND}"
)
_CASES = (
    (
        words("kv kvartira kvartyra apt"),
        regex(r"(?<!\w)(?:kv|kvartira|kvartyra|apt)\.? ?\d"),
        _EAST_BEHIND,
    ),
    (
        words("street st road rd lane ln avenue ave crescent grove gardens terrace mews"),
        regex(rf"(?<!\w){_ENGLISH_ROAD}(?!\w)"),
        _ENGLISH,
    ),
    (
        words("d dom bud budynok h house"),
        regex(r"(?<!\w)(?:d|dom|bud|budynok|h|house)\.? ?\d"),
        _EAST,
    ),
    (
        words("koshesi köshesi koshesı köshesı k dangyly dañğyly daňgyly dangyly dañgyly danğylı"),
        regex(r"(?<!\w)(?:k[oö]shes[iı]|k-si|da[nñ][gğ][yı]l[yı])(?!\w)"),
        _KAZAKH,
    ),
    (words("ul al os pl"), regex(r"(?<!\w)(?:ul|al|os|pl)\.? [^\W\d_]"), _POLISH),
    (
        words("mah mh cad cd sok sk bulv blv"),
        regex(r"(?<!\w)(?:mah|mh|cad|cd|sok|sk|bulv|blv)(?!\w)"),
        _TURKISH,
    ),
    (words("nr numarul numărul"), regex(r"(?<!\w)(?:nr|num[aă]rul)\.? ?\d"), _ROMANIAN),
)
_GERMAN_TOLD = regex(r" (?=\d)(?<=(?:sse|aße|str|tr\.|weg|atz|lee|ing|amm|fer) )")


def small_cases(
    found: Collection[str],
) -> Iterator[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Words that tell of such a street and what it looks like, for a text of these words."""
    yield _GERMAN_TOLD, _GERMAN
    yield from ((told, pattern) for heads, told, pattern in _CASES if not heads.isdisjoint(found))
