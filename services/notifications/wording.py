"""What happened, in one sentence: the same in the app and in a letter."""

from datetime import datetime
from textwrap import shorten

from services.i18n import Translator
from services.i18n.times import span
from services.notifications.kinds import Kind
from services.notifications.views import NotificationView
from services.vacancies.stages import stage_name

#: What comes by itself, or of a candidate: nobody who works here has done it.
BY_ITSELF: frozenset[Kind] = frozenset(
    {
        "reminder",
        "starts",
        "guarantee",
        "interview_reminder",
        "interview_feedback",
        "interview_confirmed",
        "interview_another_time",
    }
)


# Whoever asks for another time may write a page: the interview has all of it.
_MOST_WORDS = 200


def what_happened(told: NotificationView, words: Translator, *, zone: str, now: datetime) -> str:
    """The event as its reader is told of it, in this language; the vacancy stands beside it.

    Of an interview with when it takes place, in this zone, for a candidate may have several.
    """
    t, candidate = words.text, told.candidate
    stage = stage_name(told.stage, words) if told.stage else ""
    sentences: dict[Kind, str] = {
        "vacancy_added": t("A vacancy was added for you"),
        "vacancy_closed": t("The vacancy was closed"),
        "vacancy_reopened": t("The vacancy is open again"),
        "moved": t("{candidate} moved to “{stage}”", candidate=candidate, stage=stage),
        "opened": t("{candidate}: resume opened for the first time", candidate=candidate),
        "downloaded": t("{candidate}: original resume downloaded", candidate=candidate),
        "downloaded_attachment": t("{candidate}: attachment downloaded", candidate=candidate),
        "downloaded_version": t("{candidate}: resume downloaded", candidate=candidate),
        "presented": t("{candidate} was presented to you", candidate=candidate),
        "corrected": t("{candidate}: skills or categories corrected", candidate=candidate),
        "mentioned": t("You were named in a note on {candidate}", candidate=candidate),
        "answered": t("Answer to your note on {candidate}", candidate=candidate),
        "reminder": t("Reminder: {candidate}", candidate=candidate),
        "starts": t("{candidate}: the first day at work", candidate=candidate),
        "guarantee": t("{candidate}: the guarantee ends", candidate=candidate),
        "interview": t("{candidate}: interview scheduled", candidate=candidate),
        "interview_moved": t("{candidate}: interview changed", candidate=candidate),
        "interview_called_off": t("{candidate}: interview cancelled", candidate=candidate),
        "interview_confirmed": t("{candidate} confirmed the interview", candidate=candidate),
        "interview_another_time": t(
            "{candidate} asks for another time for the interview", candidate=candidate
        ),
        "interview_seen": t(
            "{candidate}: the customer has seen the interview", candidate=candidate
        ),
        "interview_proposed": t(
            "{candidate}: the customer proposes other times for the interview", candidate=candidate
        ),
        "interview_reminder": t("{candidate}: the interview is coming up", candidate=candidate),
        "interview_feedback": t(
            "{candidate}: how was the interview? Please write a note", candidate=candidate
        ),
        "attachment": t("{candidate}: an attachment was opened for you", candidate=candidate),
        "note": t("New note on {candidate}", candidate=candidate),
    }
    happened = sentences.get(told.kind, sentences["note"])
    if told.hours is not None:
        happened = f"{happened} · {span(*told.hours, words, zone, now)}"
    own = told.kind == "reminder"
    added = told.text if own else shorten(told.text, _MOST_WORDS, placeholder="…")
    return f"{happened} – {added}" if added else happened
