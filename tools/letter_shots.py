"""Every kind of letter as its reader sees it: three languages, wide and 390 px, light and dark.

The letters are made by the services themselves, in a small agency of their own: in the first
language as an agency has them that has chosen nothing, then with a logo and a colour.
"""

from base64 import b64encode
from collections.abc import Iterator
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from db.models import User
from services.access.door_letters import door_letter
from services.access.ending import end_later
from services.access.links import NEW_PASSWORD, SIGN_IN
from services.customers import CustomerForm
from services.customers import add as add_customer
from services.customers.endings import end_access
from services.i18n import LANGUAGES
from services.letterhead import choose_colour, set_logo
from services.mail.dispatch import dispatch
from services.mail.news import queue_news
from services.mail.senders import Parcel
from services.mail.trying import write_test_letter
from services.notes.readers import readers_of_vacancy
from services.notes.writing import write
from services.photos import read_logo
from services.profile import ProfileForm, choose_language, edit_profile
from services.staff.forms import StaffForm
from services.staff.forms import add as add_staff
from services.vacancies.closing import close, reopen
from services.vacancies.customers import tie, untie
from services.viewer import DOORKEEPER, Viewer
from services.work import Work
from tests.browser.support.visitors import VIEWPORTS, open_context
from tests.house import House, open_house, prepare
from tests.people import People, move_in
from tools.interview_letters import letters_about_interviews, letters_by_hand

_COLOUR = "#e8730c"
_ZONE = "Europe/Kyiv"


class _Box:
    """Takes every letter and keeps it."""

    name = "file"

    def __init__(self) -> None:
        self.parcels: list[Parcel] = []

    def send(self, parcel: Parcel) -> str:
        self.parcels.append(parcel)
        return "taken"

    def close(self) -> None:
        """Nothing was opened."""


def take(
    browser: Browser, home: Path, target: Path, viewports: list[str], schemes: list[str]
) -> int:
    """Picture every letter into `target`; returns how many pictures that are."""
    letters = list(_letters(home))
    for viewport in viewports:
        for scheme in schemes:
            context = open_context(browser, viewport=viewport, colour_scheme=scheme)
            page = context.new_page()
            for name, parcel in letters:
                page.set_viewport_size(VIEWPORTS[viewport])
                page.set_content(_html(parcel.message))
                language = parcel.message["Content-Language"]
                file = f"letter--{name}-{language}--{viewport}-{scheme}.png"
                page.screenshot(path=target / file, full_page=True)
            context.close()
    return len(letters) * len(viewports) * len(schemes)


def _html(message: EmailMessage) -> str:
    """The letter's HTML with the pictures it brings along, as a mail program puts them in."""
    part = message.get_body(("html",))
    html = "" if part is None else str(part.get_content())
    for picture in message.walk():
        if isinstance(picture, EmailMessage) and picture["Content-ID"]:
            data = b64encode(picture.get_content()).decode("ascii")
            html = html.replace(
                f"cid:{picture['Content-ID'].strip('<>')}", f"data:image/png;base64,{data}"
            )
    return html


def _letters(home: Path) -> Iterator[tuple[str, Parcel]]:
    """One letter of each kind in each language, and what its picture is called."""
    url = f"duckdb:///{home / 'letters.duckdb'}"
    prepare(url)
    house = open_house(url, home / "letters")
    people = move_in(house)
    profile = ProfileForm(
        "Oksana Lytvyn",
        phone="+380 44 555 01 34",
        position="Senior Recruiter",
        messenger="Telegram @oksana_clear",
        signature="Mon–Fri, 9–18.\nAsk me anything.",
    )
    house.do(people.recruiter, edit_profile, form=profile)
    house.clock.pass_by(days=2)
    _post(house)
    for language in LANGUAGES:
        yield from _in_language(house, people, language)
        if language == next(iter(LANGUAGES)):
            house.do(people.admin, choose_colour, colour=_COLOUR)
            house.do(people.admin, set_logo, picture=read_logo(_logo()))
    house.installation.database.close()


def _in_language(house: House, people: People, language: str) -> Iterator[tuple[str, Parcel]]:
    admin, recruiter, customer = (
        _speaking(house, viewer, language)
        for viewer in (people.admin, people.recruiter, people.iryna)
    )
    house.do(
        recruiter,
        add_customer,
        form=CustomerForm(f"v.{language}@acme.example", "Vira Shevchuk", language=language),
        vacancy_id=people.acme_vacancy,
    )
    colleague = StaffForm(f"m.{language}@clear.example", "Mark Bondar", language=language)
    house.do(admin, add_staff, form=colleague)
    for purpose in (NEW_PASSWORD, SIGN_IN):
        house.do(DOORKEEPER, _open_door, user_id=customer.user_id, purpose=purpose)
    _, test = house.do(admin, write_test_letter, to_email="")
    if test is not None:
        yield test.kind, test
    waiting = _post(house)
    seen = set()
    for name, parcel in (
        *((one.kind, one) for one in waiting),
        *letters_about_interviews(house, people, recruiter, customer, _post),
        *letters_by_hand(house, people, recruiter, customer, _post),
        *((one.kind, one) for one in _something_happens(house, people, recruiter, customer)),
    ):
        if name not in seen and parcel.message["Content-Language"] == language:
            seen.add(name)
            yield name, parcel


def _something_happens(
    house: House, people: People, recruiter: Viewer, customer: Viewer
) -> list[Parcel]:
    """A customer writes and is answered, vacancies come and go; then days pass."""
    here = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    for words in ("What does she earn?", "And when could she start?"):
        house.do(customer, write, body=words, **here)
    readers = house.ask(recruiter, readers_of_vacancy, vacancy_id=people.acme_vacancy)
    house.do(recruiter, write, body="In a month.", open_for=readers, **here)
    other = {"vacancy_id": people.globex_vacancy, "customer_id": customer.user_id}
    house.do(recruiter, tie, **other, across_companies=True)
    colleague = _speaking(house, people.pavlo, customer.language).user_id
    house.do(recruiter, end_later, customer_id=colleague, vacancy_id=people.acme_vacancy)
    house.do(recruiter, close, vacancy_id=people.acme_vacancy, reason="filled")
    house.clock.pass_by(days=1)
    parcels = _post(house)
    house.clock.pass_by(days=house.installation.settings.access.ends_after_days - 2)
    end_access(house.installation)
    parcels += _post(house)
    house.do(recruiter, untie, **other)
    house.do(recruiter, reopen, vacancy_id=people.acme_vacancy)
    return parcels


def _speaking(house: House, viewer: Viewer, language: str) -> Viewer:
    house.do(viewer, choose_language, language=language, time_zone=_ZONE)
    return Viewer.of(viewer.user_id, house.ask(DOORKEEPER, _person, user_id=viewer.user_id))


def _person(work: Work, user_id: int) -> User:
    return work.one(User, user_id)


def _open_door(work: Work, user_id: int, purpose: str) -> None:
    door_letter(work, user=work.one(User, user_id), purpose=purpose)


def _post(house: House) -> list[Parcel]:
    box = _Box()
    queue_news(house.installation)
    while dispatch(house.installation, box):
        pass
    return box.parcels


def _logo() -> bytes:
    """A mark and bars for a name: what a logo is made of, and nobody's."""
    image = Image.new("RGBA", (640, 160), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 20, 130, 140), fill=_COLOUR)
    draw.pieslice((35, 45, 105, 115), 20, 340, fill="white")
    for left, width in ((170, 60), (245, 110), (370, 40), (425, 150)):
        draw.rounded_rectangle((left, 62, left + width, 98), 18, fill="#23303f")
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
