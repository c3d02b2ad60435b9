"""Texts put together from the lines of a language: a few with contacts among harmless ones.

A line reads `how | words`, contacts between ⟦ and ⟧ with the letter of their kind; every line with
a contact stands in exactly one text.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.contacts.sets import Label, Labelled

_HERE = Path(__file__).parent
_KINDS = {"e": "email", "p": "phone", "u": "url", "h": "handle", "a": "address"}
_MARK = re.compile(r"⟦([epuha]):(.*?)⟧", re.DOTALL)
_HARMLESS_IN_A_TEXT = 5
_TOLD_IN_A_TEXT = 3


def phrased() -> list[Labelled]:
    """Every line once among others: clean ones, disguised ones, and harmless texts."""
    return [text for path in sorted(_HERE.glob("*.txt")) for text in _language(path)]


def doubted() -> list[Labelled]:
    """Every line by itself between two harmless ones, and each harmless one by itself."""
    texts: list[Labelled] = []
    for path in sorted((_HERE / "doubted").glob("*.txt")):
        parts = _parts(path)
        harmless = [line for _, line in parts["harmless"]]
        for number, (_, line) in enumerate(parts["disguised"]):
            around = [harmless[(number + step) % len(harmless)] for step in (0, 1)]
            texts.append(_text(path.stem, [around[0], line, around[1]], disguised=True))
        texts += [_text(path.stem, [line], disguised=False) for line in harmless]
    return texts


def each_line() -> Iterator[tuple[str, Labelled]]:
    """Every disguised line by itself, with how it is disguised."""
    for path in sorted(_HERE.glob("*.txt")):
        parts = _parts(path)
        for how, line in parts["disguised"]:
            around = [harmless for _, harmless in parts["harmless"][:2]]
            yield how, _text(path.stem, [around[0], line, around[1]], disguised=True)


def _language(path: Path) -> Iterator[Labelled]:
    parts = _parts(path)
    harmless = [line for _, line in parts["harmless"]]
    chance = random.Random(path.stem)
    for part in ("clean", "disguised"):
        told = [line for _, line in parts[part]]
        chance.shuffle(told)
        for first in range(0, len(told), _TOLD_IN_A_TEXT):
            lines = told[first : first + _TOLD_IN_A_TEXT]
            lines += chance.sample(harmless, _HARMLESS_IN_A_TEXT)
            chance.shuffle(lines)
            yield _text(path.stem, lines, disguised=part == "disguised")
    for first in range(0, len(harmless), 2):
        yield _text(path.stem, harmless[first : first + 2], disguised=False)


def _parts(path: Path) -> dict[str, list[tuple[str, str]]]:
    parts: dict[str, list[tuple[str, str]]] = {}
    name = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# "):
            name = line.removeprefix("# ")
        elif line:
            how, _, words = line.partition(" | ")
            parts.setdefault(name, []).append((how, words.replace(r"\n", "\n")))
    return parts


def _text(language: str, lines: list[str], *, disguised: bool) -> Labelled:
    text = ""
    labels: list[Label] = []
    done = 0
    marked = "\n".join(lines)
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        labels.append(Label(_KINDS[mark[1]], len(text), len(text) + len(mark[2])))
        text += mark[2]
        done = mark.end()
    return Labelled(language, "phrased", disguised, text + marked[done:], tuple(labels))
