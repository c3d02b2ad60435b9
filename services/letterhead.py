"""The agency's letterhead: its logo and colour, chosen by administrators and seen in letters."""

from dataclasses import dataclass

from db.models import Agency
from services import audit
from services.errors import Invalid, NotFound
from services.mail.colours import OURS, for_light, is_colour
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class LetterheadView:
    """The colour as chosen, the shade of it that letters use, and the logo, a PNG or nothing."""

    colour: str
    shade: str
    logo: bytes


def letterhead(work: Work) -> LetterheadView:
    """What an administrator chooses of how letters look. Raises NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    agency = work.only(Agency)
    colour = agency.colour or OURS
    try:
        logo = work.files.read(agency.logo) if agency.logo else b""
    except NotFound:  # a data directory that was put back without it
        logo = b""
    return LetterheadView(colour, for_light(colour), logo)


def choose_colour(work: Work, *, colour: str) -> None:
    """Give letters this colour; where it is too light for white words, they use a darker shade.

    Raises Invalid, NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    chosen = colour.strip().lower()
    if not is_colour(chosen):
        raise Invalid(colour="not_a_colour")
    agency = work.only(Agency)
    agency.colour = "" if chosen == OURS else chosen
    audit.record(work, "choose_colour", "agency", agency.id)


def set_logo(work: Work, *, picture: bytes) -> None:
    """Keep a picture that `photos.read_logo` has drawn anew as the logo in letters.

    Letters that wait already leave with the one before it. Raises Invalid, NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    if not picture:
        raise Invalid(logo="required")
    agency = work.only(Agency)
    agency.logo = work.files.put(picture)
    audit.record(work, "set_logo", "agency", agency.id)


def remove_logo(work: Work) -> None:
    """Write the agency's name alone above letters again. Raises NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    agency = work.only(Agency)
    agency.logo = ""
    audit.record(work, "remove_logo", "agency", agency.id)
