"""Digits of numbers that stand by themselves: of another one's end, or in the name of a file."""

from collections.abc import Iterable, Iterator

from services.contacts.digits import can_be_dialled
from services.contacts.found import Span
from services.contacts.neighbours import Neighbours
from services.contacts.regexes import regex

_COUNT = (
    r"(?:\d|одн\w{1,3}|дв[ае]|дві|двох|двух|три|трьох|трех|one|two|three|couple|due|două|trei"
    r"|dwie|dwoma|trzy|zwei|drei|iki|üç|екі|үш)"
)
_LAST = regex(
    r"(?<!\w)(?:"
    rf"(?:последн\w{{2,3}}|останн\w{{1,4}}|крайн\w{{2,3}})(?: {_COUNT})?(?: цифр\w{{0,2}})?"
    r"|закінч\w{2,6}|окончани\w|оканчивается(?: на)?|концовка|кінцівка|в конце|наприкінці"
    rf"|(?:last|final|ending)(?: {_COUNT})?(?: (?:digits?|figures?|numbers?))?"
    r"|ends? (?:in|with)|ending in|then an?"
    rf"|ultim\w{{1,4}}(?: {_COUNT})?(?: cifr\w{{1,3}})?"
    rf"|соңғы(?: {_COUNT})?(?: (?:сан\w{{0,3}}|цифр\w{{0,3}}))?"
    rf"|ostatni\w{{0,3}}(?: {_COUNT})?(?: cyfr\w{{1,3}})?|końcówka|końcówką"
    rf"|letzte\w?(?: {_COUNT})?(?: (?:ziffern?|stellen?))?|endung|am ende"
    rf"|son(?: {_COUNT})?(?: (?:rakam\w{{0,3}}|hane\w{{0,3}}))|sonu"
    r")(?: (?:цифр\w{1,2}|буд\w{1,2}|is|are|ist|sind|to|este|e))?[ ,:–—-]{1,3}"
    r"(?P<digits>\d(?:[ -]?\d){0,3})(?=[\n,;.)]|\Z)(?![.,]\d)"
)
_IN_A_FILE_NAME = regex(
    r"(?<=[^\W\d][_ ()-])(?P<digits>\+?\d(?:[ _.()-]{0,2}\d){9,12})"
    r"(?=[_ ()-]{0,2}(?:[^\W\d][\w ()-]{0,40})?\.(?:pdf|docx?|odt|rtf|txt|html?|jpe?g|png|webp"
    r"|heic|zip|rar|7z|xlsx?|pptx?|csv|vcf|mp[34]|ogg)(?!\w))"
)

_A_DAY = regex(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")  # IMG_2023111512.jpg
_SAYS_NUMBER = regex(
    r"(?<![^\W\d_])(?:номер\w?|нөмір\w{0,3}|тел(?:ефон\w{0,2})?|phone|number|numer\w?|nummer|numar\w?"
    r"|numărul?|telefon\w?|viber|вайбер\w?|whats ?app|в[ао]тс?[ао]п\w?)(?![^\W\d_])"
)
_BESIDE, _SAID_BEFORE = 4, 60


def last_digits(low: str, told: Iterable[Span]) -> Iterator[Span]:
    """The digits that are said to stand at the end of a number, near one that was found."""
    phones = [span for span in told if span.kind == "phone"]
    numbers, ends = Neighbours(phones), {span.end for span in phones}
    for match in _LAST.finditer(low):
        start, line = match.start(), low.rfind("\n", 0, match.start()) + 1
        beside = next((end for end in range(start - _BESIDE, start + 1) if end in ends), 0)
        said = _SAYS_NUMBER.search(low, max(line, start - _SAID_BEFORE), start)
        if beside or said or numbers.any_near(match.start("digits")):
            yield Span(
                "phone", beside - 1 if beside else match.start("digits"), match.end("digits")
            )


def in_file_names(low: str) -> Iterator[Span]:
    """Numbers between the words of a file's name: CV_Petrenko_0686417025.docx."""
    for match in _IN_A_FILE_NAME.finditer(low):
        digits = "".join(filter(str.isdigit, match["digits"]))
        if can_be_dialled(digits) and not _A_DAY.match(digits):
            yield Span("phone", *match.span("digits"))
