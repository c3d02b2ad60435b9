"""Spreadsheets: what people typed is text, never a formula; phones stay readable."""

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest

from services.sheets import sheet


def opened(content):
    """The texts of all cells, and the sheet itself."""
    with zipfile.ZipFile(BytesIO(content)) as book:
        names = book.namelist()
        texts = (
            book.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in names else ""
        )
        page = book.read("xl/worksheets/sheet1.xml").decode()
    return re.findall(r"<t[^>]*>([^<]*)</t>", texts), page


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("=1+1", "'=1+1"),
        (' =HYPERLINK("http://x")', "' =HYPERLINK"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd"),
        ("-x", "'-x"),
        ("+380 67 123-45-67", "+380 67 123-45-67"),
        ("-1", "-1"),
        ("Мар’яна", "Мар’яна"),
    ],
)
def test_no_cell_is_a_formula_and_phones_stay_readable(typed, written):
    texts, page = opened(sheet([typed], [[typed]]))
    assert texts
    assert all(text.replace("&quot;", '"').startswith(written) for text in texts)
    assert "<f>" not in page


def test_numbers_times_and_nothing():
    at = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
    texts, page = opened(
        sheet(["When", "How many", "What"], [[at, 3, None], [None, 1.5, "x" * 40_000]])
    )
    assert texts[:3] == ["When", "How many", "What"]
    assert "<v>3</v>" in page
    assert "<v>46346.5208" in page
    assert len(texts[3]) < 32_768
    assert opened(sheet([], []))[0] == []
