"""Words for what the services name by a code: stages, roles, contact kinds."""

from collections.abc import Iterable

from pages.ui.text import reader, t
from services.candidates.particulars import LanguageView
from services.i18n import LANGUAGES
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


def contacts_changed(before: str, after: str) -> str:
    """«Phone – replaced, E-mail – added», of the kinds that went and came as the trail has them."""
    if before.isdigit() or after.isdigit():  # an older line of it: how many there were and are
        return f"{before} → {after}"
    gone, come = (text.split(", ") if text else [] for text in (before, after))
    said = []
    for one in dict.fromkeys([*gone, *come]):
        kind = contact_kind(one)
        if one in gone and one in come:
            said.append(t("{kind} – replaced", kind=kind))
        elif one in come:
            said.append(t("{kind} – added", kind=kind))
        else:
            said.append(t("{kind} – removed", kind=kind))
    return ", ".join(said)


def closed_as(reason: str) -> str:
    """Why a vacancy was closed."""
    return {
        "filled": t("closed: filled"),
        "cancelled": t("closed: cancelled"),
        "other": t("closed"),
    }[reason]


def employment_name(kind: str) -> str:
    """A kind of employment; "" where none is said."""
    return {
        "": "",
        "full": t("Full time"),
        "part": t("Part time"),
        "project": t("Project work"),
        "temporary": t("Temporary work"),
        "internship": t("Internship"),
        "other": t("Other employment"),
    }[kind]


def priority_name(priority: str) -> str:
    """How urgent a vacancy is."""
    return {"high": t("High"), "": t("Ordinary"), "low": t("Low")}[priority]


def sight_name(sight: str) -> str:
    """Who sees a stage."""
    return {
        "staff": t("Only staff"),
        "seen": t("Customers see it"),
        "open": t("Customers see it and move candidates into it"),
    }[sight]


def outcome_name(outcome: str) -> str:
    """What a stage ends with."""
    return {
        "": t("The candidate is considered"),
        "hired": t("The candidate is hired"),
        "refused": t("The candidate is refused"),
    }[outcome]


def vacancy_event(kind: str, closed: str) -> str:
    """What became of a vacancy, as a line of its story."""
    if kind == "closed":
        return {
            "filled": t("Closed: filled"),
            "cancelled": t("Closed: cancelled"),
            "other": t("Closed"),
        }[closed]
    return {"opened": t("Opened"), "reopened": t("Opened again")}[kind]


def level_name(level: str) -> str:
    """How well a language is spoken; "" where nobody said."""
    return t("native") if level == "native" else level.upper()


def spoken(one: LanguageView) -> str:
    """A language and how well: «English B2»."""
    name = reader().locale.languages.get(one.language, one.language)
    return f"{str(name)[:1].upper()}{str(name)[1:]} {level_name(one.level)}".strip()


def letter_language(code: str) -> str:
    """The language that letters begin in, by its own name; "" where nobody knows."""
    return LANGUAGES.get(code, code)


def interview_kind(kind: str) -> str:
    """How an interview takes place."""
    return {"in_person": t("In person"), "phone": t("By phone"), "video": t("Video call")}[kind]


def interview_state(state: str) -> str:
    """What became of an interview."""
    return {
        "scheduled": t("Scheduled"),
        "held": t("Held"),
        "no_show": t("No-show"),
        "cancelled": t("Cancelled"),
    }[state]


def interview_answer(answer: str, *, own: bool = False) -> str:
    """What somebody answered to his letter about an interview; `own`: the reader himself."""
    if own:
        return {"seen": t("you have seen it"), "propose": t("you propose other times")}[answer]
    return {
        "confirm": t("the candidate has confirmed"),
        "another": t("the candidate asks for another time"),
        "seen": t("seen by the customer"),
        "propose": t("the customer proposes other times"),
    }[answer]


def corrected_words(added: Iterable[str], removed: Iterable[str]) -> str:
    """«+ Go, − Java»."""
    return ", ".join([*(f"+ {word}" for word in added), *(f"− {word}" for word in removed)])


def length_of(minutes: int) -> str:
    """«1 h 30 min»."""
    hours, rest = divmod(minutes, 60)
    parts = (t("{n} h", n=hours) if hours else "", t("{n} min", n=rest) if rest else "")
    return " ".join(part for part in parts if part)


def left_out_names() -> dict[str, str]:
    """What is left out where contacts are hidden, by the names of `LeftOut`."""
    return {
        "surname": t("Surname as an initial"),
        "photo": t("Without photo"),
        "birth": t("Without date of birth and age"),
        "employers": t("Employers in neutral words"),
    }
