"""Pages do not jump while they load, and none is wider than the screen it is read on."""

import pytest
from playwright.sync_api import expect

from tests.browser.sample import sample_app
from tests.browser.support.drawn import wait_until_drawn

PAGES = [("staff", "/list"), ("staff", "/second?id=1"), ("staff", "/all"), ("customer", "/list"),
         ("customer", "/second?id=1"), ("door", "/list")]  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    app = sample_app(tmp_path_factory.mktemp("sample"))
    yield app.start()
    app.stop()


@pytest.mark.parametrize("viewport", ["wide", "phone"])
@pytest.mark.parametrize(("frame", "path"), PAGES)
def test_the_frame_and_its_patterns_stand_still(
    sample, new_page, layout_shifts, frame, path, viewport
):
    page = new_page(sample, viewport=viewport, language="uk")
    page.context.add_cookies([{"name": "frame", "value": frame, "url": sample.url}])
    page.goto(path)
    expect(page.locator("html[data-drawn] h1")).to_be_visible()
    layout_shifts(page, f"sample {frame} {path} {viewport}")
    wait_until_drawn(page)
    widest = (
        "Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth)"
    )
    assert page.evaluate(widest) <= page.viewport_size["width"]
