"""Signs in words: "(at)", "[собака]", "точка", "слэш", "&#64;"; telephones dictated in words."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from services.contacts.folding import Copy
from services.contacts.numerals import IN_WORDS, TOLD_BY, in_digits

AT_WORDS = (
    "собака|собачка|собаки|собаку|собакен|сабака|песик|пёсик|равлик|слимак|мавпа|мавпочка|вухо"
    "|айқұлақ|dog|małpa|małpka|malpa|klammeraffe|affenschwanz|ät|arond|arondă|arobase|arroba"
    "|kuyruklu a|chiocciola|zavináč|at sign|at-sign|знак собак[аи]|символ собак[аи]|соб|сбк"
)
"""How people call the sign @; words that mean little else between two names."""

_AT = rf"{AT_WORDS}|at|ат|аt|aт|æt|et|эт|ет|@"
_DOT = r"dot|dоt|d0t|дот|точка|точечка|тчк|крапка|цятка|кропка|kropka|punkt|punct|nokta|нүкте"
_SPOKEN_ENDINGS = "ру|рф|ком|нет|орг|юа|уа|укр|кз|бай|бел|инфо|info|com|net|org|ua|ru|by|kz"
_OPEN, _CLOSE = r"[(\[{<«\"*_|~/\\]{1,2}", r"[)\]}>»\"*_|~/\\]{1,2}"
_UNDERSCORE = (
    r"нижн\w{1,3} (?:подч[её]ркивани\w|пробел)|подч[её]ркивани\w|(?:нижн\w )?підкреслення"
    r"|underscore|podkreślnik|podkreslnik|unterstrich|alt çizgi"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is rewritten, and words without one of which nothing needs to be looked for."""

    told_by: tuple[str, ...]
    pattern: re.Pattern[str]
    rewrite: Callable[[re.Match[str]], str]
    in_case: bool = False

    def applied(self, copy: Copy, low: str) -> Copy:
        """The copy with this written anew."""
        within = copy.text if self.in_case else low
        if not any(map(within.__contains__, self.told_by)):
            return copy
        return copy.rewritten(self.pattern, self.rewrite, within=within)


def _sign(sign: str) -> Callable[[re.Match[str]], str]:
    return lambda match: sign  # noqa: ARG005 - whatever was written


def _one_of(entity: str) -> str:
    """The character that an entity of HTML stands for."""
    plain = html.unescape(entity)
    return plain if len(plain) == 1 else entity


_BETWEEN_NAMES = r"(?<=[a-z0-9_]) {{1,2}}(?:{words}) {{1,2}}(?=[a-z0-9_])"
_DOT_NEEDLES = tuple(_DOT.split("|"))

_RULES = (
    _Rule(("&#",), re.compile(r"&#(?:\d{2,5}|x[0-9a-f]{2,4});"), lambda match: _one_of(match[0])),
    _Rule(("&commat;", "%40"), re.compile(r"&commat;|%40"), _sign("@")),
    _Rule(("&period;", "%2e"), re.compile(r"&period;|%2e"), _sign(".")),
    _Rule((" _ ",), re.compile(r"(?<=[a-z0-9]{2}) _ (?=[a-z0-9]{2})"), _sign("_")),
    _Rule(("@@", "@ @"), re.compile(r"@(?: ?@){1,3}"), _sign("@")),
    _Rule((" . ",), re.compile(r"(?<=[a-z0-9]{2}) \. (?=[a-z0-9]{2})"), _sign(".")),
    _Rule(
        ("📧", "✉", "📩", "📨"),
        re.compile(r"(?<=[a-z0-9]) ?[📧✉📩📨] ?(?=[a-z0-9-]{2,30}\.[a-z])"),
        _sign("@"),
    ),
    _Rule(
        (
            *AT_WORDS.split("|"),
            *(
                word + end
                for word in ("at", "ат", "аt", "aт", "æt", "et", "эт", "ет", "@")
                for end in ')]}>»"*_|~ '
            ),
        ),
        re.compile(rf"[ \n]{{0,2}}{_OPEN}[ \n]{{0,2}}(?:{_AT})[ \n]{{0,2}}{_CLOSE}[ \n]{{0,2}}"),
        _sign("@"),
    ),
    _Rule(("(a)", "[a]", "(а)", "[а]"), re.compile(r"(?<=\w)[(\[][aа][)\]](?=\w)"), _sign("@")),
    _Rule(("AT", "DOG"), re.compile(r"(?<=[a-z0-9])(?:AT|DOG)(?=[a-z])"), _sign("@"), in_case=True),
    _Rule(("DOT",), re.compile(r"(?<=[a-z0-9])DOT(?=[a-z])"), _sign("."), in_case=True),
    _Rule(
        ("собак", "собач", "равлик"),
        re.compile(r"(?<=[a-z0-9])(?:собака|собачка|равлик)(?=[a-z0-9])"),
        _sign("@"),
    ),
    _Rule(
        ("точка", "крапка"),
        re.compile(r"(?<=[a-z0-9])(?:точка|крапка)(?=[a-z0-9])"),
        _sign("."),
    ),
    _Rule(
        (*_DOT_NEEDLES, ".)", ".]", ".}", ".>", ". )", ". ]"),
        re.compile(
            rf"[ \n]{{0,2}}{_OPEN}[ \n]{{0,2}}(?:{_DOT}|\.)[ \n]{{0,2}}{_CLOSE}[ \n]{{0,2}}"
            rf"|(?<=[a-z0-9_-])[ \n,-]{{1,3}}(?:{_DOT})[ \n,-]{{1,3}}(?=[a-z0-9_])"
            rf"|(?<=\w)[ \n]{{1,2}}(?:{_DOT})[ \n]{{1,2}}(?=(?:{_SPOKEN_ENDINGS})(?!\w)"
            rf"|[\w-]{{1,30}} {{0,2}}[(\[]?(?:@|(?:{AT_WORDS}|at|эт|ет)(?!\w)))"
        ),
        _sign("."),
    ),
    _Rule(
        ("слэш", "слеш", "слаш", "slash", "schrägstrich", "ukośnik", "eğik çizgi"),
        re.compile(
            r"[ \n(\[]{1,3}(?:слэш|слеш|слаш|(?:forward )?slash|schrägstrich|ukośnik|eğik çizgi)"
            r"(?!\w)[)\]]?[ \n]{0,2}"
        ),
        _sign("/"),
    ),
    _Rule(
        ("черкив", "чёркив", "ідкресл", "нижн", "nderscore", "odkre", "nterstrich", "alt çizgi"),
        re.compile(rf"[ \n(\[]{{1,3}}(?:{_UNDERSCORE})(?!\w)[)\]]?[ \n]{{0,2}}"),
        _sign("_"),
    ),
    _Rule(
        (" дефис ", " тире ", " минус ", " hyphen "),
        re.compile(_BETWEEN_NAMES.format(words="дефис|тире|минус|hyphen")),
        _sign("-"),
    ),
    _Rule(
        ("(a)", "[a]", "{a}", "(а)", "[а]"),
        re.compile(r"(?<=\w) ?[(\[{][aа][)\]}] ?(?=[\w-]{2,30} ?[.(\[])"),
        _sign("@"),
    ),
    _Rule(
        ("-at-", "-собака-", "_at_", "_собака_", ".at.", "*at*"),
        re.compile(
            r"(?<=\w)([-_.*])(?:at|собака)\1(?=[a-z][\w-]{1,30}[._](?:dot[._])?[a-z]{2,4}(?!\w))"
        ),
        _sign("@"),
    ),
    _Rule(
        ("_dot_", "-dot-"),
        re.compile(r"(?<=\w)([-_])(?:dot|точка)\1(?=[a-z]{2,4}(?!\w))"),
        _sign("."),
    ),
    _Rule(
        ("@",),
        re.compile(
            r"(?<=\w)(?: ?[·•∙‧・] ?|\.{2,3})(?=(?:com|net|org|ua|ru|by|kz|pl|de|ro|me|io)(?!\w))"
        ),
        _sign("."),
    ),
    _Rule(
        (
            " тире",
            " дефис",
            " минус",
            " dash",
            " hyphen",
            " пробел",
            "скобк",
            "дужк",
            "потом",
            "затем",
            "дал",
            "потім",
            " then ",
            " next ",
        ),
        re.compile(
            r"(?<=\d),? {0,2}(?:тире|дефис|минус|мінус|dash|hyphen|пробел|пробіл"
            r"|потом|затем|далее|дальше|потім|далі|then|next"
            r"|(?:открыть |закрыть )?скобк\w|(?:відкрити |закрити )?дужк\w) {0,2}(?=\d)"
        ),
        _sign("-"),
    ),
    _Rule(TOLD_BY, IN_WORDS, in_digits),
)


def with_signs(copy: Copy) -> Copy:
    """The copy with the signs themselves instead of their names."""
    low = copy.lower
    for rule in _RULES:
        done = rule.applied(copy, low)
        if done is not copy:
            copy, low = done, done.lower
    return copy
