"""Plain text files in the encodings that résumés come in."""

import re
from collections import Counter
from collections.abc import Iterator
from html import escape

from services.documents.blocks import Block, as_html, bullet, is_section, paragraph, words
from services.errors import DocumentRefused
from services.markup import printable

_MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|script|svg|\?xml|rdf|!--)", re.IGNORECASE)
_SIGNATURES = re.compile(
    rb"MZ[^ \w]|\x7fELF|\{\\rtf|\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z\xbc\xaf|\x1f\x8b|II\*\x00"
    rb"|MM\x00\*|OggS|RIFF....WAVE|RIFF....WEBP|#!|%!PS|\xca\xfe\xba\xbe|SQLite format 3|BZh\d"
    rb"|\xfd7zXZ|PK[\x05\x07]",
    re.DOTALL,
)
_EIGHT_BIT = ("cp1251", "koi8_u", "cp866", "cp1252", "cp1250")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_RULE = re.compile(r"\s*[-=_*~#]{3,}\s*\Z")
_NEARLY_ALL = 0.85
_LONGEST_HEADING = 60
# The most frequent letters of Ukrainian and Russian: the encoding that gives most is right.
_FREQUENT = set("оаинеіетсрвлкдмпуязь")


def text_as_html(content: bytes) -> str:
    """A plain text file as markup.

    Raises DocumentRefused: wrong_type when it is something else, empty when it holds no letters.
    """
    if _SIGNATURES.match(content):
        raise DocumentRefused(reason="wrong_type")
    text = _decoded(content)
    if _MARKUP.match(text) or len(_CONTROL.findall(text)) > len(text) // 100:
        raise DocumentRefused(reason="wrong_type")
    text = words(printable(text))
    if not any(character.isalnum() for character in text):
        raise DocumentRefused(reason="empty")
    return as_html(_blocks(text))


def _decoded(content: bytes) -> str:
    """The text in the encoding that the bytes show; never fails, eight bits fit everything."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\x00" in content:
        for name in ("utf-16-le", "utf-16-be"):
            text = content.decode(name, "surrogatepass" if len(content) % 2 == 0 else "replace")
            if sum(map(_is_european, text)) > _NEARLY_ALL * len(text):
                return text
        raise DocumentRefused(reason="wrong_type")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return max((content.decode(name, "replace") for name in _EIGHT_BIT), key=_likeness)


def _is_european(character: str) -> bool:
    """A letter, digit or sign of the scripts that résumés here are written in."""
    return "\t" <= character < "\u0530" or "\u2010" <= character < "\u2200"


def _likeness(text: str) -> float:
    """How much text reads like a language: frequent letters, capitals only where words begin."""
    sample = text[:20_000]
    counts = Counter(sample)
    letters = sum(count for character, count in counts.items() if character.isalpha())
    foreign = letters - sum(counts[c] for c in counts if c.isascii() and c.isalpha())
    frequent = sum(counts[character] for character in _FREQUENT)
    latin = sum(counts[c] for c in counts if "À" <= c <= "ž" and c.isalpha())
    odd = sum(counts[c] for c in counts if not c.isascii() and not c.isalpha() and c not in _USUAL)
    inside = len(re.findall(r"[^\W\d_](?=[А-ЯІЇЄҐЁ])", sample)) - len(
        re.findall(r"[А-ЯІЇЄҐ]{2}", sample)
    )
    mixed = len(re.findall(r"[A-Za-z][а-яА-Я]|[а-яА-Я][A-Za-z]", sample))
    return foreign * 0.2 + frequent + latin * 0.5 - 3 * odd - 2 * inside - 2 * mixed


_USUAL = frozenset("«»“”„’‘–—…№•·°§©®€\u00a0")


def _blocks(text: str) -> Iterator[Block]:
    """Paragraphs between empty lines, items by their signs, headings by their look."""
    open_lines: list[str] = []
    for raw in [*text.split("\n"), ""]:
        line = re.sub(r"\s+", " ", raw).strip()
        marked = bullet(line)
        heading = _is_heading(line)
        if open_lines and (not line or marked or heading or _RULE.match(line)):
            yield paragraph(open_lines)
            open_lines = []
        if not line or _RULE.match(line):
            continue
        if heading:
            yield Block("h3", escape(line.strip(" :"), quote=False))
        elif marked:
            yield Block("li", escape(line[marked:], quote=False))
        else:
            open_lines.append(line)


def _is_heading(line: str) -> bool:
    if not line or len(line) > _LONGEST_HEADING:
        return False
    letters = [character for character in line if character.isalpha()]
    capitals = len(letters) > 3 and all(letter.isupper() for letter in letters)  # noqa: PLR2004
    return is_section(line) or (capitals and not re.search(r"\d|[@/.]", line))
