"""Messages no browser sends: the staff's pages and buttons, over a customer's own websocket."""

from functools import partial

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from db.keys import key_text, new_key
from db.models import AuditEntry
from pages.ui.navigation import ADDRESSES, DOORS
from tests.browser.canary_world import HIS, NOT_HIS, release
from tests.browser.plain_http import ask
from tests.browser.support.wire import Wire
from tests.browser.world import furnished_house
from tests.factories import stored

pytestmark = pytest.mark.only_on("duckdb")

# One of each kind of value that a widget may bring.
VALUES = [
    {"trigger_value": True},
    {"bool_value": True},
    {"int_value": 1},
    {"double_value": 1e308},
    {"string_value": "<b>x</b>\0"},
    {"json_value": '{"a": [1]}'},
    {"json_value": "{"},
]


@pytest.fixture
def released(start_app):
    made = []

    def furnish(url, data_dir):
        made.append((release(url, data_dir), partial(furnished_house, url, data_dir)))

    app = start_app(furnish)
    return app, *made[0]


def test_the_staffs_pages_and_buttons_do_nothing_over_a_customers_websocket(released):
    app, canaries, open_again = released
    people, vacancies = canaries.candidates, canaries.vacancies
    keys = [people[HIS[0]], people[NOT_HIS[0]], vacancies["acme"], vacancies["globex"], new_key()]
    queries = ["", *(f"id={key_text(key)}" for key in keys)]
    with Wire(app, canaries.oksana.secret) as staff:
        for address in ADDRESSES:
            for query in queries[:3:2] if address != "vacancy" else queries[3:4]:
                staff.open(address, query)
        assert canaries.canaries.secrets_in(bytes(staff.heard))  # the control
    with Wire(app, canaries.iryna.secret) as wire:
        for address in (*ADDRESSES, *DOORS):
            for query in queries:
                wire.open(address, query)
        own = set(wire.widgets)
        for address, query in (("candidate", queries[1]), ("vacancy", queries[3])):
            for value in VALUES:
                theirs = [WidgetState(id=key, **value) for key in staff.widgets if key not in own]
                wire.open(address, query, widgets=theirs)
            wire.open(address, query)
        for fragment in staff.fragments:
            wire.open("candidate", queries[1], fragment=fragment, waits=False)
        said = BackMsg(clear_cache=True)
        wire.say(said)
        wire.open("candidate", queries[1])
        came = bytes(wire.heard)
    assert len(staff.widgets) > 50
    assert staff.fragments
    assert canaries.canaries.open_in(came)  # the control: her own words did come
    assert not canaries.canaries.secrets_in(came)
    assert ask(app, "/healthz").status == 200
    app.stop()
    house = open_again()
    done = {one.act for one in stored(house, AuditEntry, actor_id=canaries.iryna.id)}
    house.installation.database.close()
    assert done == set()
