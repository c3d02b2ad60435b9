"""What happened, in one sentence: the same in the app and in a letter."""

from services.i18n import Translator
from services.notifications.views import NotificationView
from services.vacancies.stages import stage_name


def what_happened(told: NotificationView, words: Translator) -> str:
    """The event as its reader is told of it, in his language."""
    t = words.text
    values = {"candidate": told.candidate, "vacancy": told.vacancy}
    if told.kind == "moved" and told.stage is not None:
        stage = stage_name(told.stage, words)
        return t("{candidate} moved to “{stage}” · {vacancy}", stage=stage, **values)
    if told.kind == "opened":
        return t("{candidate}: resume opened for the first time · {vacancy}", **values)
    if told.kind == "downloaded":
        return t("{candidate}: original resume downloaded · {vacancy}", **values)
    if told.kind == "presented":
        return t("{candidate} was presented to you · {vacancy}", **values)
    if told.kind == "answered":
        return t("Answer to your note on {candidate} · {vacancy}", **values)
    return t("New note on {candidate} · {vacancy}", **values)
