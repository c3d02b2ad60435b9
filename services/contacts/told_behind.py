"""What of a number is told behind it: "123-45-67 (код 495)", "…, and a nought in front"."""

import re
from collections.abc import Iterator

from services.contacts.found import Span
from services.contacts.phone_words import said
from services.contacts.regexes import regex
from services.contacts.told_digits import places

_CODE = (
    r"(?:код|code|kod(?:u|em)?|(?:tele)?vorwahl|prefix\w{0,2}|префикс|префікс|kierunkow[yae]|codul"
    r"|коды)"
)
_TOWN = r"(?:[ ](?:(?:[^\W\d_]{2,14}|is|ist|это|це)[ ]?){1,2})?"
_WORDS = r"(?:[^\W\d_]{2,12}(?:['’][^\W\d_]{1,9})?[ ,-]{0,2}){1,4}"
# A number of a town without its code, which stands behind it.
_WITH_CODE = regex(
    r"(?<![\w.,+-])(?P<number>\d{1,3}(?:[ ]?[- ][ ]?\d{2,3}){1,3}|\d{5,7})"
    rf"[ ]?[,;(–—-]{{0,2}} ?(?:(?:а|и|і|та|and|und|i|ve|și) )?(?:area |alan |міжміський )?{_CODE}"
    rf"(?:u|ом)?{_TOWN}[ :=–—-]{{0,3}}(?<!\w)\(?(?P<code>\+?0?\d{{1,4}}(?![\w-])|{_WORDS})"
)
# "067/050/063 123-45-67": one number at several operators.
_CODES = regex(
    r"(?<![\d.,/-])(?:0\d{2}|9\d{2}|\(0\d{2}\)) ?(?:[/,;|] ?(?:(?:и|і|та|or|або|или) )?"
    r"(?:0\d{2}|9\d{2}|\(0\d{2}\)) ?){1,3}[–—:-]? ?\d{3}[ -]?\d{2}[ -]?\d{2}(?![\d-]|[.,/]\d)"
)
_PLACES, _WHOLE = range(8, 13), range(9, 13)
_FRONT = (
    r"(?:впереди|спереди|попереду|спереду|в начале|на початку|в конце|наприк[іи]нц[іи]"
    r"|в к[іи]нц[іи]|(?:in|at) (?:the )?(?:front|start|beginning|end)|up front|vorne?|davor"
    r"|voran|am (?:anfang|ende)|hinten|z przodu|na (?:początku|końcu|przodzie)|başta|başında"
    r"|başına|önde|sonda|sonunda|în față|in fata|la (?:început|sfârșit|final|urmă)"
    r"|алдында|басында|соңында)"
)
_SAID = r"(?:[^\W\d_]{1,12}[ ,:–—-]{1,3}){0,3}"
_DIGIT = r"(?<![\w])(?P<{}>\d{{1,2}}(?!\w)|[^\W\d_]{{3,12}}(?:['’][^\W\d_]{{1,6}})?)"
_IN_FRONT = regex(
    rf"[ ,;.:(–—-]{{1,4}}(?:{_SAID}{_DIGIT.format('first')}(?:[ ][^\W\d_]{{1,10}}){{0,2}}"
    rf" {_FRONT}(?!\w)|(?:а |и |і |and |und )?{_FRONT}[ :–—-]{{1,3}}"
    rf"(?:(?:a|an|eine?|die|цифр[аи]|одна|ещ[её]|ще) ){{0,2}}{_DIGIT.format('second')}(?![\w]))"
    r"| (?:впереди|спереди|попереду|спереду|in front|up front|vorne?|z przodu|na początku|başta"
    r"|în față|алдында)(?!\w)"
)
_FEWEST = 7
_ENDS = (
    r"(?:заканч\w+|оканч\w+|закінч\w+|ends?(?: with| in)?|kończy się|endet|biter|se termină"
    r"|в конце)"
)
_BEGINS = r"(?:начин\w+|почин\w+|begins?|starts?|zaczyna się|beginnt|başla\w+|începe|в начале)"
_HALF = r"(?: (?:на|с|з|with|od|mit|auf|ile|cu|is)){0,2}[ :–—-]{1,3}"
_FROM_ITS_END = regex(
    rf"(?<!\w){_ENDS}{_HALF}(?P<end>\d[\d -]{{1,7}}\d)[ ,;(–—-]{{1,3}}"
    rf"(?:(?:а|и|і|та|but|and|und|i|ve"
    rf"|și) )?{_BEGINS}{_HALF}(?P<start>\+?\d[\d ()-]{{1,10}}\d)(?!\w)"
)


def with_codes(low: str) -> Iterator[Span]:
    """Numbers with their code behind them, in a text in small letters."""
    for match in _WITH_CODE.finditer(low):
        number = sum(map(str.isdigit, match["number"]))
        code = _told(match["code"])
        if code and number + code in _PLACES and not _is_other(low, match, number):
            yield Span("phone", match.start(), match.start("code") + _length(match["code"]))


def from_their_end(low: str) -> Iterator[Span]:
    """Numbers of which the end is told before the beginning."""
    for match in _FROM_ITS_END.finditer(low):
        if sum(map(str.isdigit, match["end"] + match["start"])) in _WHOLE:
            yield Span("phone", match.start("end"), match.end("start"))


def _is_other(low: str, match: re.Match[str], digits: int) -> bool:
    return said(low, match.start(), match.end("number"), digits) == "other"


def with_several_codes(low: str) -> Iterator[Span]:
    """One number at several operators, from the first code on."""
    for match in _CODES.finditer(low):
        yield Span("phone", *match.span())


def in_front(low: str, start: int, end: int) -> Iterator[Span]:
    """The digit that is said to stand at the other end of the number found here."""
    if sum(map(str.isdigit, low[start:end])) < _FEWEST:
        return
    match = _IN_FRONT.match(low, end)
    digit = match and (match["first"] or match["second"])
    if match and (digit is None or digit.isdigit() or places(digit)):
        yield Span("phone", start, match.end())


def _told(code: str) -> int:
    """How many digits a code has, in figures or in words."""
    if any(map(str.isdigit, code)):
        return sum(map(str.isdigit, code))
    return sum(places(word) for word in _number_words(code))


def _length(code: str) -> int:
    """Up to the last word of it that is a number."""
    words = list(_number_words(code))
    return code.rindex(words[-1]) + len(words[-1]) if words else len(code)


def _number_words(code: str) -> Iterator[str]:
    for word in re.split(r"[ ,-]+", code):
        if not places(word):
            return
        yield word
