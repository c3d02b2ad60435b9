"""Word files: the body by mammoth, headers and footers beside it, each said once."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import mammoth

from services.documents.blocks import words
from services.documents.finish import finished, framed
from services.markup import printable

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
u => u
strike => s
"""


def word_as_html(content: bytes, archive: zipfile.ZipFile) -> str:
    """A Word document, opened already, as markup: header, body, footer.

    Raises whatever mammoth raises on documents it cannot follow.
    """
    return framed(_beside(archive, "header"), _body(content), _beside(archive, "footer"))


def _body(content: bytes) -> str:
    result = mammoth.convert_to_html(
        io.BytesIO(content),
        style_map=_STYLES,
        # Pictures are neither opened nor fetched: the markup keeps none.
        convert_image=mammoth.images.img_element(lambda _picture: {}),
        ignore_empty_paragraphs=True,
        external_file_access=False,
    )
    return finished(str(result.value))


def _beside(archive: zipfile.ZipFile, place: str) -> Iterator[str]:
    """The lines of all headers or footers of a document."""
    for name in sorted(archive.namelist()):
        if re.fullmatch(rf"word/{place}\d*\.xml", name, re.IGNORECASE):
            root = ET.fromstring(archive.read(name))  # noqa: S314 - looked over, declares no entities
            yield from _paragraphs(root)


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
