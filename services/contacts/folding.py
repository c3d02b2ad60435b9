"""A copy of the text in one spelling, with the exact way back to the input.

Detectors read the copy: compatibility characters and digits of every script are written plainly,
invisible characters are gone, dashes and spaces are of one kind. A copy knows only the pieces that
changed their length; all between them stands as far from its neighbours as it did in the input.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from services.contacts.digit_letters import with_true_digits
from services.contacts.lookalikes import as_latin
from services.contacts.regexes import regex

_SPECIAL: dict[str, str] = (
    dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("。｡．․", ".")
    | dict.fromkeys("⁄∕╱⧸", "/")
    | dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000", " ")
    | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")
    | dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n")
    | dict.fromkeys("＠﹫ⓐⒶ🅐🄰🐶🐕🐩", "@")
    | dict.fromkeys("⟨〈【〔❨⦅‹『「⟪《⟦〖〘｢❲❪⁅", "(")
    | dict.fromkeys("⟩〉】〕❩⦆›』」⟫》⟧〗〙｣❳❫⁆", ")")
    | {"ʼ": "’", "∂": "d", "⟶": "→", "➜": "→", "➔": "→", "➡": "→", "⇒": "→"}
    # Marks that people read as one, and that compatibility would take apart.
    | {"…": "…", "№": "№", "İ": "I", "¨": "¨", "´": "´"}
)
_WORD = regex(r"[^\W\d_]+")
_MIXED = regex(r"[a-z][а-яіїє]|[а-яіїє][a-z]")
_INVISIBLE = frozenset({"Cf", "Cc", "Mn", "Me", "Cs"})


def _fold_character(character: str) -> str:
    special = _SPECIAL.get(character)
    if special is not None:
        return special
    category = unicodedata.category(character)
    digit = unicodedata.digit(character, None) if category in {"Nd", "No"} else None
    if digit is not None:
        return str(digit)
    # Format characters, stray accents and variation selectors are invisible inside a word.
    if category in _INVISIBLE and character != "\n":
        return ""
    return unicodedata.normalize("NFKC", character)


def _odd_characters() -> re.Pattern[str]:
    """All that is not the same in the copy; the letters of Europe are found out here once."""
    plain = [chr(code) for code in range(0x530) if _fold_character(chr(code)) == chr(code)]
    plain += "«»„“”‘’•·₴₽€→★…№"
    return re.compile(f"[^{re.escape(''.join(plain))}]+")


_ODD = _odd_characters()


class _Change(NamedTuple):
    """A piece whose length changed: from where to where, in the copy and in what was copied."""

    start: int
    end: int
    origin_start: int
    origin_end: int


@dataclass(frozen=True)
class Copy:
    """A text in another spelling. `of` is what it was made from; None: the input itself."""

    text: str
    changes: tuple[_Change, ...]
    of: "Copy | None" = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from start to end of the copy stood in the input."""
        first = self._change_at(start)
        last = self._change_at(end - 1)
        if first:
            inside = start < first.end
            start = first.origin_start if inside else first.origin_end + start - first.end
        if last:
            inside = end - 1 < last.end
            end = last.origin_end if inside else last.origin_end + end - last.end
        return self.of.origin(start, end) if self.of else (start, end)

    @cached_property
    def lower(self) -> str:
        """The copy in lower case, character by character."""
        low = self.text.lower()
        if len(low) == len(self.text):
            return low
        return "".join(low if len(low := letter.lower()) == 1 else letter for letter in self.text)

    @cached_property
    def latin(self) -> str:
        """In lower case, with letters that look like Latin ones written as those."""
        return as_latin(self.lower)

    @cached_property
    def figures(self) -> str:
        """The copy with letters written for digits inside a number as those."""
        return with_true_digits(self.text)

    @cached_property
    def mixed(self) -> bool:
        """Whether a word has letters of two scripts."""
        return not self.lower.isascii() and _MIXED.search(self.lower) is not None

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the text that was copied first, and what was written anew, in small."""
        if self.of is None:
            return frozenset(_WORD.findall(self.lower))
        new = " ".join(self.lower[change.start : change.end] for change in self.changes)
        return self.of.words.union(_WORD.findall(new))

    def rewritten(
        self, pattern: re.Pattern[str], rewrite: Callable[[re.Match[str]], str], *, within: str
    ) -> "Copy":
        """A copy of this copy in which every match of the pattern is written anew.

        The pattern is looked for in `within`: this text, or a view of it of the same length.
        """
        parts: list[str] = []
        changes: list[_Change] = []
        done = length = 0
        for match in pattern.finditer(within):
            new = rewrite(match)
            if new == match[0]:
                continue
            length += match.start() - done
            parts += [self.text[done : match.start()], new]
            changes.append(_Change(length, length + len(new), *match.span()))
            length += len(new)
            done = match.end()
        if not changes:
            return self
        return Copy("".join([*parts, self.text[done:]]), tuple(changes), self)

    def _change_at(self, place: int) -> _Change | None:
        """The last change that begins at this place or before it."""
        number = bisect_right(self.changes, place, key=itemgetter(0))
        return self.changes[number - 1] if number else None


def fold(text: str) -> Copy:
    """Bring text to the one spelling that the detectors read."""
    if not _ODD.search(text):
        return Copy(text, ())
    copy = _Folding()
    done = 0
    for match in _ODD.finditer(text):
        copy.keep(text[done : match.start()])
        for place, character in enumerate(match[0], match.start()):
            copy.add(character, place)
        done = match.end()
    copy.keep(text[done:])
    return Copy("".join(copy.parts), tuple(copy.changes))


class _Folding:
    """A copy in the making."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.changes: list[_Change] = []
        self.length = 0
        self._known: dict[str, str] = {}

    def keep(self, piece: str) -> None:
        """Take over a piece as it is."""
        if piece:
            self.parts.append(piece)
            self.length += len(piece)

    def add(self, character: str, place: int) -> None:
        """Take over one character in its plain spelling."""
        if unicodedata.combining(character) and self._join(character, place):
            return
        plain = self._known.get(character)
        if plain is None:
            plain = self._known[character] = _fold_character(character)
        if len(plain) != 1:
            end = self.length + len(plain)
            self.changes.append(_Change(self.length, end, place, place + 1))
        self.keep(plain)

    def _join(self, mark: str, place: int) -> bool:
        """A letter and its accent typed as two characters are one where Unicode has it so."""
        if not self.parts:
            return False
        letter = self.parts[-1][-1]
        joined = unicodedata.normalize("NFC", letter + mark)
        if len(joined) != 1 or joined == letter:
            return False
        self.parts[-1] = self.parts[-1][:-1] + joined
        begin = place - 1
        while self.changes and self.changes[-1].end == self.length:
            change = self.changes.pop()  # what was invisible between the two, or the letter's own
            begin = change.origin_start - (change.start == self.length)
            if change.start < self.length:
                break
        self.changes.append(_Change(self.length - 1, self.length, begin, place + 1))
        return True
