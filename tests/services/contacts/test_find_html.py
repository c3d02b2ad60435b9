"""Contacts of a document, each with the words around it, and those that are taken out of it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.contacts import find_html, redact_html
from services.contacts.rich import cut_places, places_in
from services.contacts.words import Words
from tests.services.contacts.test_redact import MARKUP

DOCUMENT = (
    "<h2>Olena Koval</h2><p>Phone: <strong>+380</strong> 67 123-45-67, call me</p>"
    "<ul><li>Kyiv</li><li>olena@mail.example</li></ul>"
    '<p>My <a href="https://shop.example/olena">shop</a> since 2019</p>'
    "<table><tbody><tr><td>Telegram</td><td>@olena_k</td></tr></tbody></table>"
)


def _told(html, **how):
    return [(place.kind, place.text) for place in find_html(html, **how)]


def test_each_contact_is_found_with_the_words_of_its_line():
    places = find_html(DOCUMENT)
    assert [(one.kind, one.before, one.text, one.after) for one in places] == [
        ("phone", "Phone: ", "+380 67 123-45-67", ", call me"),
        ("email", "", "olena@mail.example", ""),
        ("url", "My ", "https://shop.example/olena", " since 2019"),
        ("handle", "Telegram  ", "@olena_k", "  "),
    ]
    words = Words.of(DOCUMENT).text
    assert [words[one.start : one.end] for one in places] == [
        "+380 67 123-45-67", "olena@mail.example", "shop", "@olena_k",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "places"),
    [
        ('<p><a href="mailto:i@x.com">write</a></p>', [("email", "mailto:i@x.com")]),
        ('<p><a href="tel:+380671234567">call</a></p>', [("phone", "tel:+380671234567")]),
        (
            '<p><a href="https://t.me/olena">Telegram @Olena</a></p>',
            [("url", "https://t.me/olena"), ("handle", "@Olena")],
        ),
        ("<p>Next.js, 2019-2021</p>", []),
    ],
)
def test_where_a_link_leads_is_a_place_too(html, places):
    assert _told(html) == places


def test_what_somebody_spared_is_left_alone_but_never_a_known_contact():
    html = (
        '<p><a href="https://shop.example/a">Shop</a>, ticket 067 123 45 67, olena@mail.example</p>'
    )
    spared = ["HTTPS://shop.example/a", "067 123  45 67", "olena@mail.example"]
    left = [("email", "olena@mail.example")]
    assert _told(html, spared=spared, known=["olena@mail.example"]) == left
    shown = redact_html(html, spared=spared, known=["olena@mail.example"])
    assert 'href="https://shop.example/a"' in shown
    assert "067 123 45 67" in shown
    assert "olena@" not in shown
    stored = ["+380671234567", "https://shop.example/a"]
    assert "href" not in redact_html(html, spared=spared, known=stored)
    assert "067" not in redact_html(html, spared=spared, known=stored)


def test_names_make_accounts_in_documents_too():
    html = "<p>On all boards: <em>okoval</em>90</p>"
    assert _told(html, names=["Olena Koval"]) == [("handle", "okoval90")]
    assert redact_html(html, names=["Olena Koval"]) == "<p>On all boards: <em>…</em></p>"


@given(st.lists(MARKUP, max_size=30).map("".join))
def test_all_that_is_found_is_all_that_is_taken_out(html):
    words = Words.of(html)
    places = places_in(words)
    assert redact_html(html) == cut_places(words, places, "…")
    assert find_html(redact_html(html)) == []
    ends = [(one.start, one.end) for one in places if not one.is_link]
    assert ends == sorted(ends)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(ends))
