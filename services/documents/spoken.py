"""The languages that a résumé says somebody speaks, and how well."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.documents.found import Line, Place
from services.documents.sections import Part

_LANGUAGES = {
    "uk": "ukrainian|українськ\\w+|украинск\\w+",
    "ru": "russian|російськ\\w+|русск\\w+",
    "en": "english|англійськ\\w+|английск\\w+",
    "de": "german|deutsch|німецьк\\w+|немецк\\w+",
    "fr": "french|французьк\\w+|французск\\w+",
    "es": "spanish|іспанськ\\w+|испанск\\w+",
    "it": "italian|італійськ\\w+|итальянск\\w+",
    "pl": "polish|польськ\\w+|польск\\w+",
    "cs": "czech|чеськ\\w+|чешск\\w+",
    "sk": "slovak|словацьк\\w+|словацк\\w+",
    "pt": "portuguese|португальськ\\w+|португальск\\w+",
    "tr": "turkish|турецьк\\w+|турецк\\w+",
    "kk": "kazakh|казахськ\\w+|казахск\\w+",
    "be": "belarusian|білоруськ\\w+|белорусск\\w+",
    "ro": "romanian|румунськ\\w+|румынск\\w+",
    "lt": "lithuanian|литовськ\\w+|литовск\\w+",
    "lv": "latvian|латиськ\\w+|латышск\\w+",
    "et": "estonian|естонськ\\w+|эстонск\\w+",
    "nl": "dutch|нідерландськ\\w+|голландськ\\w+|нидерландск\\w+|голландск\\w+",
    "sv": "swedish|шведськ\\w+|шведск\\w+",
    "no": "norwegian|норвезьк\\w+|норвежск\\w+",
    "da": "danish|данськ\\w+|датск\\w+",
    "fi": "finnish|фінськ\\w+|финск\\w+",
    "hu": "hungarian|угорськ\\w+|венгерск\\w+",
    "bg": "bulgarian|болгарськ\\w+|болгарск\\w+",
    "el": "greek|грецьк\\w+|греческ\\w+",
    "ka": "georgian|грузинськ\\w+|грузинск\\w+",
    "hy": "armenian|вірменськ\\w+|армянск\\w+",
    "az": "azerbaijani|азербайджанськ\\w+|азербайджанск\\w+",
    "he": "hebrew|іврит\\w*|иврит\\w*",
    "ar": "arabic|арабськ\\w+|арабск\\w+",
    "zh": "chinese|mandarin|китайськ\\w+|китайск\\w+",
    "ja": "japanese|японськ\\w+|японск\\w+",
    "hi": "hindi|гінді|хинди",
    "mr": "marathi|маратх\\w+",
    "sr": "serbian|сербськ\\w+|сербск\\w+",
    "hr": "croatian|хорватськ\\w+|хорватск\\w+",
    "sl": "slovenian?|словенськ\\w+|словенск\\w+",
    "uz": "uzbek|узбецьк\\w+|узбекск\\w+",
    "tg": "tajik|таджицьк\\w+|таджикск\\w+",
    "vi": "vietnamese|в[’']?єтнамськ\\w+|вьетнамск\\w+",
    "fa": "persian|farsi|перськ\\w+|персидск\\w+|фарсі|фарси",
    "la": "latin(?!\\w)|латин\\w+",
    "ko": "korean|корейськ\\w+|корейск\\w+",
}
_NAMED = re.compile(
    "|".join(f"(?P<{code}>(?<!\\w)(?:{names})(?!\\w))" for code, names in _LANGUAGES.items()),
    re.IGNORECASE,
)
_LEVELS = (
    ("native", r"native|mother tongue|bilingual|рідн\w+|родн\w+|носій|носитель"),
    ("b2", r"upper[\s-]*intermediate|вище середнього|выше среднего"),
    ("a2", r"pre[\s-]*intermediate|elementary|basic|базов\w+|нижче середнього|ниже среднего"),
    ("c2", r"proficien\w+|mastery|досконал\w+|в совершенстве"),
    ("c1", r"fluent\w*|advanced|вільн\w+|свободн\w+|просунут\w+|продвинут\w+"),
    ("b1", r"intermediate|conversational|розмовн\w+|разговорн\w+|середн\w+|средн\w+"),
    ("a1", r"beginner|starter|початков\w+|начальн\w+"),
)
_FRAMEWORK = re.compile(r"(?<!\w)([ABCАВС])\s?([12])(?:\+|(?!\w))")
_LETTERS = str.maketrans("АВС", "ABC")
_LABEL = re.compile(
    r"\s*(?:languages?|мови|знання мов|языки|знание языков|владение языками)\s*[:–—-]",
    re.IGNORECASE,
)
_LONGEST_SAID = 60


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language by its ISO code, and how well: "b2", "native", or "" where it is not said."""

    code: str
    level: str
    place: Place


def spoken(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[Spoken, ...]:
    """The languages in their own part of the résumé, or elsewhere with a level beside them."""
    found: dict[str, Spoken] = {}
    for line, part in zip(lines, parts, strict=True):
        own = part == "languages" or _LABEL.match(line.text) is not None
        for one in _in_line(line, own=own):
            known = found.get(one.code)
            if known is None or (one.level and not known.level):
                found[one.code] = one
    return tuple(found.values())


def _in_line(line: Line, *, own: bool) -> Iterator[Spoken]:
    names = list(_NAMED.finditer(line.text))
    for place, match in enumerate(names):
        following = names[place + 1].start() if place + 1 < len(names) else len(line.text)
        said = line.text[match.end() : min(following, match.end() + _LONGEST_SAID)]
        level = _level(said)
        if own or (level and _FRAMEWORK.search(said[:30])):
            yield Spoken(str(match.lastgroup), level, line.place(match[0]))


def _level(said: str) -> str:
    framework = _FRAMEWORK.search(said)
    if framework:
        return (framework[1].translate(_LETTERS) + framework[2]).lower()
    for level, names in _LEVELS:
        if re.search(rf"(?<!\w)(?:{names})(?!\w)", said, re.IGNORECASE):
            return level
    return ""
