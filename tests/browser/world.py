"""A furnished agency for the browser tests: one server, and for each test people of its own.

A `Scene` is a recruiter with his vacancy, its company, two of its customers and some candidates.
No two scenes share a row but the agency and its administrator, so a test may block, hide and
untie in its scene while the others go on. Everybody has the same password; whoever is not
the matter of a test comes in by a session that is there already (`as_`).
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import bcrypt
from playwright.sync_api import Page

from db.keys import key_text, new_key
from db.models import AccessLink, CandidateContact, Credential, Letter, SignInSession, User
from services.access.passwords import hash_password
from services.access.secrets import digest, new_secret
from services.access.set_up import SetUpForm, set_up, set_up_code
from services.applications.moving import link
from services.applications.presenting import present
from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.forms import add as add_candidate
from services.candidates.resumes import resumes_of, save_version
from services.customers import CustomerForm
from services.customers import add as add_customer
from services.notes.readers import readers_of_vacancy
from services.notes.writing import write
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from services.viewer import Role, Viewer
from services.work import Work
from tests.browser.pages import Tab
from tests.browser.support.running_app import RunningApp
from tests.conftest import EVERY_CASE, READ_ON
from tests.factories import alter, plant, stored
from tests.house import House, TestClock, open_house
from tests.people import text_file, viewer

PASSWORD = "correct horse battery"
AGENCY = "Clear People"
COOKIE = "candela_sid"
FIRST_NAMES = ("Maryana", "Danylo", "Yurii", "Kyrylo", "Sofia")


@dataclass(frozen=True)
class Plan:
    """What a scene has beyond the usual."""

    language: str = "en"
    presented: int = 2
    waiting: int = 1
    blocked: bool = False  # the customer
    link_expired: bool = False  # the one in his invitation
    resume: str = ""  # what stands at the top of the version for customers
    email: str = ""  # of the presented candidate
    contacts_hidden: bool = False  # from the customers


USUAL = ("deep link", "links", "foreign origin", "dropped file", "answer", "crossing", "elsewhere",
         "access ends")  # fmt: skip
# Scenes of the stories that the wide run tells in every language: `world.told(name, language)`.
STORIES = (
    "block", "untie", "hide contacts", "hide note", "present", "undo", "told", "sign out",
    "required", "files", "conflict", "editor", "twice", "tampering", "late editor",
    "several files", "base", "twins", "note undone", "draft", "taken back", "news in dialogs",
    "note answered", "corrected", "untouched", "words", "hired",
)  # fmt: skip
SCENES = {
    **dict.fromkeys(USUAL, Plan()),
    **{f"labels {language}": Plan(language) for language in ("en", "ru", "uk")},
    "shift": Plan("uk"),  # the longest words of the three
    "clicks": Plan(waiting=3),
    "safe": Plan(contacts_hidden=True),
    "closed": Plan(blocked=True),
    "too old": Plan(link_expired=True),
}
RESUMES = {
    "untouched": "<h2>Досвід</h2><p>one<br>two</p><ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"
    "<table><tr><th>Year</th><th>Where</th></tr><tr><td>2019</td><td>Nova</td></tr></table>",
}


def scenes_on(engine: str) -> dict[str, Plan]:
    """What the world of this engine is furnished with: stories in the languages told there.

    Those of every day come last: their vacancies are the newest, on the first page of the list.
    """
    languages = [language for on, language in READ_ON if on == engine]
    if not EVERY_CASE:
        del languages[1:]
    stories = {
        f"{name} {language}": Plan(language, resume=RESUMES.get(name, ""))
        for language in reversed(languages)
        for name in STORIES
    }
    return stories | SCENES


class LightHasher:
    """The hasher of the app with less work: signing in need not be slow here."""

    def hash(self, password: str) -> str:
        return bcrypt.hashpw(password.encode(), bcrypt.gensalt(4)).decode()

    def check_pw(self, password: str, hashed_password: str) -> bool:
        return bcrypt.checkpw(password.encode(), hashed_password.encode())


@dataclass(frozen=True)
class Person:
    """Somebody with a login and a session that is open already."""

    id: int
    name: str
    email: str
    secret: str
    language: str = "en"


@dataclass(frozen=True)
class Candidate:
    """A candidate of a scene and his application there."""

    id: int
    name: str
    application: int
    original: int

    @property
    def address(self) -> str:
        return f"/candidate?id={key_text(self.id)}&app={key_text(self.application)}"

    @property
    def file(self) -> str:
        return f"/files/{key_text(self.original)}"


@dataclass(frozen=True)
class Scene:
    """One test's own corner of the agency.

    `presented` has a version for customers, `bare` only the original; the rest wait in the
    longlist.
    """

    recruiter: Person
    customer: Person
    colleague: Person
    title: str
    vacancy: int
    presented: Candidate
    bare: Candidate
    waiting: tuple[Candidate, ...]
    note: str
    phone: str
    invitation: str

    @property
    def vacancy_address(self) -> str:
        return f"/vacancy?id={key_text(self.vacancy)}"


@dataclass(frozen=True)
class World:
    """The running app and who lives in it."""

    app: RunningApp
    administrator: Person
    scenes: dict[str, Scene]

    def __getitem__(self, name: str) -> Scene:
        return self.scenes[name]

    def told(self, name: str, language: str) -> Scene:
        """The scene of a story, in the language it is told in."""
        return self.scenes[f"{name} {language}"]


def as_(page: Page, person: Person, app: RunningApp, language: str = "") -> Tab:
    """The page in the hands of somebody who is signed in and reads his own language."""
    page.context.add_cookies([{"name": COOKIE, "value": person.secret, "url": app.url}])
    return Tab(page, language or person.language)


def open_world(
    start_app: Callable[..., RunningApp],
    plans: Mapping[str, Plan],
    then: Callable[[House, dict[str, Scene]], None] = lambda _house, _scenes: None,
) -> World:
    """Furnish a fresh database with these scenes, change what `then` changes, start the app."""
    made: list[tuple[Person, dict[str, Scene]]] = []

    def furnish(url: str, data_dir: Path) -> None:
        house = furnished_house(url, data_dir)
        agency = found_agency(house)
        scenes = {name: build(house, name, plan) for name, plan in plans.items()}
        then(house, scenes)
        made.append((agency, scenes))
        house.installation.database.close()

    app = start_app(furnish)
    administrator, scenes = made[0]
    return World(app, administrator, scenes)


def furnished_house(url: str, data_dir: Path) -> House:
    """A house whose passwords the app can check and whose time is an hour ago."""
    house = open_house(url, data_dir)
    clock = TestClock()
    clock.now = datetime.now(UTC) - timedelta(hours=1)
    installation = dataclasses.replace(house.installation, hasher=LightHasher(), clock=clock)
    return House(installation, clock)


def found_agency(house: House) -> Person:
    """The agency and its administrator."""
    form = SetUpForm(
        agency_name=AGENCY,
        agency_phone="+380 44 555 01 00",
        agency_email="hello@clear.example",
        base_url="http://127.0.0.1",
        name="Anna Admin",
        email="anna@clear.example",
        password=PASSWORD,
        language="en",
        time_zone="Europe/Kyiv",
    )
    set_up(house.installation, code=set_up_code(house.installation) or "", form=form)
    who = viewer(house, form.email)
    return admit(house, (who.user_id, who.name, form.email), with_password=False)[0]


def build(house: House, name: str, plan: Plan) -> Scene:
    """The scene of this name, made by its own recruiter."""
    slug, word = name.replace(" ", "-"), name.title().replace(" ", "")
    recruiter = add_recruiter(
        house, f"Oksana {word}", f"oksana@{slug}.example", language=plan.language
    )
    phone, note = f"+380 67 {new_key() % 10_000_000:07d}", f"Opened note of {word}"
    names = [f"{first} {word}" for first in FIRST_NAMES[: plan.presented + plan.waiting]]
    made = house.do(recruiter, _build, names=names, slug=slug, phone=phone, note=note, plan=plan)
    if plan.email:
        house.do(recruiter, _add_email, candidate_id=made[2][0].id, email=plan.email)
    vacancy, (iryna, pavlo), (presented, bare, *waiting) = made
    people = admit(
        house,
        (recruiter.user_id, recruiter.name, f"oksana@{slug}.example"),
        (iryna, f"Iryna {word}", f"iryna@{slug}.example"),
        (pavlo, f"Pavlo {word}", f"pavlo@{slug}.example"),
        language=plan.language,
    )
    return Scene(
        recruiter=people[0],
        customer=people[1],
        colleague=people[2],
        title=f"{word} Lead",
        vacancy=vacancy,
        presented=presented,
        bare=bare,
        waiting=tuple(waiting[-plan.waiting :]),
        note=note,
        phone=phone,
        invitation=_invitation(house, people[1], plan),
    )


def _invitation(house: House, customer: Person, plan: Plan) -> str:
    """Where the button of the customer's invitation leads, on this server."""
    (letter,) = stored(house, Letter, recipient_id=customer.id)
    if plan.link_expired:
        (access,) = stored(house, AccessLink, user_id=customer.id)
        alter(house, AccessLink, access.id, expires_at=datetime.now(UTC) - timedelta(minutes=1))
    if plan.blocked:
        alter(house, User, customer.id, blocked_at=house.clock.now)
    path = urlsplit(letter.link)
    return f"{path.path}?{path.query}"


def add_recruiter(house: House, name: str, email: str, **columns: str) -> Viewer:
    """A recruiter (inviting staff comes later: the row is written as it is)."""
    defaults = {"language": "en", "time_zone": "Europe/Kyiv", "created_at": house.clock.now}
    plant(
        house,
        User(
            role=Role.RECRUITER.value,
            email=email,
            folded_email=email,
            name=name,
            **defaults | columns,
        ),
    )
    return viewer(house, email)


def admit(
    house: House,
    *people: tuple[int, str, str],
    with_password: bool = True,
    language: str = "en",
) -> list[Person]:
    """Give people (id, name, e-mail) the password and a session that lasts."""
    now, admitted, rows = datetime.now(UTC), [], []
    for user_id, name, email in people:
        secret = new_secret()
        rows.append(a_session(user_id, secret, now, lasting=timedelta(days=14)))
        if with_password:
            rows.append(Credential(user_id=user_id, password_hash=_hashed(), changed_at=now))
        admitted.append(Person(user_id, name, email, secret, language))
    plant(house, *rows)
    return admitted


def a_session(user_id: int, secret: str, now: datetime, *, lasting: timedelta) -> SignInSession:
    """A signed-in browser."""
    return SignInSession(
        digest=digest(secret),
        user_id=user_id,
        remembered=True,
        created_at=now,
        seen_at=now,
        expires_at=now + lasting,
    )


@cache
def _hashed() -> str:
    return hash_password(LightHasher(), PASSWORD)


Made = tuple[int, list[int], list[Candidate]]


def _build(work: Work, *, names: list[str], slug: str, phone: str, note: str, plan: Plan) -> Made:
    """Vacancy, customers and candidates, in one unit of work."""
    word = names[0].split()[1]
    terms = VacancyForm(f"{word} Lead", company=f"{word} Ltd", gives_originals=True)
    vacancy = add_vacancy(work, form=terms)
    work.flush()
    customers = []
    for first in ("Iryna", "Pavlo"):
        form = CustomerForm(
            email=f"{first.lower()}@{slug}.example",
            name=f"{first} {word}",
            company=f"{word} Ltd",
            language=work.viewer.language,
            contacts_hidden=plan.contacts_hidden,
        )
        customers.append(add_customer(work, form=form, vacancy_id=vacancy))
        work.flush()
    candidates = [
        _add_candidate(work, name, vacancy, "" if number else phone)
        for number, name in enumerate(names)
    ]
    html = f"{plan.resume}<p>Version of {candidates[0].name}</p>"
    save_version(work, candidate_id=candidates[0].id, html=html)
    _present(work, vacancy, candidates[: plan.presented], note)
    return vacancy, customers, candidates


def _add_email(work: Work, *, candidate_id: int, email: str) -> None:
    work.add(CandidateContact(candidate_id=candidate_id, kind="email", value=email, position=1))


def _add_candidate(work: Work, name: str, vacancy: int, phone: str) -> Candidate:
    first, last = name.split()
    contacts = (ContactForm("phone", phone),) if phone else ()
    form = CandidateForm(
        first_name=first,
        last_name=last,
        headline="Python engineer",
        city="Kyiv",
        contacts=contacts,
        skills=("Python",),
    )
    file = text_file(f"{first}-{last}.txt", f"{name} {phone}. Original of {name}.")
    candidate = add_candidate(work, form=form, file=file)
    work.flush()
    application = link(work, candidate_id=candidate, vacancy_id=vacancy)
    work.flush()
    original = resumes_of(work, candidate_id=candidate).original
    assert original is not None
    return Candidate(candidate, name, application, original.id)


def _present(work: Work, vacancy: int, ones: list[Candidate], note: str) -> None:
    present(work, vacancy_id=vacancy, candidate_ids=[one.id for one in ones])
    work.flush()
    write(
        work,
        candidate_id=ones[0].id,
        application_id=ones[0].application,
        body=note,
        open_for=readers_of_vacancy(work, vacancy_id=vacancy),
    )
