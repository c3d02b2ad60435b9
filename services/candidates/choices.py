"""What one can choose from in the filters of the base, and the names of what has been chosen."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from db.models import Candidate, Company, Stage, TemplateStage, Term, User, Vacancy
from services.candidates.filters import BaseFilter
from services.candidates.vocabulary import SKILL, name_of_term
from services.permissions import Permission, require
from services.vacancies.stages import (
    STAGE_COLUMNS,
    StageView,
    default_stages,
    stage_view,
    stages_of,
)
from services.viewer import STAFF_ROLES
from services.work import AnySelect, Work

_MOST_TEXTS = 1000


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by: its key and its name; of a vacancy the company, too."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class WordChoices:
    """The words of the vocabulary to filter by, in the viewer's language."""

    skills: tuple[Choice, ...]
    categories: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PlaceChoices:
    """Vacancies, responsible recruiters and companies to filter by."""

    vacancies: tuple[Choice, ...]
    recruiters: tuple[Choice, ...]
    companies: tuple[Choice, ...]


def word_choices(work: Work) -> WordChoices:
    """The words in use. Raises NotAllowed."""
    require(work.viewer, Permission.BASE_SEARCH)
    rows = work.rows(
        select(Term.id, name_of_term(work), Term.kind)
        .where(Term.archived_at.is_(None), Term.merged_into_id.is_(None))
        .order_by(Term.folded_name)
    ).all()
    skills = tuple(Choice(row[0], row[1]) for row in rows if row[2] == SKILL)
    categories = tuple(Choice(row[0], row[1]) for row in rows if row[2] != SKILL)
    return WordChoices(skills, categories)


def place_choices(work: Work) -> PlaceChoices:
    """Vacancies (the newest first), recruiters and companies. Raises NotAllowed."""
    require(work.viewer, Permission.BASE_SEARCH)
    staff = select(User.id, User.name).where(User.role.in_(STAFF_ROLES)).order_by(User.name)
    companies = select(Company.id, Company.name).where(Company.merged_into_id.is_(None))
    return PlaceChoices(
        tuple(
            Choice(row.id, _placed(row.title, row.name))
            for row in work.rows(_vacancies().order_by(Vacancy.id.desc()))
        ),
        tuple(Choice(row.id, row.name) for row in work.rows(staff)),
        tuple(
            Choice(row.id, row.name) for row in work.rows(companies.order_by(Company.folded_name))
        ),
    )


def open_vacancies(work: Work) -> tuple[Choice, ...]:
    """The vacancies that candidates can be linked to, the newest first. Raises NotAllowed."""
    require(work.viewer, Permission.BASE_SEARCH)
    still_open = _vacancies().where(Vacancy.closed_at.is_(None)).order_by(Vacancy.id.desc())
    return tuple(Choice(row.id, _placed(row.title, row.name)) for row in work.rows(still_open))


def stage_choices(work: Work, *, vacancy_id: int | None = None) -> tuple[StageView, ...]:
    """The stages to filter by, each name once: those of the vacancy, if one is named.

    Else those of the template, what it lacks of the default's, and the agency's own in open
    vacancies. Raises NotAllowed.
    """
    require(work.viewer, Permission.BASE_SEARCH)
    if vacancy_id is not None:
        return tuple(stages_of(work, vacancy_id)[vacancy_id])
    template = work.scalars(select(TemplateStage).order_by(TemplateStage.position))
    own = (
        select(*STAGE_COLUMNS)
        .join(Vacancy, Vacancy.id == Stage.vacancy_id)
        .where(
            Stage.key == "",
            Stage.removed_at.is_(None),
            Vacancy.closed_at.is_(None),
            Vacancy.archived_at.is_(None),
        )
        .order_by(Stage.vacancy_id.desc(), Stage.position)
    )
    offered: dict[tuple[object, ...], StageView] = {}
    stages = (
        *(stage_view(row) for row in template),
        *default_stages(),
        *(stage_view(row) for row in work.rows(own)),
    )
    for one in stages:
        offered.setdefault((one.key, one.names), one)
    return tuple(offered.values())


def cities(work: Work) -> list[str]:
    """Where candidates live. Raises NotAllowed."""
    return _written_in(work, Candidate.city)


def sources(work: Work) -> list[str]:
    """Where candidates came from. Raises NotAllowed."""
    return _written_in(work, Candidate.source)


def _written_in(work: Work, field: InstrumentedAttribute[str]) -> list[str]:
    """What stands in this field, each text once, in order."""
    require(work.viewer, Permission.BASE_SEARCH)
    texts = (
        select(field)
        .where(field != "", Candidate.archived_at.is_(None))
        .group_by(field)
        .order_by(field)
    )
    return list(work.scalars(texts.limit(_MOST_TEXTS)))


def names_of(work: Work, only: BaseFilter) -> dict[int, str]:
    """The names of what a filter has chosen, by key; what does not exist has none."""
    require(work.viewer, Permission.BASE_SEARCH)
    found: dict[int, str] = {}
    words = (*only.skills, *only.categories)
    if words:
        named = select(Term.id, name_of_term(work)).where(Term.id.in_(words))
        found |= {row[0]: row[1] for row in work.rows(named)}
    if only.vacancy is not None:
        vacancies = work.rows(_vacancies().where(Vacancy.id == only.vacancy))
        found |= {row.id: _placed(row.title, row.name) for row in vacancies}
    for model, key in ((User, only.recruiter), (Company, only.company)):
        if key is not None:
            rows = work.rows(select(model.id, model.name).where(model.id == key))
            found |= {row.id: row.name for row in rows}
    return found


def _vacancies() -> AnySelect:
    return (
        select(Vacancy.id, Vacancy.title, Company.name)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .where(Vacancy.archived_at.is_(None))
    )


def _placed(title: str, company: str | None) -> str:
    return f"{title} · {company}" if company else title
