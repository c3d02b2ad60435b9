"""What a number ends with: an extension, and further numbers that say only how they end."""

import re
from collections.abc import Iterator

from services.contacts.digits import Group, is_date
from services.contacts.found import Span
from services.contacts.regexes import regex

_DIGIT_SAID = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ноль|нуль|оди?н|дв[аі]|три|чотири|четыре"
    r"|п.?ять|ш[ie]сть|шість|сем[ьи]?|сім|в(?:ос|іс)[еі]?м[ьі]?|дев.?ять)(?!\w)"
)
EXTENSION = regex(
    r" {0,2}[,|;/]? {0,2}\(?(?:x|ext\.?|extension|доб\.?|добавочный|дод\.?|додатковий|внутр?\.?"
    r"|внутренний|внутрішній|вн\.?|dahili|wewn?\.?|int\.?|interior|app\.?|apparat|klappe|kl\."
    r"|nebenstelle|nst\.?|extn\.?|option|тоновый|тон\.?|через коммутатор|durchwahl|dw\.?|w\.|ішкі"
    r"|қос(?:ымша|\.)?|#)"
    rf" {{0,2}}(?:\d{{1,6}}(?:-\d{{1,3}}(?!\d)|(?: (?:\d|{_DIGIT_SAID})){{1,4}})?"
    rf"|{_DIGIT_SAID}(?: {_DIGIT_SAID}){{1,4}})\)?"
    r"(?!\w)",
    re.IGNORECASE,
)
_AND = "и|та|і|й|или|або|чи|or|and|oder|und|lub|i|veya|ve|sau|și|si|және|немесе"
# "020 7946 0431, 0432", "47-22-60, 61, 63", "089 / 4846-207, second -208": in the place of the
# last group.
_ANOTHER_END = regex(
    r"(?:[,;] ?|,? ?[(]?(?:[^\W\d_]{1,12}[.:]? ){0,2})(?P<sign>-|…|\.{2,3})? ?(?P<last>\d{2,5})"
    rf"(?![\w-]|[.,:/]\d| ?(?!(?:{_AND}) )[^\W\d_%])"
)
# "123-45-67/68", "(044) 123-45-67, 765 43 21": the second shares what stands before the first.
_SHARING = regex(
    r"(?:/(?P<last>\d{1,4})(?![\w./-])| / (?P<inner>\d{2,4})(?=[,;)\n]|\Z| [/(]"
    r"| (?:ext|доб|дод|x)\.? ?\d))"
    rf"|(?:[,;/|] ?| (?:{_AND}) )"
    r"(?P<rest>\d{3}[ -]?\d\d[ -]?\d\d|\d\d-\d\d(?:-\d\d)?)(?![\w-]|[.,:/]\d)"
)
_GROUP = regex(r"\d+")
_NEAR = 9  # ends of a row of lines that an office has
_BESIDE = regex(r", ?\d")
# "495-10-46 or 39", and "…, 39" where the line ends: nothing but another end of it.
_SURELY_ANOTHER = regex(rf" (?:{_AND}) \d\d(?!\d)|[,;] ?\d\d ?(?=\n|\Z)")


def sharing(text: str, place: int) -> Iterator[Span]:
    """Numbers that begin like the one that ended here, and say only how they go on."""
    ends = 0
    while (another := _ANOTHER_END.match(text, place)) and _ends_alike(text, place, another, ends):
        extension = EXTENSION.match(text, another.end())
        place, ends = another.end(), ends + 1
        start = another.start((another["sign"] and "sign") or "last")
        yield Span("phone", start, extension.end() if extension else place)
    while other := _SHARING.match(text, place):
        last = other["last"] or other["inner"]
        if last and is_date([Group(0, last)]):
            return
        start, place = other.span(other.lastgroup or 0)
        extension = EXTENSION.match(text, place)
        yield Span("phone", start, extension.end() if extension else place)


def edges(text: str, run_start: int, first: Group, last: Group) -> tuple[int, int]:
    """The number with its plus, its opening bracket and its extension."""
    start, end = first.start, last.end
    while start > run_start and text[start - 1] in "+( ":
        start -= 1
    while text[start] == " ":
        start += 1
    extension = EXTENSION.match(text, end)
    return start, extension.end() if extension else end


def _ends_alike(text: str, place: int, another: re.Match[str], ends: int) -> bool:
    """As long as the last group of the number before and nearly the same, or with a sign for it.

    `ends` is how many such ends stand between the number and this one.
    """
    last = _GROUP.findall(text, max(0, place - 12), place)[-1]
    if len(last) == 1:  # each digit by itself
        last = re.sub(r"\D", "", text[max(0, place - 8) : place])[-len(another["last"]) :]
    told = another["last"]
    if another["sign"]:
        return len(told) <= len(last)
    if len(told) == 2 <= len(last) and _SURELY_ANOTHER.match(text, place):  # noqa: PLR2004
        return True
    if len(told) == len(last) == 2:  # noqa: PLR2004
        apart, most = abs(int(told) - int(last)), _NEAR if ends else 1
        return 0 < apart <= most and _BESIDE.match(another[0]) is not None
    return len(told) == len(last) > 2 and told[:-2] == last[:-2] and told != last  # noqa: PLR2004
