"""The outbox: a letter is queued in the unit of work that caused it, and sent after it."""

from db.keys import new_key
from db.models import Letter, User
from services.i18n import translator
from services.mail.letters import LetterContent, lay_out
from services.work import Work


def queue(work: Work, *, kind: str, recipient: User, reply_to: str, content: LetterContent) -> int:
    """Queue a letter to one person in his language; it leaves after the commit."""
    laid_out = lay_out(content, translator(recipient.language))
    letter = work.add(
        Letter(
            id=new_key(),
            kind=kind,
            recipient_id=recipient.id,
            to_name=recipient.name,
            to_email=recipient.email,
            reply_to=reply_to,
            language=recipient.language,
            subject=laid_out.subject,
            text=laid_out.text,
            html=laid_out.html,
            link=content.link,
            state="queued",
            created_at=work.now,
            created_by_id=work.viewer.user_id or None,
            send_after=work.now,
        ),
    )
    return letter.id
