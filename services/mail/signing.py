"""Who signs a letter: a member of staff as customers may reach him, or the agency."""

from datetime import datetime
from typing import Protocol

from services.mail.letters import Contact


class House(Protocol):
    """The agency, as a row or as a view."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def phone(self) -> str:
        """Empty where there is none."""

    @property
    def email(self) -> str:
        """Where answers go."""


class Signer(House, Protocol):
    """A member of staff, as a row or as a view."""

    @property
    def position(self) -> str:
        """What he does here."""

    @property
    def messenger(self) -> str:
        """Where else he reads."""

    @property
    def signature(self) -> str:
        """What he writes under his letters."""


class Colleague(Signer, Protocol):
    """A member of staff, and whether he still works here."""

    @property
    def blocked_at(self) -> datetime | None:
        """When his access was closed."""


def signed_by(who: Signer, house: House) -> Contact:
    """A member of staff with his signature; the agency's phone where he has none."""
    return Contact(
        name=who.name,
        position=who.position,
        phone=who.phone or house.phone,
        email=who.email,
        messenger=who.messenger,
        signature=who.signature,
    )


def signed_by_whoever_is_there(who: Colleague, house: House) -> Contact:
    """This member of staff, or the agency once his access is closed: no answer goes to nobody."""
    return signed_by(who, house) if who.blocked_at is None else signed_by_house(house)


def signed_by_house(house: House) -> Contact:
    """The agency itself, where nobody in particular writes."""
    return Contact(name=house.name, phone=house.phone, email=house.email)
