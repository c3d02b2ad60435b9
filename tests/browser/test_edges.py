"""The edges of the app: foreign origins, headers on every answer, closed paths, a quiet console."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.plain_http import ask
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import as_
from tests.conftest import EVERY_CASE

pytestmark = pytest.mark.only_on("duckdb")

FOREIGN = ["https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1.evil.example"]


@pytest.fixture
def scene(world):
    return world["foreign origin"]


@pytest.mark.parametrize("path", ["/session/start", "/session/end"])
@pytest.mark.parametrize("origin", [*FOREIGN, None])
def test_a_foreign_page_starts_and_ends_no_session(world, scene, path, origin):
    headers = {"Origin": origin} if origin else {}
    answer = ask(
        world.app,
        path,
        method="POST",
        cookie=scene.customer.secret,
        body='{"ticket": "x"}',
        Content_Type="text/plain",  # what a form on a foreign page may send without being asked
        **headers,
    )
    assert answer.status == 403
    assert "set-cookie" not in answer.headers
    assert ask(world.app, "/live", cookie=scene.customer.secret).status == 200
    ask(world.app, path, cookie=scene.customer.secret)  # a GET acts on nothing
    assert ask(world.app, "/live", cookie=scene.customer.secret).status == 200


def test_a_foreign_page_cannot_open_a_websocket(world, scene):
    handshake = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    own = {**handshake, "Origin": world.app.url}
    # the positive control: our own page may
    opened = ask(world.app, "/_stcore/stream", cookie=scene.customer.secret, **own)
    assert opened.status == 101
    foreign = {**handshake, "Origin": "https://evil.example"}
    refused = ask(world.app, "/_stcore/stream", cookie=scene.customer.secret, **foreign)
    assert refused.status == 403


def test_every_answer_carries_the_headers(world, scene):
    page = ask(world.app, "/vacancies", Accept="text/html")
    asset = re.search(rb'href="(/assets/[^"]+\.css)"', page.body)[1].decode()
    script = re.search(rb'src="\./(static/[^"]+\.js)"', page.body)[1].decode()
    answers = {
        "page": page,
        "asset": ask(world.app, asset),
        "script": ask(world.app, f"/{script}"),
        "file": ask(world.app, scene.bare.file, cookie=scene.recruiter.secret),
        "no file": ask(world.app, scene.bare.file),
        "health": ask(world.app, "/healthz"),
        "closed": ask(world.app, "/_stcore/metrics"),
        "unknown": ask(world.app, "/nonsense", Accept="text/html"),
        "refused": ask(world.app, "/session/end", method="POST"),
    }
    for name, answer in answers.items():
        assert answer.headers["x-content-type-options"] == "nosniff", name
        assert answer.headers["x-frame-options"] == "DENY", name
        assert answer.headers["referrer-policy"] == "same-origin", name
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy or policy.startswith("sandbox"), name
        assert "'unsafe-inline'" not in policy.replace("style-src 'self' 'unsafe-inline'", ""), name
        assert "'unsafe-eval'" not in policy, name
    assert answers["page"].headers["cache-control"] == "no-store"
    file = answers["file"]
    assert file.status == 200
    assert file.headers["content-disposition"].startswith("attachment;")
    assert file.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/message", "/_stcore/script-health-check"]
)
def test_closed_paths_do_not_exist(world, path):
    assert ask(world.app, path).status == 404


@pytest.mark.parametrize(
    ("name", "language"),
    [(f"labels {one}", one) for one in (("en", "ru", "uk") if EVERY_CASE else ("uk",))],
)
def test_an_unknown_address_says_so_in_the_reader_s_words(world, new_page, name, language):
    scene = world[name]
    staff = as_(new_page(world.app), scene.recruiter, world.app, language)
    customer = as_(new_page(world.app), scene.customer, world.app, language)
    for tab, addresses in (
        (staff, ("/nonsense", "/vacancies/extra", "/shell")),
        (customer, ("/customers", "/mail", "/candidate-edit", "/nonsense")),
    ):
        for address in addresses:
            tab.go(address)
            expect(tab.says("This page does not exist")).to_be_visible()
            expect(tab.dialog).to_have_count(0)
            tab.link("To the start page").click()
            expect(tab.page.get_by_role("heading", level=1)).to_be_visible()


def test_health_tells_nothing_about_anybody(world):
    answer = ask(world.app, "/healthz")
    assert answer.status == 200
    assert re.fullmatch(rb'\{"status":"ok","oldest_letter_seconds":\d+\}', answer.body)


def test_files_go_by_our_own_route_and_the_console_stays_quiet(
    world, scene, new_page, recorder, capture
):
    """Staff walk over every page with the policy in force; nothing is fetched elsewhere."""
    heard = []
    tab = as_(new_page(world.app, recorder=recorder), scene.recruiter, world.app)
    tab.page.on("console", lambda one: heard.append(one.text) if one.type == "error" else None)
    tab.page.on("pageerror", lambda one: heard.append(str(one)))
    edit = scene.presented.address.replace("/candidate?", "/candidate-edit?")
    for address in ("/", "/vacancies", scene.vacancy_address, f"{scene.vacancy_address}&section=edit",
                    scene.presented.address, edit, "/customers", "/mail", "/notifications", "/mail?state=unknown",
                    "/settings", "/help"):  # fmt: skip
        tab.go(address)
        expect(tab.page.locator("nav.nav")).to_be_visible()
    tab.go(edit)
    tab.tab("Resume for customers").click()
    expect(pages.editor(tab)).to_contain_text("Version of")
    tab.go(scene.presented.address)
    tab.papers("Original")
    with tab.page.expect_download() as download:
        tab.page.locator("a[href^='/files/']").click()
    assert download.value.url == world.app.url + scene.presented.file
    wait_until_drawn(tab.page)
    assert not heard, heard
    assert not capture.strangers
    assert any("/files/" in url for url in capture.urls())
    assert not [url for url in capture.urls() if "/media/" in url]
