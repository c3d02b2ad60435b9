"""Words for what the services name by a code: stages, roles, contact kinds."""

from pages.ui.text import reader, t
from services.i18n import language_names
from services.vacancies import stages
from services.vacancies.stages import StageView


def stage_name(stage: StageView) -> str:
    """A stage's name in the reader's language."""
    return stages.stage_name(stage, reader())


def role_name(role: str) -> str:
    """A role, as it stands under a person's name."""
    return {
        "administrator": t("Administrator"),
        "recruiter": t("Recruiter"),
        "customer": t("Customer"),
    }[role]


def contact_kind(kind: str) -> str:
    """A kind of contact, as it stands in a form."""
    return {
        "phone": t("Phone"),
        "email": t("E-mail"),
        "telegram": t("Telegram"),
        "link": t("Link"),
        "other": t("Other contact"),
    }[kind]


def language_name(code: str) -> str:
    """A language in the reader's language, as it stands in a list."""
    return language_names.language_name(code, reader().language)


def language_level(level: str) -> str:
    """A level of the European framework, or the mother tongue."""
    return t("native") if level == "native" else level


def closed_as(reason: str) -> str:
    """Why a vacancy was closed."""
    return {
        "filled": t("closed: filled"),
        "cancelled": t("closed: cancelled"),
        "other": t("closed"),
    }[reason]
