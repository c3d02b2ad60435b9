"""Cut the icon font down to the icons that `icons.txt` names.

Streamlit ships all 4,000 Material Symbols in 375 KB; a customer on a phone waits for them before
the first lamp lights up. Run `python -m pages.ui.look.subset_icons` after adding a name to
`icons.txt` (it needs `fonttools` and `brotli`, which the running product does not).
"""

import sys
from pathlib import Path

import streamlit

LOOK = Path(__file__).parent
NAMES = LOOK / "icons.txt"
SUBSET = LOOK / "fonts" / "icons.woff2"
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def icon_names() -> frozenset[str]:
    """Every icon that the bundled font can draw, by its Material Symbols name."""
    return frozenset(NAMES.read_text(encoding="utf-8").split())


def whole_font() -> Path:
    """The complete icon font inside the installed Streamlit.

    Raises FileNotFoundError if Streamlit no longer ships it.
    """
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    for found in sorted(media.glob("MaterialSymbols-Rounded.*.woff2")):
        return found
    raise FileNotFoundError(media / "MaterialSymbols-Rounded.*.woff2")


def cut() -> int:
    """Write the subset and return its size in bytes; LookupError names an icon that is unknown."""
    from fontTools import subset  # noqa: PLC0415 - a tool's dependency, not the product's
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = TTFont(whole_font())
    ligatures = _ligature_glyphs(font)
    missing = sorted(name for name in icon_names() if name not in ligatures)
    if missing:
        raise LookupError(missing)
    options = subset.Options(
        flavor="woff2", layout_features=["*"], layout_closure=False, glyph_names=False
    )
    cutter = subset.Subsetter(options)
    cutter.populate(
        glyphs=[ligatures[name] for name in icon_names()], unicodes=[ord(c) for c in LETTERS]
    )
    cutter.subset(font)
    subset.save_font(font, str(SUBSET), options)
    return SUBSET.stat().st_size


def _ligature_glyphs(font: object) -> dict[str, str]:
    """Icon name -> glyph, read from the font's ligatures."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}  # type: ignore[attr-defined]
    found: dict[str, str] = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:  # type: ignore[index]
        for table in lookup.SubTable:
            real = getattr(table, "ExtSubTable", table)
            for first, ligatures in getattr(real, "ligatures", {}).items():
                for ligature in ligatures:
                    parts = [first, *ligature.Component]
                    if all(part in letters for part in parts):
                        found["".join(letters[part] for part in parts)] = ligature.LigGlyph
    return found


if __name__ == "__main__":
    sys.stdout.write(f"{SUBSET}: {cut()} bytes\n")
