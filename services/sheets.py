"""Tables for a spreadsheet: XLSX, every cell a plain value and never a formula."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

_WIDEST = 60
_LONGEST_CELL = 32_767
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | datetime | None


def sheet(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """One sheet with a bold first row that stays in sight, and a filter.

    Texts are written as texts, and one that a program could still take for a formula when it is
    saved as CSV gets an apostrophe before it; a telephone number keeps its plus. Times are
    written as they are given, without their zone.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - takes long to import, is rarely needed

    file = BytesIO()
    book = Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd hh:mm",
        },
    )
    page = book.add_worksheet()
    bold = book.add_format({"bold": True})
    for column, header in enumerate(headers):
        page.write_string(0, column, _text(header), bold)
        page.set_column(column, column, _width(header, [row[column] for row in rows]))
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, column, _text(value))
            elif isinstance(value, datetime):
                page.write_datetime(number, column, value.replace(tzinfo=None))
            elif value is not None:
                page.write_number(number, column, value)
    page.freeze_panes(1, 0)
    if headers:
        page.autofilter(0, 0, len(rows), len(headers) - 1)
    book.close()
    return file.getvalue()


def _text(value: str) -> str:
    text = value[: _LONGEST_CELL - 1]
    if text.lstrip().startswith(_STARTS_A_FORMULA) and not _is_a_number(text):
        return f"'{text}"
    return text


def _is_a_number(text: str) -> bool:
    """«+380 67 123-45-67», «-1»: digits with what stands between them."""
    return not set(text.strip()) - set("+-0123456789 ().,")


def _width(header: str, values: Sequence[Cell]) -> int:
    longest = max((len(str(value)[:_WIDEST]) for value in (header, *values)), default=0)
    return min(longest, _WIDEST) + 2
