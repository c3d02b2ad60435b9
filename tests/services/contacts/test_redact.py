"""Text and markup without contacts: in no word, joined across no tag, in no attribute."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.contacts import find, redact, redact_html
from services.markup import clean_html, plain_text
from tests.services.contacts.spellings import HARMLESS
from tests.services.contacts.test_find import PIECES, SPELLINGS


@pytest.mark.parametrize(("kind", "spelling"), SPELLINGS)
def test_a_redacted_text_holds_no_contact(kind, spelling):
    shown = redact(f"Olena Ivanenko, {spelling} | Kyiv", mark="###")
    assert find(shown) == []
    assert shown.startswith("Olena Ivanenko, ")
    assert shown.endswith("Kyiv")
    assert "###" in shown


@pytest.mark.parametrize("text", HARMLESS)
def test_a_text_without_contacts_is_left_as_it_is(text):
    assert redact(text) == text


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["…", "", "[contact]"]))
def test_redacting_again_finds_nothing(text, mark):
    assert find(redact(text, mark=mark)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Telegram: @ivan_p, Kyiv", "Telegram: …, Kyiv"),
        ("Skype: live_ivan\nPython, Django", "Skype: …\nPython, Django"),
        ("Skype: live_ivan qzxabcdefgh", "Skype: … qzxabcdefgh"),
        ("Viber, тг: ivan.p93 · Lviv", "Viber, тг: … · Lviv"),
    ],
)
def test_a_label_that_has_lost_its_name_takes_no_other(text, shown):
    assert redact(text) == shown


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (
            "<p>Call <b>+380</b> 67 <i>123</i>-45-67 now</p>",
            "<p>Call <strong>…</strong> now</p>",
        ),
        ("<p>iv<b>an@ex</b>ample.com</p>", "<p>…</p>"),
        ("<p>ivan</p><p>@gmail.com</p>", "<p>…</p>"),
        ("<p>+380 67<br>123 45 67</p>", "<p>…<br></p>"),
        ('<p><a href="mailto:i@x.com">write me</a></p>', "<p>write me</p>"),
        ('<p><a href="mailto:i@x.com">i@x.com</a></p>', "<p>…</p>"),
        ('<p><a href="https://linkedin.com/in/olena">olena</a></p>', "<p>…</p>"),
        ('<p><a href="https://t.me/olena">Telegram @Olena</a></p>', "<p>Telegram …</p>"),
        ('<p><a href="https://x.example/a">Our product</a></p>', "<p>Our product</p>"),
        ('<p title="i@x.com">a<img alt="i@x.com" src="http://i.example/i@x.com"></p>', "<p>a</p>"),
        (
            "<table><tr><td>067</td><td>123 45 67</td></tr><tr><td>2019</td></tr></table>",
            "<table><tbody><tr><td>…</td><td></td></tr><tr><td>2019</td></tr></tbody></table>",
        ),
        ("<p>t.me&#47;ivan &lt;b&gt;</p>", "<p>… &lt;b&gt;</p>"),
        ("<p>+380&nbsp;67&#8203;1234567</p>", "<p>…</p>"),
        ("<ul><li>Next.js &amp; <em>Node.js</em></li></ul>", None),
    ],
)
def test_markup_loses_contacts_and_keeps_its_form(html, shown):
    assert redact_html(html) == (html if shown is None else shown)


def test_known_contacts_leave_markup_too():
    html = "<p>Olena <em>67</em> 123 45 67, olena_iv, <u>OLENA@x.example</u></p>"
    shown = redact_html(html, known=["+380671234567", "@olena_iv", "olena@x.example"])
    assert shown == "<p>Olena <em>…</em>, …, <u>…</u></p>"


MARKUP = st.one_of(
    PIECES,
    st.sampled_from(
        ["<p>", "</p>", "<b>", "</b>", "<br>", "<td>", "<ul><li>", "&amp;",
        "<a href='mailto:i@x.com'>",
         "<a href='https://t.me/ivan'>", "</a>", "&#43;", "<div>", "&nbsp;"]
    ),
)  # fmt: skip


def test_a_service_over_a_list_leads_to_the_account_in_it():
    assert "ivan067" not in redact_html("<p>Skype:</p><ul><li><p>ivan067</p></li></ul>")


@given(st.lists(MARKUP, max_size=30).map("".join))
@example("+380+380+380+380+380\n&nbsp;.com")
def test_no_contact_is_left_in_any_markup(html):
    shown = redact_html(html)
    assert clean_html(shown) == shown, "well formed, and nothing but what is kept"
    assert "href" not in re.sub(r">[^<]*<", "><", shown)
    assert find(plain_text(shown)) == []
