"""Words in the reader's language: `t("English sentence")`, `tn("one", "many", n)`, times."""

import re
from datetime import date, datetime

from babel.numbers import format_decimal

from pages.ui import session
from pages.ui.installed import installation
from services.amounts import Salary
from services.i18n import Translator, times, translator
from services.i18n.zone_names import zone_names

_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")


def reader() -> Translator:
    """The translator of whoever reads this page."""
    return translator(session.language())


def t(message: str, /, **values: object) -> str:
    """The message in the reader's language, its `{placeholders}` filled."""
    return reader().text(message, **values)


def tn(one: str, many: str, count: int, /, **values: object) -> str:
    """The message in the form the number asks for; `{count}` is the number."""
    return reader().plural(one, many, count, **values)


def literal(words: str) -> str:
    """Somebody's own words for a title or label, where the framework reads signs as Markdown.

    "+ Go" would lose its sign there as an item of a list, and a name could draw a link.
    """
    return _SIGNS.sub(r"\\\g<0>", words)


def day(instant: datetime) -> str:
    """«today», «18 Nov»: the day in the reader's zone."""
    return times.day(instant, reader(), session.time_zone(), installation().clock())


def moment(instant: datetime) -> str:
    """«yesterday, 18:20»: day and time in the reader's zone."""
    return times.moment(instant, reader(), session.time_zone(), installation().clock())


def on_day(when: date) -> str:
    """«18 Nov»: a date that has no time."""
    zone = times.zone_of(session.time_zone())
    return times.date_in_words(when, reader(), installation().clock().astimezone(zone).date())


def span(starts_at: datetime, ends_at: datetime, zone: str = "") -> str:
    """«Mon, 23 Nov, 10:00–11:00» in the reader's zone, or in this one."""
    now = installation().clock()
    return times.span(starts_at, ends_at, reader(), zone or session.time_zone(), now)


def clocks(starts_at: datetime, ends_at: datetime) -> str:
    """«10:00–11:00» in the reader's zone."""
    return times.clocks(starts_at, ends_at, reader(), session.time_zone())


def city(zone: str) -> str:
    """«Kyiv»: the place a zone is named after."""
    return times.place_of_zone(zone, reader())


def zones_to_choose(*first: str) -> dict[str, str]:
    """By IANA name «Kyiv (UTC+2, in summer UTC+3)»; those named `first` head the list."""
    led = tuple(dict.fromkeys(zone for zone in first if zone))
    return zone_names(reader(), installation().clock().year, led)


def number(count: int) -> str:
    """A number with its thousands set apart as the reader does."""
    return str(format_decimal(count, locale=reader().locale))


def money(salary: Salary) -> str:
    """«45 000–60 000 UAH», «from 45 000 UAH»; "" where nothing is said."""
    lowest, highest = salary.lowest, salary.highest
    if lowest is not None and highest is not None:
        said = number(lowest) if lowest == highest else f"{number(lowest)}–{number(highest)}"
    elif lowest is not None:
        said = t("from {amount}", amount=number(lowest))
    elif highest is not None:
        said = t("up to {amount}", amount=number(highest))
    else:
        return ""
    return f"{said} {salary.currency}"
