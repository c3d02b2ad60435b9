"""One spelling for what can be spelled in many ways, with the way back to the input.

People write a contact so that a machine shall not see it: full-width digits, invisible
characters inside, "(at)", "[собака]", "[точка]". Detectors look at the folded text; `Folded`
knows for each of its characters from where to where it stood in the input.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_DASHES = "‐‑‒–—―−﹘﹣－"
_DOTS = "。｡．․"
_SPACES = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
_SPECIAL: dict[str, str] = (
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_DOTS, ".")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_LINE_ENDS, "\n")
    | {"…": "…", "\N{FULLWIDTH COMMERCIAL AT}": "@", "\N{SMALL COMMERCIAL AT}": "@"}
)

_AT_WORDS = r"at|ат|эт|ет|собака|собачка|песик|песик|равлик|мавпочка|dog|@"
_DOT_WORDS = r"dot|дот|точка|тчк|крапка|\."
_SPELLED = re.compile(
    rf"[ \n]{{0,2}}[(\[{{<][ \n]{{0,2}}(?:(?P<at>{_AT_WORDS})|(?P<dot>{_DOT_WORDS}))"
    r"[ \n]{0,2}[)\]}>][ \n]{0,2}"
    r"|(?<=[\w])[(\[](?P<a>[aа])[)\]](?=[\w])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; character i stood at `starts[i]` up to `ends[i]` in the input."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded characters from start to end stood in the input."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Bring text to the one spelling that the detectors read."""
    return _without_spelled_signs(_folded_characters(text))


def _folded_characters(text: str) -> Folded:
    if text.isascii() and not _ASCII_TO_FOLD.search(text):
        return Folded(text, range(len(text)), range(1, len(text) + 1))
    known: dict[str, str] = {}
    out: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        folded = known.get(character)
        if folded is None:
            folded = known[character] = _fold_character(character)
        if len(folded) == 1:
            out.append(folded)
            places.append(place)
        else:
            out.extend(folded)
            places.extend([place] * len(folded))
    return Folded("".join(out), places, [place + 1 for place in places])


_ASCII_TO_FOLD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def _fold_character(character: str) -> str:
    special = _SPECIAL.get(character)
    if special is not None:
        return special
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    # Format characters, accents set apart and variation selectors are invisible inside a word.
    if category in {"Cf", "Cc", "Mn", "Me", "Cs"} and character != "\n":
        return ""
    return unicodedata.normalize("NFKC", character)


def _without_spelled_signs(folded: Folded) -> Folded:
    """Write "(at)" as @ and "[точка]" as a full stop."""

    def sign(match: re.Match[str]) -> str:
        return "." if match["dot"] else "@"

    return _replaced(folded, _SPELLED, sign)


def _replaced(
    folded: Folded, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
) -> Folded:
    """Replace each match by one character that stands for the whole of it."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in pattern.finditer(folded.text):
        out += [folded.text[done : match.start()], replacement(match)]
        starts += [*folded.starts[done : match.start()], folded.starts[match.start()]]
        ends += [*folded.ends[done : match.start()], folded.ends[match.end() - 1]]
        done = match.end()
    if not done:
        return folded
    out.append(folded.text[done:])
    starts += folded.starts[done:]
    ends += folded.ends[done:]
    return Folded("".join(out), starts, ends)
