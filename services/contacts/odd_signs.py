"""Signs that stand in a contact for others: © and # for @, • for a full stop, =40, &minus;."""

import re

from services.contacts.regexes import regex
from services.contacts.rules import Rule, sign
from services.contacts.sign_words import SLASH, SLASH_WORDS
from services.contacts.wording import Telling

_ENDINGS = (
    "com|net|org|info|ru|ua|by|kz|pl|de|ro|me|io|eu|fr|it|at|ch|cz|tr|uk|ie|co|art|studio|dev"
    "|c0m|p1"
)
_DRAWN = {"c0m": "com", "p1": "pl", "0rg": "org", "n3t": "net", "1nfo": "info", "r0": "ro"}
_NETWORKS = "linkedin|github|gitlab|facebook|instagram|twitter|tiktok|behance|dribbble|youtube|vk"
_SHARPS = ("hash", "hashtag", "решётка", "решетка", "решітка", "diez", "raute", "kratka")
_LABELS = (
    r"(?:e?mail|nick|nickname|nik|telegram|telega|tg|insta|instagram|skype|discord|is|my|the|same|at"
    r"|account|username|user|handle|login|name|with|and|or|on|in|as|it|just)(?!\w)"
)
# "anna lis, all one word", "anna lis без пробела".
_AS_ONE = (
    r"(?:all |все |всё |усе |alles |wszystko )?(?:one word|(?:no|without) (?:a )?spaces?"
    r"|без (?:пробел|пробіл)\w{0,2}|слитно|в одне? слово|в одно слово|zusammen(?:geschrieben)"
    r"|ohne leerzeichen|bez spacji|bitişik|boşluksuz|fără spați\w+|бос орынсыз)"
)
_SAY_AS_ONE = (
    *("one word", "space", "без проб", "слитно", "в одне слово", "в одно слово", "zusammen"),
    *("ohne leer", "bez spacji", "bitişik", "boşluksuz", "fără spa", "бос орынсыз"),
)

ODD_SIGN_RULES = (
    Rule(("=40",), regex(r"(?<=[a-z0-9])=40(?=[a-z0-9])"), sign("@")),
    Rule(("=\n",), regex(r"=\n"), sign("")),
    Rule(
        ("&minus;", "&ndash;", "&mdash;", "&hyphen;", "&dash;"),
        regex(r"&(?:minus|[nm]dash|hyphen|dash);"),
        sign("-"),
    ),
    Rule(
        ("(ä)", "(©)", "(®)", "(q)", "(æ)", "©", "®", "(bei)", "[bei]"),
        regex(
            r"(?<=[a-z0-9]) ?[(\[{](?:[äæ©®q]|bei)[)\]}] ?"
            rf"(?=[\w-]{{2,30}} ?(?:\."
            rf"|[(\[{{]) ?(?:[\w-]{{2,20}} ?\.? ?){{0,3}}(?:{_ENDINGS}|punkt))"
            rf"|(?<=[a-z0-9])[©®](?=[\w-]{{1,30}} ?\. ?(?:{_ENDINGS}|uа)(?!\w))"
        ),
        sign("@"),
    ),
    Rule(
        tuple(f".{odd}" for odd in _DRAWN) + tuple(f". {odd}" for odd in _DRAWN),
        regex(rf"(?<=[a-z0-9]) ?\. ?(?P<end>{'|'.join(_DRAWN)})(?!\w)"),
        lambda match: f".{_DRAWN[match['end']]}",
    ),
    Rule(
        (),
        regex(rf"(?<=[a-z0-9])[#*%!](?P<host>[a-z][\w-]{{1,30}})[.,](?P<end>{_ENDINGS})(?!\w)"),
        lambda match: f"@{match['host']}.{match['end']}",
        hint=regex(
            r"replac|замен|замін|instead|вместо|замість|statt|zamiast|is (?:the )?at(?!\w)"
            r"|это собака"
        ),
    ),
    Rule(
        tuple("🐶🐕🐩🐌🐒🐵🌀✉💌"),
        regex(
            r"(?<=[a-z0-9]) ?[🐶🐕🐩🐌🐒🐵🌀✉💌] ?(?=[a-z0-9-]{2,30} ?[.⚫⚪🔴🔵⬤🟢🟡🟠🔘●•] ?"
            rf"(?:{_ENDINGS})(?!\w))"
        ),
        sign("@"),
    ),
    Rule(
        tuple("⚫⚪🔴🔵⬤🟢🟡🟠🔘"),
        regex(rf"(?<=[a-z0-9]) ?[⚫⚪🔴🔵⬤🟢🟡🟠🔘] ?(?=(?:{_ENDINGS})(?!\w))"),
        sign("."),
    ),
    Rule(
        _SAY_AS_ONE,
        regex(
            rf"(?<![\w@.-])(?P<name>(?!{_LABELS})[a-z][a-z0-9]{{1,20}}"
            rf"(?: (?!{_LABELS})[a-z0-9]{{1,20}}){{1,2}}),? \(?{_AS_ONE}\)?(?!\w),?"
        ),
        lambda match: match["name"].replace(" ", ""),
    ),
    Rule(
        tuple(f" {name} " for name in _SHARPS),
        regex(rf"(?<=[a-z0-9_.]) (?:{'|'.join(_SHARPS)}) (?=\d{{4}}(?!\d))"),
        sign("#"),
    ),
    Rule((" a.t ",), regex(r"(?<=\w) a\.t (?=\w)"), sign("@")),
    Rule((" c.o.m", " r.u", " n.e.t"), regex(r" c\.o\.m(?!\w)"), sign(".com")),
    Rule(("g.mail",), regex(r"(?<=@)g\.mail(?!\w)"), sign("gmail")),
    Rule(
        ("●", "•", "▪", "❘", "🔹"),
        regex(
            r"(?<![\w•●▪❘🔹.])[a-z0-9_-]{1,30}[●•▪❘🔹]"
            rf"(?:(?:{_ENDINGS})(?=[/❘|\s]|\Z)|(?<=[a-z]{{3}}.)[a-z]{{3,20}}(?![\w•●▪❘🔹]))"
        ),
        lambda match: re.sub(r"[●•▪❘🔹]", ".", match[0]),
    ),
    Rule(
        ("@",),
        regex(
            r"@[a-z0-9]{2,24}(?P<sign>[^\w\s.,;:@()\[\]{}<>\"'/\\|+=&?#%-])[a-z0-9]{1,20}"
            r"(?:(?P=sign)[a-z0-9]{1,20}){1,4}(?!\w)"
        ),
        lambda match: match[0].replace(match["sign"], "_"),
    ),
    Rule(
        ("sobak", "собак"),
        regex(
            r"(?<![\w@.])(?P<name>[a-z][a-z0-9._-]{2,30})(?:sobak[aа]|собака)"
            r"(?P<host>[a-z]{3,15}?)(?:tochka|точка)?(?P<end>ru|com|net|ua|by|kz)?(?!\w)"
        ),
        lambda match: f"{match['name']}@{match['host']}.{match['end'] or 'ru'}",
    ),
    Rule((".com❘", ".com|", ".me|"), regex(r"(?:(?<=k\.com)|(?<=\.me))[❘|](?=[a-z])"), sign("/")),
    Rule(
        ("live ",),
        regex(
            r"(?<=\blive) (?:colon|două puncte|doua puncte|двокрапка|двоеточие|двокрапку|iki nokta"
            r"|dwukropek|doppelpunkt) (?=[a-z.])"
        ),
        sign(":"),
    ),
    Rule(("f b ",), regex(r"(?<!\w)f b(?= (?:dot|точка|крапка|kropka|punkt) com)"), sign("fb")),
    Rule(
        ("в к ", "v k "),
        regex(r"(?<!\w)[вv] [кk](?= (?:dot|точка|крапка|kropka|punkt) (?:com|ком)(?!\w))"),
        sign("vk"),
    ),
    Rule(("vk /", "vk/ "), regex(r"(?<!\w)vk ?/ ?com ?/ ?(?=[a-z])"), sign("vk.com/")),
    Rule(("linked\nin",), regex(r"linked\nin(?=\.com)"), sign("linkedin")),
    Rule(
        ("linkedin com in ", "linkedin.com in "),
        regex(r"linkedin[ .]com in (?=[a-z])"),
        sign("linkedin.com/in/"),
    ),
    Rule(
        ("лінкедін", "линкедин", "лінкедин"),
        regex(r"(?:лінкед[іи]н|линкедин) ?/ ?(?:ін|ин|in) ?/ ?(?=[a-z])"),
        sign("linkedin.com/in/"),
    ),
    Rule(
        (),
        regex(rf"(?<![\w.-])(?P<net>{_NETWORKS}) (?:{SLASH_WORDS}) (?=[a-z])"),
        lambda match: f"{match['net']}.com/",
        words=Telling(SLASH),
    ),
)

TOLD_SIGN_RULES = (
    Rule((" przez ",), regex(r"(?<=\.com) przez (?=[a-z])"), sign("/")),
    Rule((", /",), regex(r"(?<=\.(?:ru|ру|ua|уа)), ?(?=/\w)"), sign("")),
)
"""After the words for a full stop are read."""
