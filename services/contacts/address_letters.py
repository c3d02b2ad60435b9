"""Letters of an address that are drawn, scanned or set otherwise: Cyrillic ones, 5treet, S t r."""

import re

from services.contacts.folding import Copy
from services.contacts.lookalikes import as_digits
from services.contacts.regexes import regex

_ALIKE_CYRILLIC, _ALIKE_LATIN = "асеорхуікАВЕКМНОРСТХУІ", "aceopxyikABEKMHOPCTXYI"
_TO_LATIN = str.maketrans(_ALIKE_CYRILLIC, _ALIKE_LATIN)
_TO_CYRILLIC = str.maketrans("aceopxyikmtbhABCEHIKMOPTXy", "асеорхуікмтвнАВСЕНІКМОРТХу")
_BOTH = r"a-zA-ZÀ-žа-яіїєґёА-ЯІЇЄҐЁ"
_MIXED_WORD = regex(
    r"(?=[a-zA-ZÀ-ž]{1,20}[а-яіїєґёА-ЯІЇЄҐЁ]|[а-яіїєґёА-ЯІЇЄҐЁ]{1,20}[a-zA-ZÀ-ž])"
    rf"[{_BOTH}]+"
)
_ONLY_LATIN = regex(rf"[a-zA-ZÀ-ž](?<![{_ALIKE_LATIN}])(?<![mtbh])")
_ONLY_CYRILLIC = regex(rf"[а-яіїєґёА-ЯІЇЄҐЁ](?<![{_ALIKE_CYRILLIC}])")
_MIXED = regex(r"[a-zA-ZÀ-ž][а-яіїєА-ЯІЇЄ]|[а-яіїєА-ЯІЇЄ][a-zA-ZÀ-ž]")
_ALL_ALIKE = regex(rf"(?<!\w)[{_ALIKE_CYRILLIC}]{{2,6}}(?!\w)")
_LATIN, _CYRILLIC = regex(r"[a-zA-Z]"), regex(r"[а-яіїєґёА-ЯІЇЄҐЁ]")

# What a scan makes of letters.
_FIGURE_IN_A_WORD = regex(
    r"[0158](?:(?<=[a-zA-ZÀ-ž].)(?=[a-zA-ZÀ-ž]{2})|(?<=[a-zA-ZÀ-ž]{2}.)(?=[a-zß-ž]))"
)
_POSTCODE = regex(r"(?<!\w)[A-Z]{1,2}[\dlIOo]{1,2} [\dlIOo][A-Z]{2}(?!\w)")
_SCANNED = str.maketrans("0158", "olsß")
_STREET_SCANNED = regex(
    r"(?<!\w)(?:[uUуУ][1I|lІ](?=\. ?\w|[ ][A-ZŁŚŻА-Я])|5(?=t(?:r\.|reet|rada)))"
)

# "S t r. F l o r i l o r n r. 1 2", and what is left of it where such letters are joined.
_LETTERS_APART = regex(r"[^\w]\w \w(?!\w)|[Вв][Уу] [Лл]")
_PAIR = r"(?i:u l|в?у л|n r|n o|к в|k v|s k|a p|b l)"
_SPREAD = regex(
    rf"(?<!\w){_PAIR} ?[.:]|(?<!\w)[^\W\d_] (?:[^\W\d_] ){{1,9}}[^\W\d_][.:]"
    r"|(?<!\w)[^\W_](?: [^\W_](?!\w)){3}"
)
_SPREAD_WORD = regex(
    rf"(?<!\w)(?:[^\W\d_](?: [^\W\d_](?!\w)){{2,}}|{_PAIR}(?= ?[.:])|\d(?: \d(?!\w))+)"
)
_JOINT = regex(r"(?<=[^\W\d_A-ZА-ЯҐЄІЇÄÖÜ])(?=[A-ZА-ЯҐЄІЇÄÖÜŁŚŻÇĞİŞȘȚ])")
_GLUED = regex(
    r"(?P<name>[^\W\d_]{3,30})(?P<mark>nr|no|kv|sok|cad|mah|ap|bl|кв|буд|дом)(?=[.:])"
    r"|(?<=[^\W\d_]{3})(?=\d{1,4}(?:\W|\Z))"
)
_GLUED_ROAD = regex(
    r"(?<=\d)(?=[^\W\d_]{5})|(?<=[^\W\d_]{3})(?=(?:street|road|avenue|lane|drive|court|close"
    r"|sokak|caddesi|mahallesi)(?!\w))|(?<=[^\W\d_]{3})(?=(?:sokak|caddesi|street|road|lane)?no[\W\d])"
    r"|(?<=sokak)(?=no[\W\d])|(?<=[^\W\d_]{3})(?=\d{1,4}(?:\W|\Z))"
)
_WORD = regex(r"\w{5,60}")
_SPACED_STROKE = regex(r"(?<=\d) / (?=\d)| - (?=[^\W\d_] [^\W\d_])")


def in_one_script(text: str) -> str:
    """Words that have letters of two scripts in the one they belong to; nothing is moved."""
    if text.isascii() or not _LATIN.search(text) or not _CYRILLIC.search(text):
        return text
    return "\n".join(map(_line_in_one_script, text.split("\n")))


def as_scanned(text: str) -> str:
    """Figures that a scan has put for letters as those; nothing is moved."""
    text = _FIGURE_IN_A_WORD.sub(lambda word: word[0].translate(_SCANNED), text)
    text = _POSTCODE.sub(_true_postcode, text)
    return _STREET_SCANNED.sub(_street_word, text)


def was_spread(copy: Copy) -> bool:
    """Whether the text that was copied first has a space after each letter."""
    while copy.of is not None:
        copy = copy.of
    return _is_spread(copy.text)


def _is_spread(text: str) -> bool:
    return _LETTERS_APART.search(f" {text}") is not None and _SPREAD.search(text) is not None


def parted_at_roads(copy: Copy) -> Copy:
    """Letters that were joined to one word, with spaces where a road or a number begins."""
    return copy.rewritten(_WORD, _parted, within=copy.lower)


def without_spread_letters(copy: Copy) -> Copy:
    """Letters and figures with a space after each as words and numbers."""
    if not _is_spread(copy.text):
        return copy
    copy = copy.rewritten(_SPREAD_WORD, _together, within=copy.text)
    copy = copy.rewritten(_GLUED, _apart, within=copy.text)
    return copy.rewritten(_SPACED_STROKE, lambda match: match[0].strip(), within=copy.text)


def _line_in_one_script(text: str) -> str:
    if not (_MIXED.search(text) or _ALL_ALIKE.search(text)):
        return text
    mostly_latin = len(_LATIN.findall(text)) > len(_CYRILLIC.findall(text))
    if mostly_latin:
        text = _ALL_ALIKE.sub(lambda word: word[0].translate(_TO_LATIN), text)

    def of_one(word: re.Match[str]) -> str:
        latin = len(_ONLY_LATIN.findall(word[0]))
        cyrillic = len(_ONLY_CYRILLIC.findall(word[0]))
        is_latin = latin > cyrillic or (latin == cyrillic == 0 and mostly_latin)
        return word[0].translate(_TO_LATIN if is_latin else _TO_CYRILLIC)

    return _MIXED_WORD.sub(of_one, text)


def _true_postcode(match: re.Match[str]) -> str:
    code = match[0]
    if not any(sign.isdigit() for sign in code):
        return code
    area = 1 if code[1].isdigit() else 2
    return code[:area] + as_digits(code[area:-2]) + code[-2:]


def _street_word(match: re.Match[str]) -> str:
    first = match[0][0]
    return "S" if first == "5" else first + ("л" if first in "уУ" else "l")


def _parted(match: re.Match[str]) -> str:
    return _GLUED_ROAD.sub(" ", match[0])


def _apart(match: re.Match[str]) -> str:
    return f"{match['name']} {match['mark']}" if match["name"] else " "


def _together(match: re.Match[str]) -> str:
    return _JOINT.sub(" ", match[0].replace(" ", ""))
