"""Where the bar stands that takes back what was just done: it does not say whom that was about."""

import pytest

from pages.ui.undo import _is_about_another


@pytest.mark.parametrize(
    ("acted_at", "now_at", "another"),
    [
        ("/candidate?a", "/candidate?a", False),
        ("/candidate?a", "/candidate?b", True),
        ("/vacancy?v", "/candidate?b", False),
        ("/candidate?a", "/vacancy?v", False),
        ("", "/candidate?b", False),
    ],
)
def test_it_stands_on_no_page_about_somebody_else(acted_at, now_at, another):
    assert _is_about_another(acted_at, now_at) is another
