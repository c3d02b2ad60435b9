"""ODT files: what LibreOffice and Google Docs write, read from their XML."""

import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from services.documents.finish import finished, framed
from services.documents.flow import PLAIN, Flow, Paragraph, Table, flow_html, lines_of
from services.documents.lines import Style
from services.documents.odt_styles import Styles

_SKIPPED = {
    "tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "script",
    "event-listeners", "image", "object", "object-ole", "plugin", "note-citation", "hidden-text",
    "hidden-paragraph", "ruby-text", "bookmark", "soft-page-break", "table-of-content-source",
    "index-title-template",
}  # fmt: skip
_PAGE_FIELDS = {"page-number", "page-count"}
_ADDRESS = "{http://www.w3.org/1999/xlink}href"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST_SPACES = 200


def odt_as_html(archive: zipfile.ZipFile) -> str:
    """An ODT, opened and looked over already, as markup: headers, body, footers."""
    content = ET.fromstring(archive.read("content.xml"))  # noqa: S314 - looked over, declares no entities
    styles = Styles([content])
    header: Flow = []
    footer: Flow = []
    if "styles.xml" in archive.namelist():
        sheet = ET.fromstring(archive.read("styles.xml"))  # noqa: S314 - as above
        styles = Styles([sheet, content])
        header, footer = _edges(sheet, styles, "header"), _edges(sheet, styles, "footer")
    reader = _Reader(styles)
    for body in content.iter():
        if _name(body) == "text" and body.tag != f"{_TEXT}text":
            reader.read(body)
    return framed(lines_of(header), finished(flow_html(reader.flow)), lines_of(footer))


def _edges(sheet: ET.Element, styles: Styles, place: str) -> Flow:
    reader = _Reader(styles)
    for element in sheet.iter():
        if _name(element) in {place, f"{place}-first", f"{place}-left"}:
            reader.read(element)
    return reader.flow


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


class _Reader:
    """Walks through the elements of a text in their order."""

    def __init__(self, styles: Styles) -> None:
        self.flow: list[Paragraph | Table] = []
        self._styles = styles

    def read(self, element: ET.Element, *, item: bool = False) -> None:
        """Paragraphs, lists, tables and frames below this element."""
        for child in element:
            self._block(child, item=item)

    def _block(self, child: ET.Element, *, item: bool) -> None:
        name = _name(child)
        if name in {"p", "h"}:
            self._paragraph(child, item=item)
        elif name == "table":
            self.flow.append(self._table(child))
        elif name == "list":
            for entry in child:
                self._item(entry)
        elif name not in _SKIPPED:
            self.read(child, item=item)

    def _item(self, entry: ET.Element) -> None:
        """An item of a list; a heading that is numbered stands in a list, too, and stays one."""
        said = False
        for child in entry:
            self._block(child, item=not said and _name(child) == "p")
            said = said or _name(child) == "p"

    def _table(self, element: ET.Element) -> Table:
        table = Table()
        for row in _rows(element):
            cells = []
            for cell in row:
                if _name(cell) == "table-cell":
                    inner = _Reader(self._styles)
                    inner.read(cell)
                    cells.append(inner.flow)
            table.rows.append(cells)
        return table

    def _paragraph(self, element: ET.Element, *, item: bool) -> None:
        style = element.get(f"{_TEXT}style-name", "")
        level = self._styles.level(style)
        if _name(element) == "h":
            level = min(3, int(element.get(f"{_TEXT}outline-level") or 1))
        paragraph = Paragraph(level=level, item=item)
        frames: list[ET.Element] = []
        self._words(element, self._styles.looks(style, PLAIN), paragraph, frames)
        self.flow.append(paragraph)
        for frame in frames:
            self.read(frame)

    def _words(
        self, element: ET.Element, style: Style, into: Paragraph, frames: list[ET.Element]
    ) -> None:
        if element.text:
            into.runs.append((_spaced(element.text), style))
        for child in element:
            self._piece(child, style, into, frames)
            if child.tail:
                into.runs.append((_spaced(child.tail), style))

    def _piece(
        self, child: ET.Element, style: Style, into: Paragraph, frames: list[ET.Element]
    ) -> None:
        match _name(child):
            case "span":
                named = child.get(f"{_TEXT}style-name", "")
                self._words(child, self._styles.looks(named, style), into, frames)
            case "a":
                linked = Style(style.size, style.bold, style.italic, child.get(_ADDRESS, ""))
                self._words(child, linked, into, frames)
            case "tab":
                into.runs.append(("\t", style))
            case "line-break":
                into.runs.append(("\n", style))
            case "s":
                count = child.get(f"{_TEXT}c", "1")
                spaces = min(_MOST_SPACES, int(count)) if count.isdecimal() else 1
                into.runs.append((" " * spaces, style))
            case "frame" | "custom-shape" | "note-body" | "rect":
                frames.append(child)
            case name if name not in _SKIPPED | _PAGE_FIELDS:
                self._words(child, style, into, frames)


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    """The rows of a table, not those of tables in its cells."""
    for child in table:
        if _name(child) == "table-row":
            yield child
        elif _name(child) in {"table-rows", "table-header-rows", "table-row-group"}:
            yield from _rows(child)


def _spaced(text: str) -> str:
    """Line ends in the XML are only spaces."""
    return " ".join(text.split("\n")) if "\n" in text else text
