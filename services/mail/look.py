"""How the agency's letters look: its colour, and its logo that travels inside each letter."""

from dataclasses import dataclass

from db.models import Agency
from services.mail.colours import OURS, for_dark, for_light, is_colour
from services.work import Work


@dataclass(frozen=True, slots=True)
class Look:
    """The shades of the button and the links, light and dark; `logo` is a stored picture's name."""

    shade: str = for_light(OURS)
    dark_shade: str = for_dark(OURS)
    logo: str = ""

    @property
    def cid(self) -> str:
        """What the letter calls the logo that it brings along."""
        return f"{self.logo}@candela"


def look_of(work: Work) -> Look:
    """The look that the administrator chose, or ours. Raises NotFound before set-up."""
    agency = work.only(Agency)
    colour = agency.colour if is_colour(agency.colour) else OURS
    return Look(for_light(colour), for_dark(colour), agency.logo)
