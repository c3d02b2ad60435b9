"""Time zones as they are chosen: by city and distance from UTC, each name once."""

import pytest

from services.i18n import translator
from services.i18n.times import place_of_zone, zones
from services.i18n.zone_names import zone_in_words, zone_names


@pytest.mark.parametrize(
    ("language", "zone", "words"),
    [
        ("en", "Europe/Kyiv", "Kyiv (UTC+2, in summer UTC+3)"),
        ("uk", "Europe/Kyiv", "Київ (UTC+2, влітку UTC+3)"),
        ("ru", "Europe/Lisbon", "Лиссабон (UTC+0, летом UTC+1)"),
        ("en", "America/New_York", "New York (UTC−5, in summer UTC−4)"),
        ("en", "Asia/Kolkata", "Kolkata (UTC+5:30)"),
        ("en", "Australia/Sydney", "Sydney (UTC+10, in summer UTC+11)"),
        ("en", "UTC", "UTC"),
    ],
)
def test_a_zone_is_named_by_its_city_and_its_clocks(language, zone, words):
    assert zone_in_words(zone, translator(language), 2026) == words


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_no_two_are_called_the_same_and_whatever_was_chosen_before_is_there(language):
    words = translator(language)
    for first in ((), ("Europe/Kyiv", "Asia/Kolkata"), ("GB",), ("Factory",)):
        found = zone_names(words, 2026, first)
        assert [*found][: len(first)] == [*first]
        assert len({*found.values()}) == len(found)
        assert {"UTC", "Europe/Kyiv", "America/New_York"} <= found.keys()
    assert all(place_of_zone(zone, words) for zone in zones())
