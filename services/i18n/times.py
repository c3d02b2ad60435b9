"""Dates and times in the reader's language and zone."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    get_timezone_location,
)

from services.i18n.catalogs import Translator


@cache
def zones() -> tuple[str, ...]:
    """The IANA names of every zone this machine knows; to look for them takes milliseconds."""
    return tuple(sorted(available_timezones()))


def zone_of(name: str) -> tzinfo:
    """The zone by its IANA name, UTC for one this machine does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def day(instant: datetime, translator: Translator, zone: str, now: datetime) -> str:
    """«today», «yesterday», «18 Nov», «18 Nov 2025»: as short as it stays clear."""
    local, today = instant.astimezone(zone_of(zone)), now.astimezone(zone_of(zone))
    apart = (today.date() - local.date()).days
    if apart == 0:
        return translator.text("today")
    if apart == 1:
        return translator.text("yesterday")
    skeleton = "MMMd" if local.year == today.year else "yMMMd"
    return _date_words(skeleton, local.date(), translator)


# A list says as many dates as it has rows, and the same ones at the next click.
@lru_cache(maxsize=4096)
def _date_words(skeleton: str, date: date, translator: Translator) -> str:
    return format_skeleton(skeleton, date, locale=translator.locale)


def moment(instant: datetime, translator: Translator, zone: str, now: datetime) -> str:
    """The day as `day` says it and the time: «yesterday, 18:20»."""
    local = instant.astimezone(zone_of(zone))
    clock = _clock_words(local.replace(second=0, microsecond=0).time(), translator)
    return f"{day(instant, translator, zone, now)}, {clock}"


@lru_cache(maxsize=1440)
def _clock_words(clock: time, translator: Translator) -> str:
    return format_time(clock, "short", locale=translator.locale)


def full_date(instant: datetime, translator: Translator, zone: str) -> str:
    """The whole date in words: «18 November 2026»."""
    return format_date(instant.astimezone(zone_of(zone)), "long", locale=translator.locale)


def date_in_words(when: date, translator: Translator, today: date) -> str:
    """A date without a time: «18 Nov», with its year where that is another one."""
    skeleton = "MMMd" if when.year == today.year else "yMMMd"
    return format_skeleton(skeleton, when, locale=translator.locale)


def span(
    starts_at: datetime, ends_at: datetime, translator: Translator, zone: str, now: datetime
) -> str:
    """«Mon, 23 Nov, 10:00–11:00»: day and time in this zone; the year where it is another one."""
    begins, ends = starts_at.astimezone(zone_of(zone)), ends_at.astimezone(zone_of(zone))
    skeleton = "MMMEd" if begins.year == now.astimezone(zone_of(zone)).year else "yMMMEd"
    return f"{_date_words(skeleton, begins.date(), translator)}, {_both(begins, ends, translator)}"


def clocks(starts_at: datetime, ends_at: datetime, translator: Translator, zone: str) -> str:
    """«10:00–11:00» in this zone."""
    return _both(starts_at.astimezone(zone_of(zone)), ends_at.astimezone(zone_of(zone)), translator)


def _both(begins: datetime, ends: datetime, translator: Translator) -> str:
    exact = begins.utcoffset() != ends.utcoffset() or _is_shown_twice(begins)
    return "–".join(_clock(one, translator, exact=exact) for one in (begins, ends))


def _is_shown_twice(local: datetime) -> bool:
    """Whether the clock is set back and shows this time once more."""
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _clock(local: datetime, translator: Translator, *, exact: bool) -> str:
    """«10:00»; `exact` on a night in which the clock is set: «03:30 (UTC+3)»."""
    words = _clock_words(local.time().replace(fold=0), translator)
    return f"{words} ({offset_in_words(local.utcoffset() or timedelta())})" if exact else words


def offset_in_words(offset: timedelta) -> str:
    """«UTC+3», «UTC−4:30»: how far a clock is from UTC."""
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def appointment(begins: datetime, ends: datetime, translator: Translator, zone: str) -> str:
    """When something takes place, in whole: «Monday, 30 November 2026, 10:00–11:00»."""
    first, last = begins.astimezone(zone_of(zone)), ends.astimezone(zone_of(zone))
    since = _whole_day(first.date(), translator)
    hours = _both(first, last, translator)
    if last.date() == first.date():
        return f"{since}, {hours}"
    begins_at, ends_at = hours.split("–")
    return f"{since}, {begins_at} – {_whole_day(last.date(), translator)}, {ends_at}"


def place_of_zone(zone: str, translator: Translator) -> str:
    """The city by which people know a zone: «Kyiv», «New York»."""
    if zone not in zones():
        return "UTC"
    if zone in {"Europe/Kyiv", "Europe/Kiev"}:  # which CLDR 46 names in Latin letters alone
        return translator.text("Kyiv")
    try:
        city = get_timezone_location(zone, locale=translator.locale, return_city=True)
    except LookupError:  # one that the machine has and Babel does not know: «Factory»
        return zone
    return str(city) or zone


def _whole_day(when: date, translator: Translator) -> str:
    return format_date(when, "full", locale=translator.locale)
