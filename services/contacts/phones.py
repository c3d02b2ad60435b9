"""Phone numbers: found by their shape, the words around them and the numbering plans.

A run of digits is taken for a phone when it is one in a numbering plan and is written as one,
or when the words beside it say so. Years, dates, sums, account and document numbers are not.
"""

import re
from collections.abc import Iterator, Sequence

from services.contacts.digits import (
    Group,
    can_be_dialled,
    gaps_of,
    is_another_form,
    is_coordinates,
    is_date,
    is_internet_address,
    is_sum,
    is_version,
    looks_like_phone,
)
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.phone_ends import EXTENSION, edges, sharing
from services.contacts.phone_labels import ENDS_IN_LABEL, LABEL_DRAWN_ALIKE, is_numbered
from services.contacts.phone_pieces import pieces
from services.contacts.phone_words import WHOLE, goes_on_as_a_phone, said
from services.contacts.regexes import regex
from services.contacts.told_behind import from_their_end, in_front, with_codes, with_several_codes
from services.contacts.torn_numbers import torn_numbers
from services.contacts.wording import named

_RUN = regex(
    r"(?=[+(\d])(?:\+ ?)?(?:\( ?)?\+?\d(?:[ ./()\\~_-]{0,4}(?:\n(?: {0,80}|-))?[ (]{0,2}\d)*"
)
_GROUP = regex(r"\d+")
_PLUS = regex(r"\+[ (]{0,2}\Z")
_STRONG_GAP = regex(r" {2,}|[ /\\]*[/\\][ /\\]*| - |\n")
# "код 067, номер 123-45-67": the code of the town or network apart from the rest.
_CODE_WORDS = "код|code|оператор|operator|префикс|префікс|vorwahl|kod"
_IN_PARTS = regex(
    rf"(?<!\w)(?:{_CODE_WORDS})(?: (?:города|міста|city|оператора))?"
    r"[ :(=-]{1,3}\d{2,5}\)?[ ,;.-]{1,3}\n?(?:[^\W\d]{2,12}[ :,.-]{1,3}\n?){0,3}"
    r"\d{2,3}[ -]?\d{2}[ -]?\d{2,3}(?!\w)"
)
_GLUED = regex(r"\+\d{11,13}(?!\d)")  # where a file has lost the spaces of its text
_THOUSANDS = regex(r"[ .,'’]000(?!\d)")
_CODE = regex(r"(?:\+?[78]|\+?38|00\d{1,3}|0\d{0,4})[ -]?")
_OTHER_FORMS = (is_internet_address, is_coordinates, is_version)
_SHORTEST, _LONGEST = 5, 15
_LONGEST_LINE = 4
_SPOKEN = 8  # letters that a number in words has more than in digits


def phones(copy: Copy) -> Iterator[Span]:
    """Phone numbers in a copy of the text."""
    text = copy.figures
    if not _GROUP.search(text):
        return
    for start, end in _whole(text):
        yield Span("phone", start, end)
        yield from sharing(text, end)
        yield from in_front(copy.lower, start, end)
    yield from pieces(copy.lower)
    yield from with_codes(copy.lower)
    yield from from_their_end(copy.lower)
    yield from with_several_codes(text)
    told = any(map(copy.lower.__contains__, named(_CODE_WORDS)))
    for parts in _IN_PARTS.finditer(copy.lower) if told else ():
        yield Span("phone", *parts.span())
    yield from torn_numbers(text)
    if copy.of:
        yield from _dictated(copy, text)


def _whole(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand that are written in one piece."""
    for start, end in _runs(text):
        groups = [Group(digit.start(), digit[0]) for digit in _GROUP.finditer(text, start, end)]
        if sum(len(group.digits) for group in groups) < _SHORTEST:
            continue
        if text[start] == "+" and text.count("\n", start, end) > 1 and _is_phone(text, groups):
            yield edges(text, start, groups[0], groups[-1])
            continue
        if text[start].isdigit() and is_date(groups):
            continue
        for first, last in _numbers(text, groups):
            yield edges(text, start, groups[first], groups[last])


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Digits with what stands between those of one number; what ends a word is no part of it."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        while start < end and _belongs_to_a_word(text, start):
            label = LABEL_DRAWN_ALIKE.search(text, max(0, start - 8), end)
            if label and label.start() < start:
                start = label.end()
                break
            line = text.find("\n", start, end)
            start = line + 1 if line >= 0 else end
            while start < end and text[start] == " ":
                start += 1
        if end - start >= _SHORTEST:
            yield start, end
            if "\n" in text[start:end]:  # a number may fill a line of its own
                yield from _lines(text, start, end)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[+(]*\d[^\n]*\d", text[start:end]):
        if len(line[0]) >= _SHORTEST:
            yield start + line.start(), start + line.end()


def _dictated(copy: Copy, text: str) -> Iterator[Span]:
    """Numbers of which words were a part: nobody writes a sum or a serial number so."""
    for start, end in _runs(text):
        digits = len(re.findall(r"\d", text[start:end]))
        if digits in WHOLE and "\n\n" not in text[start:end]:
            first, last = copy.origin(start, end)
            if last - first > end - start + _SPOKEN:
                yield Span("phone", start, end)


def _belongs_to_a_word(text: str, start: int) -> bool:
    """A7, UA21 3223…, a716-4466…, 3.14: digits that continue something are no phone."""
    before = text[max(0, start - 12) : start]
    if before[-1:].isalpha() and _GLUED.match(text, start):
        return False
    if not before or text[start] == "+":
        return before[-1:].isalnum() or before[-1:] == "+"
    if before[-1].isalpha():
        return not ENDS_IN_LABEL.search(before)
    if before[-1] in "+#$€£₴₽=%&":
        return True
    return bool(
        re.search(r"\w[-_]\Z|\d[.,:/]\Z|[a-zA-Z]\.\Z", before)
    ) and not ENDS_IN_LABEL.search(before[:-1])


def _numbers(text: str, groups: list[Group]) -> Iterator[tuple[int, int]]:
    """Which groups of the run, from which to which, are phone numbers."""
    separators = gaps_of(text, groups)
    plus = text[groups[0].start - 1 : groups[0].start] == "+"
    if not plus and any(is_such(groups, separators) for is_such in _OTHER_FORMS):
        return
    over_lines = "\n" in text[groups[0].start : groups[-1].end]
    if not over_lines and _is_phone(text, groups):
        yield 0, len(groups) - 1
        return
    parts = _split(text, groups)
    if len(parts) > 1:
        yield from _numbers_in_parts(text, groups, parts)
        return
    yield from _numbers_in_a_row(text, groups)


def _numbers_in_parts(
    text: str, groups: list[Group], parts: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """A number for each side of a strong gap; two lines together where only both make one."""
    done = -1
    for number, (first, last) in enumerate(parts):
        if number <= done:
            continue
        if _is_torn_by_a_line(text, groups, parts[number : number + 2]):
            yield first, parts[number + 1][1]
            done = number + 1
            continue
        if _is_phone(text, groups[first : last + 1]):
            yield first, last
            continue
        if over := _over_lines(text, groups, parts[number:]):
            yield first, parts[number + over][1]
            done = number + over
            continue
        if number + 1 < len(parts):
            end = parts[number + 1][1]
            both = groups[first : end + 1]
            if (
                sum(len(group.digits) for group in both) >= 9  # noqa: PLR2004
                and _is_phone(text, both)
                and not is_date(groups[last + 1 : end + 1])
                and not _is_phone(text, groups[last + 1 : end + 1])
            ):
                yield first, end
                done = number + 1
                continue
        for start, stop in _numbers_in_a_row(text, groups[first : last + 1]):
            yield first + start, first + stop


def _is_torn_by_a_line(text: str, groups: list[Group], sides: list[tuple[int, int]]) -> bool:
    """Two lines of which the first, with its plus or a hyphen at its end, is no number alone."""
    if len(sides) < 2:  # noqa: PLR2004
        return False
    (first, last), (_, end) = sides
    plus = text[groups[first].start - 1 : groups[first].start] == "+"
    gap = text[groups[last].end : groups[last + 1].start]
    if gap.count("\n") != 1 or not (plus or "-" in gap):
        return False
    above = "".join(group.digits for group in groups[first : last + 1])
    both = above + "".join(group.digits for group in groups[last + 1 : end + 1])
    return can_be_dialled(both, plus=plus) and not can_be_dialled(above, plus=plus)


def _over_lines(text: str, groups: list[Group], parts: Sequence[tuple[int, int]]) -> int:
    """How many further lines a number goes on over that fills three lines or more."""
    start = groups[parts[0][0]].start
    if groups[parts[0][0]].digits[0] not in "078" and text[start - 1 : start] != "+":
        return 0
    for further in range(min(4, len(parts) - 1), 1, -1):
        stretch = groups[parts[0][0] : parts[further][1] + 1]
        gaps = [text[groups[last].end : groups[last + 1].start] for _, last in parts[:further]]
        short = all(len(group.digits) <= _LONGEST_LINE for group in stretch)
        lines = all(gap.count("\n") == 1 for gap in gaps)
        digits = sum(len(group.digits) for group in stretch)
        if short and lines and digits in WHOLE and _is_phone(text, stretch):
            return further
    return 0


def _split(text: str, groups: list[Group]) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    first = 0
    for place in range(1, len(groups)):
        if _STRONG_GAP.search(text[groups[place - 1].end : groups[place].start]):
            parts.append((first, place - 1))
            first = place
    return [*parts, (first, len(groups) - 1)]


def _numbers_in_a_row(text: str, groups: list[Group]) -> Iterator[tuple[int, int]]:
    """Numbers written one after the other, or with a year or a list number beside them."""
    place = 0
    while place < len(groups):
        last = place
        total = 0
        found = -1
        while last < len(groups) and total + len(groups[last].digits) <= _LONGEST:
            total += len(groups[last].digits)
            rest = groups[last + 1 : last + 2]
            if _is_phone(text, groups[place : last + 1], alone=False) and _stands_apart(rest):
                found = last
            last += 1
        if found >= 0:
            yield place, found
            place = found + 1
        elif is_date(groups[place : place + 1]) or (
            place == 0 and len(groups[0].digits) in {1, 2, 4}
        ):
            place += 1
        else:
            return


def _stands_apart(rest: list[Group]) -> bool:
    """What follows a number is nothing, a year, or the start of another number."""
    return not rest or is_date(rest) or rest[0].digits[0] in "0378" or len(rest[0].digits) <= 2  # noqa: PLR2004


def _is_phone(text: str, groups: list[Group], *, alone: bool = True) -> bool:
    start, end = groups[0].start, groups[-1].end
    total = sum(len(group.digits) for group in groups)
    if not _SHORTEST <= total <= _LONGEST:
        return False
    separators = gaps_of(text, groups)
    plus = _PLUS.search(text, max(0, start - 3), start) is not None
    version = not plus and is_version(groups, separators)
    if version or _is_part_of_a_chain(text, start, end, separators):
        return False
    told = said(text, start, end, total)
    if not plus and (told == "other" or _is_no_number(text, groups, told=bool(told))):
        return False
    if told == "phone" and alone and not is_sum(text, start, end, groups, strict=True):
        return True
    opened = "(" in text[max(0, start - 2) : start] and "." not in separators
    return looks_like_phone(groups, separators, plus=plus, opened=opened)


def _is_no_number(text: str, groups: list[Group], *, told: bool) -> bool:
    """A date, a sum, or digits that go on as something else."""
    start, end = groups[0].start, groups[-1].end
    separators = gaps_of(text, groups)
    another = is_another_form(groups, separators, told=told)
    if is_date(groups) or another or _continues(text, end):
        return True
    if _is_half_of_something(text, groups, told=told):
        return True
    return not told and (
        is_numbered(text, start, groups, separators) or is_sum(text, start, end, groups)
    )


def _is_half_of_something(text: str, groups: list[Group], *, told: bool) -> bool:
    """Of a range of sums, or of what a bracket tells beside a number.

    Of one that words call a phone the bracket may hold the end: 906337 (8991).
    """
    start, end = groups[0].start, groups[-1].end
    whole = sum(len(group.digits) for group in groups) in WHOLE
    if told and whole and text[end : end + 1] == ")":
        return False
    return _goes_on_in_thousands(text, end, groups) or _is_cut_by_a_bracket(
        text, end, text[start:end]
    )


def _goes_on_in_thousands(text: str, end: int, groups: list[Group]) -> bool:
    """320 000-350 000, 90.000-110.000: from one sum to another."""
    return groups[0].digits == "000" or _THOUSANDS.match(text, end) is not None


def _is_cut_by_a_bracket(text: str, end: int, stretch: str) -> bool:
    """11 (120-819), 124-44-207 (14/02): what a bracket tells beside a number is none of it."""
    if stretch.count("(") <= stretch.count(")"):
        return False
    before = stretch.rpartition("(")[0].strip()
    return text[end : end + 1] != ")" or not _CODE.fullmatch(before)


def _is_part_of_a_chain(text: str, start: int, end: int, separators: list[str]) -> bool:
    """Figures that go on before or behind with the sign that joins these: 978-0-306-40615-7."""
    for sign in set(separators) & {"-", "."}:
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        if (before[-1:] == sign and before[:1].isdigit()) or (
            after[:1] == sign and after[1:].isdigit()
        ):
            return set(separators) == {sign}
    return False


def _continues(text: str, end: int) -> bool:
    """Digits with letters, a percent sign or a time right after them."""
    if EXTENSION.match(text, end):
        return False
    after = text[end : end + 3]
    return bool(re.match(r"[^\W\d_]|%|[:,]\d", after)) and not goes_on_as_a_phone(text, end)
