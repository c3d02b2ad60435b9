"""Attachments on the pages: what was found is read before opening; the customer gets a way to it."""

import pytest

from services.candidates.attachments import ReadFile, attach
from services.errors import Duplicate
from services.ids import key_text

pytestmark = [pytest.mark.only_on("duckdb"), pytest.mark.thorough]


def opened_meanwhile(*_, **__):
    raise Duplicate(what="row")


def test_one_is_opened_without_the_contacts_found_in_it_and_hidden_again(
    house, people, open_tab, monkeypatch
):
    file = ReadFile("task.txt", b"x", "text/plain", "<p>Ask m@mail.example</p>", "Ask")
    key = key_text(house.do(people.recruiter, attach, candidate_id=people.maryana, file=file))
    here = {"id": people.maryana, "app": people.maryana_at_acme}
    tab = open_tab(people.recruiter)
    tab.open("candidate", **here)
    tab.test.segmented_control(key="candidate_paper").set_value("attachments")
    assert "task.txt" in tab.again().words

    def press(act="open"):
        tab.test.button(key=f"attachment_{act}_{key}").click()
        return tab.again()

    found = press()
    assert "Contacts were found in this file: m@mail.example." in found.words
    assert "Open without contacts to customers of Backend Lead" in found.words
    with monkeypatch.context() as moment:  # a colleague opens it at this very moment
        moment.setattr("pages.ui.staff.candidate_attachments.open_attachment", opened_meanwhile)
        assert "This exists already" not in press().words
    shown = press()
    assert "Hide from the customers of Backend Lead" in shown.words
    customers = open_tab(people.iryna).open("candidate", **here)
    assert f"/files/attachments/{key}" in customers.markup
    press("hide")
    assert (
        f"/files/attachments/{key}" not in open_tab(people.iryna).open("candidate", **here).markup
    )
