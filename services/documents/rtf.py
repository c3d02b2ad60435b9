"""RTF files: what Word, LibreOffice, WordPad and job sites write, read without any of them."""

import re
from dataclasses import dataclass, replace

from services.documents.encodings import codec, likeness
from services.documents.finish import finished, framed
from services.documents.flow import flow_html, lines_of
from services.documents.rtf_pages import Pages
from services.documents.rtf_words import CHARSETS, SIGNS, SKIPPED, STEPS, heading_level
from services.errors import DocumentRefused

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z'])|(?P<edge>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_DEEPEST = 2_000
_ANSI = "cp1252"
_CYRILLIC = "cp1251"
_SPEAKING = frozenset({"body", "header", "footer", "link"})


def rtf_as_html(content: bytes) -> str:
    """An RTF file as markup: header, body, footer.

    Raises DocumentRefused: damaged when it is nested beyond reason or is cut off at once.
    """
    reader = _Reader(_fallback(content))
    reader.read(content)
    pages = reader.pages
    pages.end()
    body = finished(flow_html(pages.body))
    return framed(lines_of(pages.header), body, lines_of(pages.footer))


def _fallback(content: bytes) -> str:
    """Many programs say Western and write Cyrillic: which of the two, the bytes tell."""
    escaped = re.findall(rb"\\'([89a-fA-F][0-9a-fA-F])", content[:400_000])
    raw = bytes(int(pair, 16) for pair in escaped) or bytes(b for b in content[:20_000] if b > 127)  # noqa: PLR2004 - beyond ASCII
    if not raw:
        return ""
    likely = likeness(raw.decode(_CYRILLIC, "replace"))
    return _CYRILLIC if likely > likeness(raw.decode(_ANSI, "replace")) else ""


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds between two braces, and ends with the second."""

    place: str = "body"
    encoding: str = ""
    skip: int = 1
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    size: float = 12.0
    link: str = ""


class _Reader:
    """Goes through the tokens once; braces are a list, so depth costs no stack of Python's."""

    def __init__(self, fallback: str) -> None:
        self.pages = Pages()
        self._fallback = fallback
        self._page_code = _ANSI
        self._group = _Group()
        self._around: list[_Group] = []
        self._starred = False
        self._to_skip = 0
        self._fonts: dict[int, str] = {}
        self._font = -1
        self._styles: dict[int, int] = {}
        self._style = -1
        self._gathered: list[str] = []
        self._address = ""
        self._at_start = False

    def read(self, content: bytes) -> None:
        """Read the file from end to end."""
        place = content.find(b"{")
        while token := _TOKEN.search(content, place):
            place = token.end()
            if token["word"] == b"bin":
                place += max(0, int(token["number"] or 0))
            else:
                self._take(token)

    def _take(self, token: re.Match[bytes]) -> None:
        if token["edge"] == b"{":
            self._open()
        elif token["edge"]:
            self._close()
        elif token["word"]:
            self._word(token["word"].decode(), int(token["number"]) if token["number"] else None)
        elif token["hex"]:
            self._bytes(bytes([int(token["hex"], 16)]), 1)
        elif token["text"]:
            self._bytes(token["text"], 0)
        else:
            self._sign(token["sign"].decode("latin-1"))

    def _open(self) -> None:
        self._around.append(self._group)
        if len(self._around) > _DEEPEST:
            raise DocumentRefused(reason="damaged")
        self._starred, self._at_start, self._to_skip = False, True, 0

    def _close(self) -> None:
        left = self._group
        self._group = self._around.pop() if self._around else _Group()
        self._starred, self._at_start, self._to_skip = False, False, 0
        if left.place == self._group.place:
            return
        said = "".join(self._gathered)
        match left.place:
            case "address":
                found = re.search(r"HYPERLINK\s+(?:\\l\s+)?\"([^\"]+)\"", said)
                self._address = found[1] if found else ""
            case "style":
                self._styles[self._style] = heading_level(said) or self._styles.get(self._style, 0)
            case "header" | "footer":
                self.pages.leave_edge()
        self._gathered = []

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
            return
        self._at_start = False
        if sign in "\r\n":
            self._step("par")
        elif sign in SIGNS:
            self._say(SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        first, self._at_start = self._at_start or self._starred, False
        starred, self._starred = self._starred, False
        if first and self._enters(word, number, starred=starred):
            return
        if word == "u" and number is not None:
            self._say(chr(number % 65_536))
            self._to_skip = self._group.skip
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in STEPS:
            self._step(word)
        else:
            self._looks(word, number)

    def _enters(self, word: str, number: int | None, *, starred: bool) -> bool:
        """Whether the word says that this group is of another place; then it is gone there."""
        place = _place(word, self._group.place, starred=starred)
        if not place:
            return False
        if place == "style":
            self._style = number or 0
        if place in {"header", "footer"}:
            self.pages.enter_edge(place)
        if place == "item":
            self.pages.is_item()
        link = self._address if place == "link" else self._group.link
        self._gathered = []
        self._group = replace(
            self._group, place=place, link=link, encoding=self._encoding_at(place)
        )
        return place != "style" or word == "s"

    def _encoding_at(self, place: str) -> str:
        return "" if place in {"fonts", "style"} else self._group.encoding

    def _step(self, word: str) -> None:
        if self._group.place in _SPEAKING and not self._group.hidden:
            self.pages.step(word)

    def _looks(self, word: str, number: int | None) -> None:  # noqa: C901, PLR0912 - a line per word of the format
        group, on = self._group, number != 0
        if group.place in _SPEAKING:
            self._paragraph_looks(word, number)
        match word:
            case "b":
                self._group = replace(group, bold=on)
            case "i":
                self._group = replace(group, italic=on)
            case "v" | "deleted":
                self._group = replace(group, hidden=on)
            case "fs" if number:
                self._group = replace(group, size=number / 2)
            case "uc" if number is not None:
                self._group = replace(group, skip=max(0, min(number, 8)))
            case "plain":
                self._group = replace(group, bold=False, italic=False, hidden=False, size=12.0)
            case "f" if number is not None:
                self._font = number
                if group.place != "fonts":
                    self._group = replace(group, encoding=self._fonts.get(number, ""))
            case "fcharset" if group.place == "fonts":
                self._fonts[self._font] = CHARSETS.get(number or 0, "")
            case "ansicpg" if number:
                self._page_code = codec(f"cp{number}") or self._page_code
            case "outlinelevel" if group.place == "style":
                self._styles[self._style] = min(3, (number or 0) + 1)
            case "mac":
                self._page_code = "mac_roman"
            case _:
                return

    def _paragraph_looks(self, word: str, number: int | None) -> None:
        match word:
            case "pard":
                self.pages.plain_paragraph()
            case "outlinelevel":
                self.pages.is_heading(min(3, (number or 0) + 1))
            case "s" if number in self._styles:
                self.pages.is_heading(self._styles[number])
            case "ls" | "pnlvlblt" if number != 0:
                self.pages.is_item()
            case "intbl":
                self.pages.in_table()
            case _:
                return

    def _bytes(self, raw: bytes, escaped: int) -> None:
        self._at_start = False
        if self._to_skip:
            if escaped:
                self._to_skip -= 1
                return
            skipped = min(self._to_skip, len(raw))
            raw, self._to_skip = raw[skipped:], 0
        self._say(self._decoded(raw))

    def _decoded(self, raw: bytes) -> str:
        if raw.isascii() and self._group.encoding != "symbol":
            return raw.decode("ascii")
        encoding = self._group.encoding or self._page_code
        if encoding == "symbol":
            return "".join("•" if byte in b"\xb7\xa7\xd8\x76\xfc" else "" for byte in raw)
        if encoding == _ANSI and self._fallback:
            encoding = self._fallback
        return raw.decode(encoding, "replace")

    def _say(self, text: str) -> None:
        group = self._group
        if group.place in {"address", "style"}:
            self._gathered.append(text)
        elif group.place in _SPEAKING and not group.hidden:
            self.pages.say(
                text, size=group.size, bold=group.bold, italic=group.italic, link=group.link
            )


def _place(word: str, here: str, *, starred: bool) -> str:  # noqa: PLR0911 - the first answer counts
    """The place that a word at the beginning of a group opens; '' for none of its own."""
    if here in {"skip", "fonts", "sheet", "style"}:
        if here == "sheet" and (word == "s" or not starred):
            return "style"
        return "body" if here == "skip" and word == "shptxt" else ""
    if word in {"fonttbl", "stylesheet", "fldinst", "fldrslt", "listtext", "pntext"}:
        return {
            "fonttbl": "fonts",
            "stylesheet": "sheet",
            "fldinst": "address",
            "fldrslt": "link",
            "listtext": "item",
            "pntext": "item",
        }[word]
    if word.startswith("header") and len(word) <= len("headerf"):
        return "header"
    if word.startswith("footer") and len(word) <= len("footerf"):
        return "footer"
    if word in {"shpinst", "dptxbx"}:
        return "skip"
    return "skip" if word in SKIPPED or starred else ""
