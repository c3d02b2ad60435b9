"""The agency's template of stages: what every new vacancy begins with."""

from dataclasses import dataclass

from sqlalchemy import select

from db.keys import new_key
from db.models import Agency, Stage, TemplateStage
from services import audit
from services.conflicts import refuse_stale
from services.errors import NotFound
from services.permissions import Permission, require
from services.vacancies.stage_forms import (
    StageForm,
    check_line_up,
    check_stage,
    fill_stage,
    line_up,
    number_anew,
)
from services.vacancies.stages import DEFAULT, StageView, stage_view
from services.work import Work


@dataclass(frozen=True, slots=True)
class Template:
    """The stages of a new vacancy in order; `own` once the agency has changed the default's."""

    stages: tuple[StageView, ...]
    version: int
    own: bool


def template(work: Work) -> Template:
    """The template as it stands. Raises NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    own = _rows(work)
    stages = tuple(stage_view(row) for row in own or _default())
    return Template(stages, work.only(Agency).stages_version, bool(own))


def add_stages(work: Work, *, vacancy_id: int) -> None:
    """Give a new vacancy the stages of the template."""
    for position, row in enumerate(_rows(work) or _default()):
        work.add(
            Stage(
                id=new_key(),
                vacancy_id=vacancy_id,
                key=row.key,
                name_en=row.name_en,
                name_ru=row.name_ru,
                name_uk=row.name_uk,
                position=position,
                seen_by_customers=row.seen_by_customers,
                open_to_customers=row.open_to_customers,
                outcome=row.outcome,
            ),
        )


def save_template_stage(
    work: Work, *, form: StageForm, version: int, place: int | None = None
) -> None:
    """Change the stage at this place of the template, or add one; vacancies there are stay so.

    Raises Invalid, Conflict, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    check_stage(form)
    rows = _begun(work, version)
    row = _at(rows, place) if place is not None else _new(work)
    fill_stage(row, form)
    ordered = line_up(rows, row, form.place)
    check_line_up(ordered, row)
    number_anew(ordered, after=max(one.position for one in rows))
    _record(work)


def remove_template_stage(work: Work, *, place: int, version: int) -> None:
    """Take the stage at this place out of the template.

    Raises Invalid, Conflict, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    rows = _begun(work, version)
    row = _at(rows, place)
    check_line_up([one for one in rows if one is not row])
    work.flush()
    work.remove(row)
    _record(work)


def default_template_again(work: Work, *, version: int) -> None:
    """Begin new vacancies with the default stages again. Raises Conflict, NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    _count_on(work, version)
    for row in _rows(work):
        work.remove(row)
    _record(work)


def _begun(work: Work, version: int) -> list[TemplateStage]:
    """The template's rows to be changed; the default's are written down at the first change."""
    _count_on(work, version)
    return _rows(work) or [work.add(row) for row in _default()]


def _record(work: Work) -> None:
    agency = work.only(Agency)
    audit.record(work, "edit_template", "agency", agency.id, version=agency.stages_version)


def _count_on(work: Work, version: int) -> None:
    agency = work.only(Agency)
    refuse_stale(work, "agency", agency.id, read=version, stands=agency.stages_version)
    agency.stages_version += 1


def _at(rows: list[TemplateStage], place: int) -> TemplateStage:
    if not 0 <= place < len(rows):
        raise NotFound(model="TemplateStage")
    return rows[place]


def _new(work: Work) -> TemplateStage:
    return work.add(TemplateStage(id=new_key(), position=0))


def _rows(work: Work) -> list[TemplateStage]:
    return list(work.scalars(select(TemplateStage).order_by(TemplateStage.position)))


def _default() -> list[TemplateStage]:
    return [
        TemplateStage(
            id=new_key(),
            key=key,
            name_en="",
            name_ru="",
            name_uk="",
            position=position,
            seen_by_customers=seen,
            open_to_customers=opened,
            outcome=outcome,
        )
        for position, (key, seen, opened, outcome) in enumerate(DEFAULT)
    ]
