"""Amounts of money and dates as people type them: checked, never guessed."""

from dataclasses import dataclass
from datetime import date

from services.errors import Invalid

CURRENCIES = ("UAH", "USD", "EUR", "PLN", "GBP", "KZT", "RUB")
_LARGEST = 10**12
_LONGEST = 40
_SPACES = " \u00a0\u2009\u202f'\u2019_"
_EARLIEST, _LATEST = date(2000, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Salary:
    """From, to or exactly so much of a currency; None where that end is open."""

    lowest: int | None
    highest: int | None
    currency: str

    @property
    def is_named(self) -> bool:
        """Whether there is a number at all."""
        return self.lowest is not None or self.highest is not None


NO_SALARY = Salary(None, None, "")


def amount(field: str, text: str) -> int | None:
    """A whole amount («45 000»), None for nothing typed.

    Raises Invalid for anything that is not one whole number, or a negative or endless one.
    """
    digits = text.strip().translate(dict.fromkeys(map(ord, _SPACES)))
    if not digits:
        return None
    if len(digits) > _LONGEST or not (digits.isascii() and digits.isdigit()):
        raise Invalid(**{field: "not_an_amount"})
    if int(digits) > _LARGEST:
        raise Invalid(**{field: "not_an_amount"})
    return int(digits)


def check_currency(field: str, currency: str, *amounts: str) -> str:
    """The currency of these amounts; none where nothing is typed. Raises Invalid."""
    if not any(text.strip() for text in amounts):
        return ""
    if currency not in CURRENCIES:
        raise Invalid(**{field: "unknown"})
    return currency


def check_range(field: str, lowest: str, highest: str) -> None:
    """Raises Invalid when the range ends before it begins, or an end of it is no amount."""
    least, most = amount(field, lowest), amount(field, highest)
    if least is not None and most is not None and most < least:
        raise Invalid(**{field: "ends_before"})


def check_day(field: str, day: date | None) -> date | None:
    """A day that work can have to do with. Raises Invalid for year 1 or 9999."""
    if day is not None and not _EARLIEST <= day <= _LATEST:
        raise Invalid(**{field: "not_a_day"})
    return day
