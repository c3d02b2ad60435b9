"""Letters that are written when they leave: what they say holds at that moment, for that reader."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from db.models import Letter, User
from services.i18n import translator
from services.installation import Installation
from services.interviews.copies import copy_of, reminder_of
from services.interviews.reminding import reminder_to_candidate
from services.interviews.told import copies_out
from services.mail.letters import LetterContent, lay_out
from services.mail.look import look_of
from services.mail.news import news
from services.mail.outbox import WRITTEN_LATE, LetterKind
from services.mail.vacancy_added import vacancies_added
from services.viewer import POSTMAN, Viewer
from services.work import Work, perform, reading


def write_as_it_leaves(installation: Installation, *, letter_id: int) -> None:
    """Write what a letter of this sort says now, in its reader's own scope.

    Does nothing for any other letter. One that has nothing left to say does not leave.
    """
    with reading(installation, POSTMAN) as work:
        letter = work.one(Letter, letter_id)
        if letter.kind not in WRITTEN_LATE or letter.state != "queued":
            return
        stood = letter.send_after
        # A candidate reads nothing here himself: his letter is written by who wrote to him before.
        recipient = work.one(User, letter.recipient_id or letter.created_by_id or 0)
        reader = Viewer.of(recipient.id, recipient)
        asked = _asked(work, letter)
    with reading(installation, reader) as work:
        content = asked(work)
    perform(installation, POSTMAN, write_down, letter_id=letter_id, content=content, stood=stood)


def _asked(work: Work, letter: Letter) -> Callable[[Work], LetterContent | None]:
    """What is to be asked in the reader's name."""
    if letter.kind == LetterKind.VACANCY_ADDED:
        return partial(vacancies_added, letter_id=letter.id)
    if letter.kind == LetterKind.INTERVIEW_COPY:
        about = letter.interview_id or 0
        told = copies_out(work, about).get(letter.recipient_id or 0)
        return partial(copy_of, interview_id=about, told=told)
    if letter.kind == LetterKind.INTERVIEW_REMINDER:
        about = letter.interview_id or 0
        if letter.candidate_id is None:
            return partial(reminder_of, interview_id=about)
        return partial(reminder_to_candidate, interview_id=about, language=letter.language)
    return partial(news, letter_id=letter.id)


def write_down(
    work: Work, *, letter_id: int, content: LetterContent | None, stood: datetime | None = None
) -> None:
    """Store what the letter says; without anything to say it has failed.

    `stood` is when it was to leave as it was asked what it says. Where that is another moment by
    now, there is something else to say: it is asked again, the next time.
    """
    letter = work.one(Letter, letter_id)
    if stood is not None and letter.send_after != stood:
        return
    if content is None:
        letter.state, letter.problem = "failed", "nothing_left"
        return
    look = look_of(work)
    laid_out = lay_out(content, translator(letter.language), look)
    letter.subject, letter.text, letter.html = laid_out.subject, laid_out.text, laid_out.html
    letter.link, letter.reply_to, letter.logo = content.link, content.contact.email, look.logo
    letter.calendar, letter.to_email = content.calendar, content.email or letter.to_email
