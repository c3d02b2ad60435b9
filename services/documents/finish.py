"""The last touches that every word processor's markup needs: headings, typed lists, layout tables.

People make headings by making a line bold, lists by typing a bullet, and columns by a table
without borders. What they meant is what is kept.
"""

import re
from collections.abc import Iterable
from html import escape

from services.documents.blocks import bullet, is_section, words
from services.documents.tables import unfolded
from services.markup import clean_html, plain_text

_SYMBOL_FONT = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF076: "❖", 0xF0FC: "✓", 0xF0E0: "→"}
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|стр\.?|стор\.?|сторінка|страница)?\W*\d{1,3}(?:\W*(?:/|of|из|з|із)\W*\d{1,3})?\W*",
    re.IGNORECASE,
)
_BOLD_LINE = re.compile(r"<p><strong>([^<]{2,70})</strong>:?</p>")
_SECTION_LINE = re.compile(r"<p>(?:<u>)?([^<]{2,60}?)(?:</u>)?:?</p>")
_PLAIN_CELL = re.compile(r"<(t[dh])([^<>]*)><p>((?:(?!</?p>).)*)</p></\1>", re.DOTALL)
_TYPED_ITEM = re.compile(r"<p>(?:<strong>)?(\s*[^<\s]\s*)(.*?)</p>", re.DOTALL)


def finished(html: str) -> str:
    """The markup of a document's body, cleaned, with the structure that its looks meant."""
    html = clean_html(words(html.translate(_SYMBOL_FONT)))
    html = _PLAIN_CELL.sub(r"<\1\2>\3</\1>", html)
    html = _BOLD_LINE.sub(_heading, html)
    html = _SECTION_LINE.sub(_section, html)
    html = _TYPED_ITEM.sub(_item, html)
    return unfolded(html).replace("</ul><ul>", "")


def framed(above: Iterable[str], body: str, below: Iterable[str]) -> str:
    """Headers, the body, footers: each line of these once, page numbers never."""
    said = {_flat(line) for line in plain_text(body).split("\n")}
    return _lines(above, said) + body + _lines(below, said)


def _lines(lines: Iterable[str], said: set[str]) -> str:
    kept: list[str] = []
    for line in lines:
        flat = _flat(line)
        if flat and flat not in said and not _PAGE_NUMBER.fullmatch(line):
            said.add(flat)
            kept.append(f"<p>{escape(line, quote=False)}</p>")
    return "".join(kept)


def _heading(match: re.Match[str]) -> str:
    """A short line all in bold is what people make who do not know heading styles."""
    if match[1].rstrip().endswith((".", ";", ",")) and not is_section(match[1]):
        return match[0]
    return f"<h3>{match[1].strip(' :')}</h3>"


def _section(match: re.Match[str]) -> str:
    """The usual name of a part of a résumé, alone in its line, is a heading however it looks."""
    return f"<h3>{match[1].strip(' :')}</h3>" if is_section(match[1]) else match[0]


def _item(match: re.Match[str]) -> str:
    """A paragraph that begins with a typed bullet is an item of a list."""
    if match[0].startswith("<p><strong>") or not bullet(f"{match[1]}x"):
        return match[0]
    return f"<ul><li>{match[2].strip()}</li></ul>"


def _flat(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()
