"""Stages of a vacancy: the ones every agency begins with, and what a viewer reads of them."""

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from sqlalchemy import select

from db.models import Stage
from services.i18n import Translator
from services.work import Work


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage as its viewer reads it; `names` holds the agency's own words per language."""

    id: int
    key: str
    names: tuple[tuple[str, str], ...]
    position: int
    seen_by_customers: bool
    open_to_customers: bool
    outcome: str


class StageRow(Protocol):
    """What the database knows of a stage: a row of stages, or these columns of one."""

    id: int
    key: str
    name_en: str
    name_ru: str
    name_uk: str
    position: int
    seen_by_customers: bool
    open_to_customers: bool
    outcome: str


#: What is read of a stage where it is not to be written.
STAGE_COLUMNS = tuple(getattr(Stage, name) for name in StageRow.__annotations__)

# key, seen by customers, open to customers, outcome (mission, decision 6)
DEFAULT = (
    ("longlist", False, False, ""),
    ("new", True, True, ""),
    ("review", True, True, ""),
    ("interview", True, True, ""),
    ("offer", True, True, ""),
    ("hired", True, True, "hired"),
    ("refused", True, True, "refused"),
)
DEFAULT_KEYS = tuple(key for key, *_ in DEFAULT)


def stages_of(work: Work, *vacancy_ids: int) -> dict[int, list[StageView]]:
    """The stages of these vacancies that the viewer sees, in order."""
    found: dict[int, list[StageView]] = {vacancy_id: [] for vacancy_id in vacancy_ids}
    # Columns, not rows to be written: a list of vacancies has some hundreds of stages.
    statement = (
        select(Stage.vacancy_id, *STAGE_COLUMNS)
        .where(Stage.vacancy_id.in_(vacancy_ids), Stage.removed_at.is_(None))
        .order_by(Stage.vacancy_id, Stage.position)
    )
    for row in work.rows(statement):
        found[row.vacancy_id].append(stage_view(row))
    return found


def stage_name(stage: StageView, words: Translator) -> str:
    """A stage's name: the agency's own in the reader's language, else the default's."""
    if not stage.key:
        own = dict(stage.names)
        return own.get(words.language) or own["en"] or own["uk"] or own["ru"] or "\u2014"
    return _default_names(words)[stage.key]


def default_stages() -> list[StageView]:
    """The stages that every agency begins with, in order."""
    unnamed = (("en", ""), ("ru", ""), ("uk", ""))
    return [
        StageView(0, key, unnamed, position, seen, opened, outcome)
        for position, (key, seen, opened, outcome) in enumerate(DEFAULT)
    ]


def default_names(words: Translator) -> dict[str, str]:
    """The names of the default stages by key, in order."""
    return dict(_default_names(words))


@cache
def _default_names(words: Translator) -> dict[str, str]:
    """The default stages' names, once per language: every row of a list has one."""
    t = words.text
    return {
        "longlist": t("Longlist"),
        "new": t("New"),
        "review": t("Review"),
        "interview": t("Interview"),
        "offer": t("Offer"),
        "hired": t("Hired"),
        "refused": t("Refused"),
    }


def default_name(key: str, words: Translator) -> str:
    """The name of one of the default stages."""
    return _default_names(words)[key]


def stage_view(stage: StageRow) -> StageView:
    """A stage as a frozen view."""
    return StageView(
        id=stage.id,
        key=stage.key,
        names=(("en", stage.name_en), ("ru", stage.name_ru), ("uk", stage.name_uk)),
        position=stage.position,
        seen_by_customers=stage.seen_by_customers,
        open_to_customers=stage.open_to_customers,
        outcome=stage.outcome,
    )
