"""What stands behind a label: "сайт:", "E-mail (swap # for @):", and is not wholly found.

Whoever writes a label answers it. Where the exact rules read nothing in the answer, or a part of
it only, all that looks like a piece of a contact there is withheld, from its first to its last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.contacts.accounts import is_compound, is_ordinary
from services.contacts.doubt_numbers import BETWEEN, DOCUMENT, MODELS
from services.contacts.doubt_pieces import is_cue, is_known
from services.contacts.doubt_words import (
    ENDINGS,
    GLUE,
    MAIL,
    PROVIDER,
    SERVICE,
    STRONG_SIGN,
    TRADE,
    WEAK_SIGN,
    WEB,
)
from services.contacts.folding import Copy
from services.contacts.found import Kind, Span
from services.contacts.regexes import regex
from services.contacts.told_digits import places

_POINTS = r"[ ]?(?::|=|→|▸|►|[-=]?>)(?![=>:])"
_DASH = r"(?:[ ]?\([^()\n]{1,60}\)|[ ](?:мой|моя|мій|my|в соц\w+|у соц\w+|mein|mój))?[ ]?[–—-](?= )"
_ASIDE = r"(?:[ ]?\([^()\n]{1,60}\)|[ ][^\W\d_]{1,14}){0,3}"
_ANSWERED = regex(rf"(?:{_ASIDE}{_POINTS}|{_DASH})[ ]{{0,3}}\n?")
_PHONE = regex(
    r"(?<![^\W\d_])(?:тел(?:ефон(?:чик)?)?|тлф|моб(?:ильн\w{2,3}|ільн\w{2,3}|ила|илка|ілка)?"
    r"|сотов\w{2}"
    r"|т ?е ?л|t ?e ?l|m ?o ?b|м ?о ?б|номер(?: телефона)?|phone|tel|telephone|telefon|mobile?"
    r"|cell|cell ?phone|mobil|handy|kom(?:órka)?|cep|gsm|ұялы|mob|(?<!on-)call|ring|звон(?:ить|ите)"
    r"|дзвоніть|дзвонити|whats ?app|viber|вайбер|вотс?ап|ватс?ап|sun[aă]-m[aă])(?![^\W\d_])\.?"
)
_WWW = regex(
    r"(?<![^\W\d_])(?:www|web(?:site)?|блог|blog|ссылки|links?|figma|notion|[a-z]{2,12} ?id|orcid"
    r"|страничка|работы)(?!\w)"
)
_NICK = regex(
    r"(?<![^\W\d_])(?:ник(?:нейм)?|нік(?:нейм)?|юзернейм|логин|логін|имя пользователя"
    r"|ім.я користувача|nick(?:name)?|user ?name|handle|соц ?сет\w{1,3}|social media|самол[её]тик"
    r"|benutzername|nazwa użytkownika|kullanıcı adım?)(?![^\W\d_])"
)
_SPELLED = regex(
    r"слитно|латиниц\w|латинк\w|транслит\w*|одним словом|в одно слово|без пробел\w{2}|разом"
    r"|one word"
    r"|no spaces?|zusammen|razem|bez spacji|bitişik|fără spații"
)
_IN_CAPITALS = regex(r"(?<!\w)(?!WA|TG)[A-ZА-ЯІЇЄҐ]{2,6}(?!\w)")
_MOST = 110
_ENDS = regex(
    r"[;•●▪|]|(?<=[^\W\d_]{3})\. (?=[A-ZА-ЯІЇЄҐ])|\n"
    r"|, (?=(?:тел|моб|phone|mobile|e-?mail|почта|пошта|telegram|телеграм|skype|адрес)(?!\w))"
)
_ABSENT = regex(
    r"(?<!\w)(?:запрос\w*|запит\w*|предоставлю|надам|покажу|request|available|agency|агентств\w*"
    r"|anfrage|cerere|üzerine|życzenie|нет|немає|none|n/a|via|через|любое|будь-який|any)(?!\w)"
)
_OF_WORK = regex(
    r"центр\w*|cent(?:er|re)s?|marketing|pazarlama|sprzeda\w+|satış\w*|verkauf\w*|v[âa]nz[ăa]ri"
    r"|сату"
    r"|продаж\w*|systems?|переговор\w*|переписк\w*|модел\w*|үлгі\w*|models?|обновл\w*|оновл\w*"
    r"|updated"
)
_GONE = regex(r"…|#{3}|\[[^\W\d]{4,12}\]")
_TOKEN = regex(r"[^\W_](?:[\w.+'’-]*[^\W_])?|[^\w\s]|_")
_LATIN = regex(r"[a-z]")
_LIST = regex(r", |/ | и | and | та | und | i | ve | și ")
_PAIRED = regex(r"[a-z0-9] ?[#*%!=~^&·] ?[a-z]|[a-z][.,/\\][a-z]")
_PATH = regex(
    r"(?!\d\d?-[a-z]{3}-\d{4})(?=[\w~-]*\d)(?=[\w~-]*[a-z])[\w~-]{6,40}|\d{6,10}"
    r"|\d{4}(?:-\d{3}[\dx]){2,3}"
)
_VERSION = regex(r"\d{1,2}\.\d{1,2}")
_UNIT = regex(
    r" ?(?:[%$€£₽₴]|(?:лет|год|рок|в день|per|a day|calls|звонк|дзвін|раз|час|год|шт|min|sec|тис"
    r"|тыс"
    r"|млн|dziennie|pro tag|years?|users|клиент|клієнт|канал|линий|ліній)(?!\w{5}))"
)
_FEWEST_PLACES, _MOST_PLACES, _WHOLE = 7, 17, 10
_MOST_STRANGE = 3
_SHORTEST = 4
_FEW = 6  # words of an answer that is nothing but a name


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    found: bool
    sign: bool


def answers(copy: Copy, start: int, end: int, here: Sequence[Span]) -> Iterator[Span]:
    """What is told behind the labels of this stretch, as far as it is not found."""
    low = copy.lower
    for kind, cue in _labels(low, start, end):
        told = _ANSWERED.match(low, cue.end(), end)
        if not told or _OF_WORK.search(told[0]):
            continue
        if kind == "phone" and _is_of_a_document(copy.text, cue.start(), told):
            continue
        begin = told.end()
        stop = _ENDS.search(copy.text, begin, min(end, begin + _MOST))
        finish = stop.start() if stop else min(end, begin + _MOST)
        if TRADE.search(low, cue.start(), finish) or _ABSENT.search(low, begin, finish):
            continue
        if _GONE.match(low, begin):
            continue
        answer = list(_words(low, begin, finish, here))
        span = _number(low, answer) if kind == "phone" else _name(copy, kind, answer)
        if span:
            yield span


def _is_of_a_document(text: str, start: int, told: re.Match[str]) -> bool:
    """Номер УЛМ: a number of something that is written in capitals, beside a plain word."""
    said = text[start : told.start()]
    return not said.isupper() and _IN_CAPITALS.search(text, told.start(), told.end()) is not None


def _labels(low: str, start: int, end: int) -> Iterator[tuple[Kind, re.Match[str]]]:
    kinds: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("phone", _PHONE),
        ("email", MAIL),
        ("email", PROVIDER),
        ("handle", SERVICE),
        ("url", WEB),
        ("url", _WWW),
        ("handle", _NICK),
    )
    for kind, pattern in kinds:
        for cue in pattern.finditer(low, start, end):
            yield kind, cue


def _words(low: str, start: int, end: int, here: Sequence[Span]) -> Iterator[_Word]:
    for token in _TOKEN.finditer(low, start, end):
        word = token[0]
        found = any(span.start <= token.start() < span.end for span in here)
        sign = word in ENDINGS or bool(STRONG_SIGN.fullmatch(word) or WEAK_SIGN.fullmatch(word))
        yield _Word(
            token.start(), token.end(), word, found, sign and (len(word) > 1 or word == "@")
        )


def _number(low: str, answer: list[_Word]) -> Span | None:
    """Figures and words for them: enough for a telephone, and not all of them found."""
    told: list[_Word] = []
    strange = 0
    for word in answer:
        if DOCUMENT.match(word.text):
            break
        if _places(word.text):
            if strange > _MOST_STRANGE and told:
                break
            told.append(word)
            strange = 0
        elif told and word.text[0].isalpha():
            strange += not BETWEEN.fullmatch(word.text)
    missed = [word for word in told if not word.found]
    digits = sum(_places(word.text) for word in told)
    if not missed or not _FEWEST_PLACES <= digits <= _MOST_PLACES:
        return None
    if any(_UNIT.match(low, word.end) for word in missed) or MODELS.search(
        low, answer[0].start, told[-1].end
    ):
        return None
    whole = sum(_places(word.text) for word in told if word.found)
    if whole >= _WHOLE:  # "067 123 45 67 after 18"
        return None
    return Span("phone", told[0].start, told[-1].end)


def _places(word: str) -> int:
    if _VERSION.fullmatch(word):
        return 0
    figures = sum(map(str.isdigit, word))
    return figures or places(word)


def _name(copy: Copy, kind: Kind, answer: list[_Word]) -> Span | None:
    """A name with its signs: what of the answer is a piece of one, and enough of it."""
    low = copy.lower
    plain = [word for word in answer if word.text[0].isalnum()]
    if not plain or all(word.found for word in plain):
        return None
    begin, finish = plain[0].start, plain[-1].end
    named = [word for word in plain if not word.found and _may_be_named(copy, word, kind)]
    signs = [word for word in answer if word.sign]
    odd = [word for word in plain if not word.found and _PATH.fullmatch(word.text)]
    found = [word for word in plain if word.found]
    spelled = _SPELLED.search(low, begin, finish)
    listed = len(_LIST.findall(low, begin, finish)) > 1 and not signs
    few = len(plain) <= _FEW
    pieces: list[_Word] = []
    if spelled and spelled.start() > begin and few:
        pieces = plain
    elif found and few and not listed:
        rest = [word for word in (*signs, *odd) if not word.found]
        rest += named if signs or odd else []
        pieces = [*rest, *found] if rest else []
    elif not found and not listed and (named or odd):
        alone = len(plain) == 1
        told = bool(signs) or _PAIRED.search(low, begin, finish) is not None
        enough = {"url": told or odd, "email": told or alone, "handle": named and (alone or signs)}
        pieces = [*named, *odd, *signs] if enough[kind] else []
    if not pieces:
        return None
    return Span(kind, min(word.start for word in pieces), max(word.end for word in pieces))


def _may_be_named(copy: Copy, word: _Word, kind: Kind) -> bool:
    """A word in Latin letters that is none of the trade and announces nothing."""
    bare = word.text.strip(".-'’")
    if not _LATIN.search(bare) or bare in GLUE or len(bare) < 2:  # noqa: PLR2004
        return False
    if kind == "email" and "." in bare and bare.isascii():
        return True
    if is_known(bare) or is_cue(bare) or PROVIDER.fullmatch(bare):
        return False
    if copy.text[word.start].isupper() and len(bare) >= _SHORTEST and not bare.isupper():
        return not bare.isalpha()
    return not (len(bare) >= _SHORTEST and (is_ordinary(bare) or is_compound(bare)))
