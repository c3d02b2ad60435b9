"""A name in a header stays a name: no other address grows out of it, however the line is folded."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP, default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.mail.message import Envelope, compose
from tests.services.interviews.hostile import HOSTILE

PIECES = (
    "Ірина", "eve@x.example", ",", "<eve@x.example>", '"', ":", ";", "\\", "\\n", "(", ")", "[x]",
    "=?utf-8?q?a=2C?=", "=?utf-8?b?LA==?=", ".", "'", "é", "👩", "along" * 9, " ", "-", "=", "?=",
)  # fmt: skip


def read_back(name):
    message = compose(
        Envelope(7, name, "us@clear.example", name, "iryna@acme.example", "", "x", "en"),
        text="x",
        html="x",
        now=datetime(2026, 11, 20, tzinfo=UTC),
    )
    return message_from_bytes(message.as_bytes(policy=SMTP), policy=default)


def assert_alone(name):
    message = read_back(name)
    assert [one.addr_spec for one in message["To"].addresses] == ["iryna@acme.example"]
    assert [one.addr_spec for one in message["From"].addresses] == ["us@clear.example"]


@example("along" * 18 + "eve@x.example" + "along" * 18)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_of_any_pieces_one_address_is_read(name):
    assert_alone(name)


@pytest.mark.parametrize("name", HOSTILE)
def test_of_the_sixty_one_address_is_read(name):
    assert_alone(name)


@pytest.mark.parametrize("name", ["Агенція, Inc.", "J. R. (Bob) Smith", "O’Brien; Sons"])
def test_an_honest_name_stays_as_it_is(name):
    assert read_back(name)["To"].addresses[0].display_name == name
