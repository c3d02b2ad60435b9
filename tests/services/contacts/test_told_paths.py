"""Pages told by the name of their network and a stroke, however both are said."""

import pytest

from services.contacts import find

PATHS = [
    "вконтакте, после слэша vera_tort_spb",
    "лінкедин слеш ін слеш taras-hnat",
    "fb 👉 /dogsbytessyork",
    "github, а дальше через косую мой ник vera-front",
    "soundcloud/ lunin-voice",
]
NONE = [
    "GitLab / Jenkins pipelines, Telegram / WhatsApp marketing",
    "GitHub/Gitlab, Facebook/Instagram ads, git / svn, VK / Одноклассники",
    "Instagram / content, Facebook, / reels",
    "вконтакте и за ним реклама, потом telegram",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_taken_with_its_network(path):
    found = find(f"Няня\nСтраница: {path}\n2019 – 2023")
    assert [(one.kind, one.text) for one in found] == [("url", path)]


@pytest.mark.parametrize("text", NONE)
def test_networks_with_a_stroke_between_them_stay(text):
    assert find(text) == []
