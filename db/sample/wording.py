"""How the sample's texts are written down, and how they become sentences.

In a text `{a|b}` is a choice, `{12..18}` a number from that range, `[в|ла]` the ending for a
man or a woman, `{years}` a value that the caller gives.
"""

import random
import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent

_RANGE = re.compile(r"\{(\d+)\.\.(\d+)\}")
_CHOICE = re.compile(r"\{([^{}]*\|[^{}]*)\}")
_ENDING = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_ROUND_FROM = 100
_TRIES = 30


@cache
def sections(place: str) -> dict[str, tuple[str, ...]]:
    """The lists of a Markdown file by heading: `sections("notes/uk.md")["opened"]`."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in (FOLDER / place).read_text("utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
            found[heading] = []
        elif line.startswith("- "):
            found[heading].append(line[2:])
    return {heading: tuple(lines) for heading, lines in found.items()}


class Wording:
    """Turns texts into sentences; remembers what was said, so that it is not said twice."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._said: set[str] = set()
        self._used: Counter[str] = Counter()

    def sentence(self, text: str, *, language: str, gender: str, **values: str) -> str:
        """One sentence made of a text."""
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        text = _ENDING.sub(lambda match: match[1 if gender == "m" else 2], text)
        text = _RANGE.sub(lambda match: self._number(match, language), text)
        text = _CHOICE.sub(lambda match: self._rng.choice(match[1].split("|")), text)
        return text[:1].upper() + text[1:]

    def fresh(
        self,
        texts: Sequence[str],
        *,
        language: str,
        gender: str,
        without: Collection[str] = (),
        **values: str,
    ) -> tuple[str, str]:
        """A sentence nobody has read yet, and the text it was made of (none of `without`).

        Texts used least come first. Only when every text is exhausted a sentence returns.
        """
        drawn = [text for text in texts if text not in without] or list(texts)
        self._rng.shuffle(drawn)
        drawn.sort(key=lambda text: self._used[text])
        for text in drawn:
            for _ in range(_TRIES):
                sentence = self.sentence(text, language=language, gender=gender, **values)
                if sentence not in self._said:
                    return self._note(sentence, text)
        sentence = self.sentence(drawn[0], language=language, gender=gender, **values)
        return self._note(sentence, drawn[0])

    def _note(self, sentence: str, text: str) -> tuple[str, str]:
        self._said.add(sentence)
        self._used[text] += 1
        return sentence, text

    def _number(self, match: re.Match[str], language: str) -> str:
        low, high = int(match[1]), int(match[2])
        step = 10 if low >= _ROUND_FROM else 1
        numbers = list(range(low, high + 1, step))
        fitting = [number for number in numbers if language == "en" or _takes_many(number, high)]
        return str(self._rng.choice(fitting or numbers))


def _takes_many(number: int, high: int) -> bool:
    """Whether the noun beside it stands in the plural that the text was written with.

    Ranges up to four were written with their own form; all others with the genitive plural.
    """
    few = 4
    return high <= few or number % 10 in {0, 5, 6, 7, 8, 9} or number % 100 in {11, 12, 13, 14}
