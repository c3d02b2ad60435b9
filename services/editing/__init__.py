"""Résumés in the visual editor: what it is given, and what is kept of what it gives back.

The editor knows lines and no tables, nests no lists, and writes the same text in a form of its
own. So it is given each résumé in that form, a table's row as one line with a sign before each
cell; what it gives back becomes nested lists and tables again.
"""

from services.editing.lines import CELL
from services.editing.reading import lines_of
from services.editing.written import as_edited, as_stored
from services.markup import clean_html


def for_editor(html: str) -> str:
    """A stored résumé in the editor's form."""
    return clean_html(as_edited(lines_of(html)))


def from_editor(html: str) -> str:
    """What the editor gave back, in the form that is stored."""
    return clean_html(as_stored(lines_of(html, edited=True)))


def same_resume(one: str, other: str) -> bool:
    """Whether two stored résumés say the same, line by line, however their markup spells it."""
    return one == other or lines_of(one) == lines_of(other)


def has_table(html: str) -> bool:
    """Whether a stored résumé has a table, so that its rows are lines in the editor."""
    return "<table" in html and any(line.kind == "row" for line in lines_of(html))


__all__ = ["CELL", "for_editor", "from_editor", "has_table", "same_resume"]
