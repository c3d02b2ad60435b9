"""The agency «Ясні люди», its staff, and the customers of two companies and one department."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Agency, Company, Credential, User
from db.sample.chronicle import Chronicle
from db.sample.folding import folded

TIME_ZONE = "Europe/Kyiv"
AGENCY = "Ясні люди"
COMPANIES = {"acme": "Acme", "globex": "Globex", "sales": "Відділ продажу"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a login. Days are working days ago.

    `bell` is when he last read his notifications, `demo` the address he has in a demo.
    """

    word: str
    name: str
    email: str
    role: str
    language: str
    position: str
    phone: str = ""
    messenger: str = ""
    company: str = ""
    external: bool = True
    contacts_hidden: bool = False
    invited_by: str = "oksana"
    joined: float = 60.0
    last_seen: float = 0.1
    bell: float = 1.0
    blocked: float | None = None
    demo: str = ""


PEOPLE = (
    Person(
        word="taras",
        name="Тарас Гнатенко",
        email="taras.hnatenko@people.example",
        role="administrator",
        language="uk",
        position="Директор",
        phone="+380 44 555 01 01",
        demo="admin@demo.example",
        joined=64.3,
    ),
    Person(
        word="oksana",
        name="Оксана Литвин",
        email="oksana.lytvyn@people.example",
        role="recruiter",
        language="uk",
        position="Старша рекрутерка",
        phone="+380 44 555 01 34",
        messenger="@lytvyn_yasni",
        demo="recruiter@demo.example",
        joined=63.6,
        bell=1.5,
    ),
    Person(
        word="dmytro",
        name="Дмитро Савчук",
        email="dmytro.savchuk@people.example",
        role="recruiter",
        language="uk",
        position="Рекрутер, ІТ та логістика",
        phone="+380 44 555 01 35",
        joined=62.2,
        bell=1.2,
    ),
    Person(
        word="alina",
        name="Алина Заречная",
        email="alina.zarechnaia@people.example",
        role="recruiter",
        language="ru",
        position="Рекрутер, Центральная Азия",
        phone="+380 44 555 01 36",
        messenger="@zarechnaia_yasni",
        joined=58.7,
        bell=2.1,
    ),
    Person(
        word="iryna",
        name="Ірина Гордієнко",
        email="iryna.hordiienko@acme.example",
        role="customer",
        language="uk",
        position="Керівниця розробки",
        phone="+380 44 555 01 60",
        company="acme",
        contacts_hidden=True,
        joined=40.3,
        demo="acme@demo.example",
        last_seen=0.4,
        bell=2.6,
    ),
    Person(
        word="pavlo",
        name="Павло Ступак",
        email="pavlo.stupak@acme.example",
        role="customer",
        language="ru",
        position="Архитектор",
        company="acme",
        joined=39.15,
        last_seen=0.3,
        bell=1.4,
    ),
    Person(
        word="natalia",
        name="Наталя Журба",
        email="natalia.zhurba@acme.example",
        role="customer",
        language="uk",
        position="Фінансова директорка",
        phone="+380 44 555 01 62",
        company="acme",
        joined=38.1,
        last_seen=0.8,
        bell=2.0,
    ),
    Person(
        word="bohdan",
        name="Богдан Кравець",
        email="bohdan.kravets@acme.example",
        role="customer",
        language="uk",
        position="Менеджер продукту",
        company="acme",
        joined=39.6,
        blocked=21,
        last_seen=24,
        bell=24,
    ),
    Person(
        word="greta",
        name="Greta Lindholm",
        email="greta.lindholm@globex.example",
        role="customer",
        language="en",
        position="Chief Operating Officer",
        phone="+44 7700 900140",
        company="globex",
        invited_by="dmytro",
        joined=38.8,
        demo="globex@demo.example",
        last_seen=0.5,
        bell=2.8,
    ),
    Person(
        word="tomasz",
        name="Tomasz Wieczorek",
        email="tomasz.wieczorek@globex.example",
        role="customer",
        language="en",
        position="Platform Lead",
        company="globex",
        contacts_hidden=True,
        invited_by="dmytro",
        joined=38.25,
        last_seen=0.6,
        bell=1.9,
    ),
    Person(
        word="roman",
        name="Роман Дячук",
        email="roman.diachuk@people.example",
        role="customer",
        language="uk",
        position="Керівник відділу продажу",
        phone="+380 44 555 01 40",
        company="sales",
        external=False,
        joined=36.45,
        last_seen=0.4,
        bell=1.2,
    ),
)
BY_WORD = {person.word: person for person in PEOPLE}


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is there: keys of people and companies by their words in the sample's files."""

    users: dict[str, int]
    companies: dict[str, int]

    def company_of(self, word: str) -> int:
        """The company or department of a customer."""
        return self.companies[BY_WORD[word].company]


def move_in(
    session: Session,
    chronicle: Chronicle,
    *,
    password_hash: str | None,
    base_url: str,
) -> Cast:
    """Write the agency (unless it is there), its staff, companies and customers.

    With a password hash the demo's accounts get their demo addresses and that password;
    without one nobody can sign in but who was there before.
    """
    administrator = _founder(session)
    users: dict[str, int] = {}
    if administrator is None:
        _found_agency(chronicle, base_url)
    else:
        users["taras"] = administrator.id
    companies = {word: _company(chronicle, name) for word, name in COMPANIES.items()}
    for person in PEOPLE:
        if person.word not in users:
            users[person.word] = chronicle.key(chronicle.at(person.joined))
    for person in PEOPLE:
        if administrator is None or person.word != "taras":
            _add(chronicle, person, users, companies, password_hash)
    return Cast(users, companies)


def agency_time_zone(session: Session) -> str:
    """The zone of the agency that is there already, else the sample's own."""
    found = session.scalars(select(Agency.time_zone)).first()
    return found or TIME_ZONE


def _founder(session: Session) -> User | None:
    """Whoever set the installation up: the first administrator."""
    administrators = select(User).where(User.role == "administrator").order_by(User.id)
    return session.scalars(administrators).first()


def _found_agency(chronicle: Chronicle, base_url: str) -> None:
    at = chronicle.at(64.9)
    chronicle.add(
        Agency(
            id=chronicle.key(at),
            name=AGENCY,
            phone="+380 44 555 01 00",
            email="hello@people.example",
            site="https://people.example",
            base_url=base_url,
            language="uk",
            time_zone=TIME_ZONE,
            created_at=at,
        ),
    )


def _company(chronicle: Chronicle, name: str) -> int:
    at = chronicle.at(chronicle.between(41, 44))
    company = Company(id=chronicle.key(at), name=name, folded_name=folded(name), created_at=at)
    return chronicle.add(company).id


def _add(
    chronicle: Chronicle,
    person: Person,
    users: dict[str, int],
    companies: dict[str, int],
    password_hash: str | None,
) -> None:
    at = chronicle.at(person.joined)
    is_customer = person.role == "customer"
    signs_in = password_hash is not None and bool(person.demo)
    email = person.demo if signs_in else person.email
    inviter = users[person.invited_by] if is_customer else None
    user = chronicle.add(
        User(
            id=users[person.word],
            role=person.role,
            email=email,
            folded_email=email,
            name=person.name,
            phone=person.phone,
            position=person.position,
            messenger=person.messenger,
            language=person.language,
            time_zone=TIME_ZONE,
            blocked_at=None if person.blocked is None else chronicle.at(person.blocked),
            last_seen_at=_last_seen(chronicle, person, at),
            created_at=at,
            company_id=companies[person.company] if is_customer else None,
            external=person.external,
            contacts_hidden=person.contacts_hidden,
            invited_by_id=inviter,
        ),
    )
    chronicle.audit(at, inviter or users["taras"], "add", person.role, user.id)
    if person.blocked is not None:
        closed = chronicle.at(person.blocked)
        chronicle.audit(closed, users[person.invited_by], "block", "customer", user.id)
    if signs_in:
        chronicle.add(
            Credential(
                user_id=user.id,
                password_hash=password_hash,
                changed_at=at + timedelta(hours=2),
            ),
        )


def _last_seen(chronicle: Chronicle, person: Person, joined: datetime) -> datetime:
    return max(chronicle.at(person.last_seen), joined)
