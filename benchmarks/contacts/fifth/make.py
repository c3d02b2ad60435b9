r"""Compile the annotated texts beside this file: `python -m benchmarks.contacts.fifth.make`.

A source holds texts under lines `=== clean: who writes`, `=== disguised: …` or `=== none: …`.
A contact stands between ⟦ and ⟧ after the letter of its kind, a capital where it is disguised;
\u200b is the sign of that number.
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
_MARK = re.compile(r"⟦([A-Za-z]):([^⟦⟧]+)⟧")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def content(language: str) -> str:
    """The file of a language: a document a line, in the order of its source."""
    _, *parts = _HEADING.split((HERE / f"{language}.txt").read_text("utf-8"))
    pairs = zip(parts[::2], parts[1::2], strict=True)
    lines = [_document(language, at, *pair) for at, pair in enumerate(pairs, 1)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _document(language: str, at: int, sort: str, source: str) -> dict[str, object]:
    name = f"fifth-{language}-{at:03}"
    if sort not in SORTS:
        wrong = f"{name}: {sort}?"
        raise ValueError(wrong)
    source = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), source.strip("\n"))
    text, contacts, capitals, end = "", [], 0, 0
    for mark in _MARK.finditer(source):
        text += source[end : mark.start()]
        if mark[2] != mark[2].strip():
            wrong = f"{name}: blanks around {mark[2]!r}"
            raise ValueError(wrong)
        kind = KINDS[mark[1].lower()]
        contacts.append({"kind": kind, "start": len(text), "end": len(text) + len(mark[2])})
        capitals += mark[1].isupper()
        text += mark[2]
        end = mark.end()
    text += source[end:]
    if "⟦" in text or "⟧" in text:
        wrong = f"{name}: a mark is left over"
        raise ValueError(wrong)
    if bool(contacts) == (sort == "none") or bool(capitals) != (sort == "disguised"):
        wrong = f"{name}: {sort}, with {len(contacts)} contacts, {capitals} disguised"
        raise ValueError(wrong)
    return {
        "id": name,
        "language": language,
        "author": "fifth",
        "disguised": sort == "disguised",
        "text": text,
        "contacts": contacts,
    }


def main() -> None:
    """Write the files and say what they hold."""
    for language in LANGUAGES:
        made = content(language)
        (HERE / f"{language}.jsonl").write_text(made, "utf-8")
        documents = [json.loads(line) for line in made.splitlines()]
        kinds = Counter(contact["kind"] for one in documents for contact in one["contacts"])
        print(language, len(documents), dict(kinds))


if __name__ == "__main__":
    main()
