"""Links: written out, shortened to the bare site, or to a profile on a known network."""

import re
from collections.abc import Iterator

from services.contacts.domains import is_bare_site
from services.contacts.found import Span

_WRITTEN_OUT = re.compile(
    r"(?<![a-z])(?:h(?:tt|xx)ps?|ftp|tg|viber|whatsapp|skype|xmpp)://[^\s<>\"«»“”]{1,2048}",
    re.IGNORECASE,
)
_WITH_WWW = re.compile(r"(?<![\w.@-])www\.[^\s<>\"«»“”]{3,2048}", re.IGNORECASE)
_NETWORKS = (
    r"(?:t|telegram|viber|wa|vk|ok|m|fb|join\.skype|line|signal|api\.whatsapp|chat\.whatsapp)"
    r" {0,2}\. {0,2}(?:me|com|ru|org)|telegram {0,2}\. {0,2}(?:me|dog)"
    r"|(?:[a-z]{2,3}\.|www\.)?(?:linkedin|github|gitlab|facebook|instagram|twitter|x|tiktok|behance"
    r"|dribbble|youtube|medium|habr|djinni|dou|xing|bitbucket|stackoverflow|kaggle|upwork)"
    r" {0,2}\. {0,2}(?:com|co|org|net|io|ua|ru)"
)
_PROFILE = re.compile(
    rf"(?<![\w.@-])(?:{_NETWORKS}) {{0,2}}/ {{0,2}}[@+]?\w[\w./?=&%+~@#-]{{0,300}}", re.IGNORECASE
)
_BARE = re.compile(
    r"(?<![\w.@/-])((?:[\w-]{1,63}\.){1,6}[\w-]{2,24})(?![\w@-])([/?#:][^\s<>\"«»“”]*)?"
)
_CLOSING = ".,;:!?)]}'’»\"…|*_"


def links(text: str) -> Iterator[Span]:
    """Links in folded text."""
    for pattern in (_WRITTEN_OUT, _WITH_WWW, _PROFILE):
        for match in pattern.finditer(text):
            yield from _span(text, match.start(), match.end())
    for match in _BARE.finditer(text):
        name, rest = match[1], match[2] or ""
        path = len(rest) > 1 and rest[0] in "/?#" and not rest.startswith("//")
        if is_bare_site(name, followed_by_path=path):
            yield from _span(text, match.start(), match.end() if path else match.end(1))


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    """A link ends before the punctuation of the sentence it stands in."""
    while end > start and (text[end - 1] in _CLOSING):
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    if end - start > 3:  # noqa: PLR2004 - the shortest link is x.ua
        yield Span("url", start, end)
