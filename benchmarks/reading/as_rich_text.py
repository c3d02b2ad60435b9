"""A sheet as RTF: as Word writes it, and as WordPad and job sites do."""

from collections.abc import Callable

from benchmarks.reading.sheets import Part, Sheet

_STYLES = (
    r"{\stylesheet{\ql\f0\fs24 Normal;}{\s1\outlinelevel0\b\fs32 heading 1;}"
    r"{\s15\b\fs40 Title;}}"
)
_FONTS = (
    r"{\fonttbl{\f0\froman\fcharset204{\*\panose 02020603050405020304}Times New Roman;}"
    r"{\f1\fnil\fcharset2 Symbol;}{\f2\fswiss\fcharset0 Arial;}}"
)
_PICTURE = r"{\*\shppict{\pict\pngblip\picw60\pich80 89504e470d0a1a0a0000000d49484452}}"


def as_rtf(sheet: Sheet, number: int) -> bytes:
    """The sheet as RTF; every second one with bytes of CP1251 in place of Unicode escapes."""
    write = _bytes if number % 2 and sheet.truth.language != "en" else _unicode
    out = [r"{\rtf1\ansi\ansicpg1251\uc1\deff0", _FONTS, _STYLES, r"{\info{\author Somebody}}"]
    if sheet.header:
        lines = r"\par ".join(write(line) for line in sheet.header)
        out.append(rf"{{\header \pard\plain {lines}\par}}")
    if sheet.page_word:
        out.append(
            rf"{{\footer \pard\plain {write(sheet.page_word)} "
            r"{\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
        )
    if sheet.photo:
        out.append(rf"\pard\plain {_PICTURE}\par ")
    styled = sheet.looks == "styles"
    if sheet.side:
        columns = [
            r"\pard\intbl ".join(_part(part, write, styled=styled, cell=True) for part in parts)
            for parts in (sheet.side, sheet.parts)
        ]
        out.append(_row([*columns]))
    else:
        out += [_part(part, write, styled=styled) for part in sheet.parts]
    return "\n".join([*out, "}"]).encode("ascii")


def _part(  # noqa: PLR0911 - a line per kind
    part: Part, write: Callable[[str], str], *, styled: bool, cell: bool = False
) -> str:
    inside = r"\intbl" if cell else ""
    if part.kind == "table":
        return "".join(_row([rf"\pard\intbl {write(text)}" for text in row]) for row in part.rows)
    text = write(part.text)
    match part.kind:
        case "name":
            style = r"\s15" if styled else ""
            return rf"\pard\plain{inside}{style}\b\fs40 {text}\b0\par "
        case "section":
            style = r"\s1" if styled else ""
            return rf"\pard\plain{inside}{style}\b\fs24 {text}\par "
        case "strong":
            return rf"\pard\plain{inside}\fs24{{\b {text}}}\par "
        case "item" if styled:
            return (
                rf"\pard\plain{inside}{{\pntext\f1\'B7\tab}}{{\*\pn\pnlvlblt\pnf1{{\pntxtb\'B7}}}}"
                rf"\fi-360\li720\f0\fs24 {text}\par "
            )
        case "item":
            return rf"\pard\plain{inside}\f0\fs24 - {text}\par "
    return rf"\pard\plain{inside}\f0\fs24 {text}\par "


def _row(cells: list[str]) -> str:
    edges = "".join(rf"\cellx{4500 * (place + 1)}" for place in range(len(cells)))
    said = "".join(rf"{cell}\cell" for cell in cells)
    return rf"\trowd{edges}{said}\row\pard "


def _unicode(text: str) -> str:
    out = []
    for letter in _escaped(text):
        code = ord(letter)
        out.append(letter if code < 128 else rf"\u{code - 65536 if code > 32767 else code}?")
    return "".join(out)


def _bytes(text: str) -> str:
    out = []
    for letter in _escaped(text):
        try:
            raw = letter.encode("cp1251")
        except UnicodeEncodeError:
            out.append(rf"\u{ord(letter)}?")
            continue
        out.append(letter if letter.isascii() else rf"\'{raw[0]:02x}")
    return "".join(out)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
