r"""Compile the annotated texts beside this file: `python -m benchmarks.contacts.fourth.make`.

A source holds texts under lines `=== clean: who writes`, `=== disguised: …` or `=== none: …`.
A contact stands between ⟦ and ⟧ after the letter of its kind; \u200b is the sign of that number.
"""

import json
import re
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("de", "en", "kk", "pl", "ro", "ru", "tr", "uk")
SORTS = ("clean", "disguised", "none")
KINDS = {"e": "email", "p": "phone", "u": "url", "h": "handle", "a": "address"}

_HEADING = re.compile(r"^=== (\w+): [^\n]+\n", re.MULTILINE)
_MARK = re.compile(r"⟦([a-z]):([^⟦⟧]+)⟧")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def content(language: str) -> str:
    """The file of a language: a document a line, in the order of its source."""
    _, *parts = _HEADING.split((HERE / f"{language}.txt").read_text("utf-8"))
    pairs = zip(parts[::2], parts[1::2], strict=True)
    lines = [_document(language, at, *pair) for at, pair in enumerate(pairs, 1)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _document(language: str, at: int, sort: str, source: str) -> dict[str, object]:
    name = f"fourth-{language}-{at:03}"
    source = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), source.strip("\n"))
    text, contacts, after = "", [], 0
    for mark in _MARK.finditer(source):
        text += source[after : mark.start()]
        start, after = len(text), mark.end()
        text += mark[2]
        contacts.append({"kind": KINDS[mark[1]], "start": start, "end": len(text)})
        _insist(text[start:] == mark[2] == mark[2].strip(), name)
    text += source[after:]
    _insist(not re.search("[⟦⟧\ue000-\uf8ff]|^===", text, re.MULTILINE), name)
    _insist(sort in SORTS and bool(contacts) == (sort != "none") and bool(text.strip()), name)
    return {
        "id": name,
        "language": language,
        "author": "fourth",
        "disguised": sort == "disguised",
        "text": text,
        "contacts": contacts,
    }


def _insist(right: bool, name: str) -> None:  # noqa: FBT001
    if not right:
        raise ValueError(name)


def main() -> None:
    """Write every file anew and say how many texts and contacts of each sort it holds."""
    for language in LANGUAGES:
        made = content(language)
        (HERE / f"{language}.jsonl").write_text(made, "utf-8", newline="\n")
        documents = [json.loads(line) for line in made.splitlines()]
        sorts = Counter(
            ("disguised" if one["disguised"] else "clean") if one["contacts"] else "none"
            for one in documents
        )
        kinds = Counter(spot["kind"] for one in documents for spot in one["contacts"])
        print(language, dict(sorts), dict(kinds))


if __name__ == "__main__":
    main()
