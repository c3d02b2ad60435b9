"""Make the fonts of PDF résumés out of the app's own: `python -m services.resumes.paper.cut_fonts`.

The app serves Onest as variable web fonts, one file a script; a page on paper needs plain ones.
Each face is cut out at its weight and put together from the four scripts; Onest has no italics, so
the slanted faces are the upright ones, leaning. Run it after the web fonts were renewed (it needs
`fonttools` and `brotli`, which the running product does not).
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_WEB_FONTS = Path(__file__).parents[3] / "pages" / "ui" / "look" / "fonts"
_SCRIPTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
FONTS = Path(__file__).parent / "fonts"
_FACES = {
    "Regular": (400, False),
    "Italic": (400, True),
    "Bold": (600, False),
    "BoldItalic": (600, True),
}
_LEAN = 0.19
_NOT_ON_PAPER = ("GlyphOrder", "prep", "gasp", "MVAR", "STAT", "HVAR", "DSIG")
_UNICODE = (3, 1, 0x409)
_FAMILY, _STYLE, _UNIQUE, _WHOLE, _POSTSCRIPT = 1, 2, 3, 4, 6
_ITALIC_BIT, _BOLD_BIT, _REGULAR_BIT = 1 << 0, 1 << 5, 1 << 6


def cut() -> dict[str, int]:
    """Write every face and return the size of its file."""
    from fontTools.merge import Merger  # noqa: PLC0415 - a tool's dependency, not the product's
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib import instancer  # noqa: PLC0415

    sizes: dict[str, int] = {}
    for face, (weight, leaning) in _FACES.items():
        with TemporaryDirectory() as room:
            parts: list[str] = []
            for script in _SCRIPTS:
                part = instancer.instantiateVariableFont(
                    TTFont(_WEB_FONTS / f"onest-{script}.woff2"), {"wght": weight}
                )
                part.flavor = None
                for table in _NOT_ON_PAPER:
                    if table in part and table != "GlyphOrder":
                        del part[table]
                parts.append(f"{room}/{script}.ttf")
                part.save(parts[-1])
            font = Merger().merge(parts)
            if leaning:
                _lean(font)
            _name(font, face, weight, leaning=leaning)
            written = FONTS / f"Onest-{face}.ttf"
            font.save(written)
            sizes[written.name] = written.stat().st_size
    return sizes


def _lean(font: Any) -> None:  # noqa: ANN401 - fontTools says no more of it
    """Push every outline to the right with its height; parts of composed glyphs lean already."""
    glyphs = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = glyphs[name]
        if glyph.isComposite():
            for part in glyph.components:
                part.x = round(part.x + _LEAN * part.y)
        elif glyph.numberOfContours > 0:
            points = glyph.coordinates
            for place, (x, y) in enumerate(points):
                points[place] = (round(x + _LEAN * y), y)
    for name in font.getGlyphOrder():
        glyphs[name].recalcBounds(glyphs)


def _name(font: Any, face: str, weight: int, *, leaning: bool) -> None:  # noqa: ANN401 - as above
    style = {"BoldItalic": "Bold Italic"}.get(face, face)
    names = {
        _FAMILY: "Onest",
        _STYLE: style,
        _UNIQUE: f"Onest {style}",
        _WHOLE: f"Onest {style}",
        _POSTSCRIPT: f"Onest-{face}",
    }
    font["name"].names = [one for one in font["name"].names if one.nameID in (0, 13, 14)]
    for key, words in names.items():
        font["name"].setName(words, key, *_UNICODE)
    bold = weight >= 600  # noqa: PLR2004 - from here on a program calls it bold
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (
        (_ITALIC_BIT if leaning else 0)
        | (_BOLD_BIT if bold else 0)
        | (0 if leaning or bold else _REGULAR_BIT)
    )
    font["head"].macStyle = (1 if bold else 0) | (2 if leaning else 0)
    font["post"].italicAngle = -10.8 if leaning else 0.0


if __name__ == "__main__":
    for name, size in cut().items():
        sys.stdout.write(f"{FONTS / name}: {size} bytes\n")
