"""Shown to: the quiet mark of what proves a version, on the page and in the export."""

import io
import zipfile
from unittest.mock import patch

import pytest

from db.models import ResumeVersion
from pages.endpoints import sheets
from pages.ui import installed
from tests.factories import alter, stored
from tests.pages.tab import Tab, signed_in

MARKS = {
    "verified": "This is the text that was shown: it matches the record.",
    "error": "The stored text is not the one that was shown.",
    "hide_source": "The text was erased, the record that it was shown stays.",
}


def exported(house, viewer, key):
    with (
        patch.object(sheets, "viewer_behind", lambda _request: viewer),
        patch.object(installed, "_installed", [house.installation]),
    ):
        content = sheets._shown_to(None, "candidate", key)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize(
    ("columns", "mark", "word"),
    [
        ({}, "verified", "proved"),
        ({"html": "<p>Another</p>"}, "error", "differs"),
        ({"html": "", "salt": ""}, "hide_source", "text erased"),
    ],
)
def test_each_version_says_what_proves_it(house, people, columns, mark, word):
    version = stored(house, ResumeVersion, candidate_id=people.maryana)[0]
    if columns:
        alter(house, ResumeVersion, version.id, **columns)
    tab = Tab(house, signed_in(house, people.recruiter))
    tab.open("candidate", id=people.maryana)
    tab.test.segmented_control(key="candidate_paper").set_value("shown")
    shown = tab.again()
    assert not shown.broken
    table = shown.markup.split('data-rows="shown_candidate"')[1].split("</table>")[0]
    assert table.count(MARKS[mark]) >= 3
    assert not any(other in table for name, other in MARKS.items() if name != mark)
    sheet = exported(house, people.recruiter, people.maryana)
    for said in ("Proof", "Digest", word, version.digest):
        assert f">{said}</t>" in sheet
