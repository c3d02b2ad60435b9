"""Words for what the services name by a code: stages, roles, contact kinds."""

from pages.ui.text import reader, t
from services.vacancies import stages
from services.vacancies.stages import StageView


def stage_name(stage: StageView) -> str:
    """A stage's name in the reader's language."""
    return stages.stage_name(stage, reader())


def stage_words() -> dict[str, str]:
    """The default stages by key, in the reader's language."""
    return stages.default_names(reader())


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


def closed_as(reason: str) -> str:
    """Why a vacancy was closed."""
    return {
        "filled": t("closed: filled"),
        "cancelled": t("closed: cancelled"),
        "other": t("closed"),
    }[reason]
