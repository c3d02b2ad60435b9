"""Words for what the services name by a code: stages, roles, contact kinds, letter states."""

from functools import cache

from pages.ui import session
from pages.ui.text import t
from services.vacancies.stages import StageView


def stage_name(stage: StageView) -> str:
    """A stage's name: the agency's own in the reader's language, else the default's."""
    if not stage.key:
        own = dict(stage.names)
        return own.get(session.language()) or own.get("en") or "\u2014"
    return _default_stages(session.language())[stage.key]


@cache
def _default_stages(_language: str) -> dict[str, str]:
    """The default stages' names, once per language: every row of a list has one."""
    return {
        "longlist": t("Longlist"),
        "new": t("New"),
        "review": t("Review"),
        "interview": t("Interview"),
        "offer": t("Offer"),
        "hired": t("Hired"),
        "refused": t("Refused"),
    }


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


def letter_state(state: str) -> str:
    """What became of a letter."""
    return {
        "queued": t("Waiting"),
        "sending": t("Leaving now"),
        "sent": t("Written to file"),
        "failed": t("Not sent"),
        "unknown": t("Unknown"),
    }[state]


def letter_kind(kind: str) -> str:
    """What a letter is."""
    return {
        "invitation": t("Invitation"),
        "staff_invitation": t("Invitation"),
        "new_password": t("New password"),
        "sign_in": t("Sign-in link"),
    }[kind]
