"""The named cast: two client companies that must never see each other, staff, candidates.

Acme: Iryna (contacts hidden) and her colleague Pavlo (contacts open); Bohdan of Acme is
blocked. Globex: Greta (contacts open). Leo stands alone, without a company, tied to Acme's
vacancy. Maryana is presented to Acme and to Globex, Yurii to Acme alone, Kyrylo waits in
Acme's longlist, Sofia is linked to nothing.

The cast is set up through the services themselves, in the staff's names.
"""

from dataclasses import dataclass

from sqlalchemy import select

from db.models import User
from services.access.set_up import SetUpForm, set_up, set_up_code
from services.applications.moving import link
from services.applications.presenting import present
from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.forms import add as add_candidate
from services.candidates.particulars import LanguageForm, ParticularsForm
from services.candidates.resumes import ReceivedFile, save_version
from services.customers import CustomerForm, block
from services.customers import add as add_customer
from services.documents import ReadDocument
from services.folding import fold_email
from services.vacancies.customers import tie
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from services.viewer import DOORKEEPER, Role, Viewer
from services.work import Work
from tests.house import House

PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class People:
    """Who is there, and the keys of what they work on."""

    admin: Viewer
    recruiter: Viewer
    iryna: Viewer
    pavlo: Viewer
    greta: Viewer
    leo: Viewer
    bohdan: Viewer
    acme_vacancy: int
    globex_vacancy: int
    maryana: int
    yurii: int
    kyrylo: int
    sofia: int
    maryana_at_acme: int
    maryana_at_globex: int
    yurii_at_acme: int
    kyrylo_at_acme: int

    @property
    def customers(self) -> tuple[Viewer, ...]:
        """Every customer who may sign in."""
        return (self.iryna, self.pavlo, self.greta, self.leo)


def move_in(house: House) -> People:
    """Set the cast up in an empty house; the clock ends past every undo window."""
    admin = _administrator(house)
    recruiter = _recruiter(house)
    acme = house.do(recruiter, add_vacancy, form=VacancyForm("Backend Lead", company="Acme"))
    globex = house.do(recruiter, add_vacancy, form=VacancyForm("Site Engineer", company="Globex"))
    customers = {
        name: _customer(house, recruiter, name, vacancy, company, hidden=hidden)
        for name, vacancy, company, hidden in (
            ("Iryna", acme, "Acme", True),
            ("Pavlo", acme, "Acme", False),
            ("Greta", globex, "Globex", False),
            ("Leo", None, "", False),
            ("Bohdan", acme, "Acme", False),
        )
    }
    leo = {"customer_id": customers["Leo"].user_id, "across_companies": True, "tell": False}
    house.do(recruiter, tie, vacancy_id=acme, **leo)
    house.do(recruiter, block, customer_id=customers["Bohdan"].user_id)
    candidates = {
        name: _candidate(house, recruiter, name, number)
        for number, name in enumerate(
            ("Maryana Tkachenko", "Yurii Yizhakevych", "Kyrylo Vasylenko", "Sofia Lindqvist"),
        )
    }
    maryana, yurii, kyrylo, sofia = candidates.values()
    applications = {
        (candidate, vacancy): house.do(
            recruiter,
            link,
            candidate_id=candidate,
            vacancy_id=vacancy,
        )
        for candidate, vacancy in (
            (maryana, acme),
            (maryana, globex),
            (yurii, acme),
            (kyrylo, acme),
        )
    }
    house.do(recruiter, save_version, candidate_id=maryana, html="<p>Payments, nine years.</p>")
    house.do(recruiter, present, vacancy_id=acme, candidate_ids=[maryana, yurii])
    house.do(recruiter, present, vacancy_id=globex, candidate_ids=[maryana])
    house.clock.pass_by(minutes=1)
    return People(
        admin=admin,
        recruiter=recruiter,
        iryna=customers["Iryna"],
        pavlo=customers["Pavlo"],
        greta=customers["Greta"],
        leo=customers["Leo"],
        bohdan=customers["Bohdan"],
        acme_vacancy=acme,
        globex_vacancy=globex,
        maryana=maryana,
        yurii=yurii,
        kyrylo=kyrylo,
        sofia=sofia,
        maryana_at_acme=applications[maryana, acme],
        maryana_at_globex=applications[maryana, globex],
        yurii_at_acme=applications[yurii, acme],
        kyrylo_at_acme=applications[kyrylo, acme],
    )


def viewer(house: House, email: str) -> Viewer:
    """The person with this e-mail as a viewer, read from the database as it is now."""
    found: Viewer = house.ask(DOORKEEPER, _as_viewer, email)
    return found


def text_file(name: str, text: str) -> ReceivedFile:
    """A plain-text résumé as it comes out of the reader."""
    document = ReadDocument(
        kind="txt",
        media_type="text/plain",
        readable=True,
        html=f"<p>{text}</p>",
        text=text,
    )
    return ReceivedFile(name=name, content=text.encode(), document=document)


def _administrator(house: House) -> Viewer:
    form = SetUpForm(
        agency_name="Clear People",
        agency_phone="+380 44 555 01 00",
        agency_email="hello@clear.example",
        base_url="https://candela.example",
        name="Anna Admin",
        email="anna@clear.example",
        password=PASSWORD,
        language="en",
        time_zone="Europe/Kyiv",
    )
    set_up(house.installation, code=set_up_code(house.installation) or "", form=form)
    return viewer(house, "anna@clear.example")


def _recruiter(house: House) -> Viewer:
    """Inviting staff comes with a later issue; the doorkeeper writes the row."""
    house.do(DOORKEEPER, _add_recruiter)
    return viewer(house, "oksana@clear.example")


def _add_recruiter(work: Work) -> None:
    work.add(
        User(
            role=Role.RECRUITER.value,
            email="oksana@clear.example",
            folded_email="oksana@clear.example",
            name="Oksana Lytvyn",
            phone="+380 44 555 01 34",
            language="en",
            time_zone="Europe/Kyiv",
            created_at=work.now,
        ),
    )


def _customer(
    house: House,
    recruiter: Viewer,
    name: str,
    vacancy_id: int | None,
    company: str,
    *,
    hidden: bool,
) -> Viewer:
    email = f"{name.lower()}@{(company or 'alone').lower()}.example"
    form = CustomerForm(email=email, name=name, company=company, contacts_hidden=hidden)
    house.do(recruiter, add_customer, form=form, vacancy_id=vacancy_id)
    return viewer(house, email)


def _candidate(house: House, recruiter: Viewer, name: str, number: int) -> int:
    first, last = name.split()
    form = CandidateForm(
        first_name=first,
        last_name=last,
        headline="Python engineer",
        city="Kyiv",
        contacts=(
            ContactForm("phone", f"+380 67 123 45 0{number}"),
            ContactForm("email", f"{first.lower()}@mail.example"),
        ),
        skills=("Python", "PostgreSQL"),
        categories=("Engineering",),
        patronymic="Olehivna",
        experience_years=9,
        particulars=ParticularsForm(
            languages=(LanguageForm("uk", "native"), LanguageForm("en", "b2"))
        ),
    )
    file = text_file(f"{last}.txt", f"{name}, +380 67 123 45 0{number}. Nine years of payments.")
    added: int = house.do(recruiter, add_candidate, form=form, file=file)
    return added


def _as_viewer(work: Work, email: str) -> Viewer:
    user = work.scalars(select(User).where(User.folded_email == fold_email(email))).one()
    return Viewer.of(user.id, user)
