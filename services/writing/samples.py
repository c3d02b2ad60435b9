"""A template as a letter: laid out with sample values, before anybody is written to."""

from services.agency import agency
from services.i18n import translator
from services.mail.letters import LaidOut
from services.permissions import Permission, require
from services.work import Work
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter, Facts, fill_in
from services.writing.placeholders import names_for
from services.writing.templates import check_template


def sample_values(work: Work, *, kind: str, language: str) -> dict[str, str]:
    """What stands in for each placeholder of this kind. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    check_template(kind, language)
    t = translator(language).text
    values = {
        "first_name": t("Olena"),
        "name": t("Olena Kovalenko"),
        "vacancy": t("Chief accountant"),
        "company": t("Dnipro Foods"),
        "when": t("Thu, 12 March, 10:00–11:00 (Kyiv)"),
        "where": t("12 Khreshchatyk St., 3rd floor"),
        "recruiter": work.viewer.name,
        "agency": agency(work).name,
    }
    return {name: values[name] for name in names_for(kind)}


def preview_template(work: Work, *, kind: str, language: str, wording: Wording) -> LaidOut:
    """The letter that this wording makes, as it would go out to a sample person.

    Raises Invalid, UnknownPlaceholder, NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    values = sample_values(work, kind=kind, language=language)
    letter = CandidateLetter(language, wording)
    return fill_in(work, letter, values, facts=_facts(kind, language, values))[0]


def _facts(kind: str, language: str, values: dict[str, str]) -> Facts:
    """What stands below a letter about an interview by itself."""
    t = translator(language).text
    if kind == "interview_called_off":
        return ((t("Called off"), values["when"]),)
    if not kind.startswith("interview_"):
        return ()
    return (
        (t("When"), values["when"]),
        (t("Where"), values["where"]),
        (t("You will meet"), values["recruiter"]),
    )
