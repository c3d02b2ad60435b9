"""A customer opens a candidate for the first time: the recruiter is told."""

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Opening
from services import notifications
from services.permissions import Permission, require
from services.work import Work


def opened(work: Work, *, application_id: int) -> bool:
    """Whether this viewer's opening needs no writing down (staff's never does).

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_READ)
    if not work.viewer.is_customer:
        return True
    work.one(Application, application_id)
    return _opening(work, application_id) is not None


def open_for_the_first_time(work: Work, *, application_id: int) -> None:
    """Write down that this customer has opened the candidate, and tell the recruiter.

    Does nothing the second time, and nothing for staff. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_READ)
    application = work.one(Application, application_id)
    if not work.viewer.is_customer or _opening(work, application_id) is not None:
        return
    opening = work.add(
        Opening(
            id=new_key(),
            application_id=application_id,
            customer_id=work.viewer.user_id,
            opened_at=work.now,
        ),
    )
    notifications.tell_recruiter(
        work,
        kind="opened",
        event=f"opened:{opening.id}",
        application=application,
    )


def _opening(work: Work, application_id: int) -> int | None:
    found: int | None = work.scalars(
        select(Opening.id).where(
            Opening.application_id == application_id,
            Opening.customer_id == work.viewer.user_id,
        ),
    ).first()
    return found
