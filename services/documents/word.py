"""Word files: the body by mammoth, headers and footers beside it, each said once."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from html import escape
from xml.etree import ElementTree as ET

import mammoth

from services.documents.archive import opened
from services.documents.blocks import bullet, is_section, words
from services.documents.limits import Limits
from services.markup import clean_html, plain_text, printable

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
u => u
strike => s
"""
_SYMBOL_FONT = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF076: "❖", 0xF0FC: "✓", 0xF0E0: "→"}
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|стр\.?|стор\.?|сторінка|страница)?\W*\d{1,3}(?:\W*(?:/|of|из|з|із)\W*\d{1,3})?\W*",
    re.IGNORECASE,
)
_BOLD_LINE = re.compile(r"<p><strong>([^<]{2,70})</strong>:?</p>")
_PLAIN_CELL = re.compile(r"<(t[dh])([^<>]*)><p>((?:(?!</?p>).)*)</p></\1>", re.DOTALL)
_TYPED_ITEM = re.compile(r"<p>(?:<strong>)?(\s*[^<\s]\s*)(.*?)</p>", re.DOTALL)


def word_as_html(content: bytes, limits: Limits) -> str:
    """A Word document as markup: header, body, footer.

    Raises DocumentRefused; also whatever mammoth raises on documents it cannot follow.
    """
    with opened(content, limits) as archive:
        above = list(_beside(archive, "header"))
        below = [line for line in _beside(archive, "footer") if line not in above]
    body = _body(content)
    said = {_flat(line) for line in plain_text(body).split("\n")}
    return "".join((_lines(above, said), body, _lines(below, said)))


def _body(content: bytes) -> str:
    result = mammoth.convert_to_html(
        io.BytesIO(content),
        style_map=_STYLES,
        # Pictures are neither opened nor fetched: the markup keeps none.
        convert_image=mammoth.images.img_element(lambda _picture: {}),
        ignore_empty_paragraphs=True,
        external_file_access=False,
    )
    html = clean_html(words(str(result.value).translate(_SYMBOL_FONT)))
    html = _BOLD_LINE.sub(_heading, html)
    html = _TYPED_ITEM.sub(_item, html)
    html = _PLAIN_CELL.sub(r"<\1\2>\3</\1>", html)
    return html.replace("</ul><ul>", "")


def _heading(match: re.Match[str]) -> str:
    """A short line all in bold is what people make who do not know heading styles."""
    if match[1].rstrip().endswith((".", ";", ",")) and not is_section(match[1]):
        return match[0]
    return f"<h3>{match[1].strip(' :')}</h3>"


def _item(match: re.Match[str]) -> str:
    """A paragraph that begins with a typed bullet is an item of a list."""
    if match[0].startswith("<p><strong>") or not bullet(f"{match[1]}x"):
        return match[0]
    return f"<ul><li>{match[2].strip()}</li></ul>"


def _beside(archive: zipfile.ZipFile, place: str) -> Iterator[str]:
    """The lines of all headers or footers of a document, each once, page numbers left out."""
    said: set[str] = set()
    for name in sorted(archive.namelist()):
        if not re.fullmatch(rf"word/{place}\d*\.xml", name, re.IGNORECASE):
            continue
        root = ET.fromstring(archive.read(name))  # noqa: S314 - looked over, it declares no entities
        for line in _paragraphs(root):
            flat = _flat(line)
            if flat and flat not in said and not _PAGE_NUMBER.fullmatch(line):
                said.add(flat)
                yield line


def _paragraphs(root: ET.Element) -> list[str]:
    """The text of each paragraph, also in tables and text boxes."""
    lines: list[str] = []
    _gather(root, [], lines)
    return [line for raw in lines if (line := re.sub(r"\s+", " ", words(printable(raw))).strip())]


def _gather(element: ET.Element, line: list[str], lines: list[str]) -> None:
    for child in element:
        match _name(child):
            case "p":
                own: list[str] = []
                _gather(child, own, lines)
                lines.append("".join(own))
            case "t":
                line.append(child.text or "")
            case "tab" | "br" | "cr":
                line.append(" ")
            case "Fallback":
                continue  # the second way of drawing what has just been read
            case _:
                _gather(child, line, lines)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _lines(lines: Iterable[str], said: set[str]) -> str:
    return "".join(
        f"<p>{escape(line, quote=False)}</p>" for line in lines if _flat(line) not in said
    )


def _flat(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()
