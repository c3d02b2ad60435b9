"""The safe version as a text: what goes, what goes along with it, and what stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.contacts import find_html
from services.contacts.words import Words
from services.markup import clean_html
from services.resumes.removals import TAKEN, TAKEN_END, Rules, Wishes, prepare
from tests.services.contacts.test_redact import MARKUP

NOTHING = Rules()
LVIV = "<tr><th>City</th><td>Lviv</td></tr>"


def safe(html, rules=NOTHING, **wishes):
    return prepare(html, rules, Wishes(**wishes)).html


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Call me at 067 123 45 67 after six</p>", "<p>Call me at … after six</p>"),
        ("<p>Phone: <strong>+380 67</strong> 123-45-67</p><p>Kyiv</p>", "<p>Kyiv</p>"),
        (
            "<p>Kyiv | +380 67 123-45-67 | Email: o@mail.example | Ukraine</p>",
            "<p>Kyiv | Ukraine</p>",
        ),
        ("<p>o@mail.example, Kyiv</p>", "<p>Kyiv</p>"),
        ("<p>Київ · тел.: 067 123 45 67 · пошта: o@mail.example</p>", "<p>Київ</p>"),
        ("<p>Kyiv<br>Телефон: 067 123 45 67<br>Ukraine</p>", "<p>Kyiv</p><p>Ukraine</p>"),
        (
            "<ul><li>Telegram: @olena_k</li><li>Python</li></ul>",
            "<ul><li>Python</li></ul>",
        ),
        (
            "<h3>Contacts</h3><p>067 123 45 67</p><p>o@mail.example</p><h3>Work</h3><p>Nova</p>",
            "<h3>Work</h3><p>Nova</p>",
        ),
        (
            "<h3>Contacts</h3><p>067 123 45 67</p><p>Lviv, Ukraine</p><h3>Work</h3><p>Nova</p>",
            "<h3>Contacts</h3><p>Lviv, Ukraine</p><h3>Work</h3><p>Nova</p>",
        ),
        (
            f"<table><tbody><tr><th>Phone</th><td>067 123 45 67</td></tr>{LVIV}</tbody></table>",
            f"<table><tbody>{LVIV}</tbody></table>",
        ),
        (
            "<table><tbody><tr><td>Lviv, 067 123 45 67</td><td>2019</td></tr></tbody></table>",
            "<table><tbody><tr><td>Lviv</td><td>2019</td></tr></tbody></table>",
        ),
        ('<p>See <a href="https://shop.example">our shop</a></p>', "<p>See our shop</p>"),
        (
            "<ol><li>Lead<ul><li>067 123 45 67</li><li>Team</li></ul></li><li>Sales</li></ol>",
            "<ol><li>Lead<ul><li>Team</li></ul></li><li>Sales</li></ol>",
        ),
    ],
)
def test_what_has_lost_its_sense_goes_along_and_the_form_stays(html, shown):
    assert safe(html) == shown


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Olena Koval</h2><p>Email marketing, mobile phones, Telegram bots… in Python</p>",
        "<h3>Contacts</h3><h3>Phone</h3><p>E-mail</p>",
        "<ul><li>Next.js</li><li>Node.js<ul><li>2019-2021</li></ul></li></ul>",
        "<table><tbody><tr><td>Phone</td><td><br></td></tr></tbody></table>",
    ],
)
def test_what_holds_no_contact_is_left_word_for_word(html):
    assert safe(html) == html


def test_each_removal_is_listed_with_its_place_and_marked_in_the_original():
    html = (
        "<p>Phone: 067 <em>123 45 67</em> or mail o@mail.example</p><p>Again: 067 123 45 67</p>"
        '<p><a href="https://t.me/olena_k">t.me/olena_k</a></p>'
    )
    made = prepare(html, Rules(known=("+380671234567",)), Wishes())
    assert [(one.kind, one.text, one.places, one.stored) for one in made.removals] == [
        ("phone", "067 123 45 67", 2, True),
        ("email", "o@mail.example", 1, False),
        ("url", "t.me/olena_k", 2, False),
    ]
    first, mail, link = made.removals
    assert (first.before, first.after) == ("Phone: ", " or mail o@mail.example")
    assert mail.before.endswith("or mail ")
    assert link.spellings == ("t.me/olena_k", "https://t.me/olena_k")
    marked = made.marked.replace(TAKEN, "[").replace(TAKEN_END, "]")
    assert "<p>Phone: [067 ]<em>[123 45 67]</em> or mail [o@mail.example]</p>" in marked
    assert made.marked.replace(TAKEN, "").replace(TAKEN_END, "") == clean_html(html)


def test_what_is_put_back_stays_in_and_in_the_list():
    html = "<p>Ticket 067 123 45 67</p><p>Phone: 067 123 45 67</p><p>o@mail.example</p>"
    (number, mail) = prepare(html, NOTHING, Wishes()).removals
    made = prepare(html, NOTHING, Wishes(put_back=frozenset({number.key})))
    assert made.html == "<p>Ticket 067 123 45 67</p><p>Phone: 067 123 45 67</p>"
    assert [(one.key, one.put_back) for one in made.removals] == [
        (number.key, True),
        (mail.key, False),
    ]
    assert made.marked.count(TAKEN) == 1


def test_more_can_be_taken_out_wherever_it_stands():
    html = "<p>Nova  <em>Pay</em> and NOVA PAY, not Novapayment</p><p>Nova Pay</p><p>Kyiv</p>"
    made = prepare(html, NOTHING, Wishes(more=("nova pay", "  ", "absent")))
    assert made.html == "<p>… and …, not Novapayment</p><p>…</p><p>Kyiv</p>"
    (one,) = made.removals
    assert (one.kind, one.places) == ("marked", 3)
    assert made.absent == ("  ", "absent")


def test_an_employer_is_read_as_he_is_described():
    html = "<h3>Experience</h3><p>PrivatBank, 2019–2021</p><p>Left <strong>Privat</strong>Bank</p>"
    described = (("PrivatBank", "a bank in Kyiv"), ("Nova", " "))
    assert safe(html, employers=described) == (
        "<h3>Experience</h3><p>a bank in Kyiv, 2019–2021</p>"
        "<p>Left <strong>a bank in Kyiv</strong></p>"
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Date of birth: 12 March 1990", ""),
        ("Дата рождения: 12.03.1990, 34 года", ""),
        ("Дата народження: 12 березня 1990 р.", ""),
        ("Женщина, 34 года, родилась 12 марта 1990", "Женщина"),
        ("Вік: 34 роки", ""),
        ("Geburtsdatum: 12.03.1990", ""),
        ("Kyiv | Age: 34 | Ukraine", "Kyiv | Ukraine"),
        ("34 years old", ""),
        ("Работал 12 лет", "Работал 12 лет"),
        ("12 years of experience, since 1990", "12 years of experience, since 1990"),
        ("Born leader of 10 people", "Born leader of 10 people"),
    ],
)
def test_the_date_of_birth_goes_when_asked_for(text, left):
    html = f"<p>{text}</p><p>Python</p>"
    shown = safe(html, without_birth=True)
    assert shown == (f"<p>{left}</p><p>Python</p>" if left else "<p>Python</p>")
    assert safe(html) == html


@given(st.lists(MARKUP, max_size=30).map("".join))
def test_no_contact_is_left_and_no_word_is_made_up(html):
    made = prepare(html, NOTHING, Wishes())
    assert find_html(made.html) == []
    assert clean_html(made.html) == made.html
    stood = iter(Words.of(html).text)
    assert all(letter in stood for letter in Words.of(made.html).text if letter not in "… \n")
