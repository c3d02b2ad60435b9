"""What an older box of a search held does not take back what a link has asked for since."""

import pytest

from pages.ui import search_box, session


@pytest.mark.parametrize(("key", "asked"), [("list_1", ["ivan"]), ("list_0", [])])
def test_only_the_box_that_stands_there_is_heard(monkeypatch, key, asked):
    kept = {"list": (1, "yizhak")}
    monkeypatch.setattr(session, "kept", kept.get)
    monkeypatch.setattr(session, "keep", kept.__setitem__)
    monkeypatch.setattr(session, "typed", lambda _key, _default: " ivan ")
    heard = []
    search_box._typed("list", key, heard.append)
    assert heard == asked
    assert kept["list"] == (1, "ivan" if asked else "yizhak")
