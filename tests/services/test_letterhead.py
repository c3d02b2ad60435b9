"""The agency's logo and colour in letters: safe pictures, readable shades, exactly our parts."""

from email import message_from_bytes
from email.policy import SMTP, default
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from db.models import Agency, Letter
from services.customers import CustomerForm, add
from services.errors import Invalid, NotAllowed
from services.letterhead import choose_colour, letterhead, remove_logo, set_logo
from services.mail.colours import (
    DARK_GROUND,
    DARK_INK,
    LIGHT_GROUND,
    OURS,
    READABLE,
    WHITE,
    contrast,
    for_dark,
    for_light,
)
from services.mail.dispatch import dispatch
from services.mail.resending import send_again
from services.photos import read_logo
from tests.factories import alter, stored
from tests.services.postbox import Postbox
from tests.services.test_profile import SECRET, picture

pytestmark = pytest.mark.thorough


def mark(background=(0, 0, 0, 0), ink="teal", size=(400, 100)):
    """A logo: a bar of `ink` on a transparent (or other) background."""
    image = Image.new("RGBA", size, background)
    ImageDraw.Draw(image).rectangle((100, 40, 300, 60), fill=ink)
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


def drawn(content):
    return Image.open(BytesIO(read_logo(content)))


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_whatever_colour_is_chosen_its_words_can_be_read(colour):
    light, dark = for_light(colour), for_dark(colour)
    assert all(contrast(light, beside) >= READABLE for beside in (WHITE, LIGHT_GROUND))
    assert all(contrast(dark, beside) >= READABLE for beside in (DARK_INK, DARK_GROUND))


def test_a_readable_colour_stays_as_it_is_and_another_keeps_its_hue():
    assert for_light(OURS) == OURS
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    red, green, blue = (int(for_light("#ffd700")[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue == 0


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_drawn_anew_small_and_without_secrets(kind):
    content = read_logo(picture(kind, size=(3000, 700)))
    assert SECRET not in content
    image = Image.open(BytesIO(content))
    assert (image.format, image.size) == ("PNG", (343, 80))
    assert not image.info.get("Comment")
    assert not image.getexif()


def test_the_empty_space_around_a_logo_is_cut_and_it_stands_on_white():
    image = drawn(mark())
    assert image.size == (480, 80)
    assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert image.convert("RGB").getpixel((240, 40)) == (0, 128, 128)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"GIF89a", "not_a_photo"),
        (b"<svg onload='alert(1)'/>", "not_a_photo"),
        (picture("PNG")[:300], "not_a_photo"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 5_000_001, "photo_too_large"),
        (mark(ink="white"), "not_seen"),
        (mark(ink=(255, 255, 255, 30)), "not_seen"),
    ],
)
def test_what_is_no_logo_is_refused(content, problem):
    with pytest.raises(Invalid) as refused:
        read_logo(content)
    assert refused.value.problems == {"logo": problem}


def test_administrators_choose_it_and_nobody_else(house, people):
    house.do(people.admin, choose_colour, colour=" #FFD700 ")
    house.do(people.admin, set_logo, picture=read_logo(mark()))
    found = house.ask(people.admin, letterhead)
    assert (found.colour, found.shade) == ("#ffd700", for_light("#ffd700"))
    assert found.logo.startswith(b"\x89PNG")
    house.do(people.admin, remove_logo)
    assert house.ask(people.admin, letterhead).logo == b""
    for viewer in (people.recruiter, people.iryna):
        for act, named in (
            (choose_colour, {"colour": "#000000"}),
            (set_logo, {"picture": b"x"}),
            (remove_logo, {}),
        ):
            with pytest.raises(NotAllowed):
                house.do(viewer, act, **named)


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "", "#123456;background:url(x)"])
def test_what_is_no_colour_is_refused(house, people, colour):
    with pytest.raises(Invalid):
        house.do(people.admin, choose_colour, colour=colour)


@pytest.fixture
def invited(house, people):
    """`invited()`: the message of a new invitation, written, sent and read back."""

    def go(email="vira@acme.example"):
        box = Postbox()
        house.do(people.recruiter, add, form=CustomerForm(email, "Vira"))
        dispatch(house.installation, box)
        return message_from_bytes(box.letters[-1].as_bytes(policy=SMTP), policy=default)

    return go


def parts(message):
    return [part.get_content_type() for part in message.walk()]


def test_a_letter_brings_its_logo_along_and_fetches_nothing(house, people, invited):
    before = list(invited("first@acme.example").keys())
    house.do(people.admin, choose_colour, colour="#aa0044")
    house.do(people.admin, set_logo, picture=read_logo(mark()))
    message = invited()
    assert list(message.keys()) == before
    assert not message.defects
    assert parts(message) == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]
    html = message.get_body(("html",)).get_content()
    shown = [part for part in message.walk() if part["Content-ID"]]
    assert f'src="cid:{shown[0]["Content-ID"].strip("<>")}"' in html
    assert shown[0].get_content() == house.ask(people.admin, letterhead).logo
    assert shown[0].get_content_disposition() == "inline"
    assert 'alt="Clear People"' in html
    assert "#aa0044" in html
    assert "url(" not in html
    assert "http://" not in html
    assert "http" not in html.replace("https://candela.example", "")


def test_without_a_logo_it_has_two_parts_and_the_agencys_name(invited):
    message = invited()
    assert parts(message) == ["multipart/alternative", "text/plain", "text/html"]
    assert "cid:" not in message.get_body(("html",)).get_content()


def test_a_letter_keeps_the_logo_it_was_written_with_also_when_sent_again(house, people, invited):
    house.do(people.admin, set_logo, picture=read_logo(mark()))
    first = invited()
    house.do(people.admin, set_logo, picture=read_logo(mark(ink="red")))
    (letter,) = stored(house, Letter, to_email="vira@acme.example")
    house.do(people.recruiter, send_again, letter_id=letter.id)
    box = Postbox()
    dispatch(house.installation, box)
    again = message_from_bytes(box.letters[-1].as_bytes(policy=SMTP), policy=default)
    pictures = [
        next(part.get_content() for part in one.walk() if part["Content-ID"])
        for one in (first, again)
    ]
    assert pictures[0] == pictures[1]


def test_a_logo_whose_file_is_gone_holds_no_letter_up(house, people, invited):
    (agency,) = stored(house, Agency)
    alter(house, Agency, agency.id, logo="0" * 40)
    assert parts(invited()) == ["multipart/alternative", "text/plain", "text/html"]
    assert house.ask(people.admin, letterhead).logo == b""
