"""PDF files: pages, their lines with place and type, and the links that lie over them."""

import io
import logging
import math
import re
from collections.abc import Iterator

import pypdf
import pypdf.errors

from services.documents.blocks import as_html, words
from services.documents.layout import blocks
from services.documents.limits import Limits
from services.documents.lines import Line, Piece, Style
from services.errors import DocumentRefused
from services.markup import printable

_MORE_GARBAGE_THAN_TEXT = 0.3
_BELOW_THE_PAGE = -1000.0
_Box = tuple[float, float, float, float]


def pdf_as_html(content: bytes, limits: Limits) -> str:
    """A PDF as markup: headings by size, paragraphs without their line ends, lists, links.

    Empty when no text can be read from it. Raises DocumentRefused: encrypted, too_many_pages,
    damaged, unpacks_too_large; also whatever pypdf raises on damaged pages.
    """
    logging.disable(logging.CRITICAL)
    try:
        pages = [_Page(page).lines() for page in _pages(content, limits)]
    except pypdf.errors.LimitReachedError as error:
        raise DocumentRefused(reason="unpacks_too_large") from error
    text = "".join(piece.text for page in pages for line in page for piece in line.pieces)
    unknown = sum(not character.isprintable() or character == "\ufffd" for character in text)
    if unknown > _MORE_GARBAGE_THAN_TEXT * max(1, len(text)):
        return ""
    return as_html(blocks(pages))


def _pages(content: bytes, limits: Limits) -> list[pypdf.PageObject]:
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        # Many files are locked against printing only and open with no password at all.
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentRefused(reason="encrypted")
        pages = reader.pages
        if len(pages) > limits.pages:
            raise DocumentRefused(reason="too_many_pages")
        if not pages:
            raise DocumentRefused(reason="damaged")
        return list(pages)
    except pypdf.errors.FileNotDecryptedError as error:
        raise DocumentRefused(reason="encrypted") from error
    except pypdf.errors.LimitReachedError:
        raise
    except pypdf.errors.PyPdfError as error:
        raise DocumentRefused(reason="damaged") from error


class _Page:
    """Collects the lines of one page as pypdf reads them, in the order of the file."""

    def __init__(self, page: pypdf.PageObject) -> None:
        self._page = page
        self._lines: list[Line] = []
        self._open: list[Piece] = []
        self._links = list(_links(page))

    def lines(self) -> list[Line]:
        """The lines of the page; links that lie over no text stand at the end."""
        self._page.extract_text(visitor_text=self._text)
        self._end_line()
        said = {piece.style.link for line in self._lines for piece in line.pieces}
        text = "".join(line.text for line in self._lines)
        for address in dict.fromkeys(address for _, address in self._links):
            bare = re.sub(r"^(?:https?://(?:www\.)?|mailto:|tel:)", "", address).rstrip("/")
            if bare and address not in said and bare not in text:
                style = Style(size=0.0, bold=False, italic=False, link=address)
                self._lines.append(Line([Piece(bare, 0.0, _BELOW_THE_PAGE, style)]))
        return self._lines

    def _text(self, text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        """What pypdf calls for each run of text: the text, two matrices, the font and its size."""
        if not text:
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        rise = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        name = str(font.get("/BaseFont", "")) if isinstance(font, dict) else ""
        style = Style(
            size=round(2 * size * rise) / 2,
            bold=any(word in name for word in ("Bold", "Black", "Heavy", "Semibold", "SemiBold")),
            italic="Italic" in name or "Oblique" in name,
            link=self._link_at(x, y),
        )
        first, *rest = printable(text.replace("\x7f", "•")).split("\n")
        self._add(first, x, y, style)
        for line in rest:
            self._end_line()
            self._add(line, x, y, style)

    def _add(self, text: str, x: float, y: float, style: Style) -> None:
        if text:
            self._open.append(Piece(words(text), x, y, style))

    def _end_line(self) -> None:
        if any(piece.text.strip() for piece in self._open):
            self._lines.append(Line(self._open))
        self._open = []

    def _link_at(self, x: float, y: float) -> str:
        for (left, bottom, right, top), address in self._links:
            if left - 1 <= x < right - 1 and bottom - 2 <= y <= top + 1:
                return address
        return ""


def _links(page: pypdf.PageObject) -> Iterator[tuple[_Box, str]]:
    """Places on a page that open an address."""
    annotations = page.get("/Annots")
    if annotations is None:
        return
    for reference in annotations.get_object():
        annotation = reference.get_object()
        action = annotation.get("/A") if isinstance(annotation, dict) else None
        action = action.get_object() if action is not None else None
        address = action.get("/URI") if isinstance(action, dict) else None
        box = annotation.get("/Rect") if address is not None else None
        if box is None or len(box) != 4:  # noqa: PLR2004 - two corners
            continue
        left, bottom, right, top = (float(edge) for edge in box)
        corners = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
        yield corners, printable(str(address)).strip()
