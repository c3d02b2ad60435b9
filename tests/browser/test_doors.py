"""What comes from outside: forged posts, forged and dead sessions, foreign hosts, open redirects."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from starlette.routing import Route

from pages import wiring
from pages.ui.calendar.place import ENTRIES
from services.access.secrets import new_secret
from tests.browser import pages, world
from tests.browser.pages import Tab
from tests.browser.plain_http import ask
from tests.browser.support.door import sign_in
from tests.browser.world import COOKIE, PASSWORD, Plan, World
from tests.factories import alter, plant, stored

pytestmark = pytest.mark.only_on("duckdb")

EVIL = "https://evil.example"
# Posts that no browser sends: whoever calls proves himself by a signature instead of an Origin.
SIGNED = {"/hooks/sendgrid"}
ROUTES = [route for route in wiring.routes() if isinstance(route, Route)]
POSTS = sorted(
    route.path
    for route in ROUTES
    if "POST" in (route.methods or set()) and route.path not in SIGNED
)


@pytest.fixture(scope="module")
def dead() -> dict[str, str]:
    """Secrets of sessions that are over, by what ended them; filled while furnishing."""
    return {name: new_secret() for name in ("expired", "ended", "blocked")}


@pytest.fixture(scope="module")
def own_world(start_app, dead):
    made = []

    def furnish(url, data_dir):
        house = world.furnished_house(url, data_dir)
        administrator = world.found_agency(house)
        scenes = {
            "doors": world.build(house, "doors", Plan()),
            "shut": world.build(house, "shut", Plan(blocked=True)),
        }
        now, mine = datetime.now(UTC), scenes["doors"].customer.id
        plant(
            house,
            world.a_session(mine, dead["expired"], now, lasting=timedelta(minutes=-1)),
            world.a_session(mine, dead["ended"], now, lasting=timedelta(days=1)),
            world.a_session(
                scenes["shut"].customer.id, dead["blocked"], now, lasting=timedelta(days=1)
            ),
        )
        ended = next(
            one
            for one in stored(house, world.SignInSession)
            if one.digest == world.digest(dead["ended"])
        )
        alter(house, world.SignInSession, ended.id, ended_at=now)
        house.installation.database.close()
        made.append((administrator, scenes))

    app = start_app(furnish)
    return World(app, *made[0])


def test_there_are_posts_to_be_tested():
    assert {"/session/start", "/session/end"} <= set(POSTS)


@pytest.mark.parametrize("path", POSTS)
def test_a_post_from_another_site_does_nothing(own_world, path):
    app, scene = own_world.app, own_world["doors"]
    foreign = [
        {},
        {"Origin": "null"},
        {"Origin": EVIL},
        {"Origin": f"http://127.0.0.1:{app.port + 1}"},
        {"Origin": f"{app.url}.evil.example"},
        {"Origin": "", "Referer": f"{app.url}/"},
        {"Origin": EVIL, "X_Forwarded_Host": "evil.example"},
    ]
    for headers in foreign:
        answer = ask(
            app,
            path,
            method="POST",
            cookie=scene.recruiter.secret,
            body='{"ticket": "x"}',
            **headers,
        )
        assert answer.status == 403, headers
        assert "set-cookie" not in answer.headers
    still_in = ask(app, "/live", cookie=scene.recruiter.secret)
    assert still_in.status == 200, "nobody was signed out"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_what_is_read_cannot_be_posted_to(own_world, method):
    scene = own_world["doors"]
    taken = {route.path for route in ROUTES if method in (route.methods or set())}
    for place in sorted({route.path for route in ROUTES} - taken):
        path = re.sub(r"{.*?}", "x", place)
        answer = ask(
            own_world.app, path, method=method, cookie=scene.recruiter.secret,
            body="x", Origin=own_world.app.url,
        )  # fmt: skip
        assert answer.status in {403, 404, 405}, path


def test_forged_and_dead_sessions_open_nothing(own_world, dead):
    app, scene = own_world.app, own_world["doors"]
    live = scene.customer.secret
    assert ask(app, "/live", cookie=live).status == 200  # the positive control
    assert ask(app, scene.bare.file, cookie=live).status == 200
    assert ask(app, ENTRIES, cookie=live).status == 200
    forged = {
        "none": "",
        "guessed": new_secret(),
        "cut off": live[:-1],
        "longer": live + "A",
        "other case": live.swapcase(),
        "the digest itself": world.digest(live),
        "sql": "' OR 1=1 --",
        "an id": str(scene.customer.id),
        "a token without key": "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
        **dead,
    }
    for name, secret in forged.items():
        assert ask(app, "/live", cookie=secret).status == 401, name
        assert ask(app, scene.bare.file, cookie=secret).status == 404, name
        assert ask(app, ENTRIES, cookie=secret).status == 404, name
        page = ask(app, "/vacancies", cookie=secret, Accept="text/html").body.decode()
        assert 'data-frame="door"' in page, name


def test_signed_out_the_old_cookie_is_worth_nothing(own_world, new_page):
    tab = Tab(new_page(own_world.app))
    sign_in(tab.page, own_world["doors"].colleague.email, PASSWORD)
    tab.expect_page("My vacancies")
    before = cookie_of(tab)
    assert ask(own_world.app, "/live", cookie=before).status == 200
    pages.sign_out(tab)
    pages.expect_only_the_door(tab)
    assert ask(own_world.app, "/live", cookie=before).status == 401
    sign_in(tab.page, own_world["doors"].colleague.email, PASSWORD)
    tab.expect_page("My vacancies")
    assert cookie_of(tab) != before


def cookie_of(tab):
    return next(one["value"] for one in tab.page.context.cookies() if one["name"] == COOKIE)


@pytest.mark.parametrize(
    "path",
    ["/", "/vacancies", "/no-such-page", "/sign-in", "/forgot", "/enter?token=x", "/healthz"],
)
def test_a_foreign_host_is_repeated_nowhere(own_world, path):
    for headers in (
        {"Host": "evil.example"},
        {"X_Forwarded_Host": "evil.example"},
        {"Forwarded": "host=evil.example"},
        {"X_Original_URL": f"{EVIL}/"},
    ):
        answer = ask(own_world.app, path, Accept="text/html", **headers)
        assert "evil.example" not in answer.body.decode(errors="replace"), headers
        assert "evil.example" not in str(answer.headers), headers


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "/\\evil.example",
        "/%2f%2fevil.example",
        "/%5cevil.example",
        "/sign-in?next=https://evil.example",
        "/vacancies/https://evil.example",
        "/no-such-page?url=//evil.example",
        "/enter?token=x&next=//evil.example",
    ],
)
def test_no_address_leads_away(own_world, path):
    answer = ask(own_world.app, path, Accept="text/html")
    where = answer.headers.get("location", "")
    assert where in {"", "/not-there"}, where


def test_signing_out_leads_to_our_own_door(own_world):
    answer = ask(
        own_world.app, "/session/end?next=//evil.example", method="POST",
        Origin=own_world.app.url, body='{"ticket": "", "next": "//evil.example"}',
    )  # fmt: skip
    assert (answer.status, answer.headers["location"]) == (303, "/sign-in")


def test_photos_and_files_are_asked_for_with_a_session(own_world):
    key = world.key_text(own_world["doors"].recruiter.id)
    for path in (f"/photos/{key}", "/photos/x", "/photos/..%2f..%2fsecret", "/files/x"):
        for cookie in ("", own_world["doors"].recruiter.secret):
            answer = ask(own_world.app, path, cookie=cookie)
            assert answer.status in {400, 404}, path
            assert "max-age" not in answer.headers.get("cache-control", ""), path
