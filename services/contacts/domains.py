"""Which words with dots in them are names of sites, and which are names of tools or files."""

import re
from functools import cache

from linkify_it.tlds import TLDS

from services.contacts.lookalikes import as_latin
from services.contacts.regexes import regex

_SPOKEN_ENDINGS = ["ру", "рф", "ком", "нет", "орг", "юа", "уа", "укр", "кз", "бел"]
_ANY_SPOKEN = frozenset([*_SPOKEN_ENDINGS, "ме", "ио", "инфо", "бай", "онлайн"])


def _any_of(words: str) -> str:
    """A part of a regular expression that reads these words, also where they look Latin."""
    kinds = [kind for word in words.split() for kind in (word, as_latin(word))]
    return "|".join(sorted(set(kinds), key=lambda kind: (-len(kind), kind)))


COMMON_ENDINGS = _any_of(
    """com net org info biz ua ru su by kz pl de fr it es uk us eu cz sk lt lv ee ge md am az uz kg
    io me dev pro online site tech edu ai co in ca au ch at nl be se no fi dk il tr ro """
    + " ".join(_SPOKEN_ENDINGS)
)
"""Endings of the addresses that people have; as a part of a regular expression."""

MAIL_HOSTS = _any_of(
    """gmail googlemail yandex ya mail ukr rambler outlook hotmail live icloud protonmail proton
    yahoo inbox bk list bigmir meta tut onet wp o2 interia gmx web abv seznam zoho tutanota
    яндекс мейл мэйл майл гмейл гмэйл гмайл джимейл джимэйл жмейл рамблер укр аутлук хотмейл"""
)
"""Services at which people have their mail; as a part of a regular expression."""

_WORDS_AS_ENDINGS = frozenset(
    [
        "at",
        "be",
        "it",
        "is",
        "in",
        "to",
        "so",
        "no",
        "my",
        "am",
        "as",
        "do",
        "id",
        "or",
        "me",
        "us",
        "by",
    ]
)
_PERSONAL_ENDINGS = frozenset(
    """me dev name cv page blog design photo photography art bio website resume site online pro tel
    space portfolio works work guru studio codes""".split()  # noqa: SIM905 - a list of words reads as words
)
_USUAL_ENDINGS = frozenset(
    """com net org info biz io ai co cc tv tech app ua ru рф укр su бел by kz қаз pl de fr es uk eu
    cz sk lt lv ee ge az uz kg ro bg hr si ch at nl be se fi dk pt gr il tr ca au us xyz top
    ws website ie nz ae sg ng ph br mx rs lu jp kr cy
    digital cloud agency москва сайт онлайн""".split()  # noqa: SIM905
)
_SPOKEN_ONLY = frozenset(
    """life world expert team store club live fyi engineer photos gallery software systems social
    place link wiki ink rocks ninja dog land zone today media pictures graphics moe lol""".split()  # noqa: SIM905
)
"""Endings that are words of every text, too."""

_HOMES = regex(
    r"(?:github\.io|gitlab\.io|wordpress\.com|blogspot\.com|blogspot\.ru|tilda\.ws|taplink\.ws|taplink\.bio|craft\.me|readymag\.com|super\.site|framer\.website|wixsite\.com"
    r"|livejournal\.com|narod\.ru|ucoz\.\w{2,3}|at\.ua|netlify\.app|vercel\.app|notion\.site"
    r"|carrd\.co"
    r"|pages\.dev|web\.app|herokuapp\.com|medium\.com|substack\.com|tumblr\.com|weebly\.com"
    r"|mystrikingly\.com|webflow\.io|artstation\.com|myportfolio\.com|jimdosite\.com)\Z"
)
_TOOLS = frozenset(
    """asp.net ado.net vb.net ml.net akka.net paint.net quartz.net json.net math.net ef.net
    entity.net xamarin.net socket.io draw.io diagrams.net crates.io fly.io monday.com booking.com
    salesforce.com amazon.com make.com cal.com customer.io segment.io keras.io framer.com
    character.ai open.ai h2o.ai scale.ai stability.ai vue.us mail.app deno.dev pkg.go.dev web.dev
    ngrok.io sentry.io jwt.io istio.io redis.io quay.io docker.io gcr.io k8s.io nuget.org
    npmjs.com pub.dev clickhouse.com microsoft.net system.net apache.org w3.org schema.org
    spring.io c.ai copy.ai fast.ai spot.io convert.io last.fm about.me
    read.cv linktr.ee taplink.cc outreach.io gong.io apollo.io reply.io
    lemlist.com clay.com kundelik.kz bilimland.kz wazzup24.com""".split()  # noqa: SIM905
)
"""Tools and platforms whose name looks like a site; nobody is reached through them."""

_OBJECTS = frozenset(
    [
        "self",
        "this",
        "os",
        "sys",
        "app",
        "user",
        "obj",
        "data",
        "window",
        "document",
        "request",
        "response",
    ]
)
_FILE_ENDINGS = frozenset(
    [
        "js",
        "ts",
        "py",
        "md",
        "sh",
        "rs",
        "go",
        "cs",
        "vb",
        "pl",
        "so",
        "json",
        "yaml",
        "yml",
        "xml",
        "html",
        "css",
        "sql",
        "cpp",
        "mm",
        "cc",
        "zip",
    ]
)


@cache
def _endings() -> frozenset[str]:
    """All the endings there are, in the letters that people type."""
    return frozenset(
        ending.encode("ascii").decode("idna") if ending.startswith("XN--") else ending.lower()
        for ending in TLDS
    )


def is_ending(word: str, *, common: bool = False) -> bool:
    """Whether a domain can end so; `common`: whether those of people do."""
    if common:
        return re.fullmatch(COMMON_ENDINGS, word) is not None
    return word in _endings()


def ends_like_a_domain(name: str) -> bool:
    """Whether the last part can be the ending of a domain at all (letters, two or more)."""
    last = name.rpartition(".")[2]
    return re.fullmatch(r"[^\W\d_]{2,24}|xn--[\w-]{2,59}", last) is not None


def is_spoken_ending(word: str) -> bool:
    """Whether people end the name of a site so when they say it, or write it as it sounds."""
    return any(
        word in endings
        for endings in (_ANY_SPOKEN, _USUAL_ENDINGS, _PERSONAL_ENDINGS, _SPOKEN_ONLY)
    )


def has_path_of_a_site(name: str) -> bool:
    """Whether a word with dots before a path is a site, and not a file in a folder."""
    ending = name.rpartition(".")[2]
    if ending in _ANY_SPOKEN:
        return True
    return is_ending(ending) and ending not in _FILE_ENDINGS - {"pl", "md", "so", "sh", "cc"}


def may_be_a_site(name: str, latin: str) -> bool:
    """Whether a word with dots, alone, can be a site at all: not a file, a tool, a sentence.

    `latin` is the same word with letters that look like Latin ones written as those.
    """
    labels = name.lower().split(".")
    if any(not label or label[0] in "-_" or label[-1] in "-_" for label in labels):
        return False
    last = name.rpartition(".")[2]
    if not (last.islower() or name.isupper()) or name.lower() in _TOOLS:
        return False
    if labels[0] in _OBJECTS:
        return False
    if not {labels[-1], latin.rpartition(".")[2]} & (_USUAL_ENDINGS | _PERSONAL_ENDINGS):
        return False
    if not any(len(label) > 1 for label in labels[:-1]):
        return False
    short = len(labels) == 2 and len(labels[0]) <= 3  # noqa: PLR2004 - "and.in", "is.it"
    return not (short and labels[-1] in _WORDS_AS_ENDINGS)


def is_somebodys_home(name: str) -> bool:
    """ivan.github.io, ivan.dev: where people, not companies, put their pages."""
    low = name.lower()
    hosted = _HOMES.search(low)
    if hosted:
        return hosted.start() > 0 and low[hosted.start() - 1] == "."
    return low.rpartition(".")[2] in _PERSONAL_ENDINGS
