"""A sheet as a page of the web and as plain text."""

from collections.abc import Iterator
from html import escape

from benchmarks.reading.sheets import Part, Sheet

ENCODINGS = {
    "en": ("utf-8", "utf-16", "cp1252"),
    "uk": ("utf-8", "cp1251", "koi8_u", "utf-16", "mac_cyrillic", "utf-8-sig", "utf-16-le"),
    "ru": ("utf-8", "cp1251", "koi8_r", "cp866", "utf-16", "mac_cyrillic", "utf-8-sig"),
}


def as_html(sheet: Sheet, number: int) -> bytes:
    """The sheet as a page, each time in another way of writing and another encoding."""
    styled = number % 2 == 0
    encoding = {"en": "utf-8", "uk": "windows-1251", "ru": "koi8-r"}[sheet.truth.language]
    encoding = "utf-8" if number % 3 == 0 else encoding
    head = (
        f'<!DOCTYPE html>\n<html><head><meta http-equiv="Content-Type" content="text/html; '
        f'charset={encoding}"><title>CV – page of a site</title><style>p {{ margin: 0 }}</style>'
        "</head><body>"
    )
    picture = '<img src="http://127.0.0.1:9/photo.png" alt="">' if sheet.photo else ""
    top = "".join(f"<div class=head>{escape(line)}</div>" for line in sheet.header)
    main = "".join(_page_parts(sheet.parts, sheet, styled=styled))
    if sheet.side:
        side = "".join(_page_parts(sheet.side, sheet, styled=styled))
        main = f"<table><tr><td>{side}</td><td>{main}</td></tr></table>"
    html = f"{head}{picture}{top}<div class=page>{main}</div><script>track()</script></body></html>"
    return html.encode(encoding, "xmlcharrefreplace")


def _page_parts(parts: list[Part], sheet: Sheet, *, styled: bool) -> Iterator[str]:
    open_list = False
    for part in parts:
        is_item = part.kind == "item" and sheet.looks == "styles"
        if is_item != open_list:
            open_list = is_item
            yield "<ul>" if is_item else "</ul>"
        yield _page_part(part, is_item=is_item, styled=styled and sheet.looks == "styles")
    if open_list:
        yield "</ul>"


def _page_part(part: Part, *, is_item: bool, styled: bool) -> str:
    if part.kind == "table":
        cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in part.rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    text = escape(part.text)
    if is_item:
        return f"<li>{text}</li>\n"
    if part.kind == "name":
        return f"<h1>{text}</h1>\n" if styled else f"<div><b>{text}</b></div>"
    if part.kind == "section":
        return f"<h2>{text}</h2>\n" if styled else f"<div><span><b>{text}</b></span></div>"
    if part.kind == "strong":
        return f"<p><strong>{text}</strong></p>"
    dash = "&ndash; " if part.kind == "item" else ""
    return f"<p>{dash}{text}</p>\n" if styled else f"<div>{dash}{text}<br></div>"


def as_text(sheet: Sheet, number: int) -> bytes:
    """The sheet as a text file in one of the encodings of its language."""
    known = ENCODINGS[sheet.truth.language]
    lines = [*sheet.header]
    for part in [*sheet.side, *sheet.parts]:
        if part.kind == "section":
            lines += ["", part.text.upper() if number % 2 else f"{part.text}:"]
        elif part.kind == "table":
            lines += ["\t".join(row) for row in part.rows]
        elif part.kind == "strong":
            lines += ["", part.text]
        else:
            lines.append(f"- {part.text}" if part.kind == "item" else part.text)
    text = "\r\n".join(lines) + "\r\n"
    encoding = known[number % len(known)]
    for sign, typed in _TYPED.items():  # what people type where a sign does not exist
        if encoding not in _WIDE:
            text = text.replace(sign, sign if _has(encoding, sign) else typed)
    return text.encode(encoding, "replace")


_WIDE = {"utf-8", "utf-8-sig", "utf-16", "utf-16-le"}
_TYPED = {"–": "-", "·": "|", "’": "'", "•": "*"}


def _has(encoding: str, sign: str) -> bool:
    return sign.encode(encoding, "ignore") != b""
