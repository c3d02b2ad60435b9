"""Signs in words: "(at)", "[собака]", "точка", "слэш", "&#64;"; telephones dictated in words."""

import re

from services.contacts.folding import Copy
from services.contacts.joined import JOINED_RULES, one_of
from services.contacts.network_words import NETWORK_RULES
from services.contacts.numerals import BESIDE_FIGURES, IN_WORDS, TOLD_BY, in_digits
from services.contacts.odd_signs import ODD_SIGN_RULES, TOLD_SIGN_RULES
from services.contacts.regexes import regex
from services.contacts.rules import Rule, sign
from services.contacts.sign_words import (
    ANY_AT,
    ANY_DOT,
    AT,
    AT_WORDS,
    BEFORE_THE_ENDING,
    DASH,
    DASH_WORDS,
    DOT,
    DOT_BEFORE_ENDING,
    DOT_WORDS,
    SLASH,
    SLASH_WORDS,
    SPOKEN_ENDINGS,
    THEN,
    UNDERSCORE,
    UNDERSCORE_WORDS,
)
from services.contacts.spread import SPREAD_RULES
from services.contacts.wording import Telling

# Signs that people put around a word to say that it is no word: (at), 'at', =at=, *at*, -at-.
_OPEN, _CLOSE = (
    r"[(\[{<«\"'’‘„“*_|~/\\=^#+$%&!:•·-]{1,3}",
    r"[)\]}>»\"'’‘”“*_|~/\\=^#+$%&!:•·-]{1,3}",
)
_GAP = r"[ \n]{0,2}"
_THEN = "далі|дальше|потом|потім|затем|then|dann|apoi|sonra|potem"
_BOOM = r"(?!,?[ \n]{1,2}com (?:boom|bubble|era|crash|bust|compan)|[ ](?:für|po|by|to) )"


def _sign_at(match: re.Match[str]) -> str:
    """The sign @; what stands before it stays apart from it where it was."""
    return f"{match[0][0]}@" if match[0][0] in " \n" else "@"


_BEFORE_DOMAIN = rf"(?=[\w-]{{1,30}}(?:[ ._-]|{_GAP}{_OPEN}))"
_WORD_FOR_DOT = regex(rf" (?:{DOT_WORDS}) ")
_ALL_SIGNS = r"[(\[{<«\"'’‘„“*_|~/\\=^#+$%&!:•·-]{1,3}"

_RULES = (
    *JOINED_RULES,
    *SPREAD_RULES,
    *ODD_SIGN_RULES,
    Rule(("&#",), regex(r"&#(?:\d{2,5}|x[0-9a-f]{2,4});"), one_of),
    Rule(("&commat;", "%40"), regex(r"&commat;|%40"), sign("@")),
    Rule(("&period;", "%2e"), regex(r"&period;|%2e"), sign(".")),
    Rule((" _ ",), regex(r"(?<=[a-z0-9]{2}) _ (?=[a-z0-9]{2})"), sign("_")),
    Rule(("@@", "@ @"), regex(r"@(?: ?@){1,3}"), sign("@")),
    Rule((" . ",), regex(r"(?<=[a-z0-9]{2}) \. (?=[a-z0-9]{2})"), sign(".")),
    Rule(
        (),
        regex(
            rf"@ ?(?:{AT_WORDS})(?!\w) ?|(?<!\w)(?:{AT_WORDS}) ?@|(?<=\w) ?[(\[]?(?:знак|символ"
            rf"|значок|sign|symbol) @[)\]]?"
        ),
        sign("@"),
        words=Telling((*AT, "знак", "символ", "значок", "sign", "symbol")),
    ),
    Rule(
        (),
        regex(
            rf"[ \n]{{0,2}}[(\[{{<«\"*_|~/\\]{{1,2}}{_GAP}(?:{ANY_AT}|@){_GAP}[)\]}}>»\"*_"
            rf"|~/\\]{{1,2}}{_GAP}"
            rf"|(?<=\w)(?! ?:) ?{_OPEN} ?(?:{ANY_AT}) ?{_CLOSE} ?{_BEFORE_DOMAIN}"
        ),
        _sign_at,
        hint=regex(rf"{_ALL_SIGNS}{_GAP}(?:{ANY_AT}|@){_GAP}{_CLOSE}"),
    ),
    Rule(("AT", "DOG"), regex(r"(?<=[a-z0-9])(?:AT|DOG)(?=[a-z])"), sign("@"), in_case=True),
    Rule(("DOT",), regex(r"(?<=[a-z0-9])DOT(?=[a-z])"), sign("."), in_case=True),
    Rule(
        ("собак", "собач", "равлик", "sobak", "małpa"),
        regex(r"(?<=[a-z0-9])(?:собака|собачка|равлик|sobaka|małpa)(?=[a-z0-9])"),
        sign("@"),
    ),
    Rule(
        ("точка", "крапка", "kropka"),
        regex(r"(?<=[a-z0-9])(?:точка|крапка|kropka)(?=[a-z0-9])"),
        sign("."),
    ),
    Rule(
        (),
        regex(
            rf"{_GAP}[(\[{{<«\"*_|~/\\]{{1,2}}{_GAP}(?:{ANY_DOT}){_GAP}[)\]}}>»\"*_"
            rf"|~/\\]{{1,2}}{_GAP}"
            rf"|(?<=[a-z0-9]) ?{_OPEN} ?(?:{DOT_WORDS}|point|period) ?{_CLOSE} ?(?=[a-z0-9])"
        ),
        sign("."),
        hint=regex(rf"{_ALL_SIGNS}{_GAP}(?:{ANY_DOT}){_GAP}{_CLOSE}"),
    ),
    Rule(
        (),
        regex(
            rf"(?<=[a-z0-9_-])[ \n,-]{{1,3}}(?:{DOT_WORDS}){_BOOM}[ \n,-]{{1,3}}"
            rf"(?=(?:{SPOKEN_ENDINGS})(?!\w)"
            rf"|[\w+-]{{1,30}}[ \n,-]{{1,3}}[(\[]?(?:{DOT_WORDS}|{AT_WORDS}|at|эт|ет|et|@)(?!\w))"
            rf"|(?<=[a-z0-9_-])[ \n]{{1,2}}(?:{DOT_BEFORE_ENDING}){_BOOM}[ \n]{{1,2}}"
            rf"(?=(?:com|net|org|info|ru|ua|kz|pl|by|dev|io|ro|de|tr|me(?=\W*(?:\n|\Z|[,.;)]))"
            rf"|co|ac)(?!\w)"
            rf"|[\w-]{{1,30}} (?:{AT_WORDS})(?!\w))"
            rf"|(?<=\w),?[ \n]{{1,2}}(?:{DOT_WORDS}){_BOOM},?["
            rf" \n]{{1,2}}(?=(?:{SPOKEN_ENDINGS})(?!\w)"
            rf"|[\w+-]{{1,30}} {{0,2}}[(\[]?(?:@|(?:{AT_WORDS}|at|эт|ет)(?!\w)))"
        ),
        sign("."),
        words=Telling(BEFORE_THE_ENDING),
    ),
    Rule(
        (),
        regex(
            r"(?<=[a-z0-9]) ?[(\[{] ?[^\W\d]{1,12} ?[)\]}] ?(?=(?:com|net|org|ua|ru|me|io|dev|kz"
            r"|by|pl|de|ro)(?![\w.]))"
        ),
        sign("."),
        hint=regex(r"[)\]}] ?(?:com|net|org|ua|ru|me|io|dev|kz|by|pl|de|ro)(?![\w.])"),
    ),
    Rule(
        (),
        regex(
            rf"(?<=[a-z0-9]),? (?:{_THEN}),? (?:an? |the )?(?:{DOT_WORDS}|full stop|period"
            rf"|point),?"
            rf" (?:{_THEN}),? (?=[a-z])"
            r"|(?<=[a-z0-9]),? (?:an? )?(?:full stop|period|dot|точка|крапка),?[ \n]{1,2}"
            rf"(?:(?:{_THEN}),? )?(?=[a-z][\w+-]{{1,30}},?[ \n]{{1,2}}(?:на|у|в|on|at)[ ]"
            r"(?:the )?(?:g-?mail|google|yandex|outlook|дж[иі]м[еэ]йл|г?м[еэ]йл|яндекс|укр))"
        ),
        sign("."),
        words=Telling((*DOT, "full stop", "period", "point")),
    ),
    Rule(
        ("t.me (", "wa.me (", ".com (", ".ru (", ".me(", ".com("),
        regex(
            r"(?:(?<=\Wt\.me)|(?<=^t\.me)|(?<=wa\.me)|(?<=vk\.com)|(?<=hub\.com)"
            r"|(?<=edin\.com)|(?<=book\.com)"
            r"|(?<=gram\.com)) ?[(\[{] ?[^\W\d]{1,12} ?[)\]}] ?(?=[a-z0-9_@])"
        ),
        sign("/"),
    ),
    Rule(
        ("/)", "/]", "/}", "/>"),
        regex(
            rf" ?[(\[{{<] ?(?:/|{SLASH_WORDS}) ?[)\]}}>] ?"
            rf"|(?<=[\w.])[ \n,]{{1,3}}(?:{SLASH_WORDS})(?!\w)[ \n,]{{0,2}}(?=[\w@+])"
        ),
        sign("/"),
        words=Telling(SLASH),
    ),
    *TOLD_SIGN_RULES,
    *NETWORK_RULES,
    Rule(
        (),
        regex(rf"/[\w@.-]{{1,60}}(?: (?:{DOT_WORDS}) [\w-]{{1,30}}){{1,4}}"),
        lambda match: _WORD_FOR_DOT.sub(".", match[0]),
        words=Telling(DOT),
    ),
    Rule(
        (),
        regex(
            rf"(?<=\w)(?<!\Wan)(?<!\Wthe)(?<!\Wno)[ \n(\[,'\"]{{1,3}}(?:(?:латин\w{{2,5}}"
            rf"|{_THEN}),? ){{0,3}}"
            rf"(?:{UNDERSCORE_WORDS})(?!\w)[)\]'\",]{{0,2}}{_GAP}(?:(?:{_THEN}),? )?(?=\w)"
        ),
        sign("_"),
        words=Telling(UNDERSCORE),
    ),
    Rule(
        (),
        regex(rf"(?<=[a-z0-9_]) {{1,2}}(?:{DASH_WORDS}) {{1,2}}(?=[a-z0-9_])"),
        sign("-"),
        words=Telling(DASH),
    ),
    Rule(
        ("(a)", "[a]", "{a}", "(а)", "[а]", "(c)", "(с)", "©"),
        regex(
            r"(?<=\w)[(\[][aа][)\]](?=\w)|(?<=\w) ?[(\[{][aа][)\]}] ?(?=[\w-]{2,30} ?[.(\[])"
            r"|(?<=[a-z0-9])(?:[(\[][cс][)\]]|©)(?=[\w-]{2,30}\.[a-z]{2,4}(?!\w))"
        ),
        sign("@"),
    ),
    Rule(
        (),
        regex(
            rf"(?P<sign>[-_.*])(?<=[a-z0-9].)(?:{AT_WORDS}|at|ат|эт|ет|et)(?P=sign)"
            rf"(?=[a-z0-9][a-z0-9-]{{0,30}}[._-](?:(?:{DOT_WORDS})[._-])?(?:{SPOKEN_ENDINGS})(?!\w))"
        ),
        sign("@"),
        words=Telling((*AT, "at", "ат", "эт", "ет", "et")),
    ),
    Rule(
        (),
        regex(
            rf"(?P<sign>[-_])(?<=[a-z0-9].)(?:{DOT_WORDS})(?P=sign)(?=[a-zа-я]{{2,4}}(?!\w))"
        ),
        sign("."),
        words=Telling(DOT),
    ),
    Rule(
        ("@",),
        regex(
            r"(?<=\w)(?: ?[·•∙‧・] ?|\.{2,3})(?=(?:com|net|org|ua|ru|by|kz|pl|de|ro|me|io)(?!\w))"
        ),
        sign("."),
    ),
    Rule(
        (),
        regex(
            rf"(?<=\d)\)?,? {{0,2}}[(\[{{<*]?(?:(?:и|і|та|а|and|und|i|ve|și) )?(?:{DASH_WORDS}"
            rf"|{DOT_WORDS}"
            r"|space|leerzeichen|пауза|pause|разрыв|пробел|пробіл"
            r"|потом|затем|далее|дальше|после|потім|далі|після|then|next|finally|after that|dann"
            r"|potem|dalej"
            r"|sonra|apoi|(?:открыть |закрыть )?скобк\w|(?:відкрити |закрити )?дужк\w"
            r"|klammer (?:auf|zu)),?"
            r"(?: (?:идет|идёт|йде|идут|йдуть|тоже|ещё|еще|ще|comes))?[)\]}>*]? {0,2}(?=\(?\d)"
        ),
        sign("-"),
        words=Telling((*DASH, *DOT, *THEN)),
    ),
    Rule(
        (" (", ") "),
        regex(r"(?<=\d\d) ?\((?!(?:\w|home|cell|work|mobile|mob|office|fax|дом|моб|раб"
        r"|сот)\.?\))(?:[^\W\d]{1,14}[ .,]?){1,4}\) ?(?=\d\d)"),
        sign("-"),
    ),
    Rule((), IN_WORDS, in_digits, words=Telling(TOLD_BY), hint=BESIDE_FIGURES),
)  # fmt: skip


def with_signs(copy: Copy) -> Copy:
    """The copy with the signs themselves instead of their names."""
    low = copy.lower
    mixed = copy.mixed
    for rule in _RULES:
        done = rule.applied(copy, low, mixed=mixed)
        if done is not copy:
            copy, low = done, done.lower
    return copy
