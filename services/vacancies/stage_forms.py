"""One stage as it is edited, and what a line-up of stages must keep to.

The same for the stages of a vacancy and for those of the agency's template.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from services.checks import check_all, check_choice, check_line
from services.errors import Invalid
from services.folding import fold, tidy
from services.i18n import LANGUAGES, translator
from services.vacancies.stages import DEFAULT_KEYS, StageView, default_name

# Who sees a stage: staff alone; customers, too; and they may move candidates into it.
SIGHTS = ("staff", "seen", "open")
OUTCOMES = ("", "hired", "refused")
_MOST_STAGES, _LONGEST_NAME = 20, 60


@dataclass(frozen=True, slots=True)
class StageForm:
    """A stage: its names, who sees it, what it ends with, and its place in the line-up."""

    name_en: str = ""
    name_ru: str = ""
    name_uk: str = ""
    sight: str = "staff"
    outcome: str = ""
    place: int = 0


class AStage(Protocol):
    """A row of a vacancy's stages or of the template."""

    key: str
    name_en: str
    name_ru: str
    name_uk: str
    position: int
    seen_by_customers: bool
    open_to_customers: bool
    outcome: str


Row = TypeVar("Row", bound=AStage)


def names_of(stage: StageView) -> dict[str, str]:
    """The stage's name per language as it stands in the form."""
    if stage.key:
        return {language: default_name(stage.key, translator(language)) for language in LANGUAGES}
    return dict(stage.names)


def sight_of(stage: StageView) -> str:
    """Who sees the stage, as one of SIGHTS."""
    if not stage.seen_by_customers:
        return "staff"
    return "open" if stage.open_to_customers else "seen"


def check_stage(form: StageForm) -> None:
    """Raises Invalid naming every field that is not accepted."""
    check_all(
        lambda: _check_names(form),
        lambda: check_choice("sight", form.sight, SIGHTS),
        lambda: check_choice("outcome", form.outcome, OUTCOMES),
    )


def fill_stage(row: AStage, form: StageForm) -> None:
    """Make the stage what the form says; one with the default's names keeps its key."""
    names = {language: tidy(getattr(form, f"name_{language}")) for language in LANGUAGES}
    row.key = _default_called(names)
    for language, name in names.items():
        setattr(row, f"name_{language}", "" if row.key else name)
    row.seen_by_customers = form.sight != "staff"
    row.open_to_customers = form.sight == "open"
    row.outcome = form.outcome


def line_up(rows: Sequence[Row], row: Row, place: int) -> list[Row]:
    """The stages in their new order, with the row at its place."""
    others = [one for one in rows if one is not row]
    return [*others[:place], row, *others[place:]]


def number_anew(rows: Sequence[AStage], *, after: int) -> None:
    """Number the stages in this order, behind every number that was given before.

    Numbers only grow, so that no two stages share one while they are written.
    """
    for number, row in enumerate(rows):
        row.position = after + 1 + number


def check_line_up(rows: Sequence[AStage], changed: AStage | None = None) -> None:
    """Raises Invalid unless candidates can be linked and presented in this line-up.

    And unless the changed stage can be told from the others by its names.
    """
    if len(rows) > _MOST_STAGES:
        raise Invalid(stages="too_many")
    if not rows or rows[0].seen_by_customers or rows[0].outcome:
        raise Invalid(stages="first_is_for_staff")
    if not any(row.seen_by_customers for row in rows):
        raise Invalid(stages="none_is_seen")
    if changed is None:
        return
    for language in LANGUAGES:
        name = _name(changed, language)
        others = {fold(_name(row, language)) for row in rows if row is not changed}
        if name and fold(name) in others:
            raise Invalid(stages="named_twice")


def _name(row: AStage, language: str) -> str:
    if row.key:
        return default_name(row.key, translator(language))
    return str(getattr(row, f"name_{language}"))


def _check_names(form: StageForm) -> None:
    names = [check_line("name", getattr(form, f"name_{one}"), _LONGEST_NAME) for one in LANGUAGES]
    if not any(names):
        raise Invalid(name="required")


def _default_called(names: dict[str, str]) -> str:
    """The default stage whose names these are in every language, "" for one of its own."""
    for key in DEFAULT_KEYS:
        if all(name == default_name(key, translator(one)) for one, name in names.items()):
            return key
    return ""
