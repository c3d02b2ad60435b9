"""Links: written out, shortened to the bare site, or to a profile on a known network."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from linkify_it import LinkifyIt
from linkify_it.tlds import TLDS

from services.contacts.domains import has_path_of_a_site, is_ending, is_spoken_ending, may_be_a_site
from services.contacts.employers import is_an_employer
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex
from services.contacts.sites import Surroundings

_FINDER = LinkifyIt().tlds(TLDS)
_SCHEME = regex(
    r"(?:h(?:tt|xx)ps?|ftp|tg|viber|whatsapp|skype|xmpp|signal|sgnl)"
    r" ?: ?\n?/ ?/(?: ?\n?(?=[\w-]{1,63} ?[.:])|)[^\s<>\"«»“”]{3,2048}"
)
_WITH_WWW = regex(r"www(?<![\w@-]www) ?[.,] ?[^\s<>\"«»“”]{3,2048}")
_NETWORKS = (
    r"(?:(?:t|telegram|viber|wa|vk|ok|m|fb|join\.skype|line|signal|api\.whatsapp|chat\.whatsapp)"
    r" {0,2}[.,] {0,2}(?:me|com|ru|org)|telegram {0,2}[.,] {0,2}(?:me|dog|im)"
    r"|(?:[a-z]{2,8}(?: ?\. ?|,))?(?:linkedin|github|gitlab|facebook|instagram|twitter|x|tiktok"
    r"|behance|dribbble|youtube|medium|habr|djinni|dou|xing|bitbucket|stackoverflow|kaggle|upwork"
    r"|vk|vkontakte|hh|work|rabota|robota|superjob|pinterest|discord|threads|pracuj|stepstone"
    r"|kariyer|ejobs|bestjobs|indeed)"
    r" {0,2}[.,] {0,2}(?:com|co|org|net|io|ua|ru|gg|de|kz|by|fm|pl|ro|eu)"
    r"|(?:linkedin|github|instagram|facebook|vk|behance) com|(?:t|wa|telegram) me)"
)
_SLASH = regex(r"[/\\]")
_NETWORK_BEFORE = regex(rf"(?<![\w.@-]){_NETWORKS}[ \n]{{0,2}}\Z")
_ACCOUNT_AFTER = regex(r" {0,2}[@+]?\w[\w./?=&%+~@#!-]{0,300}")
_SPACED_PATH = regex(
    r"(?: ?/ ?\n?(?:\w(?: \w(?!\w)){3,40}|[\w.%+~@#-]{1,80})| [._-] ?[\w%+~@#-]{1,80}){1,6}"
)
_IN_THE_NEXT_LINE = regex(r"\n {0,8}(?!(?:19|20)\d\d(?!\d))[a-z0-9][\w.-]{3,60}(?= *(?:\n|\Z))")
_DOTTED = regex(r"(?<![\w.@/=-])(?:[\w-]{1,63}\.){1,6}[\w-]{2,24}(?![\w@-])")
_ENDS_IN_HOST = regex(rf"(?P<host>{_DOTTED.pattern})/(?=\n)")
_PATH = regex(r"(?::\d{2,5})?[/?#][^\s<>\"«»“”]{0,2048}")
# The next line goes on with the link when it is no more than the rest of it.
_GOES_ON = regex(
    r"\n(?:[/_%?=&.-][\w.%/=&?-]{1,100}[\w/](?=[\s,;)|.]|\Z)"
    r"|(?!(?:19|20)\d\d(?!\d))[a-z0-9_%-][a-z0-9._%/=&?-]{1,100}(?=\n| {3}|\Z)"
    r"|(?!(?:19|20)\d\d(?!\d))(?=[a-z_.]{0,60}[\d/-])[a-z0-9_%-][a-z0-9._%/=&?-]{4,100}(?=\s|\Z))"
)
_GOES_ON_SURELY = regex(r"\n(?!(?:19|20)\d\d(?!\d))[\w.%/=&?-]{1,100}[\w/](?=[\s,;)|.]|\Z)")
# What begins a link may stand apart from it: "https : // t . me", "w w w . ivan . dev".
_LEAD = regex(r"(?<!\w)(?:h ?t ?t ?p ?s? ?: ?/ ?/ ?|w ?w ?w ?[.,] ?)\Z")
# "ivan .dev", "ivan .com/cv": a space before the full stop only.
_SPACE_BEFORE_DOT = regex(
    r"(?<![\w.@/-])(?P<name>(?=[\d-]{0,40}[a-z])[a-z0-9][a-z0-9-]{2,40})"
    r" \.(?P<rest>(?:[a-z0-9-]{2,40}\.)?[a-z]{2,12})(?![\w.@-])"
    r"(?P<path>/[^\s<>\"«»“”]{0,200})?"
)
# "in/ivan-petrenko", "/in/ivan-petrenko", "u/ivan_p": where on LinkedIn or Reddit somebody is.
_PATH_ALONE = regex(
    r"(?<![\w.@/-])(?:linkedin {0,2}[:/→-]? {0,2})?(?:/ ?)?in ?/ ?(?P<name>[a-z]"
    r"[\w%]{1,40}(?:-[\w%]{1,40}){1,6})(?![\w/])"
    r"|(?<!\w)linkedin[ :–—→-]{1,4}/?in/[a-z][\w%-]{3,60}(?![\w/])"
    r"|(?<![\w.@/-])/?u/[\w-]*[_\d][\w-]{2,30}(?![\w/])"
)
_LINKED_BEFORE = regex(r"(?<!\w)л[иі]нк[еэ]?д[иі]н\w{0,2} {0,2}[:/→–—-]? {0,2}\Z")
_PATHS = regex(r"in ?/|u/")
# A server on one's own machine, or in a company's own network.
_OF_A_NETWORK_INSIDE = regex(
    r"https?://(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0)[\w.:]*"
)
_OF_A_PROGRAM = regex(r"(?<!\w)(?:module|import|package|registry|image)s? ?[`'\"«]{1,2}\Z")
_CLOSING = ".,;:!?)]}'’»\"…|*_"


def links(copy: Copy, *, near: Sequence[Span]) -> Iterator[Span]:
    """Links in a copy of the text; `near`: contacts already found, beside which sites stand."""
    latin = copy.latin
    for pattern in (_SCHEME, _WITH_WWW):
        for match in pattern.finditer(latin):
            bare = pattern is _WITH_WWW and latin[match.start() - 1 : match.start()] != "/"
            own = _OF_A_NETWORK_INSIDE.match(latin, match.start()) is not None
            if not own and not (bare and is_an_employer(match[0].rstrip(_CLOSING))):
                yield from _trimmed(copy, match.start(), match.end())
    for match in _PATH_ALONE.finditer(latin) if _PATHS.search(latin) else ():
        start, end = match.span()
        label = _LINKED_BEFORE.search(copy.lower, max(0, start - 20), start)
        yield Span("url", label.start() if label else start, end)
    yield from _profiles(copy, latin)
    yield from _sites(copy, latin, near)


def _profiles(copy: Copy, latin: str) -> Iterator[Span]:
    """On a known network, also with spaces inside: t . me / ivan."""
    for slash in _SLASH.finditer(latin):
        network = _NETWORK_BEFORE.search(latin, max(0, slash.start() - 40), slash.start())
        account = network and _ACCOUNT_AFTER.match(latin, slash.end())
        if network and not account and _small(copy, slash.end()):
            account = _IN_THE_NEXT_LINE.match(latin, slash.end())
        if network and account:
            end = account.end()
            start, stop = copy.origin(network.start(), end)
            spaced = " " in latin[network.start() : end] or stop - start > end - network.start()
            if spaced and (more := _SPACED_PATH.match(latin, end)):
                end = more.end()
            yield from _trimmed(copy, network.start(), end)


def _small(copy: Copy, place: int) -> bool:
    """Whether the line below begins with a small letter or a figure: no new sentence."""
    below = copy.text[place : place + 10].lstrip()
    return copy.text[place : place + 1] == "\n" and not below[:1].isupper()


def _sites(copy: Copy, latin: str, near: Sequence[Span]) -> Iterator[Span]:
    """Without http:// before it: with a path, or the bare name of somebody's own site."""
    around = Surroundings(copy.text, copy.lower, near)
    for match in _SPACE_BEFORE_DOT.finditer(latin):
        ending = match["rest"].rpartition(".")[2]
        if is_spoken_ending(ending) and (match["path"] or ending != "net"):
            yield from _trimmed(copy, match.start(), match.end())
    yield from _broken_behind_the_host(copy, latin)
    for match in _DOTTED.finditer(latin):
        start, end = match.span()
        if _OF_A_PROGRAM.search(latin, max(0, start - 20), start):
            continue
        path = _PATH.match(latin, end)
        if path and len(path[0]) > 1 and not path[0].startswith("//"):
            if has_path_of_a_site(match[0]) or has_path_of_a_site(copy.text[start:end].lower()):
                yield from _trimmed(copy, start, path.end())
            continue
        apart = latin.startswith((" / ", "/ "), end)
        spaced = _SPACED_PATH.match(latin, end) if apart else None
        first, last = copy.origin(start, end)
        told = last - first > end - start  # dots in words, or parted from their letters
        names = (match[0], copy.text[start:end].lower())
        if spaced and told and any(map(has_path_of_a_site, names)):
            yield Span("url", start, spaced.end())
            continue
        name = copy.text[start:end]
        if told and _spelled_out(copy, start, end):
            yield Span("url", start, end)
            continue
        if may_be_a_site(name, match[0]) and around.say_it_is_somebodys(match[0], start, end):
            yield Span("url", start, end + (latin[end : end + 1] == "/"))


def _broken_behind_the_host(copy: Copy, latin: str) -> Iterator[Span]:
    """All of the path stands in the next line."""
    for match in _ENDS_IN_HOST.finditer(latin) if "/\n" in latin else ():
        below = _GOES_ON.match(latin, match.end())
        if below and has_path_of_a_site(match["host"]) and not copy.text[match.end() + 1].isupper():
            yield Span("url", match.start(), below.end())


def _spelled_out(copy: Copy, start: int, end: int) -> bool:
    """Whether the dots of a site are told in words: nobody does so with an employer's."""
    name = copy.lower[start:end]
    first, last = copy.origin(start, end)
    words = last - first - (end - start) > 2 * name.count(".")
    ending = name.rpartition(".")[2]
    follows = copy.lower[end : end + 2].strip(" ")
    return (
        words
        and len(name) > 6  # noqa: PLR2004 - the shortest is ivan.ru
        and (is_spoken_ending(ending) or is_ending(ending))
        and not (follows[:1].isalpha() and follows[:1].isascii())
    )


def _trimmed(copy: Copy, start: int, end: int) -> Iterator[Span]:
    """A link ends before the punctuation of its sentence, and goes on in the next line."""
    text = copy.latin
    stop = _end_of_link(text[start:end])
    if stop > 3:  # noqa: PLR2004 - the shortest link is x.ua
        end = start + stop
        lead = _LEAD.search(text, max(0, start - 16), start)
        start = lead.start() if lead else start
        more = _rest_of_link(copy, start, end)
        yield Span("url", start, more.end() if more and "@" not in more[0] else end)


def _rest_of_link(copy: Copy, start: int, end: int) -> re.Match[str] | None:
    """What of the link stands in the next line: a word of that line begins with a capital."""
    text = copy.latin
    capital = copy.text[end + 1 : end + 2].isupper() and not copy.text[start:end].isupper()
    if text[end - 1] in "-_=?&" or (text[end - 1] == "/" and not capital):
        return _GOES_ON_SURELY.match(text, end)
    path = "/" in text[start:end].partition("://")[2] or "/" in text[start:end].partition("://")[0]
    return None if capital or not path else _GOES_ON.match(text, end)


@lru_cache(maxsize=4096)
def _end_of_link(link: str) -> int:
    """How long the link really is."""
    found = None if re.search(r"\s", link) else _FINDER.match(link)
    if found and found[0].index == 0:
        return int(found[0].last_index)
    end = len(link)
    while end and link[end - 1] in _CLOSING:
        end -= 1
    return end
