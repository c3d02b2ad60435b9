"""After "Hired": the first day at work, until when the agency's guarantee lasts."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Hiring, Stage
from services import audit
from services.amounts import check_day
from services.checks import check_all
from services.conflicts import as_form, differing, refuse_stale
from services.errors import Invalid, StageNotReachable
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class HiringForm:
    """The days that are agreed upon."""

    starts_on: date | None
    guarantee_until: date | None


@dataclass(frozen=True, slots=True)
class HiringView:
    """What was agreed; `version` 0 while nothing is written down."""

    starts_on: date | None
    guarantee_until: date | None
    version: int


def hiring_of(work: Work, *, application_id: int) -> HiringView:
    """What was agreed for an application, for staff. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    work.one(Application, application_id)
    row = _row(work, application_id)
    if row is None:
        return HiringView(None, None, 0)
    return HiringView(row.starts_on, row.guarantee_until, row.version)


def set_hiring(
    work: Work,
    *,
    application_id: int,
    starts_on: date | None,
    guarantee_until: date | None,
    version: int,
) -> None:
    """Write down what was agreed; the responsible recruiter is reminded of each date.

    Raises StageNotReachable (he is not hired), Invalid, Conflict, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    application = work.one(Application, application_id)
    if work.one(Stage, application.stage_id).outcome != "hired":
        raise StageNotReachable(reason="hired")
    row = _row(work, application_id)
    stands = row.version if row else 0
    refuse_stale(work, "application", application_id, read=version, stands=stands)
    check_all(
        lambda: check_day("starts_on", starts_on),
        lambda: check_day("guarantee_until", guarantee_until),
    )
    if starts_on is not None and guarantee_until is not None and guarantee_until < starts_on:
        raise Invalid(guarantee_until="before_start")
    if row is None:
        row = work.add(Hiring(id=new_key(), application_id=application_id))
    before, after = asdict(as_form(HiringForm, row)), asdict(HiringForm(starts_on, guarantee_until))
    row.starts_on, row.guarantee_until = starts_on, guarantee_until
    row.set_at, row.set_by_id = work.now, work.viewer.user_id
    work.flush()
    audit.record(
        work,
        "set_hiring",
        "application",
        application_id,
        version=row.version,
        changes=differing(before, after),
    )


def _row(work: Work, application_id: int) -> Hiring | None:
    found: Hiring | None = work.scalars(
        select(Hiring).where(Hiring.application_id == application_id)
    ).one_or_none()
    return found
