"""`python -m tools.catalogs`: bring the Ukrainian and Russian catalogs up to the source.

Reads every message that pages, services and letter templates say, keeps the translations there
are, adds new messages with an empty translation and drops those that nobody says any more. The
files depend on the source alone: the same source gives the same bytes on every machine.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = Path("services/i18n/locale")
TEMPLATES = Path("services/mail/templates")
# What the Translator, and the pages in its place, call a message by.
_SAYS: dict[str, Any] = {"t": None, "text": None, "tn": (1, 2), "plural": (1, 2)}
_HEADER = """\
# What Candela says in {language}. The English sentence is the message; `python -m tools.catalogs`
# brings this file up to the source and keeps what stands here.
# Plural forms: one (1, 21, 31), few (2-4, 22-24), many (0, 5-20, 25-30).
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
"(n%100<10 || n%100>=20) ? 1 : 2);\\n"

"""
LANGUAGES = {"uk": "Ukrainian", "ru": "Russian"}
# A message: the English sentence, or the English singular and plural.
MessageId = str | tuple[str, str]


def said(root: Path = ROOT) -> dict[MessageId, list[str]]:
    """Every message in the source, in the order it is met, with the files that say it."""
    found: dict[MessageId, list[str]] = {}
    for path in _sources(root):
        place = path.relative_to(root).as_posix()
        for message in _messages(path):
            places = found.setdefault(message, [])
            if place not in places:
                places.append(place)
    return found


def renewed(old: bytes, code: str, messages: dict[MessageId, list[str]]) -> bytes:
    """A catalog brought up to the messages; whatever they still say keeps its translation."""
    kept = {_id(one.id): one.string for one in read_po(BytesIO(old), locale=code) if one.id}
    catalog = Catalog(locale=code, fuzzy=False)
    for message, places in messages.items():
        empty: Any = "" if isinstance(message, str) else ("", "", "")
        catalog.add(message, kept.get(message, empty), locations=[(place, 0) for place in places])
    body = BytesIO()
    write_po(body, catalog, width=100, omit_header=True, include_lineno=False)
    header = _HEADER.format(language=LANGUAGES[code], code=code)
    return header.encode() + body.getvalue().rstrip() + b"\n"


def untranslated(content: bytes, code: str) -> list[MessageId]:
    """The messages of a catalog that still lack a translation or one of its forms."""
    return [
        _id(one.id)
        for one in read_po(BytesIO(content), locale=code)
        if one.id and not all(_forms(one.string))
    ]


def main() -> int:
    """Renew both catalogs; name what is still to be translated. 0 when there is nothing."""
    messages = said()
    missing = 0
    for code in LANGUAGES:
        path = ROOT / LOCALE / f"{code}.po"
        content = renewed(path.read_bytes() if path.exists() else b"", code, messages)
        path.write_bytes(content)
        for message in untranslated(content, code):
            missing += 1
            print(f"{code}: {message if isinstance(message, str) else ' | '.join(message)}")
    print(f"{len(messages)} messages; {missing} translations to be written")
    return 1 if missing else 0


def _sources(root: Path) -> Iterator[Path]:
    yield from sorted(chain(root.glob("pages/**/*.py"), root.glob("services/**/*.py")))
    yield from sorted(path for path in (root / TEMPLATES).iterdir() if path.is_file())


def _messages(path: Path) -> Iterator[MessageId]:
    if path.suffix == ".py":
        yield from _said_in(path.read_text("utf-8"))
        return
    with path.open("rb") as file:
        for _, message, _, _ in extract("jinja2.ext:babel_extract", file, keywords=_SAYS):
            yield _id(message)


def _said_in(source: str) -> Iterator[MessageId]:
    """Read off the syntax tree: Babel's own reading does not look into f-strings."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name not in _SAYS:
            continue
        count = len(_SAYS[name] or (1,))
        words = [one.value for one in call.args[:count] if isinstance(one, ast.Constant)]
        texts = [one for one in words if isinstance(one, str)]
        if len(texts) == count:
            yield _id(texts[0] if count == 1 else texts)


def _id(message: str | Sequence[object]) -> MessageId:
    """A message as it is found by: a text, or a pair of texts."""
    return message if isinstance(message, str) else (str(message[0]), str(message[1]))


def _forms(translation: str | Sequence[object] | None) -> Sequence[object]:
    """A translation in all its forms; a message that is no plural has one."""
    return [translation] if translation is None or isinstance(translation, str) else translation


if __name__ == "__main__":
    sys.exit(main())
