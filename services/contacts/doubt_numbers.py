"""Telephones told in a way that no rule knows: digits, number words and what parts them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.contacts.doubt_words import ENOUGH, NEEDLESS, PHONE, REVERSED, TRADE, WEIGHTS
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.phone_words import said
from services.contacts.regexes import regex
from services.contacts.told_digits import is_drawn_alike, is_roman, places

_FINE = regex(r"\d+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)?|[^\s]")
_ASIDE = regex(r"[(<\[{«\"“„'][^()<>\[\]{}«»\n]{0,30}[)>\]}»\"”']")
_YEAR = regex(r"(?:19[5-9]|20[0-4])\d")
_AROUND_A_YEAR = regex(
    r"[ ]?(?:[-–—/.]|по|to|until|до|г\.?|год|р\.?|рок|year|yıl|жыл"
    r"|roku?)"
)
_BREAKS = regex(r"[;•●▪%€$₽₴£]")
BETWEEN = regex(
    r"потом|тогда|тоді|затем|далее|дальше|далі|после|потім|після|ещё|еще|раз|снова|опять|и|а|та"
    r"|й|і|в|у|с|з"
    r"|на|по|до|кон[ец]\w{0,3}|кінц\w{0,2}|кінець|начал\w|поча\w{1,3}|серед\w{1,3}|хвост\w{0,3}"
    r"|перв\w{1,3}"
    r"|перш\w{1,3}|послед\w{1,5}|останн\w{1,3}|втор\w{1,3}|трет\w{1,3}|код\w{0,2}|оператор\w?"
    r"|префикс\w?"
    r"|номер\w?|цифр\w?|пар\w?|групп?а?|скоб\w{1,3}|дужк\w{1,2}|тире|дефис\w?|дефіс\w?|минус"
    r"|мінус|плюс|plus"
    r"|пробел\w?|пробіл\w?|пауза|точк\w|крапк\w|звёздочк\w|звездочк\w|зірочк\w|решётк\w|решетк\w"
    r"|слеш|слэш"
    r"|дробь|доб|добавочн\w{2}|внутр|дважды|двічі|трижды|тричі|двойн\w{2}|подвійн\w|х|x|идёт"
    r"|идет|йде"
    r"|ні|нет|тоже|також|опять|города?|міста|это|це|там|конечн\w{2}|снова|знову|ну|вот|то"
    r"|then|next|and|after|that|finally|finish|end\w{0,3}|begin\w{0,4}|start\w{0,4}|first|middle"
    r"|last|with"
    r"|followed|by|again|code|area|prefix|country|double|triple|twice|dash|hyphen|space|dot|star"
    r"|minus|an?"
    r"|the|in|is|to|once|more|extension|ext|of|for|hundred|it|at|on|one|o|boston|leeds|london"
    r"|dann|danach|und|am|ende|anfang|vorwahl|durchwahl|mal|nochmal|zuletzt|zum|schluss|pause"
    r"|strich"
    r"|potem|dalej|następnie|i|na|końcu|koniec|początek|środek|kierunkowy|kreska|jeszcze|raz"
    r"|sonra|ve|sonunda|başı|ortası|sonu|alan|kodu|tire|yüz|apoi|după|la|sfârșit|început|mijloc"
    r"|și"
    r"|vorne?|hinten|mitte|mittig|başta|ortada|sonda|sondaki|önce|front|nought|potim|dalshe"
    r"|prefix|linie|содан|соң|кейін|сосын|соңы|басы|ортасы|және|жүз|бәрі"
)
_OPENING = regex(
    r"(?<!\w)(?:(?:начал\w|поча\w{1,3}|код|перв\w{2}|перш\w|спочатку|сначала|first|starts?"
    r"|begins?|area|code|double"
    r"|plus|плюс|тройн\w{2}|двойн\w{2}|подвійн\w|zuerst|vorwahl|najpierw|kierunkowy|önce|başı"
    r"|întâi|басы|алдымен)"
    r"[ («\"]{1,2}){1,2}[+(]?\Z"
)
_SPOKEN_SIGN = regex(r"[+*/\\|=~_<>{}\[\]•·]|\.{2,}|…|–|—")
MODELS = regex(
    r"(?<!\w)(?:fhss|elrs|lora|[мкг]гц|[mgk]hz)(?!\w)|iphone|ipad|galaxy|samsung|redmi|xiaomi"
    r"|huawei|android|(?<!\w)ios(?!\w)"
)
_HEX = regex(r"(?<!\w)0x[\da-f]{4,}(?!\w)")
DOCUMENT = regex(
    r"паспорт|passport|удостоверени|посвідчен|диплом|сертиф|лиценз|ліценз|снилс|iban|licen[cs]e"
    r"|certif|ausweis|dowód"
)
_TIME = regex(r"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]|-\d)")
_PRONOUN = regex(r" [a-z]{2,}")
_FEWEST, _FEWEST_TORN, _MOST = 9, 7, 16
_REACH_BEFORE, _REACH_BEHIND = 70, 40
_MOST_BETWEEN = 12
_SEVERAL = 3
_WHOLE = 10
_LONGEST_ALIKE = 4
_LONGEST = 70  # of a number with what is to be left out of it


@dataclass(slots=True)
class _Run:
    """Pieces of a number in the making."""

    start: int = 0
    end: int = 0
    digits: int = 0
    spoken: int = 0
    alike: int = 0
    soft: int = 0
    signs: int = 0
    groups: int = 0
    strange: int = 0
    room: int = 0

    def add(self, token: re.Match[str], word: str, filled: int, since: Sequence[str]) -> None:
        """Take in the next piece with what stood before it."""
        spoken = word[0].isalpha() and not is_drawn_alike(token[0])
        if self.groups:
            self.soft += since.count("between")
            self.strange += "strange" in since
            self.signs += "sign" in since
        if spoken and self.room and filled <= self.room and not since:
            # The rest of a number that is counted: девятьсот шестнадцать.
            self.room = filled - 1 if filled < self.room else 0
        else:
            self.digits += filled
            self.room = filled - 1 if spoken else 0
        self.spoken += spoken
        self.alike += word.isalpha() and not spoken
        self.groups += 1
        self.end = token.end()


def numbers(copy: Copy, start: int, end: int, here: Sequence[Span]) -> Iterator[Span]:
    """What may be a telephone in this stretch."""
    low = copy.lower
    for run in _runs(copy, start, end, here):
        if any(
            _is_whole(low, span) and span.start < run.end and span.end > run.start for span in here
        ):
            continue  # "067 123 45 67 after six"
        if _weighs_enough(low, run, start, end):
            yield Span("phone", _from(low, start, run.start), run.end)


def _is_whole(low: str, span: Span) -> bool:
    """Whether what is found has as many digits as a number needs."""
    return span.kind == "phone" and sum(map(str.isdigit, low[span.start : span.end])) >= _WHOLE


def _from(low: str, start: int, place: int) -> int:
    """Where the number begins, with "код" and "first" right before its first digits."""
    words = _OPENING.search(low, max(start, place - _REACH_BEFORE // 2), place)
    return words.start() if words else place


def _weighs_enough(low: str, run: _Run, start: int, end: int) -> bool:
    before = low[max(start, run.start - _REACH_BEFORE) : run.start]
    behind = low[run.end : min(end, run.end + _REACH_BEHIND)]
    cued = _last(PHONE, before)
    reversed_ = REVERSED.search(before) or REVERSED.search(behind)
    reversed_ = reversed_ or NEEDLESS.search(behind)
    proof = (
        min(run.spoken, 2)
        + min(run.alike, 2)
        + min(run.soft, 2)
        + (run.signs > 1)
        + (2 if reversed_ else 0)
        - run.strange
    )
    if proof <= 0 or (proof < _SEVERAL and said(low, run.start, run.end, run.digits) == "other"):
        return False
    plain = not (run.spoken or run.alike or run.signs or reversed_)
    if plain and (run.strange or run.digits < _FEWEST):
        return False
    score = proof
    if cued or PHONE.search(behind):
        score += WEIGHTS["cue"]
        score += WEIGHTS["label"] * bool(cued and re.match(r"[ )]{0,2}[:=–—-]", cued))
    if TRADE.search(before) or MODELS.search(before):
        score += WEIGHTS["trade"]
    fewest = _FEWEST_TORN if cued or run.spoken >= _FEWEST_TORN else _FEWEST
    return fewest <= run.digits <= _MOST and score >= ENOUGH["phone"]


def _last(pattern: re.Pattern[str], before: str) -> str:
    """What stands behind the last cue; nothing where there is none."""
    place = max((match.end() for match in pattern.finditer(before)), default=-1)
    return f"{before[place:]} " if place >= 0 else ""


def _runs(copy: Copy, start: int, end: int, here: Sequence[Span]) -> Iterator[_Run]:
    text, low = copy.text, copy.lower
    asides = [match.span() for match in _ASIDE.finditer(low, start, end)]
    hexes = [match.span() for match in _HEX.finditer(low, start, end)]
    other = [span for span in here if span.kind != "phone"]
    run: _Run | None = None
    since: list[str] = []
    for token in _FINE.finditer(text, start, end):
        place = token.start()
        sort = "break" if _lies_in(place, other) else _sort(text, low, token, run)
        if any(a <= place < b for a, b in hexes):
            sort = "break"
        if sort == "strange" and any(a <= place < b for a, b in asides):
            sort = "between"
        if sort == "digits":
            run = run or _Run(place)
            run.add(token, low[place : token.end()], _places(text, low, token, run), since)
            since = []
            continue
        since.append(sort)
        if run and (sort == "break" or since.count("strange") > 1 or len(since) > _MOST_BETWEEN):
            yield run
            run = None
    if run:
        yield run


def _lies_in(place: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _sort(text: str, low: str, token: re.Match[str], run: _Run | None) -> str:
    """What a piece is in a number: digits, a word between them, a sign, or the end of it."""
    word = low[token.start() : token.end()]
    if DOCUMENT.match(word) or _TIME.match(low, token.start()):
        return "break"
    if _places(text, low, token, run):
        return "break" if _is_a_year(text, token) else "digits"
    if word[0].isalpha():
        beside = text[token.start() - 1 : token.start()] + text[token.end() : token.end() + 1]
        extra = len(word) == 1 and run is not None and any(map(str.isdigit, beside))
        extra = extra and NEEDLESS.search(low, token.end(), token.end() + _LONGEST) is not None
        return "between" if extra or _stands_between(word) else "strange"
    if _BREAKS.match(word):
        return "break"
    return "sign" if _SPOKEN_SIGN.match(word) else ""


@lru_cache(maxsize=8192)
def _stands_between(word: str) -> bool:
    return BETWEEN.fullmatch(word) is not None


def _places(text: str, low: str, token: re.Match[str], run: _Run | None) -> int:
    """How many digits a piece tells: figures, words for them, or letters drawn like them."""
    word = low[token.start() : token.end()]
    if word.isdigit() or not word[0].isalpha():
        return len(word) if word.isdigit() else 0
    spoken = places(word)
    if spoken:
        return spoken
    beside = text[max(0, token.start() - 1) : token.start()] + text[token.end() : token.end() + 1]
    if token[0] == "I" and _PRONOUN.match(text, token.end()):
        return 0
    if is_drawn_alike(token[0]):
        among = any(map(str.isdigit, beside)) or (run is not None and token[0].isupper())
        short = run is not None and len(word) <= _LONGEST_ALIKE and _has_a_sign(text, token)
        return len(word) if (among or short) and word not in "хx" else 0
    return 1 if is_roman(token[0]) and token[0].isupper() else 0


def _has_a_sign(text: str, token: re.Match[str]) -> bool:
    before = text[max(0, token.start() - 3) : token.start()]
    return re.search(r"[+*/|_=~-]", before) is not None


def _is_a_year(text: str, token: re.Match[str]) -> bool:
    if not _YEAR.fullmatch(token[0]):
        return False
    before = text[max(0, token.start() - 3) : token.start()]
    behind = text[token.end() : token.end() + 8].lower()
    after_a_year = re.search(r"\d ?[-–—/]\Z", before.rstrip())
    return bool(_AROUND_A_YEAR.match(behind) or after_a_year)
