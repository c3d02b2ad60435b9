"""What a file proposes, put into the fields that are empty, and where each of it was found."""

from pages.ui import session
from pages.ui.staff.candidate_fields import fill_contacts
from pages.ui.staff.candidate_languages import fill_languages
from pages.ui.staff.candidate_places import keep_places
from services.documents import Proposal, Proposed

_LINES = ("first_name", "last_name", "patronymic", "headline", "city")


def put_into_fields(prefix: str, proposal: Proposal, contacts: list[tuple[str, str]]) -> None:
    """Fill the fields that nobody has filled, and keep the lines that they were found in.

    `contacts` are those that stand in the rows already: what is found is added to them.
    """
    quotes: dict[str, str] = {}
    for field in _LINES:
        found: Proposed | None = getattr(proposal, field)
        if found is not None and not session.typed(f"{prefix}_{field}"):
            session.fill(f"{prefix}_{field}", found.value)
            quotes[field] = found.place.quote
    years = proposal.experience
    if years is not None and session.typed(f"{prefix}_experience_years") is None:
        session.fill(f"{prefix}_experience_years", years.value)
        quotes["experience_years"] = years.place.quote
        quotes["experience_counted"] = "1" if years.counted else ""
    known = {value for _, value in contacts}
    added = [one for one in proposal.contacts if one.value not in known]
    fill_contacts(prefix, [*contacts, *((one.kind, one.value) for one in added)])
    quotes["contacts"] = _together([(one.value, one.place.quote) for one in added])
    if proposal.skills and not session.typed(f"{prefix}_skills"):
        session.fill(f"{prefix}_skills", [one.value for one in proposal.skills])
        quotes["skills"] = _together([(one.value, one.place.quote) for one in proposal.skills])
    if proposal.languages and not session.typed(f"{prefix}_language_0", ""):
        fill_languages(prefix, [(one.code, one.level) for one in proposal.languages])
        quotes["languages"] = _together([("", one.place.quote) for one in proposal.languages])
    if proposal.letter_language and not session.typed(f"{prefix}_letter_language", ""):
        session.fill(f"{prefix}_letter_language", proposal.letter_language)
    keep_places(prefix, quotes)


def _together(found: list[tuple[str, str]]) -> str:
    """The lines of several proposals, each line once."""
    return "” · “".join(dict.fromkeys(quote for _, quote in found if quote))
