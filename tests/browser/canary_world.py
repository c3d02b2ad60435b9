"""Two companies, one candidate proposed to both, and every way of not being seen.

Iryna of Acme, from whom contacts are hidden, is the one who crawls. "seen" and "withheld" are
presented to her; everybody else in this agency is out of her sight, each for another reason.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Candidate, CandidateTerm, NoteReader, Stage, Vacancy
from services.access.secrets import new_secret
from services.applications.moving import link, move
from services.applications.presenting import present
from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.forms import add as add_candidate
from services.candidates.resumes import receive, save_version
from services.customers import CustomerForm
from services.customers import add as add_customer
from services.notes.readers import readers_of_vacancy
from services.notes.writing import write
from services.vacancies.customers import tie, untie
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from services.viewer import Viewer
from tests.browser.canaries import Canaries, Open
from tests.browser.world import (
    Person,
    a_session,
    add_recruiter,
    admit,
    found_agency,
    furnished_house,
)
from tests.factories import a_part, alter, an_interview, plant, stage_id, stored
from tests.house import House
from tests.people import text_file, viewer
from tests.slips import nobody_looks

HIS = ("seen", "withheld")
NOT_HIS = (
    "longlisted", "undoing", "moved back", "archived", "at globex", "in untied", "in archived",
    "at acme elsewhere", "nowhere",
)  # fmt: skip


@dataclass
class CanaryWorld:
    """The keys of what there is, and who crawls among it."""

    canaries: Canaries = field(default_factory=Canaries)
    iryna: Person | None = None
    leo: Person | None = None
    oksana: Person | None = None
    expired: str = ""
    vacancies: dict[str, int] = field(default_factory=dict)
    candidates: dict[str, int] = field(default_factory=dict)
    applications: dict[str, int] = field(default_factory=dict)
    interviews: list[int] = field(default_factory=list)
    """The first one is Iryna's to read."""
    said: dict[int, str] = field(default_factory=dict)


def release(url: str, data_dir: Path) -> CanaryWorld:
    """Furnish an empty database with canaries."""
    house = furnished_house(url, data_dir)
    found_agency(house)
    world = CanaryWorld()
    _Furnishing(house, world).furnish()
    world.canaries.mark_every_text(house, _open_to_iryna(house, world))
    house.installation.database.close()
    return world


class _Furnishing:
    def __init__(self, house: House, world: CanaryWorld) -> None:
        self.house, self.world, self.do = house, world, house.do
        staff = {"phone": "+380 44 555 01 34", "position": "recruiter", "messenger": "@staff"}
        self.oksana = add_recruiter(house, "Oksana", "oksana@clear.example", **staff)
        self.taras = add_recruiter(house, "Taras", "taras@clear.example", **staff)

    def furnish(self) -> None:
        for name, company in (("acme", "Acme"), ("elsewhere", "Acme"), ("untied", "Acme"),
                              ("archived", "Acme"), ("globex", "Globex")):  # fmt: skip
            self.world.vacancies[name] = self._vacancy(name, company)
        at = self.world.vacancies
        self.iryna = self._customer("iryna", at["acme"], "Acme", hidden=True)
        self.pavlo = self._customer("pavlo", at["acme"], "Acme")
        self.greta = self._customer("greta", at["globex"], "Globex")
        self.leo = self._customer("leo", None, "")
        for who, where in ((self.leo, "acme"), (self.iryna, "untied"), (self.iryna, "archived")):
            self.do(
                self.oksana,
                tie,
                vacancy_id=at[where],
                customer_id=who.user_id,
                across_companies=who is self.leo,
                tell=False,
            )
        for name in (*HIS, *NOT_HIS):
            self.world.candidates[name] = self._candidate(name)
        self._present("acme", "seen", "withheld", "moved back", "archived", "undoing")
        self._present("globex", "at globex", "seen", by=self.taras)
        self._present("untied", "in untied")
        self._present("archived", "in archived")
        self._present("elsewhere", "at acme elsewhere")
        self._link("longlisted", "acme")
        seen = self.world.candidates["seen"]
        html = f"<p>The version of seen for Globex alone. {self.world.said[seen]}</p>"
        self.do(self.taras, save_version, candidate_id=seen, vacancy_id=at["globex"], html=html)
        self.house.clock.pass_by(minutes=1)
        self._write_notes()
        self._move()
        self._take_away()
        self._schedule()
        self._let_in()

    def _vacancy(self, name: str, company: str) -> int:
        form = VacancyForm(f"Job {name}", company, "Kyiv", "What it is about", "What only we know",
                           gives_originals=True)  # fmt: skip
        by = self.taras if company == "Globex" else self.oksana
        return int(self.do(by, add_vacancy, form=form))

    def _customer(
        self, name: str, vacancy: int | None, company: str, *, hidden: bool = False
    ) -> Viewer:
        email = f"{name}@{(company or 'alone').lower()}.example"
        form = CustomerForm(email, name.title(), company=company, phone="+380 50 111 22 33",
                            position="manager", contacts_hidden=hidden)  # fmt: skip
        self.do(self.oksana, add_customer, form=form, vacancy_id=vacancy)
        return viewer(self.house, email)

    def _candidate(self, name: str) -> int:
        """Somebody whose contacts stand in every text about him as well."""
        new = self.world.canaries.new
        contacts = {
            "phone": f"+380 67 {new_key() % 10**7:07d}",
            "email": f"{new(f'{name}: e-mail')}@mail.example",
            "telegram": f"@{new(f'{name}: telegram')}",
            "link": f"https://{new(f'{name}: site')}.example/cv",
            "other": f"Skype: {new(f'{name}: skype')}",
        }
        said = " · ".join(contacts.values())
        form = CandidateForm(
            first_name=name.title(),
            last_name=f"Person {contacts['email']}",
            headline=f"Engineer, call {contacts['phone']}",
            city=f"Kyiv {contacts['link']}",
            contacts=tuple(ContactForm(kind, value) for kind, value in contacts.items()),
            skills=(f"Skill of {name}",),
            categories=(f"Category of {name}",),
        )
        file = text_file(f"{name}.txt", f"{name} {new(f'{name}: bytes of the file')} {said}")
        candidate = int(self.do(self.oksana, add_candidate, form=form, file=file))
        self.do(self.oksana, receive, candidate_id=candidate, file=file)
        for version in () if name == "withheld" else ("older", "current"):
            html = f"<p>The {version} version of {name}. {said}</p>"
            self.do(self.oksana, save_version, candidate_id=candidate, html=html)
        self.world.said[candidate] = said
        return candidate

    def _present(self, vacancy: str, *names: str, by: Viewer | None = None) -> None:
        candidates = [self.world.candidates[name] for name in names]
        where = self.world.vacancies[vacancy]
        act = {"vacancy_id": where, "candidate_ids": candidates, "message": "Words"}
        with nobody_looks():
            self.do(by or self.oksana, present, **act)
        for row in stored(self.house, Application, vacancy_id=where):
            name = names[candidates.index(row.candidate_id)]
            self.world.applications[f"{name} / {vacancy}"] = row.id

    def _link(self, name: str, vacancy: str) -> None:
        self.world.applications[f"{name} / {vacancy}"] = self.do(
            self.oksana,
            link,
            candidate_id=self.world.candidates[name],
            vacancy_id=self.world.vacancies[vacancy],
        )

    def _write_notes(self) -> None:
        seen, at = self.world.candidates["seen"], self.world.applications
        here, there = at["seen / acme"], at["seen / globex"]
        to_acme, to_globex = (
            self.house.ask(self.oksana, readers_of_vacancy, vacancy_id=self.world.vacancies[name])
            for name in ("acme", "globex")
        )
        body = f"A note: {self.world.said[seen]}"
        for by, application, readers in (
            (self.oksana, here, to_acme), (self.oksana, here, ()), (self.oksana, None, ()),
            (self.taras, there, to_globex), (self.taras, there, ()), (self.pavlo, here, ()),
            (self.greta, there, ()), (self.leo, here, ()),
        ):  # fmt: skip
            with nobody_looks():
                self.do(by, write, candidate_id=seen, application_id=application, body=body,
                        open_for=readers)  # fmt: skip
        self.do(self.oksana, write, candidate_id=self.world.candidates["longlisted"],
                application_id=at["longlisted / acme"], body="Opened early", open_for=to_acme)  # fmt: skip

    def _move(self) -> None:
        for by, name, vacancy, stage in (
            (self.oksana, "seen", "acme", "review"), (self.greta, "seen", "globex", "refused"),
            (self.oksana, "moved back", "acme", "longlist"),
        ):  # fmt: skip
            to = stage_id(self.house, self.world.vacancies[vacancy], stage)
            application = self.world.applications[f"{name} / {vacancy}"]
            self.do(by, move, application_id=application, to_stage_id=to, reason="A reason")

    def _take_away(self) -> None:
        house, at = self.house, self.world.vacancies
        self.do(self.oksana, untie, vacancy_id=at["untied"], customer_id=self.iryna.user_id)
        alter(house, Vacancy, at["archived"], archived_at=house.clock.now)
        alter(house, Candidate, self.world.candidates["archived"], archived_at=house.clock.now)
        ahead = datetime.now(UTC) + timedelta(days=1)  # its undo window has not passed
        alter(house, Application, self.world.applications["undoing / acme"], presented_at=ahead)
        database = house.installation.database
        with database.writing(), database.new_session() as db:
            for stage in db.scalars(select(Stage).where(Stage.vacancy_id == at["acme"])):
                stage.key = ""  # its names are the agency's own
            db.commit()

    def _schedule(self) -> None:
        """One that Iryna reads of; for staff only, of another company, of whom she sees not."""
        at, tomorrow = self.world.applications, datetime.now(UTC) + timedelta(days=1)
        for name, staff_only in (("seen / acme", False), ("seen / acme", True),
                                 ("seen / globex", False), ("longlisted / acme", False)):  # fmt: skip
            one = an_interview(self.house, at[name], self.oksana.user_id, staff_only=staff_only,
                               starts_at=tomorrow, ends_at=tomorrow + timedelta(hours=1),
                               location="A room", comment="Among ourselves")  # fmt: skip
            people = (self.oksana, self.iryna, self.greta)
            plant(self.house, one, *(a_part(one, person.user_id) for person in people))
            self.world.interviews.append(one.id)

    def _let_in(self) -> None:
        world = self.world
        (world.oksana,) = admit(self.house, (self.oksana.user_id, "Oksana", ""))
        (world.iryna,) = admit(self.house, (self.iryna.user_id, "Iryna", ""))
        (world.leo,) = admit(self.house, (self.leo.user_id, "Leo", ""))
        world.expired = new_secret()
        plant(self.house, a_session(self.iryna.user_id, world.expired, datetime.now(UTC),
                                    lasting=timedelta(0)))  # fmt: skip


def _open_to_iryna(house: House, world: CanaryWorld) -> Open:
    """What Iryna may read: a list that grows only on purpose."""
    acme = world.vacancies["acme"]
    his = {world.candidates[name] for name in HIS}
    people = {name: viewer(house, email) for name, email in (
        ("iryna", "iryna@acme.example"), ("pavlo", "pavlo@acme.example"),
        ("oksana", "oksana@clear.example"))}  # fmt: skip
    company = people["iryna"].company_id
    terms = {row.term_id for row in stored(house, CandidateTerm) if row.candidate_id in his}
    opened_to_acme = {row.note_id for row in stored(house, NoteReader, company_id=company)}
    here = {world.applications[f"{name} / acme"] for name in HIS}
    known = {one.user_id for one in people.values()}
    rules: dict[str, Any] = {
        "companies": lambda row, name: row.id == company and name == "name",
        "users": lambda row, name: (
            row.id == people["iryna"].user_id
            or (
                row.id == people["oksana"].user_id
                and name in {"name", "email", "phone", "position", "messenger", "signature"}
            )
            or (row.id in known and name == "name")
        ),
        "sign_in_sessions": lambda row, name: (
            row.user_id == people["iryna"].user_id and name == "device"
        ),
        "agencies": lambda _row, _name: True,
        "vacancies": lambda row, name: (
            row.id == acme and name in {"title", "city", "description", "employment_words"}
        ),
        "stages": lambda row, _name: row.vacancy_id == acme and row.seen_by_customers,
        "candidates": lambda row, name: (
            row.id in his and name in {"first_name", "last_name", "headline", "city"}
        ),
        "terms": lambda row, name: row.id in terms and name != "folded_name",
        "resume_versions": lambda row, _name: (
            row.candidate_id in his and row.superseded_at is None and row.vacancy_id is None
        ),
        "interviews": lambda row, name: row.id == world.interviews[0] and name == "location",
        "notes": lambda row, _name: row.id in opened_to_acme and row.application_id in here,
    }

    def is_open(place: str, row: Any) -> bool:
        table, _, name = place.partition(".")
        return table in rules and bool(rules[table](row, name))

    return is_open
