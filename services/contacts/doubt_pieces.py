"""The pieces of a clause in which a name may be told, and how much like a name each looks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.contacts.accounts import has_a_choice, is_compound, is_ordinary
from services.contacts.doubt_words import (
    ENDINGS,
    GLUE,
    MAIL,
    NICK,
    NO_NAMES,
    NOTE,
    ODD_SIGN,
    PERSON,
    PROVIDER,
    RESUME,
    SAYS,
    SERVICE,
    STRONG_SIGN,
    TRADE,
    WEAK_SIGN,
    WEB,
)
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.not_accounts import CODE_WORDS, PLAIN_WORDS
from services.contacts.regexes import regex

_CHUNK = regex(r"[^\W_](?:[\w.+'’-]*[^\W_])?|[^\w\s]|_")
_CAMEL = regex(r"[A-ZА-ЯЇІЄ]?[a-zа-яїіє]+(?:[A-ZА-ЯЇІЄ][a-zа-яїіє]+)+")
_KNOWN_CAMELS = regex(
    r"(?:git|you|linked|java|type|post|my|mongo|click|whats|face|tik|power|word|open|graph|dev"
    r"|word|power|big"
    r"|mac|i|e)[A-Z]\w+|\w+(?:SQL|DB|Script|Hub|Lab|Tube|In|App|Book|Tok|Ops|QA|JS|Pay|ML|AI)",
)
_SIGNS = regex(rf"(?<!\w)(?:{STRONG_SIGN.pattern})(?!\w)")
_ASIDE = regex(r"\([^()\n\d]{1,40}\)")
_FILE = regex(
    r"\.(?:py|js|ts|md|po|pdf|docx?|odt|rtf|txt|html?|css|csv|xlsx?|json|ya?ml"
    r"|sql|png|jpe?g)\Z"
)
_REGION = regex(r"[a-z]{2}-(?:gov-)?(?:north|south|east|west|central)[a-z]{0,5}-?\d")  # of a cloud
ADJECTIVE = regex(
    r"(?:er|ed|ly|est|ive|al|ish|ic|ure|ght|ient|ent|ant|ary|ory|ise|ice|ate"
    r"|ions?)\Z"
)
_MAY_BE_A_NAME = regex(
    r"[a-z][a-z0-9]{4,30}(?:[-.][a-z0-9]{1,20}){0,3}"
    r"|[a-z]{1,12}(?:-[a-z0-9]{1,20}){1,3}(?:/\w{2,20})?"
)
_SHORTEST = 4
_CYRILLIC = regex(r"[а-яіїєґқғңұүһәө]")
_LATIN = regex(r"[a-z]")
_PLAIN_LATIN = frozenset(
    """email mail gmail yandex google windows linux office excel word html css sql front back data
    science product owner head lead senior junior middle team full time part remote home best
    regards dear hello please thanks english german upper intermediate native with from that
    this work jobs resume curriculum vitae agile scrum kanban docker spring boot flutter swift
    postfix dovecot exim asterisk mikrotik nginx apache webpack pytest selenium postman crud rest
    json yaml grpc nginx bash""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or sign: what it may be of a contact, and what it weighs as that."""

    start: int
    end: int
    sort: str  # name, strong, weak, provider, ending, glue, found, other
    weight: int = 0


def pieces_of(copy: Copy, start: int, end: int, here: Sequence[Span]) -> list[Piece]:
    """The pieces of this stretch of text: signs, words, and what was found in it (`here`)."""
    text, low = copy.text, copy.lower
    marked: list[tuple[int, int, str]] = []
    marked += [(one.start(), one.end(), "provider") for one in PROVIDER.finditer(low, start, end)]
    marked += [(one.start(), one.end(), "strong") for one in ODD_SIGN.finditer(low, start, end)]
    marked += [(one.start(), one.end(), "other") for one in NOTE.finditer(low, start, end)]
    marked += [(one.start(), one.end(), "strong") for one in _SIGNS.finditer(low, start, end)]
    noted = NOTE.search(low, start, end) is not None
    asides = [match.span() for match in _ASIDE.finditer(low, start, end)]
    cyrillic = _is_cyrillic(low[start:end])
    pieces: list[Piece] = []
    for chunk in _CHUNK.finditer(text, start, end):
        place, stop = chunk.span()
        word = low[place:stop]
        if any(span.start <= place < span.end for span in here):
            pieces.append(Piece(place, stop, "found"))
            continue
        sort = next((name for a, b, name in marked if a <= place < b), "")
        if sort:
            pieces.append(Piece(place, stop, sort))
            continue
        piece = _piece(chunk[0], word, place, stop, cyrillic=cyrillic, noted=noted)
        if piece.sort == "other" and any(a < place < b for a, b in asides):
            piece = Piece(place, stop, "glue")
        pieces.append(piece)
    if RESUME.search(low, start, end):
        pieces = [_numbered(low, piece) for piece in pieces]
    pieces = _with_introduced(low, pieces)
    loud = NICK.search(low, start, end)
    dots = bool(loud) and not TRADE.search(low, start, end)
    return _with_neighbours(low, pieces, cyrillic=cyrillic, dots=dots)


def _numbered(low: str, piece: Piece) -> Piece:
    """The number of a page."""
    if piece.sort in {"glue", "other"} and re.fullmatch(r"\d{6,10}", low[piece.start : piece.end]):
        return Piece(piece.start, piece.end, "name", 2)
    return piece


def _with_introduced(low: str, pieces: list[Piece]) -> list[Piece]:
    """Words like any other count where "is", "under" or "login" stands right before them."""
    made = list(pieces)
    for number in range(1, len(pieces)):
        piece, before = pieces[number], pieces[number - 1]
        word = low[piece.start : piece.end]
        if piece.sort != "other" or not _MAY_BE_A_NAME.fullmatch(word) or word in NO_NAMES:
            continue
        if low[before.start : before.end] not in SAYS or is_ordinary(word) or is_compound(word):
            continue
        if (is_known(word) or is_cue(word)) or ADJECTIVE.search(word):
            continue
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if after is None or after.sort != "other" or "\n" in low[piece.end : after.start]:
            made[number] = Piece(piece.start, piece.end, "name", 2)
    return made


def _piece(written: str, word: str, place: int, stop: int, *, cyrillic: bool, noted: bool) -> Piece:
    sign = _sign(word)
    if sign:
        return Piece(place, stop, sign)
    weight = _looks(written, word, cyrillic=cyrillic)
    if weight == 0 and noted and written.istitle() and len(word) >= _SHORTEST:
        weight = 0 if is_known(word) or PERSON.fullmatch(word) else 1
    if weight:
        return Piece(place, stop, "name", weight)
    glue = word in GLUE or not written[0].isalnum()
    return Piece(place, stop, "glue" if glue else "other")


@lru_cache(maxsize=8192)
def _sign(word: str) -> str:
    """Which sort of sign or ending a word is; nothing, if it is none."""
    if word in ENDINGS:
        return "ending"
    if STRONG_SIGN.fullmatch(word):
        return "strong"
    weak = WEAK_SIGN.fullmatch(word) and word not in {"a", "а", "et", "плюс", "plus", "star"}
    return "weak" if weak else ""


@lru_cache(maxsize=8192)
def _looks(written: str, word: str, *, cyrillic: bool) -> int:
    """How much a word looks like a name that somebody gave himself."""
    bare = word.strip(".-'’")
    if len(bare) < _SHORTEST or is_known(bare):
        return 0
    if not bare.isascii():
        chosen = _CAMEL.fullmatch(written) or "_" in bare
        return 2 if chosen and _CYRILLIC.search(word) else 0
    if has_a_choice(bare) and not written.isupper() and _LATIN.search(bare):
        return 3
    if _CAMEL.fullmatch(written):
        return 0 if _KNOWN_CAMELS.fullmatch(written) else 2
    return _plain(written, bare) if cyrillic and _LATIN.search(bare) else 0


def _plain(written: str, bare: str) -> int:
    """A word in Latin letters among Cyrillic ones."""
    parts = re.split(r"[.\-_+]", bare)
    if any(part in PLAIN_WORDS or part in CODE_WORDS for part in parts):
        return 0
    if written.islower():
        return 0 if len(parts) == 1 and is_ordinary(bare) else 2
    return 0


@lru_cache(maxsize=8192)
def is_known(bare: str) -> bool:
    """Words of the trade, files, and what announces a contact."""
    if bare in PLAIN_WORDS or bare in CODE_WORDS or bare in _PLAIN_LATIN:
        return True
    if _FILE.search(bare) or _REGION.fullmatch(bare):
        return True
    return any(one.fullmatch(bare) for one in (SERVICE, WEB, MAIL))


def _with_neighbours(low: str, pieces: list[Piece], *, cyrillic: bool, dots: bool) -> list[Piece]:
    """Words right beside a sign in words are parts of a name, whatever they look like."""
    made = list(pieces)
    for number, piece in enumerate(pieces):
        if piece.sort != "strong" and not (
            dots and piece.sort == "weak" and low[piece.start : piece.end] != "at"
        ):
            continue
        if number + 1 < len(pieces) and low[piece.end : pieces[number + 1].end] in CODE_WORDS:
            continue  # @property
        for other in (number - 1, number + 1):
            if not 0 <= other < len(pieces):
                continue
            beside = made[other]
            word = low[beside.start : beside.end]
            if beside.sort != "other" or not word[0].isalnum() or word in GLUE:
                continue
            if word in CODE_WORDS or (word.isdigit() and not _is_told_beside(low, pieces, number)):
                continue
            if word.isascii() and word.isalnum() and not is_cue(word):
                made[other] = Piece(beside.start, beside.end, "name", 2 if cyrillic else 1)
    return made


def _is_told_beside(low: str, pieces: list[Piece], number: int) -> bool:
    """Whether a name stands on a side of a sign: figures alone are none."""
    sides = pieces[max(0, number - 1) : number] + pieces[number + 1 : number + 2]
    words = [low[side.start : side.end] for side in sides]
    return any(word[0].isalpha() and not is_cue(word) for word in words)


@lru_cache(maxsize=8192)
def is_cue(word: str) -> bool:
    """Whether the word announces a contact."""
    return any(one.fullmatch(word) for one in (MAIL, SERVICE, WEB, NICK, PERSON))


def _is_cyrillic(low: str) -> bool:
    return len(_CYRILLIC.findall(low)) * 2 > len(_LATIN.findall(low))
