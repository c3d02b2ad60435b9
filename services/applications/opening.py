"""A customer opens a candidate, or downloads a file of his, for the first time."""

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Attachment, AttachmentOpening, Notification, Opening
from services import audit, notifications
from services.candidates.resumes import given_original
from services.errors import NotFound
from services.permissions import Permission, require
from services.work import Work

#: What a customer took along, by the act that the trail tells of.
DOWNLOADS = {
    "download": "downloaded",
    "download_version": "downloaded_version",
    "download_attachment": "downloaded_attachment",
}


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


def tell_of_download(work: Work, *, original_id: int) -> None:
    """Tell the recruiter that this customer has downloaded an original, the first time he does.

    Does nothing for staff. Raises NotFound, NotAllowed.
    """
    _, application = given_original(work, original_id=original_id)
    event = f"downloaded:{original_id}:{work.viewer.user_id}"
    if application is None or not _is_first(work, event):
        return
    notifications.tell_recruiter(work, kind="downloaded", event=event, application=application)
    audit.record(work, "download", "application", application.id, original_id=original_id)


def tell_of_version(work: Work, *, application_id: int) -> None:
    """Tell the recruiter that this customer has downloaded the résumé, the first time he does.

    It is the one that he reads, made anew; does nothing for staff. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_READ)
    application = work.one(Application, application_id)
    event = f"downloaded_version:{application_id}:{work.viewer.user_id}"
    if not _is_first(work, event):
        return
    notifications.tell_recruiter(
        work, kind="downloaded_version", event=event, application=application
    )
    audit.record(work, "download_version", "application", application_id)


def tell_of_attachment(work: Work, *, attachment_id: int) -> None:
    """Tell the recruiter that this customer has downloaded an attachment, the first time he does.

    Does nothing for staff. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_READ)
    attachment = work.one(Attachment, attachment_id)
    event = f"downloaded_attachment:{attachment_id}:{work.viewer.user_id}"
    if not _is_first(work, event):
        return
    opened_in = (
        select(Application)
        .join(AttachmentOpening, AttachmentOpening.vacancy_id == Application.vacancy_id)
        .where(
            AttachmentOpening.attachment_id == attachment_id,
            AttachmentOpening.hidden_at.is_(None),
            Application.candidate_id == attachment.candidate_id,
        )
        .order_by(Application.presented_at.desc(), Application.id.desc())
    )
    application = work.scalars(opened_in).first()
    if application is None:
        raise NotFound(model="Attachment")
    notifications.tell_recruiter(
        work, kind="downloaded_attachment", event=event, application=application
    )
    audit.record(
        work, "download_attachment", "application", application.id, attachment_id=attachment_id
    )


def _is_first(work: Work, event: str) -> bool:
    """Whether a customer does this for the first time."""
    told = select(Notification.id).where(Notification.event == event)
    return work.viewer.is_customer and work.scalars(told).first() is None


def _opening(work: Work, application_id: int) -> int | None:
    found: int | None = work.scalars(
        select(Opening.id).where(
            Opening.application_id == application_id,
            Opening.customer_id == work.viewer.user_id,
        ),
    ).first()
    return found
