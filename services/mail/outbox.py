"""The outbox: a letter is queued in the unit of work that caused it, and sent after it."""

from datetime import datetime
from enum import StrEnum

from db.keys import new_key
from db.models import Letter, User
from services.i18n import translator
from services.mail.letters import LetterContent, lay_out
from services.mail.look import look_of
from services.work import Work


class LetterKind(StrEnum):
    """What a letter is about."""

    INVITATION = "invitation"
    NEWS = "news"
    DIGEST = "digest"
    VACANCY_ADDED = "vacancy_added"
    ACCESS_ENDS = "access_ends"
    INTERVIEW_COPY = "interview_copy"
    INTERVIEW_INVITATION = "interview_invitation"
    INTERVIEW_MOVED = "interview_moved"
    INTERVIEW_CALLED_OFF = "interview_called_off"
    INTERVIEW_REMINDER = "interview_reminder"


#: As their reader chose, and written when they leave (`late.py`).
KINDS_OF_NEWS = frozenset({LetterKind.NEWS, LetterKind.DIGEST, LetterKind.VACANCY_ADDED})
#: These, too, say what holds at that moment.
WRITTEN_LATE = KINDS_OF_NEWS | {
    LetterKind.INTERVIEW_COPY,
    LetterKind.INTERVIEW_REMINDER,
}


def queue(
    work: Work,
    *,
    kind: str,
    recipient: User,
    reply_to: str,
    content: LetterContent,
    vacancy_id: int | None = None,
) -> int:
    """Queue a letter to one person in his language; it leaves after the commit."""
    look = look_of(work)
    laid_out = lay_out(content, translator(recipient.language), look)
    letter = work.add(_letter(work, kind, recipient, vacancy_id))
    letter.reply_to, letter.link, letter.logo = reply_to, content.link, look.logo
    letter.subject, letter.text, letter.html = laid_out.subject, laid_out.text, laid_out.html
    return letter.id


def queue_unwritten(
    work: Work,
    *,
    kind: LetterKind,
    recipient: User,
    vacancy_id: int | None,
    interview_id: int | None = None,
    send_after: datetime | None = None,
) -> int:
    """Queue a letter that is written when it leaves (`late.py`), now or after a while."""
    letter = work.add(_letter(work, kind, recipient, vacancy_id))
    letter.interview_id = interview_id
    letter.send_after = send_after or work.now
    return letter.id


def _letter(work: Work, kind: str, recipient: User, vacancy_id: int | None) -> Letter:
    return Letter(
        id=new_key(),
        kind=kind,
        recipient_id=recipient.id,
        vacancy_id=vacancy_id,
        to_name=recipient.name,
        to_email=recipient.email,
        language=recipient.language,
        subject="",
        text="",
        html="",
        state="queued",
        created_at=work.now,
        created_by_id=work.viewer.user_id or None,
        send_after=work.now,
    )
