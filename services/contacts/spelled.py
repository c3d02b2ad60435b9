"""Signs in words: "(at)", "[собака]", "точка", "слэш", "&#64;"; telephones dictated in words."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from services.contacts.folding import Copy
from services.contacts.numerals import BESIDE_FIGURES, IN_WORDS, TOLD_BY, in_digits
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
    UNDERSCORE,
    UNDERSCORE_WORDS,
)
from services.contacts.wording import Telling, named

# Signs that people put around a word to say that it is no word: (at), 'at', =at=, *at*, -at-.
_OPEN, _CLOSE = (
    r"[(\[{<«\"'’‘„“*_|~/\\=^#+$%&!:•·-]{1,3}",
    r"[)\]}>»\"'’‘”“*_|~/\\=^#+$%&!:•·-]{1,3}",
)
_GAP = r"[ \n]{0,2}"
_BOOM = r"(?!,?[ \n]{1,2}com (?:boom|bubble|era|crash|bust|compan)|[ ](?:für|po|by|to) )"
_MIXED = re.compile(r"[a-z][а-яіїє]|[а-яіїє][a-z]")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is rewritten, and what must stand in a text that needs to be looked through for it."""

    told_by: tuple[str, ...]
    pattern: re.Pattern[str]
    rewrite: Callable[[re.Match[str]], str]
    in_case: bool = False
    words: Telling | None = None
    hint: re.Pattern[str] | None = None

    def applied(self, copy: Copy, low: str, *, mixed: bool) -> Copy:
        """The copy with this written anew; `mixed`: words may have letters of two scripts."""
        within = copy.text if self.in_case else low
        told = (
            mixed
            or (self.words is not None and self.words.may_stand_among(copy.words))
            or (self.hint is not None and self.hint.search(within) is not None)
            or any(map(within.__contains__, self.told_by))
        )
        if not told:
            return copy
        return copy.rewritten(self.pattern, self.rewrite, within=within)


def _sign(sign: str) -> Callable[[re.Match[str]], str]:
    return lambda match: sign  # noqa: ARG005 - whatever was written


def _sign_at(match: re.Match[str]) -> str:
    """The sign @; what stands before it stays apart from it where it was."""
    return f"{match[0][0]}@" if match[0][0] in " \n" else "@"


def _together(spread: str) -> str:
    """Letters with a space or a hyphen after each, as one word; figures stay apart."""
    letters = sum(map(str.isalpha, spread))
    if letters < _FEWEST_LETTERS and not re.match(r"w ?w ?w|[ad] [ot]|h ?t", spread):
        return spread
    gap = spread[1] if spread[1:2] in tuple("-.") else " "
    return spread.replace(gap, "")


def _one_of(entity: str) -> str:
    """The character that an entity of HTML stands for."""
    plain = html.unescape(entity)
    return plain if len(plain) == 1 else entity


_WITH_A_DOT = re.compile(r"[ ,•·|(\[{-]{1,3}([^\W\d_]{2,4})[ )\]}-]{0,3}$")
_IN_LATIN = {"ком": "com", "нет": "net", "ру": "ru", "ме": "me"}
_CALLED = {
    "гитхаб": "github", "гітхаб": "github", "линкедин": "linkedin", "линкдин": "linkedin",
    "лінкедін": "linkedin", "лінкдін": "linkedin", "инстаграм": "instagram",
    "інстаграм": "instagram", "инста": "instagram", "інста": "instagram",
    "фейсбук": "facebook", "фб": "fb", "вконтакте": "vk", "вк": "vk", "вэка": "vk", "века": "vk",
    "хабр": "habr", "ютуб": "youtube", "твиттер": "twitter", "твітер": "twitter",
    "биханс": "behance", "біханс": "behance", "дриббл": "dribbble", "хх": "hh", "тикток": "tiktok",
}  # fmt: skip
"""Networks as they sound."""
_BEFORE_DOMAIN = rf"(?=[\w-]{{1,30}}(?:[ ._-]|{_GAP}{_OPEN}))"
_WORD_FOR_DOT = re.compile(rf" (?:{DOT_WORDS}) ")
_THEN = named(
    "space|leerzeichen|пауза|pause|разрыв|пробел|пробіл|потом|затем|далее|дальше|после|потім|далі|після|then|next|finally|after|dann"
    "|potem|dalej|sonra|apoi|скобка|скобку|скобки|дужка|дужку|дужки|klammer"
)
"""What is said between two parts of a number."""
_ALL_SIGNS = r"[(\[{<«\"'’‘„“*_|~/\\=^#+$%&!:•·-]{1,3}"

_NOTES = (
    r"no spaces?|without spaces?|all one word|one word|lower ?case|all lower ?case|without the "
    r"spaces"
    r"|без пробел\w{1,3}|слитно|в одно слово|одним словом|без пробіл\w{1,3}|разом|маленьк\w{2,4}"
    r"|(?:маленькими |малими )?(?:латиницей|латинкою|латиницею|латинскими|буквами|літерами)"
    r"|zusammen(?:geschrieben)?|ohne leerzeichen|klein|bez spacji|razem|bitişik|fără spații|бөлмей"
)
_FEWEST_LETTERS = 4
_NETS = "com|net|org|me|io|ru|ua|co|de|pl|kz|by|cc|ly|dev|ком|ру|нет"
_HOSTS = (
    "linkedin|github|gitlab|facebook|instagram|twitter|tiktok|behance|dribbble|youtube|medium|habr"
    "|djinni|dou|xing|bitbucket|stackoverflow|kaggle|upwork|vk|vkontakte|hh|work|robota|rabota"
    "|superjob|pinterest|discord|threads|indeed|fiverr|glassdoor|reddit|twitch|telegram|leetcode"
    "|codepen|hackerrank|artstation|soundcloud|vimeo|flickr|t|wa|fb|ok|bit|taplink|calendly|notion"
    "|goldenline|pracuj|ejobs|bestjobs|kariyer|enbek"
)
"""Networks, job boards and short links, by the part before the full stop."""

_RULES = (
    _Rule(
        (),
        re.compile(
            r"(?<![^\W_])(?:[\w.@/:-] ){3,60}[\w/](?![^\W_])"
            r"|(?<![\w-])(?:[a-z]-){4,40}[a-z](?![\w-])"
            r"|(?<![\w.])(?:[a-z]\.){4,40}[a-z](?![\w.])|(?<=[\[({])[ad](?: [ot]){1,2}(?=[\])}])"
            r"|(?<!\w)w ?w ?w ?(?=[.,])|(?<!\w)h ?t ?t ?p ?s? ?: ?/ ?/ ?"
        ),
        lambda match: _together(match[0]),
        hint=re.compile(
            r"(?<![^\W_])[^\W\d_] [^\W\d_] [\w.@] [\w.@](?![^\W_])"
            r"|(?<!\w)[a-z]([.-])[a-z]\1[a-z]\1[a-z]\1"
            r"|[\[({][ad] [ot]|(?<!\w)w ?w ?w [.,]|(?<!\w)h ?t ?t ?p ?s? ?: ?/ /|(?<!\w)h t t"
        ),
    ),
    _Rule(("\\",), re.compile(r"\\(?=[@._+-])"), _sign("")),
    _Rule(
        (),
        re.compile(rf" ?\((?:{_NOTES})\)(?: (?=[.,@_-]))?"),
        _sign(""),
        hint=re.compile(rf"\((?:{_NOTES})\)"),
    ),
    _Rule(
        ("[:]", "(:)", "{:}"),
        re.compile(r"(?<=[hft]tps)[\[({]:[\])}]|(?<=[hx]ttp|[hx]xxp)[\[({]:[\])}]"
        r"|(?<=hxxps)[\[({]:[\])}]"),
        _sign(":"),
    ),
    _Rule(
        ("двоеточие", "двокрапка", "colon", "doppelpunkt", "dwukropek", "iki nokta"),
        re.compile(r"(?<=http|ttps) (?:двоеточие|двокрапка|colon|doppelpunkt|dwukropek|iki "
        r"nokta)"),
        _sign(":"),
    ),
    _Rule(
        ("@",),
        re.compile(
            rf"[ ,]{{1,3}}(?:(?:а|и|і|й|та|and|ну) )?(?:{'|'.join(_THEN)})[ ,:]{{1,3}}@[ "
        rf",]{{0,3}}(?:(?:{'|'.join(_THEN)})[ ,:]{{1,3}})?"),
        _sign("@"),
    ),
    _Rule(
        ("→", ">"),
        re.compile(rf"(?<![\w.-])(?:{_HOSTS}) ?\. ?(?:{_NETS})(?: ?(?:→|[-=]?>) "
        rf"?[\w%@.-]{{1,60}}){{1,4}}"),
        lambda match: re.sub(r" ?(?:→|[-=]?>) ?", "/", match[0]),
    ),
    _Rule(
        (",com/", ",ru/", ",net/", ",org/", ",ua/", ",io/", ",me/", ",dev/", ",pl/", ",de/"),
        re.compile(r"(?<=[a-z0-9]),(?=(?:com|ru|net|org|ua|io|me|dev|pl|de)/\w)"),
        _sign("."),
    ),
    _Rule(("&#",), re.compile(r"&#(?:\d{2,5}|x[0-9a-f]{2,4});"), lambda match: _one_of(match[0])),
    _Rule(("&commat;", "%40"), re.compile(r"&commat;|%40"), _sign("@")),
    _Rule(("&period;", "%2e"), re.compile(r"&period;|%2e"), _sign(".")),
    _Rule((" _ ",), re.compile(r"(?<=[a-z0-9]{2}) _ (?=[a-z0-9]{2})"), _sign("_")),
    _Rule(("@@", "@ @"), re.compile(r"@(?: ?@){1,3}"), _sign("@")),
    _Rule((" . ",), re.compile(r"(?<=[a-z0-9]{2}) \. (?=[a-z0-9]{2})"), _sign(".")),
    _Rule(
        ("@",),
        re.compile(
            rf"@ ?(?:{AT_WORDS})(?!\w) ?|(?<!\w)(?:{AT_WORDS}) ?@|(?<=\w) ?[(\[]?(?:знак|символ"
            rf"|значок|sign|symbol) @[)\]]?"
        ),
        _sign("@"),
    ),
    _Rule(
        (),
        re.compile(
            rf"[ \n]{{0,2}}[(\[{{<«\"*_|~/\\]{{1,2}}{_GAP}(?:{ANY_AT}|@){_GAP}[)\]}}>»\"*_"
            rf"|~/\\]{{1,2}}{_GAP}"
            rf"|(?<=\w)(?! ?:) ?{_OPEN} ?(?:{ANY_AT}) ?{_CLOSE} ?{_BEFORE_DOMAIN}"
        ),
        _sign_at,
        hint=re.compile(rf"{_ALL_SIGNS}{_GAP}(?:{ANY_AT}|@){_GAP}{_CLOSE}"),
    ),
    _Rule(("AT", "DOG"), re.compile(r"(?<=[a-z0-9])(?:AT|DOG)(?=[a-z])"), _sign("@"), in_case=True),
    _Rule(("DOT",), re.compile(r"(?<=[a-z0-9])DOT(?=[a-z])"), _sign("."), in_case=True),
    _Rule(
        ("собак", "собач", "равлик", "sobak", "małpa"),
        re.compile(r"(?<=[a-z0-9])(?:собака|собачка|равлик|sobaka|małpa)(?=[a-z0-9])"),
        _sign("@"),
    ),
    _Rule(
        ("точка", "крапка", "kropka"),
        re.compile(r"(?<=[a-z0-9])(?:точка|крапка|kropka)(?=[a-z0-9])"),
        _sign("."),
    ),
    _Rule(
        (),
        re.compile(
            rf"{_GAP}[(\[{{<«\"*_|~/\\]{{1,2}}{_GAP}(?:{ANY_DOT}){_GAP}[)\]}}>»\"*_"
            rf"|~/\\]{{1,2}}{_GAP}"
            rf"|(?<=[a-z0-9]) ?{_OPEN} ?(?:{DOT_WORDS}|point|period) ?{_CLOSE} ?(?=[a-z0-9])"
        ),
        _sign("."),
        hint=re.compile(rf"{_ALL_SIGNS}{_GAP}(?:{ANY_DOT}){_GAP}{_CLOSE}"),
    ),
    _Rule(
        (),
        re.compile(
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
        _sign("."),
        words=Telling(BEFORE_THE_ENDING),
    ),
    _Rule(
        (),
        re.compile(
            r"(?<=[a-z0-9]) ?[(\[{] ?[^\W\d]{1,12} ?[)\]}] ?(?=(?:com|net|org|ua|ru|me|io|dev|kz"
            r"|by|pl|de|ro)(?![\w.]))"
        ),
        _sign("."),
        hint=re.compile(r"[)\]}] ?(?:com|net|org|ua|ru|me|io|dev|kz|by|pl|de|ro)(?![\w.])"),
    ),
    _Rule(
        ("t.me (", "wa.me (", ".com (", ".ru (", ".me(", ".com("),
        re.compile(
            r"(?:(?<=\Wt\.me)|(?<=^t\.me)|(?<=wa\.me)|(?<=vk\.com)|(?<=hub\.com)"
            r"|(?<=edin\.com)|(?<=book\.com)"
            r"|(?<=gram\.com)) ?[(\[{] ?[^\W\d]{1,12} ?[)\]}] ?(?=[a-z0-9_@])"
        ),
        _sign("/"),
    ),
    _Rule(
        ("/)", "/]", "/}", "/>"),
        re.compile(
            rf" ?[(\[{{<] ?(?:/|{SLASH_WORDS}) ?[)\]}}>] ?"
            rf"|(?<=[\w.])[ \n,]{{1,3}}(?:{SLASH_WORDS})(?!\w)[ \n,]{{0,2}}(?=[\w@+])"
        ),
        _sign("/"),
        words=Telling(SLASH),
    ),
    _Rule(
        (),
        re.compile(rf"(?<=http:|ttps:)(?:[ ,]{{0,2}}(?:{SLASH_WORDS})){{1,2}} ?"),
        _sign("//"),
        words=Telling(SLASH),
    ),
    _Rule(
        ("/",),
        re.compile(
            rf"(?<![\w.@/-])(?:(?:www|m|ua|uk|de|pl|ro|tr)\.)?(?:{_HOSTS})"
            rf"(?:[ ,•·|-]{{1,3}}(?:{_NETS})[ -]{{0,3}}|[,•·](?:com|me|ru|net|org)"
            rf"| ?[(\[{{](?:{_NETS})[)\]}}] ?)(?=[/\\])"
        ),
        lambda match: _WITH_A_DOT.sub(lambda end: f".{_IN_LATIN.get(end[1], end[1])}", match[0]),
    ),
    _Rule(
        tuple(_CALLED),
        re.compile(
            rf"(?<!\w)(?P<net>{'|'.join(_CALLED)})(?: ?[.,] ?| )(?P<end>ком|com|нет|net|ру|ru|ме"
            rf"|me)"
            r"(?= ?[/\\(→])"
        ),
        lambda match: f"{_CALLED[match['net']]}.{_IN_LATIN.get(match['end'], match['end'])}",
    ),
    _Rule(("/at ",), re.compile(r"(?<=\w/)at (?=\w)"), _sign("@")),
    _Rule(
        ("решётк", "решетк", "решітк", "hash", "хэш", "хеш", "диез", "raute", "kratka"),
        re.compile(
            r"(?<=[a-z0-9_]) ?\(?(?:решётка|решетка|решітка|hash|hashtag|хэш|хеш|диез|raute"
            r"|kratka)\)? ?"
            r"(?=\d{4}(?!\d))"
        ),
        _sign("#"),
    ),
    _Rule((".c0m", ".n3t", ".0rg"), re.compile(r"(?<=\w)\.c0m(?!\w)"), _sign(".com")),
    _Rule(
        ("@",),
        re.compile(
            r"(?<=@)(?:g mail|gm ail|hot mail|out look|ya ndex|yan dex|i cloud|pro ton|proton mail"
            r"|in box|ram bler|uk r|ya hoo)(?=\.)"
        ),
        lambda match: match[0].replace(" ", ""),
    ),
    _Rule(
        (),
        re.compile(rf"/[\w@.-]{{1,60}}(?: (?:{DOT_WORDS}) [\w-]{{1,30}}){{1,4}}"),
        lambda match: _WORD_FOR_DOT.sub(".", match[0]),
        words=Telling(DOT),
    ),
    _Rule(
        (),
        re.compile(rf"(?<=\w)[ \n(\[]{{1,3}}(?:{UNDERSCORE_WORDS})(?!\w)[)\]]?{_GAP}(?=\w)"),
        _sign("_"),
        words=Telling(UNDERSCORE),
    ),
    _Rule(
        (),
        re.compile(rf"(?<=[a-z0-9_]) {{1,2}}(?:{DASH_WORDS}) {{1,2}}(?=[a-z0-9_])"),
        _sign("-"),
        words=Telling(DASH),
    ),
    _Rule(
        ("(a)", "[a]", "{a}", "(а)", "[а]", "(c)", "(с)", "©"),
        re.compile(
            r"(?<=\w)[(\[][aа][)\]](?=\w)|(?<=\w) ?[(\[{][aа][)\]}] ?(?=[\w-]{2,30} ?[.(\[])"
            r"|(?<=[a-z0-9])(?:[(\[][cс][)\]]|©)(?=[\w-]{2,30}\.[a-z]{2,4}(?!\w))"
        ),
        _sign("@"),
    ),
    _Rule(
        (),
        re.compile(
            rf"(?P<sign>[-_.*])(?<=[a-z0-9].)(?:{AT_WORDS}|at|ат|эт|ет|et)(?P=sign)"
            rf"(?=[a-z0-9][a-z0-9-]{{0,30}}[._-](?:(?:{DOT_WORDS})[._-])?(?:{SPOKEN_ENDINGS})(?!\w))"
        ),
        _sign("@"),
        words=Telling((*AT, "at", "ат", "эт", "ет", "et")),
    ),
    _Rule(
        (),
        re.compile(
            rf"(?P<sign>[-_])(?<=[a-z0-9].)(?:{DOT_WORDS})(?P=sign)(?=[a-zа-я]{{2,4}}(?!\w))"
        ),
        _sign("."),
        words=Telling(DOT),
    ),
    _Rule(
        ("@",),
        re.compile(
            r"(?<=\w)(?: ?[·•∙‧・] ?|\.{2,3})(?=(?:com|net|org|ua|ru|by|kz|pl|de|ro|me|io)(?!\w))"
        ),
        _sign("."),
    ),
    _Rule(
        (),
        re.compile(
            rf"(?<=\d)\)?,? {{0,2}}[(\[{{<*]?(?:(?:и|і|та|а|and|und|i|ve|și) )?(?:{DASH_WORDS}"
            rf"|{DOT_WORDS}"
            r"|space|leerzeichen|пауза|pause|разрыв|пробел|пробіл"
            r"|потом|затем|далее|дальше|после|потім|далі|після|then|next|finally|after that|dann"
            r"|potem|dalej"
            r"|sonra|apoi|(?:открыть |закрыть )?скобк\w|(?:відкрити |закрити )?дужк\w"
            r"|klammer (?:auf|zu)),?"
            r"(?: (?:идет|идёт|йде|идут|йдуть|тоже|ещё|еще|ще|comes))?[)\]}>*]? {0,2}(?=\(?\d)"
        ),
        _sign("-"),
        words=Telling((*DASH, *DOT, *_THEN)),
    ),
    _Rule(
        (" (", ") "),
        re.compile(r"(?<=\d\d) ?\((?:[^\W\d]{1,14}[ .,]?){1,4}\) ?(?=\d\d)"),
        _sign("-"),
    ),
    _Rule((), IN_WORDS, in_digits, words=Telling(TOLD_BY), hint=BESIDE_FIGURES),
)  # fmt: skip


def with_signs(copy: Copy) -> Copy:
    """The copy with the signs themselves instead of their names."""
    low = copy.lower
    mixed = _MIXED.search(low) is not None
    for rule in _RULES:
        done = rule.applied(copy, low, mixed=mixed)
        if done is not copy:
            copy, low = done, done.lower
    return copy
