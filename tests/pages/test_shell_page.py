"""The page shell as it leaves the house: dressed, with its headers, nobody else's page touched."""

import asyncio
import gzip
import re
from http import HTTPStatus
from pathlib import Path

import pytest
import streamlit_calendar
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit import file_util

from pages.endpoints import assets, headers, shell_html
from pages.endpoints.compressed import CompressedScripts
from pages.endpoints.headers import SecurityHeaders
from pages.endpoints.reader import shell_words
from pages.endpoints.shell_page import Frame, ShellPage

STATIC = Path(file_util.get_static_dir())
FRAME = '<html lang="en"><head></head><body><script>let constant = 1</script></body></html>'


STAFF = Frame("staff", "uk")


def app(https=False, frame=STAFF):
    def page(_request):
        return FileResponse(STATIC / "index.html")

    return Starlette(
        routes=[
            *assets.routes(),
            Route("/answer", lambda _: HTMLResponse("<html><head></head><body>ours</body></html>")),
            Route("/_stcore/metrics", lambda _: PlainTextResponse("everybody who is in")),
            Route("/_stcore/health", lambda _: PlainTextResponse("ok")),
            Route("/component/streamlit_quill.streamlit_quill/index.html",
                  lambda _: HTMLResponse(FRAME)),
            Mount("/static", StaticFiles(directory=STATIC / "static")),
            Route("/{page}", page),
        ],
        middleware=[
            Middleware(SecurityHeaders, https=https),
            Middleware(CompressedScripts),
            Middleware(ShellPage, frame_of=lambda _: frame,
                       words_of=lambda language: {"choose_file": f'{language} "\\<'}),
        ],
    )  # fmt: skip


def get(path, to=None, **sent):
    """Status, headers and body of a GET through the middleware."""
    said = []
    asked = iter([{"type": "http.request"}])

    async def receive():
        return next(asked, None) or await asyncio.Event().wait()

    async def send(message):
        said.append(message)

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "root_path": "",
        "query_string": b"", "scheme": "http", "server": ("h", 80), "client": ("c", 1),
        "http_version": "1.1",
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in sent.items()],
    }  # fmt: skip
    asyncio.run((to or app())(scope, receive, send))
    body = b"".join(part.get("body", b"") for part in said[1:])
    named = {name.decode().lower(): value.decode() for name, value in said[0]["headers"]}
    assert int(named.get("content-length", len(body))) == len(body)
    return said[0]["status"], named, body


def test_the_shell_knows_its_reader_before_the_first_paint():
    status, named, body = get("/candidates", if_none_match='"old"', accept_encoding="gzip")
    page = body.decode()
    assert status == HTTPStatus.OK
    tag = re.search(r"<html [^>]*>", page)[0]
    assert 'lang="uk"' in tag
    assert 'data-frame="staff"' in tag
    assert "--word-choose-file:&quot;uk \\&quot;\\\\&lt;&quot;" in tag
    head = page[page.index("<head>") : page.index("</head>")]
    assert assets.url("candela.css") in head
    assert "<title>Candela</title>" in head
    assert head.count('as="font"') == len(shell_html.MAIN_FONTS)
    for name in assets.PAGE_SCRIPTS:
        assert head.index(assets.url(name)) < head.index("static/js/index.")
    assert not re.findall(r"<script(?![^>]*src=)", page)
    assert "SourceSans" not in page
    # another reader, or the same one after signing out, must never be shown this copy
    assert named["cache-control"] == "no-store"
    assert "etag" not in named
    door = get("/candidates", app(frame=Frame("door", "ru")))[2].decode()
    assert 'data-frame="door"' in door
    assert 'lang="ru"' in door


def test_pages_of_our_own_are_left_alone():
    assert get("/answer")[2] == b"<html><head></head><body>ours</body></html>"


def test_everything_that_is_taken_out_of_the_shell_was_in_it():
    for pattern in shell_html._TAKEN_OUT:
        assert re.search(pattern, shell_html.plain(), re.DOTALL), pattern
    assert '<html lang="en">' in shell_html.plain()


@pytest.mark.parametrize(
    "path", ["/candidates", "/answer", "/assets/nothing.css", "/_stcore/health"]
)
def test_headers_are_on_every_answer(path):
    named = get(path)[1]
    assert named["x-content-type-options"] == "nosniff"
    assert named["x-frame-options"] == "DENY"
    policy = named["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "object-src 'none'" in policy
    assert re.search(r"script-src 'self' blob:(;|$)", policy)
    assert "strict-transport-security" not in named
    assert "strict-transport-security" in get(path, app(https=True))[1]


def test_a_component_may_be_framed_by_us_and_run_the_script_it_came_with():
    _, named, body = get("/component/streamlit_quill.streamlit_quill/index.html")
    policy = named["content-security-policy"]
    assert "frame-ancestors 'self'" in policy
    assert named["x-frame-options"] == "SAMEORIGIN"
    # openssl dgst -sha256 -binary | base64 of the script's text
    assert "'sha256-bQs55lF2hFaYYIH+O/19/GdPXkS7W+UoBoYcFgzyJMU='" in policy
    for name in ("editor.css", "editor.js"):
        assert assets.url(name).encode() in body
    assert b'lang="uk"' in body


def test_the_grid_hears_our_script_before_its_own():
    installed = Path(streamlit_calendar.__file__).with_name("frontend") / "build" / "index.html"
    page = shell_html.grid(installed.read_text("utf-8"), "uk")
    assert 0 < page.index(assets.url("grid.js")) < page.index("./static/js/main")
    assert page.index("./static/css/main") < page.index(assets.url("grid.css"))


def test_what_tells_outsiders_about_the_people_inside_does_not_exist():
    status, named, body = get("/_stcore/metrics")
    assert status == HTTPStatus.NOT_FOUND
    assert b"everybody" not in body
    assert "content-security-policy" in named
    assert get("/_stcore/health")[0] == HTTPStatus.OK
    assert all(path.startswith("/_stcore/") for path in headers.CORE)


def test_scripts_of_streamlit_are_compressed_for_whoever_takes_it():
    script = next((STATIC / "static/js").glob("index.*.js"))
    path = f"/static/js/{script.name}"
    _, named, body = get(path, accept_encoding="gzip, br")
    assert named["content-encoding"] == "gzip"
    assert gzip.decompress(body) == script.read_bytes()
    assert len(body) * 2 < script.stat().st_size
    assert "content-encoding" not in get(path)[1]
    assert get("/static/js/../../index.html", accept_encoding="gzip")[0] == HTTPStatus.NOT_FOUND


def test_a_file_of_the_look_is_kept_for_a_year_under_the_address_of_its_bytes_only():
    status, named, body = get(assets.url("candela.css"))
    assert status == HTTPStatus.OK
    assert named["cache-control"] == assets.FOREVER
    assert named["content-type"].startswith("text/css")
    assert assets.url("onest-cyrillic.woff2").encode() in body
    assert get("/assets/candela.0123456789ab.css")[1]["cache-control"] == "no-cache"
    assert get("/assets/secret.css")[0] == HTTPStatus.NOT_FOUND


def test_what_the_framework_names_in_english_has_a_word_in_each_language():
    script = (Path(assets.__file__).parents[1] / "ui/look/shell.js").read_text("utf-8")
    names = script[script.index("const NAMES") : script.index("const NAMED")]
    named = dict(re.findall(r'\["([^"]+)", "([^"]+)"\]', names))
    assert {"Choose date", "Increment", "Decrement", "Show password", "Hide password"} <= set(named)
    words = {name.replace("-", "_") for name in named.values()}
    assert words <= set(shell_html.WORDS)
    english = shell_words("en")
    for language in ("uk", "ru"):
        said = shell_words(language)
        assert all(said[word] and said[word] != english[word] for word in words)
