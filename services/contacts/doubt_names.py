"""Mailboxes, pages and accounts told as no rule knows: chosen names and signs in words."""

import re
from collections.abc import Iterator, Sequence

from services.contacts.doubt_pieces import Piece, is_cue, pieces_of
from services.contacts.doubt_words import (
    ENOUGH,
    MAIL,
    NICK,
    NOTE,
    PERSON,
    PROVIDER,
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
from services.contacts.regexes import regex

_OPENS = regex(r"[:=«\"“„(>→–—-]")
_CLAUSE = regex(r"[;•●▪|!]|(?<=\w{3})\. (?=[A-ZА-ЯІЇЄ])")
_SIDE = 60
_ANSWERED = 40
_LISTS = frozenset(",;|•:–—-")
_FARTHEST = 10  # pieces beside what is found
_ANY_PAGE = regex(
    r"link|page|profile?|profil|url|site|профил[ьеяю]|профіл[ьіюя]|резюме"
    r"|линк|лінк|ссылк.{1,2}"
)
_GONE = regex(r"[^\n]{0,40}(?:…|#{3}|\[[^\W\d]{4,12}\])")
"""What has been taken out already, and the words before it."""
_GONE_SIGNS = "…", "###", "["
_OF_CODE = regex(r"[(=\[`]|\.\w+\(")
_ITEM_ENDS = regex(r"[,;·•|/]|\n- ")
_SPOKEN_ENDS = frozenset(
    ["ру", "ком", "нет", "юа", "уа", "ме", "орг", "рф", "ио", "кз", "бай", "дев"]
)
_SIGN_AT_HEAD = regex(
    rf"[@*(\[{{<~]|(?:{STRONG_SIGN.pattern}|{WEAK_SIGN.pattern})(?!\w)|(?:{PROVIDER.pattern})"
)
_WORDS_BEFORE = regex(r"(?<![\w.-])(?:[\w.-]{1,24}[ ,]{1,2}){1,4}(?:the[ ]|[(\[{«\"])?\Z")
_NEAR = 2  # words of other sorts between two pieces of one name


def names(copy: Copy, start: int, end: int, here: Sequence[Span]) -> Iterator[Span]:
    """What may be a mailbox, a page or an account in this stretch."""
    low = copy.lower
    pieces = pieces_of(copy, start, end, here)
    yield from _wholes(copy.text, low, pieces, here)
    asked = _unanswered(low, start, end, here)
    for group in _groups(pieces):
        span = _weighed(copy, start, end, group, asked)
        if span:
            yield span


def _wholes(text: str, low: str, pieces: list[Piece], here: Sequence[Span]) -> Iterator[Span]:
    """What is found, with the rest of it: signs in words, a name before a host."""
    for span in here:
        if span.kind not in {"email", "url", "handle"}:
            continue
        left = [piece for piece in pieces if piece.end <= span.start]
        right = [piece for piece in pieces if piece.start >= span.end]
        start, end = _left(text, low, left, span), _right(low, right, span)
        if (start, end) != (span.start, span.end):
            yield Span(span.kind, start, end)


def _right(low: str, pieces: list[Piece], span: Span) -> int:
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
            if others > 1 or is_cue(word):
                break
    return end


def _left(text: str, low: str, pieces: list[Piece], span: Span) -> int:
    """The beginning of what is told before: "ivolgin эс …", "double-u double-u …"."""
    start = span.start
    opened = bool(_SIGN_AT_HEAD.match(low[start : start + 12]))
    others = 0
    for piece in reversed(pieces[-_FARTHEST:]):
        word = low[piece.start : piece.end]
        sign = piece.sort in {"strong", "weak"} and word not in _LISTS
        if "\n" in low[piece.end : start] or piece.sort == "found" or is_cue(word):
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


def _goes_before(text: str, piece: Piece, word: str) -> bool:
    """Whether this can be the name that a sign parts from its host."""
    if text[piece.start].isupper() or word in SAYS:
        return False
    return piece.sort == "name" or re.fullmatch(r"[a-z]{1,20}", word) is not None


def _groups(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Pieces that belong together: names, signs, services, with few words between them."""
    group: list[Piece] = []
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
    if any(map(left.__contains__, _GONE_SIGNS)):
        left = _GONE.sub(lambda gone: " " * len(gone[0]), left)
    return left


def _weighed(copy: Copy, start: int, end: int, group: list[Piece], asked: str) -> Span | None:
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
    service, web = SERVICE.search(around), WEB.search(around)
    if not (signs or endings or _is_own(base)):
        told = (named[0].start - around_start, named[-1].end - around_start)
        service, web = (_unlisted(cue, around, told) for cue in (service, web))
    if service:
        scores["handle"] = base + _cue(service, around)
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


def _unlisted(
    cue: re.Match[str] | None, around: str, told: tuple[int, int]
) -> re.Match[str] | None:
    """The cue, unless the name is but another item of its list: "GitLab CI, JMeter, TestRail"."""
    start, end = told
    if cue is None or not _ITEM_ENDS.sub("", around[start:end]).replace(" ", "").isalpha():
        return cue
    between = around[cue.end() : start] if cue.end() <= start else around[end : cue.start()]
    return None if _ITEM_ENDS.search(between) else cue


def _has_hyphen(low: str, named: list[Piece]) -> bool:
    return any("-" in low[piece.start : piece.end] for piece in named)


def _base(around: str, named: list[Piece], before: str) -> int:
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


def _told_plainly(copy: Copy, start: int, group: list[Piece]) -> Span | None:
    """No name by its looks: the few words before a sign and a mail service."""
    signs = [piece for piece in group if piece.sort == "strong"]
    services = [piece for piece in group if piece.sort == "provider"]
    if not signs or not services or services[-1].start < signs[0].start:
        return None
    words = _WORDS_BEFORE.search(copy.lower, max(start, signs[0].start - _SIDE), signs[0].start)
    if not words or TRADE.search(words[0]):
        return None
    return Span("email", words.start(), group[-1].end)


def _span(kind: Kind, group: list[Piece], named: list[Piece]) -> Span:
    """From the first to the last piece; a service before the first name stays."""
    start, end = group[0].start, group[-1].end
    if group[0].sort in {"provider", "ending"} and named[0].start > start:
        start = next(piece.start for piece in group if piece.sort not in {"provider", "ending"})
    return Span(kind, start, end)
