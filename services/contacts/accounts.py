"""Which words are names of accounts by their looks, and which are words of the trade."""

import re

from services.contacts.domains import is_ending
from services.contacts.networks import NICKS, SERVICES
from services.contacts.not_accounts import CODE_WORDS
from services.contacts.regexes import regex
from services.contacts.wording import words

_NEAR = regex(
    rf"(?<!\w)(?:{SERVICES}|{NICKS}|контакт\w*|contact\w*|зв.?яз\w+|связ\w+|пиш\w+|write|reach"
    r"|dm|личк\w|e-?mail|тел(?:ефон)?|phone|mob\w*)(?!\w)"
)
_RIGHT_BEFORE = regex(rf"(?<!\w)(?:{SERVICES}|{NICKS})[ :–—-]{{1,3}}\Z")
_CODE_NEAR = regex(
    r"декоратор|decorator|аннотац|анотац|annotation|spring|hibernate|java(?!\w)|jakarta|angular"
    r"|css"
    r"|sass|scss|python|kotlin|swift|npm|package|пакет|typescript|директив|directive|aspect|junit"
    r"|godot|gdscript|cucumber|gherkin|(?<!\w)(?:tags?|vars?|hooks?)(?!\w)|теги|тег(?:ами|ов|ів)"
    r"|pytest|lombok|jpa|макрос|macro"
)
_CHOSEN = regex(
    r"(?=[\w.]*[a-z])\w[\w.-]*_[\w.-]*|(?=.*\d)[a-z][\w.-]{3,}|live:[\w.:]+|[\w.]{2,32}#\d{4}"
    r"|[a-z]{2,}\.[a-z]{2,}"
)
# Names of tools and standards with a figure: web3, oauth2, h264, utf8, log4j, python3.11.
_OF_THE_TRADE = regex(
    r"(?:[a-z]{1,4}\d{1,3}[a-z]{0,2}|\d{1,3}[a-z]{1,3}|python\d(?:\.\d+)*|oauth\d?|angular\d*"
    r"|junit\d|html\d|neo4j"
    r"|[a-z]+-?20\d\d|windows\d*|kotlin\d|[a-z.]+\.(?:js|py|net|io|ts|com|ru|ua|org|ai|exe|app"
    r"|dev))\Z"
)
_ORDINARY = regex(
    r"(?:.*(?:ing|ings|tion|tions|sion|ment|ments|ity|ance|ence|ness|ship|ships|ics|ism|able|ible"
    r"|ous|ful"
    r"|less|ture|tures|gram|ware|bots?|ads|posts?|chats?|groups?|channels?|news|users?|teams?"
    r"|support|managers?"
    r"|accounts?|pages?|stories|campaigns?|developers?|marketing|keit|heit|ieren|ler|lar|ului"
    r"|ilor)"
    r"|bot-?[a-z]*|chat-?[a-z]+)\Z"
)
_COMPOUNDS = words(
    """self open full front back end real time low high lead cold multi cross pre post e co ci cd
    hosted source stack side based driven up off on in out to of and or first code data like
    follow follows long short term non semi micro mini web mobile native cloud server client
    one two three single sign plug drop down key user users bot api app"""
)
_OF_VARIABLES = words(
    """is has get set user users order orders id ids name names total count list type date time
    data key value url at by on to of in created updated deleted active first last index max min
    sum avg num item items file path status state flag error message text code number price
    amount email phone snake case camel var tmp test new old next start end row rows table
    __attribute __init __main init main config env app api http no std nostd core alloc"""
)
_SHORTEST_WORD = 4
_OF_FILES = words(
    """js py ts jpg jpeg png gif svg pdf doc docx odt rtf txt xls xlsx csv json xml yml yaml html
    css sql zip rar md ppt pptx mp3 mp4"""
)
# "@NotNull, @Email, @Size(min = 8)": one capitalised word after the other, as code has them.
_LISTED_BEFORE = regex(r"@[A-Z][A-Za-z]{1,30}(?:\\[A-Z]\w{1,20}|\([^()\n]{0,30}\))?(?:, | )\Z")
_LISTED_AFTER = regex(
    r"(?:\\[A-Z]\w{1,20}|\([^()\n]{0,30}\))?(?:, "
    r"| )@[A-Z][A-Za-z]{1,30}(?![\w.@])"
)
_PLAIN_NAME = regex(r"[A-Z][A-Za-z]{1,30}|[a-z]+(?:[A-Z][a-z]+)+")


def is_a_variable(name: str) -> bool:
    """user_name, is_active, order_total: words of a program."""
    return all(part in _OF_VARIABLES for part in name.split("_"))


def is_chosen(name: str) -> bool:
    """Whether the word by itself looks like a name that somebody gave himself."""
    bare = name.lstrip("@ ").lower()
    ending = bare.rpartition(".")[2]
    if "." in bare and "_" not in bare and (is_ending(ending, common=True) or ending in _OF_FILES):
        return False
    return _CHOSEN.fullmatch(bare) is not None


def has_a_choice(name: str) -> bool:
    """A name that looks chosen also far from the word that tells of it."""
    return name.startswith("@") or (is_chosen(name) and not _OF_THE_TRADE.match(name))


def is_ordinary(name: str) -> bool:
    """Words of a sentence by their ending, and words of the trade: marketing, moderation, web3."""
    return bool(_ORDINARY.match(name) or _OF_THE_TRADE.match(name)) or len(name) < _SHORTEST_WORD


def is_compound(name: str) -> bool:
    """Words of the trade with a hyphen: self-hosted, open-source, end-to-end."""
    parts = name.split("-")
    return any(part in _COMPOUNDS or _ORDINARY.match(part) for part in (name, *parts))


def is_spaced(name: str) -> bool:
    """Letter by letter: i v a n _ p."""
    return re.fullmatch(r"@? ?[\w.](?: [\w.]){3,40}", name) is not None and (
        "_" in name or " . " in name
    )


def is_listed_code(text: str, start: int, end: int) -> bool:
    """Whether @Name stands in a list of such words, as annotations do and accounts do not."""
    if _PLAIN_NAME.fullmatch(text, start + 1, end) is None:
        return False
    before = _LISTED_BEFORE.search(text, max(0, start - 60), start)
    return before is not None or (
        text[start + 1].isupper() and _LISTED_AFTER.match(text, end) is not None
    )


def may_be_signed(name: str, low: str, start: int, end: int) -> bool:
    """Whether @name is an account and not an annotation, a package or a rule of a stylesheet."""
    bare = name.lower()
    around = low[max(0, start - 60) : end + 40]
    if bare in CODE_WORDS or bare.split(".")[0] in CODE_WORDS:
        return _RIGHT_BEFORE.search(low, max(0, start - 25), start) is not None
    if _NEAR.search(low, max(0, start - 40), min(len(low), end + 25)):
        return True
    if _CODE_NEAR.search(around):
        return False
    # @RestController, @JsonProperty: two capitals inside one word are a programmer's annotation.
    return len(name) > _SHORTEST_WORD and not re.fullmatch(r"(?:[A-Z][a-z]+){2,}|[A-Z][a-z]+", name)
