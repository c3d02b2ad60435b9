"""The first request that a fresh process answers, to whatever address: the door, nothing else.

Streamlit's old way of finding pages runs any script beside the main one on a direct address until
the process has drawn its first navigation. So the addresses that matter most are each the first
one of a process of its own; the others follow in the last of them.
"""

import signal

import pytest
from playwright.sync_api import expect

from pages.ui.navigation import ADDRESSES, DOORS
from tests.browser import pages
from tests.browser.pages import Tab
from tests.browser.support.capture import Capture
from tests.browser.support.recorder import Recorder
from tests.browser.world import AGENCY, Plan, as_, open_world

pytestmark = pytest.mark.only_on("duckdb")


@pytest.fixture(scope="module")
def own_world(start_app):
    return open_world(start_app, {"first": Plan()})


def addresses(scene):
    """Every address, with what it would open; and the names of the scripts behind them."""
    scripts = ("shell", "wiring", "candidate_edit", "staff/candidates", "pages/shell", "ui/frame")
    opened = {
        "vacancy": scene.vacancy_address,
        "candidate": scene.presented.address,
        "candidate-edit": scene.presented.address.replace("/candidate?", "/candidate-edit?"),
    }
    return [*(opened.get(one, f"/{one}") for one in (*ADDRESSES, *DOORS, *scripts)), "/", "/start"]


def secrets_of(scene):
    return [
        scene.title,
        scene.presented.name,
        scene.waiting[0].name,
        scene.note,
        scene.phone,
        scene.customer.email,
        scene.recruiter.name,
    ]


@pytest.mark.parametrize("first", ["/shell", "candidate"])
def test_the_first_request_meets_the_door(own_world, new_page, first):
    scene, app = own_world["first"], own_world.app
    address = scene.presented.address if first == "candidate" else first
    app.stop()
    app.start()
    others = addresses(scene) if first == "candidate" else []
    with Recorder() as recorder:
        tab = Tab(new_page(app, recorder=recorder))
        for one in (address, *others):
            tab.go(one)
            pages.expect_only_the_door(tab)
            expect(tab.heading(tab.t("Sign in"))).to_be_visible()
        capture = Capture(recorder)
        assert capture.contains(AGENCY)  # the door plate came by the same wire
        assert not [found for secret in secrets_of(scene) for found in capture.where(secret)]


def test_a_process_that_is_told_to_stop_does_so_while_tabs_are_open(own_world, new_page):
    """And the tabs go on with the next one, as after every new version."""
    scene, app = own_world["first"], own_world.app
    tab = as_(new_page(app), scene.customer, app)
    with tab.page.expect_response("**/live") as stream:
        tab.go("/vacancies")
    assert stream.value.status == 200
    tab.expect_page("My vacancies")
    app._process.terminate()
    assert app._process.wait(10) != -signal.SIGKILL
    app.stop()
    app.start()
    app_state = tab.page.get_by_test_id("stApp")
    expect(app_state).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=60_000)
    tab.place("Candidates").click()
    expect(tab.way_to(scene.presented.name)).to_be_visible()
