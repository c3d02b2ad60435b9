"""What a file proposes, put into the fields that are empty, and where each of it was found."""

from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.text import t
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
    _fill_rows(prefix, [*contacts, *((one.kind, one.value) for one in added)])
    quotes["contacts"] = _together([(one.value, one.place.quote) for one in added])
    if proposal.skills and not session.typed(f"{prefix}_skills"):
        session.fill(f"{prefix}_skills", [one.value for one in proposal.skills])
        quotes["skills"] = _together([(one.value, one.place.quote) for one in proposal.skills])
    if proposal.languages and not session.kept(f"{prefix}_languages"):
        for number, one in enumerate(proposal.languages):
            session.fill(f"{prefix}_language_{number}", one.code)
            session.fill(f"{prefix}_level_{number}", one.level)
        session.keep(f"{prefix}_languages", len(proposal.languages))
        quotes["languages"] = _together([("", one.place.quote) for one in proposal.languages])
    session.keep(f"{prefix}_found", quotes)


def where_found(prefix: str, field: str) -> Markup | None:
    """The line in which a field's proposal was found, to stand below it; None for none."""
    quotes: dict[str, str] = session.kept(f"{prefix}_found") or {}
    quote = quotes.get(field)
    if not quote:
        return None
    if field == "experience_years" and quotes.get("experience_counted"):
        return m.quiet(t("Counted from the dates of the jobs since “{line}”", line=quote))
    return m.quiet(t("Found in “{line}”", line=quote))


def _fill_rows(prefix: str, contacts: list[tuple[str, str]]) -> None:
    for number, (kind, value) in enumerate(contacts):
        session.fill(f"{prefix}_kind_{number}", kind)
        session.fill(f"{prefix}_value_{number}", value)
    session.keep(f"{prefix}_rows", len(contacts))


def _together(found: list[tuple[str, str]]) -> str:
    """The lines of several proposals, each line once."""
    return "” · “".join(dict.fromkeys(quote for _, quote in found if quote))
