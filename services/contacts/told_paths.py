"""Pages of a network told by its name: "вконтакте, после слэша ivan_p", "fb 👉 /ivanpetrenko"."""

from collections.abc import Iterator

from services.contacts.accounts import has_a_choice, is_compound, is_ordinary
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.networks import HYPHENATED, SERVICES
from services.contacts.not_accounts import PLAIN_WORDS
from services.contacts.regexes import regex
from services.contacts.sign_words import SLASH, SLASH_WORDS
from services.contacts.wording import Telling

_NETWORK = rf"(?:{SERVICES}|soundcloud|bandcamp|vimeo|mixcloud|patreon|onlyfans|boosty|спотифай)"
_SAID = (
    r"(?:а|и|і|та|and|then|дальше|далее|далі|потом|потім|dann|apoi|sonra|potem|после|після|after"
    r"|через|за|на|it.?s|is|это|це|мой|мій|моя|my|ник\w{0,2}|нік\w{0,2}|nick\w{0,4}|in|ін|ин)"
)
_STROKE = rf"(?:{SLASH_WORDS}|слэша|слеша|слешу|кос(?:а|ую|ої|ой)(?: черт\w|у)?|stroke)"
_SIGNS = r"[ ,:.→>👉=/\\–—-]{1,4}"
_PATH = regex(
    rf"(?<![\w/.@-]){_NETWORK}(?P<gap>(?:{_SIGNS}(?:{_SAID}|{_STROKE})(?!\w)){{0,7}}{_SIGNS})"
    r"(?P<name>@?[a-z][\w.-]{3,60}\w)(?![\w@/])"
)
_TOLD = Telling((*SLASH, "слэша", "слеша", "слешу", "коса", "косую", "кос", "stroke"))
_DRAWN = "👉", "/ ", "/ін/", "/ин/"
_BEHIND_A_WORD = regex(r"[а-яіїєґ] ?/(?=[a-z])")
_STROKES = regex(rf"[/\\]|(?<!\w){_STROKE}(?!\w)")
_SAID_SO = regex(rf"👉|→|(?<!\w)(?:{_SAID}|{_STROKE})(?!\w)")


def told_paths(copy: Copy) -> Iterator[Span]:
    """From the name of the network to that of the account."""
    low = copy.lower
    told = _TOLD.may_stand_among(copy.words) or any(map(low.__contains__, _DRAWN))
    if not told and not ("/" in low and _BEHIND_A_WORD.search(low)):
        return
    for path in _PATH.finditer(low):
        name, gap = path["name"].lstrip("@"), path["gap"]
        plain = name in PLAIN_WORDS or is_ordinary(name)
        hyphen = (
            "-" in name and not (plain or is_compound(name)) and HYPHENATED.match(low, path.start())
        )
        said = _SAID_SO.search(gap) and not plain
        if _STROKES.search(gap) and (said or hyphen or has_a_choice(name)):
            yield Span("url", *path.span())
