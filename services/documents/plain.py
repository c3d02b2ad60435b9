"""Plain text files in the encodings that résumés come in."""

import re
from collections.abc import Iterator
from html import escape

from services.documents.blocks import Block, as_html, bullet, is_section, paragraph, words
from services.documents.encodings import decoded
from services.errors import DocumentRefused
from services.markup import printable

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_RULE = re.compile(r"\s*[-=_*~#]{3,}\s*\Z")
_LONGEST_HEADING = 60


def text_as_html(content: bytes) -> str:
    """A plain text file as markup.

    Raises DocumentRefused: wrong_type when it is something else, empty when it holds no letters.
    """
    text = decoded(content)
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise DocumentRefused(reason="wrong_type")
    text = words(printable(text))
    if not any(character.isalnum() for character in text):
        raise DocumentRefused(reason="empty")
    return as_html(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    """Paragraphs between empty lines, items by their signs, headings by their look."""
    open_lines: list[str] = []
    for raw in [*text.split("\n"), ""]:
        line = re.sub(r"\s+", " ", raw).strip()
        marked = bullet(line)
        heading = _is_heading(line)
        if open_lines and (not line or marked or heading or _RULE.match(line)):
            yield paragraph(open_lines)
            open_lines = []
        if not line or _RULE.match(line):
            continue
        if heading:
            yield Block("h3", escape(line.strip(" :"), quote=False))
        elif marked:
            yield Block("li", escape(line[marked:], quote=False))
        else:
            open_lines.append(line)


def _is_heading(line: str) -> bool:
    if not line or len(line) > _LONGEST_HEADING:
        return False
    letters = [character for character in line if character.isalpha()]
    capitals = len(letters) > 3 and all(letter.isupper() for letter in letters)  # noqa: PLR2004
    return is_section(line) or (capitals and not re.search(r"\d|[@/.]", line))
