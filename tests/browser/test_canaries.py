"""The canary crawl: a customer from whom contacts are hidden opens everything there is.

Every address, with every key of the database in it, in a real browser whose every byte is kept:
not one word that is not his may come, and the words that are his must, by the same wire.
"""

import pytest
from playwright.sync_api import expect

from db.keys import key_text, new_key
from pages.ui.calendar.place import ENTRIES
from pages.ui.navigation import ADDRESSES, DOORS, NOT_THERE, SET_PASSWORD
from tests.browser import pages
from tests.browser.canary_world import HIS, NOT_HIS, release
from tests.browser.letters import letter_to, letters, words_of
from tests.browser.pages import Tab
from tests.browser.plain_http import ask
from tests.browser.support.capture import RECEIVED, readings
from tests.browser.support.recorder import Recorder
from tests.browser.world import COOKIE, as_

NOUNS = ("vacancies", "candidates", "applications", "users", "companies", "notes", "letters",
         "resume_originals", "resume_versions", "presentations")  # fmt: skip
# What comes by the wire when he reads all that is his; nothing else of it is ever drawn.
CONTROL = {
    "agencies.name", "agencies.phone", "agencies.email", "agencies.site", "companies.name",
    "users.name: Iryna", "users.name: Oksana", "users.name: Pavlo", "users.email: oksana",
    "users.phone: +380 44", "vacancies.title", "vacancies.city", "vacancies.description",
    "stages.name_en", "candidates.first_name: Seen", "candidates.first_name: Withheld",
    "candidates.last_name: Person", "candidates.headline: Engineer", "candidates.city: Kyiv",
    "terms.name_en", "notes.body: A note", "interviews.location: A room",
    "notes.body: Words", "resume_versions.html: <p>The current version of seen",
}  # fmt: skip


@pytest.fixture(scope="module")
def released(start_app):
    made = []
    app = start_app(lambda url, data_dir: made.append(release(url, data_dir)))
    return app, made[0]


@pytest.fixture
def app(released):
    return released[0]


@pytest.fixture
def canaries(released):
    return released[1]


def heard(recorder: Recorder) -> bytes:
    """All that the browser received, unpacked."""
    return b"\n".join(
        content
        for exchange in list(recorder.exchanges)
        for _, content in readings(exchange, RECEIVED)
    )


def keys_to_try(keys: dict[str, list[int]], most: int) -> list[int]:
    """Some keys of what has a page or stands on one, one of each other kind, one of nothing."""
    others = [key for table, found in keys.items() if table not in NOUNS for key in found[:1]]
    return [*(key for noun in NOUNS for key in keys[noun][:most]), *others, new_key()]


def crawl(tab: Tab, canaries, *, most: int) -> None:
    at, people = canaries.applications, canaries.candidates
    tab.go("/")
    for address in (*ADDRESSES, *DOORS, SET_PASSWORD, NOT_THERE):
        tab.jump(f"/{address}")
    for number, key in enumerate(map(key_text, keys_to_try(canaries.canaries.keys, most))):
        nouns = number < most * len(NOUNS)
        for address in ("vacancy", "candidate") if nouns else ("candidate",):
            tab.jump(f"/{address}?id={key}")
    for name in HIS:
        own = f"/candidate?id={key_text(people[name])}"
        for application in (at[f"{name} / acme"], *at.values()):
            tab.jump(f"{own}&app={key_text(application)}&told={key_text(application)}")
    for told in canaries.canaries.keys["notifications"]:
        tab.jump(f"{own}&told={key_text(told)}")
    for interview in canaries.interviews:
        for view in ("list", "month"):
            tab.jump(f"/calendar?view={view}&interview={key_text(interview)}")
    for name in NOT_HIS:
        for page in ("candidate-edit", "customers", "mail"):
            tab.jump(f"/{page}?id={key_text(people[name])}")
        tab.jump(f"/candidates?before={key_text(people[name])}")
    # part of a token is enough to find somebody by, and too little to be heard as an echo
    for words in (
        "qzx",
        "067",
        "+380 67",
        "@mail",
        "skype",
        "Longlisted",
        "Nowhere",
        "Globex",
        "%",
    ):
        tab.jump(f"/candidates?q={words}")
    vacancy = f"/vacancy?id={key_text(canaries.vacancies['acme'])}"
    for stage in canaries.canaries.keys["stages"][:10]:
        tab.jump(f"{vacancy}&stage={key_text(stage)}")
    for query in ("page=1", "section=edit", "before=x"):
        tab.jump(f"{vacancy}&{query}")


def read_what_is_his(tab: Tab, canaries) -> None:
    """As a customer does: by the links, with everything unfolded."""
    tab.go(f"/vacancy?id={key_text(canaries.vacancies['acme'])}")
    tab.page.get_by_text(tab.t("About the vacancy")).click()
    expect(tab.page.get_by_text("What it is about")).to_be_visible()
    for name in HIS:
        tab.jump(f"/candidate?id={key_text(canaries.candidates[name])}")
        expect(tab.heading(name.title())).to_be_visible()
        tab.page.locator("[class*='st-key-stage_']").get_by_role("combobox").click()
        expect(tab.page.get_by_role("option").first).to_be_visible()
        tab.page.keyboard.press("Escape")
    for address in ("/notifications", "/vacancies", "/candidates", "/settings", "/help"):
        tab.jump(address)
    tab.jump(f"/calendar?view=list&interview={key_text(canaries.interviews[0])}")
    expect(tab.dialog.get_by_text("A room")).to_be_visible()


def knock_at_every_route(app, secret: str, canaries, *, most: int = 1000) -> bytes:
    """Every key on the routes beside the pages; what they answered."""
    keys = [key for found in canaries.canaries.keys.values() for key in found[:most]]
    paths = [f"/files/{key_text(key)}" for key in (*keys, new_key())]
    paths += [f"{ENTRIES}?view={view}" for view in ("month", "week", "list")]
    paths += ["/healthz", "/session/start", "/session/end", "/files/", "/files/abc", "/files/-1",
              "/_stcore/metrics", "/_stcore/health", "/_stcore/host-config", "/media/x.pdf"]  # fmt: skip
    answers = [ask(app, path, cookie=secret) for path in paths]
    assert {one.status for one, path in zip(answers, paths, strict=True) if "/files/0" in path} == {
        404
    }
    answers.append(ask(app, "/session/start", method="POST", cookie=secret, body="{}"))
    return b"\n".join(str(one.headers).encode() + one.body for one in answers)


@pytest.mark.only_on("duckdb")
def test_not_one_foreign_word_comes_to_the_customer(app, canaries, new_page):
    """One key of each noun. Every key there is, without a browser, on both databases:
    `services/test_canaries.py`.
    """
    words = canaries.canaries
    with Recorder() as recorder:
        tab = as_(new_page(app, recorder=recorder), canaries.iryna, app)
        read_what_is_his(tab, canaries)
        crawl(tab, canaries, most=1)
        came = heard(recorder) + knock_at_every_route(app, canaries.iryna.secret, canaries)
    his = words.open_in(came)
    missing = {place for place in CONTROL if not any(one.startswith(place) for one in his)}
    assert not missing  # the positive control
    assert not words.secrets_in(came)


def test_the_capture_does_hear_secrets_where_they_are_shown(app, canaries, new_page):
    """The same ears, behind the recruiter: what is secret to the customer is all there."""
    with Recorder() as recorder:
        tab = as_(new_page(app, recorder=recorder), canaries.oksana, app)
        tab.go(f"/candidate?id={key_text(canaries.candidates['seen'])}")
        tab.papers("Original")
        expect(tab.page.locator("a[href^='/files/']")).to_be_visible()
        tab.jump("/mail")
        expect(tab.page.locator(".st-key-page").get_by_role("table")).to_be_visible()
        secrets = canaries.canaries.secrets_in(heard(recorder))
    for place in ("notes.body", "resume_originals.html", "resume_originals.file_name",
                  "letters.subject", "candidate_contacts.value: +380", "seen: e-mail"):  # fmt: skip
        assert any(one.startswith(place) for one in secrets), place


@pytest.mark.only_on("duckdb")
def test_not_yours_and_not_there_look_alike(app, canaries, new_page):
    tab = as_(new_page(app), canaries.iryna, app)
    tab.go("/vacancies")

    def answer(address: str) -> tuple[str, str, str]:
        tab.jump(address)
        page = tab.page.locator(".st-key-page")
        return tab.page.title(), page.inner_text(), page.inner_html()

    for page, own in (("candidate", canaries.candidates), ("vacancy", canaries.vacancies)):
        nothing = answer(f"/{page}?id={key_text(new_key())}")
        assert tab.t("This does not exist, or it is not yours.") in nothing[1]
        for name, key in own.items():
            if name not in (*HIS, "acme"):
                assert answer(f"/{page}?id={key_text(key)}") == nothing, name
        assert answer(f"/{page}?id=abc") == nothing
        assert answer(f"/{page}") == nothing
    nothing = ask(app, f"/files/{key_text(new_key())}", cookie=canaries.iryna.secret)
    for key in canaries.canaries.keys["resume_originals"]:
        found = ask(app, f"/files/{key_text(key)}", cookie=canaries.iryna.secret)
        assert (found.status, found.body) == (nothing.status, nothing.body)
        assert _but_the_date(found) == _but_the_date(nothing)


@pytest.mark.only_on("duckdb")
def test_letters_to_the_customer_hold_nothing_foreign(app, canaries):
    letter_to(app.data_dir, "iryna")
    to_her = [words_of(one) for one in letters(app.data_dir) if "iryna" in str(one["To"])]
    assert "Job acme" in to_her[0]
    heard_in = "\n".join(to_her).encode()
    foreign = {
        one for one in canaries.canaries.secrets_in(heard_in) if not one.startswith("letters.")
    }
    assert not foreign


@pytest.mark.only_on("duckdb")
@pytest.mark.parametrize("how", ["blocked", "expired"])
def test_an_ended_session_hears_nothing(app, canaries, new_page, how):
    secret = canaries.leo.secret if how == "blocked" else canaries.expired
    if how == "blocked":
        leo = as_(new_page(app), canaries.leo, app)
        leo.go("/vacancies")
        expect(leo.page.get_by_role("link", name="Job acme")).to_be_visible()
        staff = as_(new_page(app), canaries.oksana, app)
        staff.go(f"/customers?id={key_text(canaries.leo.id)}")
        pages.block_customer(staff)
        pages.expect_only_the_door(leo)
    with Recorder() as recorder:
        late = Tab(new_page(app, recorder=recorder))
        seen = key_text(canaries.candidates["seen"])
        for address in ("/", f"/candidate?id={seen}", "/vacancies", "/customers", "/mail"):
            late.page.context.add_cookies([{"name": COOKIE, "value": secret, "url": app.url}])
            late.page.goto(address)  # and from there, without the cookie, to the door
            pages.expect_only_the_door(late)
        came = heard(recorder) + knock_at_every_route(app, secret, canaries, most=10)
    assert ask(app, "/live", cookie=secret).status == 401
    his = {place.split(":")[0] for place in canaries.canaries.open_in(came)}
    assert {"agencies.name"} <= his <= {"agencies.name", "agencies.phone", "agencies.email"}
    assert not canaries.canaries.secrets_in(came)


def _but_the_date(answer) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name != "date"}
