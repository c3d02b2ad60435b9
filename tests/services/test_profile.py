"""One's own profile: what customers read of staff, and a photo without secrets in it."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from db.models import Letter, User
from services.customers import CustomerForm, add
from services.errors import Invalid, NotAllowed, NotFound
from services.photos import read
from services.profile import ProfileForm, edit_profile, my_profile, photo, remove_photo, set_photo
from services.vacancies.views import my_recruiter
from tests.factories import stored, the

pytestmark = pytest.mark.thorough

FORM = ProfileForm(
    " Oksana  L. ", "+380 44 1", "Telegram @oksana", "Lead", "Best,\r\nOksana\x00\nClear People\n\n"
)
SECRET = b"50.4501 30.5234 zq-canary"


def picture(kind, size=(640, 480), mode="RGB"):
    """A picture with a secret in its metadata."""
    made = BytesIO()
    image = Image.new(mode, size, "teal")
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Comment", SECRET.decode())
        image.save(made, kind, pnginfo=info)
    else:
        exif = Image.Exif()
        exif[0x010E] = SECRET.decode()
        image.save(made, kind, exif=exif, comment=SECRET)
    return made.getvalue()


def test_what_staff_say_of_themselves_customers_read(house, people):
    house.do(people.recruiter, edit_profile, form=FORM)
    mine = house.ask(people.recruiter, my_profile)
    assert (mine.name, mine.signature) == ("Oksana L.", "Best,\nOksana\nClear People")
    seen = house.ask(people.iryna, my_recruiter)
    assert (seen.name, seen.phone, seen.messenger, seen.position) == (
        "Oksana L.", "+380 44 1", "Telegram @oksana", "Lead",
    )  # fmt: skip
    assert seen.signature == mine.signature
    house.do(people.recruiter, add, form=CustomerForm("vira@acme.example", "Vira"))
    letter = stored(house, Letter)[-1]
    for body in (letter.text, letter.html):
        assert "Best,\nOksana\nClear People" in body
    html = ProfileForm("O", signature="<script>alert(1)</script>")
    house.do(people.recruiter, edit_profile, form=html)
    house.do(people.recruiter, add, form=CustomerForm("v@acme.example", "V"))
    assert "<script>" not in stored(house, Letter)[-1].html


def test_a_profile_is_staffs_and_changes_neither_role_nor_login(house, people):
    before = the(house, User, people.recruiter.user_id)
    house.do(people.recruiter, edit_profile, form=FORM)
    after = the(house, User, people.recruiter.user_id)
    assert (after.role, after.email, after.folded_email) == (
        before.role, before.email, before.folded_email,
    )  # fmt: skip
    assert after.version == before.version + 1
    for act, named in ((edit_profile, {"form": FORM}), (set_photo, {"picture": b"x"})):
        with pytest.raises(NotAllowed):
            house.do(people.iryna, act, **named)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"phone": "1" * 201}, "phone"),
        ({"signature": "x" * 601}, "signature"),
    ],
)
def test_what_the_form_refuses(house, people, changes, field):
    with pytest.raises(Invalid) as refused:
        house.do(people.recruiter, edit_profile, form=ProfileForm(**{"name": "O"} | changes))
    assert set(refused.value.problems) == {field}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("size", [(640, 480), (20, 900), (1, 1)])
def test_a_photo_is_drawn_anew_without_metadata(kind, size):
    content = picture(kind, size)
    assert kind == "WEBP" or SECRET in content
    drawn = read(content)
    assert SECRET not in drawn
    with Image.open(BytesIO(drawn)) as found:
        assert (found.format, found.size, found.mode) == ("JPEG", (256, 256), "RGB")
        assert not found.getexif()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + b"\x00" * 50,
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        picture("PNG")[:60],
        b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script>",
        b"\xff\xd8\xff" + b"\x00" * 1000,
        picture("PNG", (30_000, 30_000), "1"),  # a flood of pixels in a few kilobytes
    ],
    ids=["empty", "gif", "svg", "cut off", "html in png", "no jpeg", "flood"],
)
def test_what_is_no_photo(content):
    with pytest.raises(Invalid) as refused:
        read(content)
    assert refused.value.problems == {"photo": "not_a_photo"}


def test_what_is_too_large():
    with pytest.raises(Invalid) as refused:
        read(b"\xff\xd8\xff" + b"\x00" * 5_000_000)
    assert refused.value.problems == {"photo": "photo_too_large"}


def test_photos_are_seen_by_those_who_see_the_person(house, people):
    def asked(viewer, of):
        return house.ask(viewer, photo, user_id=of.user_id)

    with pytest.raises(NotFound):
        asked(people.iryna, people.recruiter)
    house.do(people.recruiter, set_photo, picture=b"first")
    house.do(people.recruiter, set_photo, picture=b"second")
    for viewer in (people.admin, people.recruiter, people.iryna, people.leo):
        assert asked(viewer, people.recruiter) == b"second"
    assert house.ask(people.iryna, my_recruiter).photo
    for nobody in (people.greta, people.pavlo):
        with pytest.raises(NotFound):
            asked(people.iryna, nobody)
    house.do(people.recruiter, remove_photo)
    assert not house.ask(people.recruiter, my_profile).has_photo
    with pytest.raises(NotFound):
        asked(people.iryna, people.recruiter)
    with pytest.raises(Invalid):
        house.do(people.recruiter, set_photo, picture=b"")
