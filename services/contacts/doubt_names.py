"""Mailboxes, pages and accounts told as no rule knows: chosen names and signs in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.contacts.accounts import has_a_choice, is_compound, is_ordinary
from services.contacts.doubt_words import (
    ENDINGS,
    ENOUGH,
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
    WEIGHTS,
)
from services.contacts.folding import Copy
from services.contacts.found import Kind, Span
from services.contacts.not_accounts import CODE_WORDS, PLAIN_WORDS

_CHUNK = re.compile(r"[^\W_](?:[\w.+'’-]*[^\W_])?|[^\w\s]|_")
_CAMEL = re.compile(r"[A-ZА-ЯЇІЄ]?[a-zа-яїіє]+(?:[A-ZА-ЯЇІЄ][a-zа-яїіє]+)+")
_KNOWN_CAMELS = re.compile(
    r"(?:git|you|linked|java|type|post|my|mongo|click|whats|face|tik|power|word|open|graph|dev"
    r"|word|power|big"
    r"|mac|i|e)[A-Z]\w+|\w+(?:SQL|DB|Script|Hub|Lab|Tube|In|App|Book|Tok|Ops|QA|JS|Pay|ML|AI)",
)
_OPENS = re.compile(r"[:=«\"“„(>→–—-]")
_CLAUSE = re.compile(r"[;•●▪|!]|(?<=\w{3})\. (?=[A-ZА-ЯІЇЄ])")
_SIDE = 60
_ANSWERED = 40
_LISTS = frozenset(",;|•:–—-")
_FARTHEST = 10  # pieces beside what is found
_SIGNS = re.compile(rf"(?<!\w)(?:{STRONG_SIGN.pattern})(?!\w)")
_ASIDE = re.compile(r"\([^()\n\d]{1,40}\)")
_FILE = re.compile(
    r"\.(?:py|js|ts|md|po|pdf|docx?|odt|rtf|txt|html?|css|csv|xlsx?|json|ya?ml"
    r"|sql|png|jpe?g)\Z"
)
_ADJECTIVE = re.compile(
    r"(?:er|ed|ly|est|ive|al|ish|ic|ure|ght|ient|ent|ant|ary|ory|ise|ice|ate"
    r"|ions?)\Z"
)
_ANY_PAGE = re.compile(
    r"link|page|profile?|profil|url|site|профил[ьеяю]|профіл[ьіюя]|резюме"
    r"|линк|лінк|ссылк.{1,2}"
)
_GONE = re.compile(r"[^\n]{0,40}(?:…|#{3}|\[[^\W\d]{4,12}\])")
"""What has been taken out already, and the words before it."""
_OF_CODE = re.compile(r"[(=\[`]|\.\w+\(")
_SPOKEN_ENDS = frozenset(
    ["ру", "ком", "нет", "юа", "уа", "ме", "орг", "рф", "ио", "кз", "бай", "дев"]
)
_SIGN_AT_HEAD = re.compile(
    rf"[@*(\[{{<~]|(?:{STRONG_SIGN.pattern}|{WEAK_SIGN.pattern})(?!\w)|(?:{PROVIDER.pattern})"
)
_WORDS_BEFORE = re.compile(
    r"(?<![\w.-])(?:[\w.-]{1,24}[ ,]{1,2}){1,4}(?:(?:the|the)[ ]|[(\[{«\"])?\Z"
)
_MAY_BE_A_NAME = re.compile(
    r"[a-z][a-z0-9]{4,30}(?:[-.][a-z0-9]{1,20}){0,3}"
    r"|[a-z]{1,12}(?:-[a-z0-9]{1,20}){1,3}(?:/\w{2,20})?"
)
_SHORTEST = 4
_NEAR = 2  # words of other sorts between two pieces of one name
_CYRILLIC = re.compile(r"[а-яіїєґқғңұүһәө]")
_LATIN = re.compile(r"[a-z]")
_PLAIN_LATIN = frozenset(
    """email mail gmail yandex google windows linux office excel word html css sql front back data
    science product owner head lead senior junior middle team full time part remote home best
    regards dear hello please thanks english german upper intermediate native with from that
    this work jobs resume curriculum vitae agile scrum kanban docker spring boot flutter swift
    postfix dovecot exim asterisk mikrotik nginx apache webpack pytest selenium postman crud rest
    json yaml grpc nginx bash""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or sign: what it may be of a contact, and what it weighs as that."""

    start: int
    end: int
    sort: str  # name, strong, weak, provider, ending, glue, found, other
    weight: int = 0


def names(copy: Copy, start: int, end: int, here: Sequence[Span]) -> Iterator[Span]:
    """What may be a mailbox, a page or an account in this stretch."""
    low = copy.lower
    pieces = _pieces(copy, start, end, here)
    yield from _wholes(copy.text, low, pieces, here)
    asked = _unanswered(low, start, end, here)
    for group in _groups(pieces):
        span = _weighed(copy, start, end, group, asked)
        if span:
            yield span


def _pieces(copy: Copy, start: int, end: int, here: Sequence[Span]) -> list[_Piece]:
    text, low = copy.text, copy.lower
    marked: list[tuple[int, int, str]] = []
    marked += [(one.start(), one.end(), "provider") for one in PROVIDER.finditer(low, start, end)]
    marked += [(one.start(), one.end(), "strong") for one in ODD_SIGN.finditer(low, start, end)]
    marked += [(one.start(), one.end(), "other") for one in NOTE.finditer(low, start, end)]
    marked += [(one.start(), one.end(), "strong") for one in _SIGNS.finditer(low, start, end)]
    noted = NOTE.search(low, start, end) is not None
    asides = [match.span() for match in _ASIDE.finditer(low, start, end)]
    cyrillic = _is_cyrillic(low[start:end])
    pieces: list[_Piece] = []
    for chunk in _CHUNK.finditer(text, start, end):
        place, stop = chunk.span()
        word = low[place:stop]
        if any(span.start <= place < span.end for span in here):
            pieces.append(_Piece(place, stop, "found"))
            continue
        sort = next((name for a, b, name in marked if a <= place < b), "")
        if sort:
            pieces.append(_Piece(place, stop, sort))
            continue
        piece = _piece(chunk[0], word, place, stop, cyrillic=cyrillic, noted=noted)
        if piece.sort == "other" and any(a < place < b for a, b in asides):
            piece = _Piece(place, stop, "glue")
        pieces.append(piece)
    if RESUME.search(low, start, end):
        pieces = [_numbered(low, piece) for piece in pieces]
    pieces = _with_introduced(low, pieces)
    loud = NICK.search(low, start, end)
    dots = bool(loud) and not TRADE.search(low, start, end)
    return _with_neighbours(low, pieces, cyrillic=cyrillic, dots=dots)


def _numbered(low: str, piece: _Piece) -> _Piece:
    """The number of a page."""
    if piece.sort in {"glue", "other"} and re.fullmatch(r"\d{6,10}", low[piece.start : piece.end]):
        return _Piece(piece.start, piece.end, "name", 2)
    return piece


def _with_introduced(low: str, pieces: list[_Piece]) -> list[_Piece]:
    """Words like any other count where "is", "under" or "login" stands right before them."""
    made = list(pieces)
    for number in range(1, len(pieces)):
        piece, before = pieces[number], pieces[number - 1]
        word = low[piece.start : piece.end]
        if piece.sort != "other" or not _MAY_BE_A_NAME.fullmatch(word) or word in NO_NAMES:
            continue
        if low[before.start : before.end] not in SAYS or is_ordinary(word) or is_compound(word):
            continue
        if (_is_known(word) or _is_cue(word)) or _ADJECTIVE.search(word):
            continue
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if after is None or after.sort != "other" or "\n" in low[piece.end : after.start]:
            made[number] = _Piece(piece.start, piece.end, "name", 2)
    return made


def _piece(
    written: str, word: str, place: int, stop: int, *, cyrillic: bool, noted: bool
) -> _Piece:
    sign = _sign(word)
    if sign:
        return _Piece(place, stop, sign)
    weight = _looks(written, word, cyrillic=cyrillic)
    if weight == 0 and noted and written.istitle() and len(word) >= _SHORTEST:
        weight = 0 if _is_known(word) or PERSON.fullmatch(word) else 1
    if weight:
        return _Piece(place, stop, "name", weight)
    glue = word in GLUE or not written[0].isalnum()
    return _Piece(place, stop, "glue" if glue else "other")


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
    if len(bare) < _SHORTEST or _is_known(bare):
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
def _is_known(bare: str) -> bool:
    """Words of the trade, files, and what announces a contact."""
    if bare in PLAIN_WORDS or bare in CODE_WORDS or bare in _PLAIN_LATIN or _FILE.search(bare):
        return True
    return any(one.fullmatch(bare) for one in (SERVICE, WEB, MAIL))


def _with_neighbours(low: str, pieces: list[_Piece], *, cyrillic: bool, dots: bool) -> list[_Piece]:
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
            if word in CODE_WORDS:
                continue
            if word.isascii() and word.isalnum() and not _is_cue(word):
                made[other] = _Piece(beside.start, beside.end, "name", 2 if cyrillic else 1)
    return made


@lru_cache(maxsize=8192)
def _is_cue(word: str) -> bool:
    return any(one.fullmatch(word) for one in (MAIL, SERVICE, WEB, NICK, PERSON))


def _wholes(text: str, low: str, pieces: list[_Piece], here: Sequence[Span]) -> Iterator[Span]:
    """What is found, with the rest of it: signs in words, a name before a host."""
    for span in here:
        if span.kind not in {"email", "url", "handle"}:
            continue
        left = [piece for piece in pieces if piece.end <= span.start]
        right = [piece for piece in pieces if piece.start >= span.end]
        start, end = _left(text, low, left, span), _right(low, right, span)
        if (start, end) != (span.start, span.end):
            yield Span(span.kind, start, end)


def _right(low: str, pieces: list[_Piece], span: Span) -> int:
    """The end of what goes on behind: "… с точкой ме", "… e v", "…/portfolio"."""
    end = span.end
    signed = others = 0
    spaced = re.search(
        r"(?:^|\W)\w(?: \w){1,20}\Z|[ _]\w\Z", low[max(span.start, span.end - 20) : span.end]
    )
    path = (
        re.compile(r"(?:[/\\?=&#]| /(?=[a-z]))[\w./?=&#-]{1,60}").match(low, end)
        if span.kind != "email"
        else None
    )
    end = path.end() if path else end
    for piece in pieces[:_FARTHEST]:
        word = low[piece.start : piece.end]
        if piece.start < end:
            continue
        if "\n" in low[end : piece.start] or piece.sort == "found":
            break
        if span.kind == "email" and piece.sort in {"provider", "ending"}:
            end = piece.end
        elif piece.sort in {"strong", "weak"}:
            signed, others = 1, 0
        elif (
            signed
            and (
                piece.sort in {"ending", "name", "provider"}
                or re.fullmatch(r"[a-z0-9]{1,12}", word)
            )
        ) or (signed and word in _SPOKEN_ENDS):
            end, signed, others = piece.end, 0, 0
        elif spaced and re.fullmatch(r"\w", word) and low[end : piece.start] in {" ", "  ", ""}:
            end = piece.end
        elif piece.sort == "glue" and word not in ";|•":
            continue
        else:
            others += 1
            if others > 1 or _is_cue(word):
                break
    return end


def _left(text: str, low: str, pieces: list[_Piece], span: Span) -> int:
    """The beginning of what is told before: "ivolgin эс …", "double-u double-u …"."""
    start = span.start
    opened = bool(_SIGN_AT_HEAD.match(low[start : start + 12]))
    others = 0
    for piece in reversed(pieces[-_FARTHEST:]):
        word = low[piece.start : piece.end]
        sign = piece.sort in {"strong", "weak"} and word not in _LISTS
        if "\n" in low[piece.end : start] or piece.sort == "found" or _is_cue(word):
            break
        if piece.sort == "strong" or (sign and start != span.start):
            start, opened, others = piece.start, True, 0
        elif word in _LISTS and start == span.start:
            break
        elif piece.sort == "glue":
            continue
        elif opened and _goes_before(text, piece, word):
            start, opened, others = piece.start, False, 0
        else:
            others += 1
            if others > 1:
                break
    return start


def _goes_before(text: str, piece: _Piece, word: str) -> bool:
    """Whether this can be the name that a sign parts from its host."""
    if text[piece.start].isupper() or word in SAYS:
        return False
    return piece.sort == "name" or re.fullmatch(r"[a-z]{1,20}", word) is not None


def _groups(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that belong together: names, signs, services, with few words between them."""
    group: list[_Piece] = []
    others = 0
    for piece in pieces:
        if piece.sort in {"glue", "other", "found"}:
            others += piece.sort == "other"
            if piece.sort == "found":
                others = _NEAR + 1
            if others > _NEAR and group:
                yield group
                group = []
            continue
        others = 0
        group.append(piece)
    if group:
        yield group


def _unanswered(low: str, start: int, end: int, here: Sequence[Span]) -> str:
    """The stretch without the words that announce what is found already."""
    left = low[start:end]
    for span in here:
        first, last = max(span.start - _ANSWERED - start, 0), max(span.end - start, 0)
        left = left[:first] + " " * (min(last, end - start) - first) + left[last:]
    return _GONE.sub(lambda gone: " " * len(gone[0]), left)


def _weighed(copy: Copy, start: int, end: int, group: list[_Piece], asked: str) -> Span | None:
    low = copy.lower
    named = [piece for piece in group if piece.sort == "name"]
    if not named:
        return _told_plainly(copy, start, group)
    first, last = group[0].start, group[-1].end
    written = low[first:last]
    if (
        _OF_CODE.match(low, named[-1].end)
        or written.startswith("git@")
        or low[first - 1 : first] == "`"
    ):
        return None
    around_start, around_end = max(start, first - _SIDE), min(end, last + _SIDE)
    around = asked[around_start - start : around_end - start]
    before = asked[around_start - start : named[0].start - start]
    base = _base(around, named, before)
    signs = min(2, sum(piece.sort == "strong" for piece in group)) * WEIGHTS["strong"]
    weak = min(2, sum(piece.sort == "weak" for piece in group)) * WEIGHTS["weak"]
    endings = WEIGHTS["ending"] * any(piece.sort == "ending" for piece in group)
    base += signs + weak
    provided = any(piece.sort == "provider" for piece in group) or PROVIDER.search(before)
    scores: dict[Kind, int] = {}
    mail = MAIL.search(around)
    if mail or provided:
        provider = WEIGHTS["provider"] if provided else 0
        if provider or signs or mail:
            scores["email"] = base + endings + provider + _cue(mail, around)
    service = SERVICE.search(around)
    if service:
        scores["handle"] = base + _cue(service, around)
    web = WEB.search(around)
    if web and (signs or endings or not _ANY_PAGE.fullmatch(web[0])):
        scores["url"] = base + endings + _cue(web, around)
    elif web and (_is_own(base) or _has_hyphen(low, named)):
        scores["url"] = base + 1
    best = max(scores, key=lambda kind: scores[kind] - ENOUGH[kind], default=None)
    if best is None or scores[best] < ENOUGH[best]:
        return None
    return _span(best, group, named)


def _is_own(base: int) -> bool:
    """Whether there is more about the name than its looks."""
    return base > 3  # noqa: PLR2004 - the most that looks weigh


def _has_hyphen(low: str, named: list[_Piece]) -> bool:
    return any("-" in low[piece.start : piece.end] for piece in named)


def _base(around: str, named: list[_Piece], before: str) -> int:
    """What speaks for and against a name of any kind."""
    base = max(piece.weight for piece in named)
    base += WEIGHTS["person"] * (PERSON.search(around) is not None)
    base += WEIGHTS["nick"] * (NICK.search(before) is not None)
    base += WEIGHTS["note"] * (NOTE.search(around) is not None)
    base += WEIGHTS["trade"] * (TRADE.search(around) is not None)
    return base


def _cue(cue: re.Match[str] | None, around: str) -> int:
    if not cue:
        return 0
    labelled = re.match(r"[ )?]{0,2}[:=–—?-]", around[cue.end() : cue.end() + 3])
    again = cue.re.search(around, cue.end())
    return WEIGHTS["cue"] + WEIGHTS["label"] * (labelled is not None or again is not None)


def _told_plainly(copy: Copy, start: int, group: list[_Piece]) -> Span | None:
    """No name by its looks: the few words before a sign and a mail service."""
    signs = [piece for piece in group if piece.sort == "strong"]
    services = [piece for piece in group if piece.sort == "provider"]
    if not signs or not services or services[-1].start < signs[0].start:
        return None
    words = _WORDS_BEFORE.search(copy.lower, max(start, signs[0].start - _SIDE), signs[0].start)
    if not words or TRADE.search(words[0]):
        return None
    return Span("email", words.start(), group[-1].end)


def _span(kind: Kind, group: list[_Piece], named: list[_Piece]) -> Span:
    """From the first to the last piece; a service before the first name stays."""
    start, end = group[0].start, group[-1].end
    if group[0].sort in {"provider", "ending"} and named[0].start > start:
        start = next(piece.start for piece in group if piece.sort not in {"provider", "ending"})
    return Span(kind, start, end)


def _is_cyrillic(low: str) -> bool:
    return len(_CYRILLIC.findall(low)) * 2 > len(_LATIN.findall(low))
