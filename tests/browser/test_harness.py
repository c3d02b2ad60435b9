"""The harness sees what it must see: it is tried on a page that holds what it looks for."""

import io
import socket
import zipfile

import pytest
from playwright.sync_api import Error, expect

from tests.browser.support.by_app import app_of
from tests.browser.support.capture import RECEIVED, SENT, frames, packed, spellings, unchunked
from tests.browser.support.clicks import Clicks
from tests.browser.support.running_app import RunningApp
from tests.browser.support.shifts import layout_shift, shifts

SCRIPT = '''
import os
import streamlit as st
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

def main():
    st.title("Лабораторія canary-in-frame")
    typed = st.text_input("Word", key="word")
    if st.button("Say", key="say"):
        st.write(f"You said {typed}")

async def events():
    yield "data: canary-in-event\\n\\n"
    import asyncio
    await asyncio.sleep(3600)

JUMP = """<body><div id=late></div><p style="height:500px;background:silver">text</p><script>
setTimeout(() => { late.style.height = '400px'; document.title = 'done' }, 300)</script>
<iframe srcdoc="<button style='height:90px'>framed</button>"></iframe>"""

def routes():
    return [
        Route("/plain", lambda request: HTMLResponse("<p>canary-in-body</p>")),
        Route("/jump", lambda request: HTMLResponse(JUMP)),
        Route("/live", lambda request: StreamingResponse(events(), media_type="text/event-stream")),
        Route("/file", lambda request: Response("canary-in-file", headers={
            "Content-Disposition": "attachment; filename=canary-in-name.txt"})),
    ]
'''
APP = """
import streamlit as st
from parts import routes
app = st.App("page.py", routes=routes())
"""


@pytest.fixture(scope="module")
def small_app(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small app")
    (folder / "parts.py").write_text(SCRIPT, encoding="utf-8")
    (folder / "page.py").write_text("from parts import main\nmain()\n")
    (folder / "app.py").write_text(APP)
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit/config.toml").write_text("[browser]\ngatherUsageStats = false\n")
    small = RunningApp(folder / "data", script=folder / "app.py", health="/plain")
    yield small.start()
    small.stop()


def test_frames_bodies_events_and_downloads_are_captured(small_app, new_page, recorder, capture):
    page = new_page(small_app, recorder=recorder)
    page.goto("/")
    page.get_by_label("Word").fill("canary-typed")
    page.get_by_role("button", name="Say").click()
    expect(page.get_by_text("You said canary-typed")).to_be_visible()
    page.evaluate("""new Promise(done => {
        new EventSource('/live').onmessage = event => done(event.data) })""")
    assert page.evaluate("fetch('/plain').then(answer => answer.text())")
    with page.expect_download() as download, pytest.raises(Error, match="Download is starting"):
        page.goto("/file")
    assert download.value.suggested_filename == "canary-in-name.txt"
    assert page.context.request.get("/plain?from=canary-test").ok

    found = {token: capture.where(token) for token in (
        "canary-in-frame", "Лабораторія", "canary-in-event", "canary-in-body",
        "canary-in-file", "canary-in-name", "canary-typed", "canary-test",
    )}  # fmt: skip
    assert all(found.values()), found
    assert any("(frame)" in place for place in found["canary-in-frame"])
    assert capture.contains("canary-typed", SENT)
    assert capture.contains("canary-typed", RECEIVED)
    assert not capture.contains("canary-in-body", SENT)
    assert not capture.where("canary-that-flew-away")
    assert set(capture.found(["canary-in-file", "canary-that-flew-away"])) == {"canary-in-file"}
    assert not capture.strangers


def test_nobody_reaches_another_machine(small_app, new_page, recorder, capture):
    page = new_page(small_app, recorder=recorder)
    page.goto("/plain")
    assert page.evaluate("""fetch('http://fonts.example.com/a.css', {mode: 'no-cors'})
        .then(answer => 'came', () => 'refused')""") in {"came", "refused"}
    assert any("fonts.example.com" in stranger for stranger in capture.strangers)


def test_a_page_that_jumps_is_caught_and_one_that_stands_is_not(small_app, new_page):
    page = new_page(small_app)
    page.goto("/plain")
    assert layout_shift(page) == 0
    page.goto("/jump")
    page.wait_for_function("document.title === 'done'")
    assert layout_shift(page) > 0.1
    assert "P" in shifts(page)[0].moved


def test_clicks_are_counted_and_limited(small_app, new_page):
    clicks = Clicks()
    page = new_page(small_app)
    page.goto("/jump")
    framed = page.frame_locator("iframe").get_by_role("button")
    with clicks(page, "press twice", role="recruiter", limit=2):
        page.get_by_text("text").click()
        framed.click()
        page.keyboard.press("Enter")
        page.goto("/plain")

    def press_twice():
        with clicks(page, "press once", role="customer", limit=1):
            page.get_by_text("canary").click()
            page.goto("/jump")
            page.get_by_text("text").click()

    with pytest.raises(AssertionError, match=r"press once .*: 2 clicks, at most 1"):
        press_twice()
    assert [row.clicks for row in clicks.rows] == [2, 2]
    assert [line for line in clicks.table() if "press once" in line and "TOO MANY" in line]


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_a_visitor_has_a_language_a_screen_and_a_scheme(small_app, new_page, language):
    page = new_page(small_app, language=language, viewport="phone", colour_scheme="dark")
    page.goto("/plain")
    assert page.evaluate("navigator.language")[:2] == language
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert page.evaluate("screen.width") == 390


def test_a_fresh_process_has_the_same_address_and_data(small_app, new_page):
    small_app.stop()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", small_app.port))
    small_app.start()
    page = new_page(small_app)
    page.goto("/plain")
    expect(page.get_by_text("canary-in-body")).to_be_visible()


def test_an_app_that_cannot_start_says_why(tmp_path):
    (tmp_path / "app.py").write_text("raise SystemExit('no database')\n")
    broken = RunningApp(tmp_path / "data", script=tmp_path / "app.py", environment={"A": "b"})
    broken._health = "/never"
    (tmp_path / "app.py").unlink()
    with pytest.raises(RuntimeError, match=r"did not start(.|\n)*app\.py"):
        broken.start()


def test_websocket_bytes_are_read_as_rfc_6455_has_them():
    masked = bytes.fromhex("818537fa213d7f9f4d5158")  # "Hello", the example of section 5.7
    parts = bytes.fromhex("010348656c80026c6f")  # "Hel" + "lo"
    long = b"\x82\x7e\x01\x00" + b"x" * 256
    assert list(frames(masked + parts + long)) == [b"Hello", b"Hello", b"x" * 256]


def test_packed_and_chunked_bodies_are_read():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packing:
        packing.writestr("word/document.xml", "canary " * 100)
    assert b"canary" not in archive.getvalue()
    assert any(b"canary" in content for _, content in packed(archive.getvalue()))
    assert unchunked(b"4\r\ncana\r\n2\r\nry\r\n0\r\n\r\n") == b"canary"
    assert unchunked(b"6\r\ncanary\r\n") == b"canary"


def test_a_token_is_known_in_every_spelling():
    token = 'Пса "A&B"'
    for part in ("Пса".encode(), b"\\u041f", b"%D0%9F", b"A&amp;B", b'A&B\\"'):
        assert any(part in spelling for spelling in spellings(token)), part


def test_what_shares_an_app_is_told_by_one_worker():
    file = "tests/browser/test_once.py"
    told = [
        f"{file}::test_a[duckdb-en]",
        f"{file}::test_b[duckdb-ru-[postgresql]",
        f"{file}::test_c[duckdb]",
    ]
    assert {app_of(story) for story in told} == {f"{file} duckdb"}
    assert app_of(f"{file}::test_a[postgresql-uk]") == f"{file} postgresql"
    assert app_of(f"{file}::test_of_a_label[customer]") == file
