"""Letters with their style, and the markup they become."""

from collections.abc import Iterable
from html import escape

from services.documents.lines import Line, Style, tidy

Letter = tuple[str, Style]
Letters = list[Letter]


def letters_of(line: Line) -> Letters:
    """The letters of a line as it reads when tidied, each with the style it had."""
    raw = [(letter, piece.style) for piece in line.pieces for letter in piece.text]
    out: Letters = []
    place = 0
    for letter in tidy("".join(letter for letter, _ in raw)):
        at = place
        while at < len(raw) and raw[at][0] != letter:
            at += 1
        if at < len(raw) and (letter not in " ·" or at == place):
            out.append(raw[at])
            place = at + 1
        else:
            out.append((letter, _bare(out[-1][1] if out else raw[0][1])))
    return out


def space(after: Letter) -> Letter:
    """A space that goes on in the style before it."""
    return " ", after[1]


def markup(letters: Iterable[Letter]) -> str:
    """Letters as markup: bold, italic and links around the runs that have them."""
    runs: list[tuple[str, Style]] = []
    for letter, style in letters:
        if runs and (_alike(runs[-1][1], style) or (letter == " " and not runs[-1][1].link)):
            runs[-1] = (runs[-1][0] + letter, runs[-1][1])
        else:
            runs.append((letter, style))
    return "".join(_marked(text, style) for text, style in runs)


def _bare(style: Style) -> Style:
    return Style(style.size, bold=False, italic=False, link="")


def _alike(one: Style, other: Style) -> bool:
    return (one.bold, one.italic, one.link) == (other.bold, other.italic, other.link)


def _marked(text: str, style: Style) -> str:
    words = text.strip()
    if not words:
        return text
    html = escape(words, quote=False)
    if style.bold:
        html = f"<strong>{html}</strong>"
    if style.italic:
        html = f"<em>{html}</em>"
    if style.link:
        html = f'<a href="{escape(style.link)}">{html}</a>'
    before, after = text[: text.index(words)], text[text.index(words) + len(words) :]
    return f"{before}{html}{after}"
