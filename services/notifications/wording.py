"""What happened, in one sentence: the same in the app and in a letter."""

from services.i18n import Translator
from services.notifications.views import NotificationView
from services.vacancies.stages import stage_name


def what_happened(told: NotificationView, words: Translator) -> str:
    """The event as its reader is told of it, in his language."""
    stage = stage_name(told.stage, words) if told.stage else ""
    sentences = _of_a_vacancy(told, words) | _of_a_candidate(told, words, stage)
    return sentences.get(told.kind, sentences["note"])


def _of_a_vacancy(told: NotificationView, words: Translator) -> dict[str, str]:
    t, vacancy = words.text, told.vacancy
    return {
        "vacancy_added": t("A vacancy was added for you · {vacancy}", vacancy=vacancy),
        "vacancy_closed": t("The vacancy was closed · {vacancy}", vacancy=vacancy),
        "vacancy_reopened": t("The vacancy is open again · {vacancy}", vacancy=vacancy),
    }


def _of_a_candidate(told: NotificationView, words: Translator, stage: str) -> dict[str, str]:
    t, values = words.text, {"candidate": told.candidate, "vacancy": told.vacancy}
    return {
        "moved": t("{candidate} moved to “{stage}” · {vacancy}", stage=stage, **values),
        "opened": t("{candidate}: resume opened for the first time · {vacancy}", **values),
        "downloaded": t("{candidate}: original resume downloaded · {vacancy}", **values),
        "presented": t("{candidate} was presented to you · {vacancy}", **values),
        "answered": t("Answer to your note on {candidate} · {vacancy}", **values),
        "note": t("New note on {candidate} · {vacancy}", **values),
    }
