"""Rich text of résumés and notes: the one policy of what markup may be kept.

Everything that people typed, pasted or uploaded as rich text passes `clean_html` before the
editor, after it, before it is stored and before it is shown. What comes out is the small set
of tags that a résumé needs, well formed, without scripts, styles, pictures or remote content.
"""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

import nh3

KEPT_TAGS = frozenset(
    {
        "h2",
        "h3",
        "p",
        "br",
        "ul",
        "ol",
        "li",
        "strong",
        "em",
        "u",
        "s",
        "blockquote",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
)
"""The only tags that ever reach the editor, the database, a page or a letter."""

BLOCK_TAGS = KEPT_TAGS - {"strong", "em", "u", "s", "a", "br"}
"""Tags that end a line of text: a word never runs across them."""

_RENAMED = {
    "h1": "h2",
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
    "b": "strong",
    "i": "em",
    "ins": "u",
    "strike": "s",
    "del": "s",
} | dict.fromkeys(
    (
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "nav",
        "aside",
        "address",
        "center",
        "dd",
        "dt",
        "figcaption",
        "figure",
        "form",
        "fieldset",
        "legend",
        "pre",
        "caption",
    ),
    "p",
)
_INDENTS = {f"ql-indent-{depth}" for depth in range(1, 9)}
_LINKS = {"http", "https", "mailto", "tel"}
_DROPPED_WITH_CONTENT = {
    "script",
    "style",
    "title",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "textarea",
    "select",
    "button",
    "noembed",
    "noframes",
    "xmp",
}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})?[^<>]*>?")
_DEEPEST = 200
_MOST_ROUNDS = 5
_CLOSED_BY_THE_NEXT = {
    "p",
    "li",
    "br",
    "td",
    "th",
    "tr",
    "img",
    "hr",
    "dt",
    "dd",
    "option",
    "meta",
    "link",
    "input",
    "col",
    "wbr",
}
_EMPTY_BLOCK = re.compile(r"<(p|h2|h3|blockquote|ul|ol)></\1>")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of markup: an opening tag, a closing tag, or a run of plain text."""

    kind: Literal["open", "close", "text"]
    value: str
    attributes: Mapping[str, str]


def clean_html(html_text: str) -> str:
    """Reduce any HTML to the markup that is kept in résumés and notes.

    Headings become h2 and h3, bold and italic strong and em, other blocks paragraphs. Links
    keep http, https, mailto and tel addresses only and open in a new tab. Cleaning twice
    changes nothing.
    """
    html_text = printable(html_text)
    if _too_deep(html_text):
        html_text = _words_only(html_text)
    # A block lifted out of bold can come to stand where HTML has no place for it, as a heading
    # in a heading: then reading it once more puts that right.
    for _ in range(_MOST_ROUNDS):
        cleaned = _cleaned(html_text)
        if cleaned == html_text:
            return cleaned
        html_text = cleaned
    return _cleaned(_words_only(html_text))


def _cleaned(html_text: str) -> str:
    wide = nh3.clean(
        html_text,
        tags=set(KEPT_TAGS) | set(_RENAMED),
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        allowed_classes={"li": _INDENTS, "p": _INDENTS},
        url_schemes=_LINKS,
        url_relative="deny",
        link_rel=None,
    )
    # Renaming can nest a paragraph in a paragraph; reading it again puts that right.
    narrow = nh3.clean(
        as_html(_renamed(pieces(wide))),
        tags=set(KEPT_TAGS),
        attributes=_ATTRIBUTES,
        allowed_classes={"li": _INDENTS, "p": _INDENTS},
        url_schemes=_LINKS,
        url_relative="deny",
        link_rel="noopener noreferrer",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )
    return _without_empty_blocks(as_html(_in_blocks(pieces(narrow))))


def plain_text(html_text: str) -> str:
    """The words of rich text in reading order, a line per block, list items marked with •.

    A link whose address cannot be read from its words is followed by it in parentheses.
    """
    writer = _LineWriter()
    for piece in pieces(clean_html(html_text)):
        writer.write(piece)
    return writer.text()


def printable(text: str) -> str:
    """Text without what no store, page or letter can carry: NUL, control and lone surrogates.

    Line ends become a plain newline; surrogate pairs are joined to the character they mean.
    """
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return _UNPRINTABLE.sub("", re.sub(r"\r\n?|[\v\f\x85\u2028\u2029]", "\n", text))


_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def pieces(html_text: str) -> list[Piece]:
    """Take cleaned markup apart into tags and text, in order."""
    reader = _Reader(convert_charrefs=True)
    reader.feed(html_text)
    reader.close()
    return reader.pieces


def as_html(parts: Iterable[Piece]) -> str:
    """Put pieces together again, text and attributes escaped."""
    out: list[str] = []
    for part in parts:
        if part.kind == "text":
            out.append(html.escape(part.value, quote=False))
        elif part.kind == "close":
            out.append(f"</{part.value}>")
        else:
            attributes = "".join(
                f' {name}="{html.escape(value)}"' for name, value in part.attributes.items()
            )
            out.append(f"<{part.value}{attributes}>")
    return "".join(out)


class _Reader(HTMLParser):
    """Collects the pieces of markup that nh3 has already made well formed."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(Piece("open", tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(Piece("close", tag, {}))

    def handle_data(self, data: str) -> None:
        self.pieces.append(Piece("text", data, {}))


class _LineWriter:
    """Writes pieces down as lines of plain text."""

    def __init__(self) -> None:
        self._lines = [""]
        self._links: list[tuple[str, int, int]] = []

    def write(self, piece: Piece) -> None:
        if piece.kind == "text":
            self._lines[-1] += re.sub(r"\s+", " ", piece.value)
        elif piece.value == "a":
            self._link(piece)
        elif piece.value in {"td", "th"}:
            self._lines[-1] += "\t" if piece.kind == "close" else ""
        elif piece.value == "br":
            self._lines.append("")
        elif piece.value in BLOCK_TAGS:
            self._edge_of_block(piece)

    def text(self) -> str:
        lines = (re.sub(r" {2,}", " ", line).strip(" \t") for line in self._lines)
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def _link(self, piece: Piece) -> None:
        if piece.kind == "open":
            here = (len(self._lines) - 1, len(self._lines[-1]))
            self._links.append((piece.attributes.get("href", ""), *here))
        elif self._links:
            address, line, start = self._links.pop()
            words = " ".join((self._lines[line][start:], *self._lines[line + 1 :]))
            self._lines[-1] += _address_beside(words, address)

    def _edge_of_block(self, piece: Piece) -> None:
        if self._lines[-1].strip(" •\t"):
            self._lines.append("")
        if piece.kind == "close" and piece.value not in {"li", "tr", "thead", "tbody"}:
            self._lines.append("")
        if piece.kind == "open" and piece.value == "li":
            self._lines[-1] = "• "


def _renamed(parts: Iterable[Piece]) -> Iterable[Piece]:
    """Older names of tags as the kept ones; a link without an address is only its words."""
    kept_links: list[bool] = []
    for part in parts:
        if part.kind == "text":
            yield part
            continue
        if part.value == "a":
            if part.kind == "open":
                kept_links.append(bool(part.attributes.get("href")))
            if not (kept_links[-1] if part.kind == "open" else kept_links and kept_links.pop()):
                continue
        yield Piece(part.kind, _RENAMED.get(part.value, part.value), part.attributes)


def _too_deep(html_text: str) -> bool:
    """Nobody writes tags nested hundreds deep; reading them costs the square of the depth."""
    depth = 0
    for closing, name in _TAG.findall(html_text):
        if name and name.lower() not in _CLOSED_BY_THE_NEXT:
            depth = max(0, depth - 1) if closing else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def _words_only(html_text: str) -> str:
    """A paragraph for each run of words between tags."""
    runs = (html.escape(run.strip(), quote=False) for run in _TAG.sub("\n", html_text).split("\n"))
    return "".join(f"<p>{run}</p>" for run in runs if run)


def _in_blocks(parts: Iterable[Piece]) -> Iterable[Piece]:  # noqa: C901 - a branch per tag
    """Words outside of every block become paragraphs; bold, links and the like end with a block.

    A tag around words is opened only when words come, so that none stands there empty.
    """
    depth = 0
    loose = False
    around: list[Piece] = []
    opened = 0
    for part in parts:
        if part.kind != "text" and part.value in BLOCK_TAGS:
            yield from (Piece("close", tag.value, {}) for tag in reversed(around[:opened]))
            opened = 0
            if loose:
                yield Piece("close", "p", {})
                loose = False
            depth += 1 if part.kind == "open" else -1
            yield part
        elif part.kind == "text" or part.value == "br":
            if not part.value or (depth == 0 and not loose and not part.value.strip()):
                continue
            if depth == 0 and not loose:
                yield Piece("open", "p", {})
                loose = True
            yield from around[opened:]
            opened = len(around)
            yield part
        elif part.kind == "open":
            around.append(part)
        elif around:
            if opened == len(around):
                yield part
                opened -= 1
            around.pop()
    if loose:
        yield Piece("close", "p", {})


def _without_empty_blocks(html_text: str) -> str:
    """Blocks without anything in them are left over from pasting and renaming."""
    while True:
        shorter = _EMPTY_BLOCK.sub("", html_text)
        if shorter == html_text:
            return shorter
        html_text = shorter


def _address_beside(words: str, address: str) -> str:
    bare = re.sub(r"^(?:https?://(?:www\.)?|mailto:|tel:)", "", address).rstrip("/")
    if not bare or bare.casefold() in re.sub(r"\s", "", words).casefold():
        return ""
    return f" ({bare})"
