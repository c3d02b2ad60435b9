"""Time zones to choose from: by the city people know them by, and how far they are from UTC."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from services.i18n.catalogs import Translator
from services.i18n.times import offset_in_words, place_of_zone, zone_of, zones

_PLACES = (
    "Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/", "Europe/",
    "Indian/", "Pacific/",
)  # fmt: skip


@lru_cache(maxsize=64)
def zone_names(translator: Translator, year: int, first: tuple[str, ...] = ()) -> dict[str, str]:
    """By IANA name what a zone is called: «Kyiv (UTC+2, in summer UTC+3)»; those `first` lead.

    Of several names of one place one stands for it: no two are called the same.
    """
    named: dict[str, str] = {}
    for zone in (*first, "UTC", "Europe/Kyiv", *zones()):
        if zone in first or zone == "UTC" or zone.startswith(_PLACES):
            named.setdefault(zone_in_words(zone, translator, year), zone)
    led = {zone: words for words, zone in named.items() if zone in first}
    others = sorted((words.casefold(), zone, words) for words, zone in named.items())
    return led | {zone: words for _, zone, words in others if zone not in led}


@lru_cache(maxsize=4096)
def zone_in_words(zone: str, translator: Translator, year: int) -> str:
    """The city, and how far it is from UTC: both, where the clock is set."""
    t, city = translator.text, place_of_zone(zone, translator)
    if zone == "UTC":
        return city
    known = zone_of(zone)
    winter, summer = sorted(
        datetime(year, month, 1, tzinfo=UTC).astimezone(known).utcoffset() or timedelta()
        for month in (1, 7)
    )
    if winter == summer:
        return f"{city} ({offset_in_words(winter)})"
    return t(
        "{city} ({winter}, in summer {summer})",
        city=city,
        winter=offset_in_words(winter),
        summer=offset_in_words(summer),
    )
