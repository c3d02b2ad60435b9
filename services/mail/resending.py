"""Sending a letter again, by hand: a copy with a story of its own."""

from urllib.parse import parse_qs, urlsplit

from db.keys import new_key
from db.models import Letter, User
from services import audit
from services.access.links import PASSWORD_PURPOSES, SIGN_IN, owner_of_link
from services.errors import LetterStays, LinkUnusable
from services.mail.outbox import WRITTEN_LATE
from services.permissions import Permission, require
from services.work import Work

_ON_ITS_WAY = {"queued", "sending"}


def send_again(work: Work, *, letter_id: int) -> int:
    """Queue a copy of a letter to the person's present e-mail; returns the copy's key.

    The letter itself keeps its state and names its copy. Raises LetterStays (it is still on its
    way, was sent again already, the person's access is closed, its link works no more), NotFound,
    NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    letter = work.one(Letter, letter_id)
    if letter.state in _ON_ITS_WAY:
        raise LetterStays(reason="on_its_way")
    if letter.candidate_id is not None:
        raise LetterStays(reason="to_candidate")
    person = work.one(User, letter.recipient_id or 0)
    if letter.kind in WRITTEN_LATE:
        raise LetterStays(reason="news")
    if letter.again_id is not None:
        raise LetterStays(reason="sent_again")
    if person.blocked_at is not None:
        raise LetterStays(reason="blocked")
    _check_link(work, letter.link)
    copy = work.add(
        Letter(
            id=new_key(),
            kind=letter.kind,
            recipient_id=person.id,
            vacancy_id=letter.vacancy_id,
            to_name=person.name,
            to_email=person.email,
            reply_to=letter.reply_to,
            language=letter.language,
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            link=letter.link,
            logo=letter.logo,
            state="queued",
            created_at=work.now,
            created_by_id=work.viewer.user_id,
            send_after=work.now,
        )
    )
    work.flush()
    letter.again_id = copy.id
    audit.record(work, "send_again", "letter", letter.id, copy_id=copy.id)
    return copy.id


def _check_link(work: Work, link: str) -> None:
    """A letter whose personal link is dead would only lead its reader astray."""
    secrets = parse_qs(urlsplit(link).query).get("token", [])
    for secret in secrets:
        try:
            owner_of_link(work, secret=secret, purposes=(*PASSWORD_PURPOSES, SIGN_IN))
        except LinkUnusable as error:
            raise LetterStays(reason="link_dead") from error
