"""What somebody has said to be no contact is left alone: that very string, and nothing else."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.contacts import find, redact
from services.contacts.detection import holds_known
from services.contacts.rich import find_html
from services.contacts.spared import spared_key


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        ("Wrote the guide at ivan-blog.io/guide", "ivan-blog.io/guide"),
        ("Wrote the guide at IVAN-Blog.io/Guide", "ivan-blog.io/Guide"),
        ("Wrote it at HTTPS://Bit.ly/AbC", "https://bit.ly/AbC"),
        ("Invoice desk: 044 123 45 67", "044  123\u00a045 67"),
        ("Office: 12 Baker Street, London", "12  BAKER STREET, london"),
        ("Mail to sales＠acme.com", "sales@acme.com"),
    ],
)
def test_a_spared_string_is_left_alone_in_any_case_and_width(text: str, spared: str) -> None:
    assert find(text)

    assert find(text, spared=[spared]) == []
    assert redact(text, spared=[spared]) == text


@pytest.mark.parametrize(
    "text",
    [
        "Call 044 123 45 68",
        "Call 044 123 45 67 or 067 123 45 67",
        "Call 0\u200b44 123 45 67",
        "Call +38 044 123 45 67",
        "Mail to 0441234567@mail.com",
    ],
)
def test_nothing_but_that_very_string_is_spared(text: str) -> None:
    found = [one.text for one in find(text, spared=["044 123 45 67"])]

    assert found
    assert all(spared_key(one) != "044 123 45 67" for one in found)


@pytest.mark.parametrize("address", ["https://bit.ly/{}", "bit.ly/{}", "https://x.example?{}"])
def test_another_case_behind_the_host_is_another_address(address: str) -> None:
    text = address.format("aBc")

    assert [one.text for one in find(text, spared=[address.format("AbC")])]
    link = '<p><a href="https://bit.ly/aBc">here</a></p>'
    assert [one.text for one in find_html(link, spared=["https://bit.ly/AbC"])]


@pytest.mark.parametrize("known", ["+380 44 123 45 67", "0441234567"])
def test_a_contact_stored_with_the_candidate_is_never_spared(known: str) -> None:
    text = "Call 044 123 45 67"

    assert [one.text for one in find(text, known=[known], spared=["044 123 45 67"])]
    assert redact(text, known=[known], spared=["044 123 45 67"]) == "Call …"


LINK = "https://olena.example/cv_dot_A"
QUOTED = st.lists(st.sampled_from((0, 0, 1, 2, 3)), min_size=len(LINK), max_size=len(LINK))


def quoted(times: list[int]) -> str:
    """The link with each sign written as it is, or as %41, %2541, %252541."""
    signs = zip(LINK, times, strict=True)
    return "".join(f"%{'25' * (many - 1)}{ord(sign):02X}" if many else sign for sign, many in signs)


@settings(max_examples=15)
@given(QUOTED, QUOTED.map(lambda times: [min(many, 1) for many in times]))
@example([1, *[0] * (len(LINK) - 1)], [0] * len(LINK))
@example([0] * len(LINK), [*[0] * (len(LINK) - 1), 1])
@example([0] * 10 + [1] + [0] * (len(LINK) - 11), [0] * len(LINK))
def test_no_quoting_of_a_stored_link_is_ever_spared(times: list[int], at_home: list[int]) -> None:
    link, known = quoted(times), [quoted(at_home)]

    assert holds_known(link, known)
    html = f'<p><a href="https://sure.example/?to={link}">here</a></p>'
    address = [one.text for one in find_html(html) if one.is_link]
    assert [one.text for one in find_html(html, known=known, spared=address)] == address
    text = f"See {link} for more"
    told = [one.text for one in find(text, known=known)]
    assert [one.text for one in find(text, known=known, spared=told)] == told


def test_an_account_made_of_his_name_can_be_spared() -> None:
    text = "Built ivan.petrenko as a demo product"
    names = ["Ivan Petrenko"]

    assert [one.text for one in find(text, names=names)] == ["ivan.petrenko"]
    assert find(text, names=names, spared=["Ivan.Petrenko"]) == []


def test_hostile_strings_spare_nothing_but_themselves() -> None:
    text = "Call 044 123 45 67 or mail a.b@mail.com"

    for spared in ["", " ", ".*", "%", "\x00", "\ud800", "0", "(", "a.b", "\u0301" * 500]:
        assert find(text, spared=[spared]) == find(text)
