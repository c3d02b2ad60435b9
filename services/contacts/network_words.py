"""Networks in words and odd signs: "linkedin com / in / ivan", "гитхаб ком", "hh.ru → resume"."""

import re

from services.contacts.accounts import is_compound, is_ordinary
from services.contacts.not_accounts import PLAIN_WORDS
from services.contacts.regexes import regex
from services.contacts.rules import Rule, sign
from services.contacts.sign_words import AT, AT_WORDS, SLASH, SLASH_WORDS
from services.contacts.wording import Telling

_WITH_A_DOT = regex(r"[ ,•·|_(\[{-]{1,3}([^\W\d_]{2,4})[ )\]}-]{0,3}$")
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
_NETS = "com|net|org|me|io|ru|ua|co|de|pl|kz|by|cc|ly|dev|ком|ру|нет"
_HOSTS = (
    "linkedin|github|gitlab|facebook|instagram|twitter|tiktok|behance|dribbble|youtube|medium|habr"
    "|djinni|dou|xing|bitbucket|stackoverflow|kaggle|upwork|vk|vkontakte|hh|work|robota|rabota"
    "|superjob|pinterest|discord|threads|indeed|fiverr|glassdoor|reddit|twitch|telegram|leetcode"
    "|codepen|hackerrank|artstation|soundcloud|vimeo|flickr|t|wa|fb|ok|bit|taplink|calendly|notion"
    "|goldenline|pracuj|ejobs|bestjobs|kariyer|enbek"
)
"""Networks, job boards and short links, by the part before the full stop."""

_END_OF_LINE = r"(?=(?P<name>[a-z][\w.-]{3,40})(?: ?[\n,;)|]|\Z))"


def _page_of_a_network(match: re.Match[str]) -> str:
    """The host and its stroke before a name, and nothing new before a word of the trade."""
    name = match["name"].rstrip(".-")
    plain = name in PLAIN_WORDS or is_ordinary(name) or is_compound(name)
    return match[0] if plain else f"{match['net']}.com/"


NETWORK_RULES = (
    Rule(
        (),
        regex(rf"(?P<sign>[-_])(?<=[a-z0-9].)(?:{SLASH_WORDS})(?P=sign)(?=[a-z@])"),
        sign("/"),
        words=Telling(SLASH),
    ),
    Rule(
        ("тме", "tme", "т ме", "t me", "тэмэ", "тэ мэ"),
        regex(
            rf"(?<![\w.])(?:[тt] ?[мm][еe]|тэ ?мэ)[ ]?(?:/|{SLASH_WORDS}) ?(?=[a-z@])"
            rf"|(?:(?<=http )|(?<=ttps ))[tт] [mм][eе] {_END_OF_LINE}"
        ),
        sign("t.me/"),
    ),
    Rule(
        ("www ",),
        regex(rf"(?<!\w)www (?P<site>[a-z0-9-]{{3,40}}) (?P<end>{_NETS})(?= ?(?:[/\n,;.)|]|\Z))"),
        lambda match: f"www.{match['site']}.{_IN_LATIN.get(match['end'], match['end'])}",
    ),
    Rule(
        (" com ", " me "),
        regex(
            r"(?<![\w.])(?P<net>github|gitlab|instagram|facebook|vk|behance|tiktok|twitter|youtube"
            rf"|dribbble) com {_END_OF_LINE}"
        ),
        _page_of_a_network,
    ),
    Rule(
        ("→", ">"),
        regex(
            rf"(?<![\w.-])(?P<host>{_HOSTS}) ?\. ?(?:{_NETS})(?! ?(?:→|[-=]?>) ?(?P=host)(?!\w))"
            rf"(?: ?(?:→|[-=]?>) ?[\w%@.-]{{1,60}}){{1,4}}"
        ),
        lambda match: re.sub(r" ?(?:→|[-=]?>) ?", "/", match[0]),
    ),
    Rule(
        (",com/", ",ru/", ",net/", ",org/", ",ua/", ",io/", ",me/", ",dev/", ",pl/", ",de/"),
        regex(r"(?<=[a-z0-9]),(?=(?:com|ru|net|org|ua|io|me|dev|pl|de)/\w)"),
        sign("."),
    ),
    Rule(
        (),
        regex(rf"(?<=http:|ttps:)(?:[ ,]{{0,2}}(?:{SLASH_WORDS})){{1,2}} ?"),
        sign("//"),
        words=Telling(SLASH),
    ),
    Rule(
        ("/",),
        regex(
            rf"(?<![\w.@/-])(?:(?:www|m|ua|uk|de|pl|ro|tr)\.)?(?:{_HOSTS})"
            rf"(?:[ ,•·|_-]{{1,3}}(?:{_NETS})[ -]{{0,3}}|[,•·](?:com|me|ru|net|org)"
            rf"| ?[(\[{{](?:{_NETS})[)\]}}] ?)(?=[/\\])"
        ),
        lambda match: _WITH_A_DOT.sub(lambda end: f".{_IN_LATIN.get(end[1], end[1])}", match[0]),
    ),
    Rule(
        tuple(_CALLED),
        regex(
            rf"(?<!\w)(?P<net>{'|'.join(_CALLED)})(?: ?[.,] ?| )(?P<end>ком|com|нет|net|ру|ru|ме"
            rf"|me)"
            r"(?= ?[/\\(→])"
        ),
        lambda match: f"{_CALLED[match['net']]}.{_IN_LATIN.get(match['end'], match['end'])}",
    ),
    Rule(("/at ",), regex(r"(?<=\w/)at (?=\w)"), sign("@")),
    Rule((), regex(rf"(?<=[a-z]/)(?:{AT_WORDS}) (?=\w)"), sign("@"), words=Telling(AT)),
    Rule(
        (" . ", " ."),
        regex(rf"(?<![\w.] )(?<![\w.])(?:[a-z0-9] ){{1,14}}[a-z0-9] ?\. ?(?:{_NETS})(?= ?/)"),
        lambda match: match[0].replace(" ", ""),
    ),
    Rule(
        ("решётк", "решетк", "решітк", "hash", "хэш", "хеш", "диез", "raute", "kratka"),
        regex(
            r"(?<=[a-z0-9_]) ?\(?(?:решётка|решетка|решітка|hash|hashtag|хэш|хеш|диез|raute"
            r"|kratka)\)? ?"
            r"(?=\d{4}(?!\d))"
        ),
        sign("#"),
    ),
    Rule((".c0m", ".n3t", ".0rg"), regex(r"(?<=\w)\.c0m(?!\w)"), sign(".com")),
    Rule(
        ("@",),
        regex(
            r"(?<=@)(?:g mail|gm ail|hot mail|out look|ya ndex|yan dex|i cloud|pro ton|proton mail"
            r"|in box|ram bler|uk r|ya hoo)(?=\.)"
        ),
        lambda match: match[0].replace(" ", ""),
    ),
)
