r"""Compile a set of annotated texts: `python -m benchmarks.contacts.annotated fourth` (or later).

A source holds texts under lines `=== clean: who writes`, `=== disguised: …` or `=== none: …`.
A contact stands between ⟦ and ⟧ after the letter of its kind, from the fifth set on a capital where
it is disguised; \u200b is the sign of that number.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

SETS = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
CAPITALS_TELL = {"fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"}
LANGUAGES = ("de", "en", "kk", "pl", "ro", "ru", "tr", "uk")
FEWER = dict.fromkeys(("sixth", "eighth", "eleventh"), ("en", "ru", "uk"))
SORTS = ("clean", "disguised", "none")
KINDS = {"e": "email", "p": "phone", "u": "url", "h": "handle", "a": "address"}

_HEADING = re.compile(r"^=== (\w+): [^\n]+\n", re.MULTILINE)
_MARK = re.compile(r"⟦([A-Za-z]):([^⟦⟧]+)⟧")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_LEFT_OVER = re.compile("[⟦⟧\ue000-\uf8ff]|^===", re.MULTILINE)


def folder(name: str) -> Path:
    """Where a set's sources and what is compiled of them stand."""
    return Path(__file__).with_name(name)


def languages(name: str) -> tuple[str, ...]:
    """The languages a set is written in."""
    return FEWER.get(name, LANGUAGES)


def content(name: str, language: str) -> str:
    """The file of a language: a document a line, in the order of its source.

    Raises ValueError, naming the document, for one whose marks do not fit its heading.
    """
    _, *parts = _HEADING.split((folder(name) / f"{language}.txt").read_text("utf-8"))
    pairs = zip(parts[::2], parts[1::2], strict=True)
    lines = [_document(name, language, at, *pair) for at, pair in enumerate(pairs, 1)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _document(name: str, language: str, at: int, sort: str, source: str) -> dict[str, object]:
    source = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), source.strip("\n"))
    marks = list(_MARK.finditer(source))
    text, contacts, after = "", [], 0
    for mark in marks:
        text += source[after : mark.start()]
        start, after = len(text), mark.end()
        text += mark[2]
        contacts.append({"kind": KINDS[mark[1].lower()], "start": start, "end": len(text)})
    text += source[after:]
    capitals = any(mark[1].isupper() for mark in marks)
    wrong = {
        f"{sort}?": sort not in SORTS,
        "blanks within a mark": any(mark[2] != mark[2].strip() for mark in marks),
        "a mark is left over": _LEFT_OVER.search(text),
        "no text": not text.strip(),
        f"{sort}, with {len(contacts)} contacts": bool(contacts) == (sort == "none"),
        "capitals": capitals != (name in CAPITALS_TELL and sort == "disguised"),
    }
    if any(wrong.values()):
        message = f"{name}-{language}-{at:03}: {', '.join(what for what in wrong if wrong[what])}"
        raise ValueError(message)
    return {
        "id": f"{name}-{language}-{at:03}",
        "language": language,
        "author": name,
        "disguised": sort == "disguised",
        "text": text,
        "contacts": contacts,
    }


def main(name: str) -> None:
    """Write every file of the set anew and say how many texts and contacts it holds."""
    for language in languages(name):
        made = content(name, language)
        (folder(name) / f"{language}.jsonl").write_text(made, "utf-8", newline="\n")
        documents = [json.loads(line) for line in made.splitlines()]
        sorts = Counter(
            ("disguised" if one["disguised"] else "clean") if one["contacts"] else "none"
            for one in documents
        )
        kinds = Counter(spot["kind"] for one in documents for spot in one["contacts"])
        print(language, dict(sorts), dict(kinds))


if __name__ == "__main__":
    main(sys.argv[1])
