"""Changing the stages of one vacancy; a stage in use cannot vanish or change its light by itself.

What such a change does to candidates is asked first (StageInUse) and then done as ordinary moves,
each a line of their history. On PostgreSQL a move that began before a stage was taken out may
still end in it: such a candidate is shown with its name and can be moved on.
"""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from db.keys import new_key
from db.models import Application, Stage, Vacancy
from services import audit
from services.applications.moving import behind_the_curtain, change_stage
from services.conflicts import refuse_stale
from services.errors import NotFound, StageInUse, StageNotReachable
from services.notifications import wake_customers
from services.permissions import Permission, require
from services.vacancies.stage_forms import (
    StageForm,
    check_line_up,
    check_stage,
    fill_stage,
    line_up,
    number_anew,
)
from services.work import Work


def standing(work: Work, *, vacancy_id: int) -> dict[int, int]:
    """How many candidates stand in each stage of the vacancy. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    work.one(Vacancy, vacancy_id)
    rows = work.rows(
        select(Application.stage_id, func.count())
        .where(Application.vacancy_id == vacancy_id)
        .group_by(Application.stage_id)
    )
    return {row[0]: row[1] for row in rows}


def save_stage(
    work: Work,
    *,
    vacancy_id: int,
    form: StageForm,
    version: int,
    stage_id: int | None = None,
    taking_back: bool = False,
) -> int:
    """Change a stage of the vacancy, or add one, at its place; returns its key.

    A stage with candidates is not lit up: that would be presenting them. One that goes dark takes
    its candidates from the customers' sight, once that is confirmed (`taking_back`). `version` is
    the vacancy's. Raises Invalid, StageInUse, Conflict, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy = _opened(work, vacancy_id, version)
    check_stage(form)
    stages = _stages(work, vacancy_id)
    if stage_id is None:
        stage = work.add(Stage(id=new_key(), vacancy_id=vacancy_id, position=0))
        fill_stage(stage, form)
        changes = {}
    else:
        stage = _among(stages, stage_id)
        _settle_light(work, stage, lit=form.sight != "staff", taking_back=taking_back)
        before = _said(stage)
        fill_stage(stage, form)
        changes = {
            name: [was, now] for name, now in _said(stage).items() if (was := before[name]) != now
        }
    taken = select(func.max(Stage.position)).where(Stage.vacancy_id == vacancy_id)
    ordered = line_up(stages, stage, form.place)
    check_line_up(ordered, stage)
    number_anew(ordered, after=work.scalar(taken))
    act = "add_stage" if stage_id is None else "edit_stage"
    _saved(work, vacancy, act, stage.id, changes=changes)
    return stage.id


def remove_stage(
    work: Work, *, vacancy_id: int, stage_id: int, version: int, move_to: int | None = None
) -> None:
    """Take a stage out of the vacancy; its candidates are moved to the stage that was chosen.

    Into a stage that customers see only those move whom they see already: presenting is an act of
    its own. Raises StageInUse (choose where to), StageNotReachable, Invalid, Conflict, NotFound,
    NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy = _opened(work, vacancy_id, version)
    stages = _stages(work, vacancy_id)
    stage = _among(stages, stage_id)
    left = [one for one in stages if one is not stage]
    check_line_up(left)
    standing = _standing_in(work, stage.id)
    if standing:
        if move_to is None:
            raise StageInUse(reason="choose", count=len(standing))
        _move_all(work, standing, _among(left, move_to))
    stage.removed_at = work.now
    _saved(work, vacancy, "remove_stage", stage.id, moved=len(standing))


def _opened(work: Work, vacancy_id: int, version: int) -> Vacancy:
    vacancy = work.one(Vacancy, vacancy_id)
    refuse_stale(work, "vacancy", vacancy.id, read=version, stands=vacancy.version)
    return vacancy


def _stages(work: Work, vacancy_id: int) -> list[Stage]:
    return list(
        work.scalars(
            select(Stage)
            .where(Stage.vacancy_id == vacancy_id, Stage.removed_at.is_(None))
            .order_by(Stage.position)
        )
    )


def _among(stages: Sequence[Stage], stage_id: int) -> Stage:
    for stage in stages:
        if stage.id == stage_id:
            return stage
    raise NotFound(model="Stage")


def _standing_in(work: Work, stage_id: int) -> list[Application]:
    return list(work.scalars(select(Application).where(Application.stage_id == stage_id)))


def _settle_light(work: Work, stage: Stage, *, lit: bool, taking_back: bool) -> None:
    """Raises StageInUse where the change of light is not for the editor of stages to make."""
    if lit == stage.seen_by_customers:
        return
    standing = _standing_in(work, stage.id)
    if lit and standing:
        raise StageInUse(reason="present", count=len(standing))
    presented = [one for one in standing if one.presented_at is not None]
    if presented and not taking_back:
        raise StageInUse(reason="take_back", count=len(presented))
    for application in presented:
        behind_the_curtain(work, application)


def _move_all(work: Work, standing: Sequence[Application], target: Stage) -> None:
    if target.seen_by_customers and any(one.presented_at is None for one in standing):
        raise StageNotReachable(reason="present")
    for application in standing:
        change_stage(work, application, target)
        if not target.seen_by_customers and application.presented_at is not None:
            behind_the_curtain(work, application)


def _said(stage: Stage) -> dict[str, object]:
    names = ("key", "name_en", "name_ru", "name_uk", "outcome")
    seen = ("seen_by_customers", "open_to_customers")
    return {name: getattr(stage, name) for name in (*names, *seen)}


def _saved(work: Work, vacancy: Vacancy, act: str, stage_id: int, **details: object) -> None:
    """Stages are part of the vacancy: its version counts on, and open tabs look again."""
    flag_modified(vacancy, "title")
    work.flush()
    stands = vacancy.version
    audit.record(work, act, "vacancy", vacancy.id, stage_id=stage_id, version=stands, **details)
    wake_customers(work, vacancy_id=vacancy.id)
