"""A sheet as an ODT: the parts that LibreOffice writes, in the way it writes them."""

import io
import zipfile
from collections.abc import Iterator
from html import escape

from benchmarks.reading.sheets import Part, Sheet

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style",
        "draw": "drawing", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip
_AUTOMATIC = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"'
    ' fo:font-size="12pt"/></style:style>'
    '<style:style style:name="P9" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>'
)
_NAMED = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/>'
    '</style:default-style><style:style style:name="Standard" style:family="paragraph"/>'
    '<style:style style:name="Title" style:family="paragraph"><style:text-properties'
    ' fo:font-size="28pt"/></style:style>'
)


def as_odt(sheet: Sheet) -> bytes:
    """The sheet as an ODT."""
    body = "".join(_parts(sheet.parts, sheet))
    if sheet.side:
        side = "".join(_parts(sheet.side, sheet))
        body = _table([[side, body]])
    if sheet.photo:
        frame = (
            '<draw:frame draw:name="photo" text:anchor-type="paragraph"><draw:image'
            ' xlink:href="http://127.0.0.1:9/photo.png"/><svg:title>photo</svg:title></draw:frame>'
        )
        body = f"<text:p>{frame}</text:p>{body}"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}>'
        f"<office:automatic-styles>{_AUTOMATIC}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {_SPACES}>'
        f"<office:styles>{_NAMED}</office:styles><office:master-styles>"
        f'<style:master-page style:name="Standard">{_edges(sheet)}</style:master-page>'
        "</office:master-styles></office:document-styles>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), _MEDIA_TYPE)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def _edges(sheet: Sheet) -> str:
    edges = ""
    if sheet.header:
        lines = "".join(f"<text:p>{_text(line)}</text:p>" for line in sheet.header)
        edges += f"<style:header>{lines}</style:header>"
    if sheet.page_word:
        edges += (
            f"<style:footer><text:p>{_text(sheet.page_word)} <text:page-number>1"
            "</text:page-number></text:p></style:footer>"
        )
    return edges


def _parts(parts: list[Part], sheet: Sheet) -> Iterator[str]:
    styled = sheet.looks == "styles"
    open_list = False
    for part in parts:
        is_item = part.kind == "item" and styled
        if is_item != open_list:
            open_list = is_item
            yield '<text:list text:style-name="L1">' if is_item else "</text:list>"
        yield _part(part, is_item=is_item, styled=styled)
    if open_list:
        yield "</text:list>"


def _part(part: Part, *, is_item: bool, styled: bool) -> str:
    text = _text(part.text)
    if part.kind == "table":
        return _table([[f"<text:p>{_text(cell)}</text:p>" for cell in row] for row in part.rows])
    if is_item:
        return f"<text:list-item><text:p>{text}</text:p></text:list-item>"
    if part.kind == "name":
        style = "Title" if styled else "P9"
        return f'<text:p text:style-name="{style}">{text}</text:p>'
    if part.kind == "section" and styled:
        return f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{text}</text:h>'
    if part.kind in {"section", "strong"}:
        return f'<text:p><text:span text:style-name="T1">{text}</text:span></text:p>'
    dash = "-<text:s/>" if part.kind == "item" else ""
    return f'<text:p text:style-name="Standard">{dash}{text}</text:p>'


def _table(rows: list[list[str]]) -> str:
    cells = (
        "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in rows
    )
    return (
        "<table:table>"
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
        + "</table:table>"
    )


def _text(text: str) -> str:
    return escape(text, quote=False)
