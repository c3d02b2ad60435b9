"""The vacancies: read from `vacancies/`, written with the default stages and their customers."""

from dataclasses import dataclass
from functools import cache

from db.models import Stage, Vacancy, VacancyCustomer
from db.sample.chronicle import Chronicle
from db.sample.people import BY_WORD, COMPANIES, Cast, Person
from db.sample.wording import FOLDER

# key, seen by customers, open to customers, outcome; a test compares it with the services' own
STAGES = (
    ("longlist", False, False, ""),
    ("new", True, True, ""),
    ("review", True, True, ""),
    ("interview", True, True, ""),
    ("offer", True, True, ""),
    ("hired", True, True, "hired"),
    ("refused", True, True, "refused"),
)


@dataclass(frozen=True, slots=True)
class VacancyText:
    """A vacancy as its file tells it; `pools` and `standing` say who stands where."""

    word: str
    title: str
    company: str
    city: str
    language: str
    recruiter: str
    customers: tuple[str, ...]
    opened: float
    pools: dict[str, int]
    standing: dict[str, int]
    description: str
    private_notes: str

    def active_customers(self, days_ago: float) -> list[Person]:
        """The customers who had access then."""
        people = [BY_WORD[word] for word in self.customers]
        return [person for person in people if person.blocked is None or person.blocked < days_ago]


@dataclass(frozen=True, slots=True)
class Written:
    """A vacancy that was written down: its key and its stages' keys."""

    text: VacancyText
    id: int
    recruiter_id: int
    stages: dict[str, int]

    @property
    def recruiter(self) -> Person:
        """The responsible recruiter."""
        return BY_WORD[self.text.recruiter]


@cache
def vacancy_texts() -> tuple[VacancyText, ...]:
    """Every vacancy of the sample, the earliest opened first."""
    files = sorted((FOLDER / "vacancies").glob("*.md"))
    found = [_read(file.stem, file.read_text("utf-8")) for file in files]
    return tuple(sorted(found, key=lambda text: -text.opened))


def write_down(chronicle: Chronicle, cast: Cast, text: VacancyText) -> Written:
    """Write a vacancy, its stages, and tie its customers."""
    at = chronicle.at(text.opened)
    recruiter_id = cast.users[text.recruiter]
    vacancy = chronicle.add(
        Vacancy(
            id=chronicle.key(at),
            title=text.title,
            company_id=cast.companies[_word_of(text.company)],
            city=text.city,
            description=text.description,
            private_notes=text.private_notes,
            employment="full",
            recruiter_id=recruiter_id,
            opened_at=at,
        ),
    )
    chronicle.audit(at, recruiter_id, "add", "vacancy", vacancy.id)
    stages = {}
    for position, (key, seen, opened, outcome) in enumerate(STAGES):
        stage = Stage(
            id=chronicle.key(at),
            vacancy_id=vacancy.id,
            key=key,
            position=position,
            seen_by_customers=seen,
            open_to_customers=opened,
            outcome=outcome,
        )
        stages[key] = chronicle.add(stage).id
    for word in text.customers:
        _tie(chronicle, cast, vacancy.id, text, BY_WORD[word])
    return Written(text, vacancy.id, recruiter_id, stages)


def _tie(
    chronicle: Chronicle, cast: Cast, vacancy_id: int, text: VacancyText, customer: Person
) -> None:
    at = chronicle.at(min(text.opened, customer.joined) - 0.02)
    chronicle.add(
        VacancyCustomer(
            id=chronicle.key(at),
            vacancy_id=vacancy_id,
            customer_id=cast.users[customer.word],
            tied_at=at,
            tied_by_id=cast.users[text.recruiter],
        ),
    )
    chronicle.audit(
        at,
        cast.users[text.recruiter],
        "tie",
        "vacancy",
        vacancy_id,
        customer_id=cast.users[customer.word],
    )


def _read(word: str, text: str) -> VacancyText:
    head, _, rest = text.partition("\n## Description\n")
    description, _, private_notes = rest.partition("\n## Private notes\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines() if line)
    return VacancyText(
        word=word,
        title=facts["title"],
        company=facts["company"],
        city=facts["city"],
        language=facts["language"],
        recruiter=facts["recruiter"],
        customers=tuple(facts["customers"].split(", ")),
        opened=float(facts["opened"]),
        pools=_counted(facts["candidates"]),
        standing=_counted(facts["stages"]),
        description=description.strip(),
        private_notes=private_notes.strip(),
    )


def _counted(line: str) -> dict[str, int]:
    """`longlist 3, new 2` as numbers."""
    pairs = (part.rsplit(" ", 1) for part in line.split(", "))
    return {name: int(number) for name, number in pairs}


def _word_of(company: str) -> str:
    return next(word for word, name in COMPANIES.items() if name == company)
