"""Tables as files: XLSX and CSV in which every cell is text, whatever it begins with."""

import csv
import io
import re
from collections.abc import Sequence

from xlsxwriter import Workbook

_DANGEROUS = re.compile(r"\s*[=+\-@\t\r|%＝＋－＠]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_LONGEST_CELL = 32_000
_WIDEST = 60


def xlsx(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook of one sheet: heads that stay in sight and can be filtered by, cells of text."""
    file = io.BytesIO()
    book = Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    # Text by its format, too: a phone stays a phone when somebody edits the cell.
    text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
    sheet = book.add_worksheet(_sheet_name(title))
    widths = [len(head) for head in heads]
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            clean = _clean(cell)
            sheet.write_string(number, column, clean, text)
            widths[column] = max(widths[column], len(clean))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width + 2, _WIDEST))
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(heads) - 1)
    book.close()
    return file.getvalue()


def csv_file(heads: Sequence[str], rows: Sequence[Sequence[str]], *, language: str) -> bytes:
    """Comma-separated text as a spreadsheet of the reader's language opens it (";" in uk and ru).

    What a spreadsheet could take for a formula or a number gets an apostrophe before it; every
    cell stands in quotes, so that none is cut where another sign than ours separates cells.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(
        file,
        delimiter="," if language == "en" else ";",
        lineterminator="\r\n",
        quoting=csv.QUOTE_ALL,
    )
    for row in (heads, *rows):
        writer.writerow([_defused(_clean(cell)) for cell in row])
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8")


def _defused(cell: str) -> str:
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def _clean(cell: str) -> str:
    return _CONTROL.sub("", cell)[:_LONGEST_CELL]


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:31] or "1"
