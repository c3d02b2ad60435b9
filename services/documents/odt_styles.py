"""How the paragraphs and words of an ODT look: its styles, each with what it inherits."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from services.documents.lines import Style
from services.documents.rtf_words import heading_level

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LONGEST_LINE = 20
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt\Z")


class Styles:
    """Named and automatic styles together; the later sheet wins."""

    def __init__(self, sheets: Iterable[ET.Element]) -> None:
        self._styles: dict[str, ET.Element] = {}
        for sheet in sheets:
            for style in sheet.iter(f"{_STYLE}style"):
                self._styles[style.get(f"{_STYLE}name", "")] = style

    def level(self, name: str) -> int:
        """The level of the headings that paragraphs of this style are; 0 for none."""
        for style in self._line(name):
            shown = style.get(f"{_STYLE}display-name") or style.get(f"{_STYLE}name") or ""
            level = heading_level(shown.replace("_20_", " "))
            if level:
                return level
        return 0

    def looks(self, name: str, around: Style) -> Style:
        """Size, bold and italic of this style where they are said, else those around it."""
        size, bold, italic = around.size, around.bold, around.italic
        for style in reversed(self._line(name)):
            for properties in style.iter(f"{_STYLE}text-properties"):
                points = _POINTS.match(properties.get(f"{_FO}font-size", ""))
                size = float(points[1]) if points else size
                weight = properties.get(f"{_FO}font-weight")
                bold = weight in {"bold", "600", "700", "800", "900"} if weight else bold
                slant = properties.get(f"{_FO}font-style")
                italic = slant in {"italic", "oblique"} if slant else italic
        return Style(size=size, bold=bold, italic=italic, link=around.link)

    def _line(self, name: str) -> list[ET.Element]:
        """The style and those it comes from, itself first."""
        line: list[ET.Element] = []
        while name in self._styles and len(line) < _LONGEST_LINE:
            line.append(self._styles[name])
            name = self._styles[name].get(f"{_STYLE}parent-style-name", "")
        return line
