"""Stylesheet, theme and icons agree with each other and with the installed Streamlit."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from streamlit import file_util

from pages.endpoints import assets
from pages.ui import hooks
from pages.ui.look import subset_icons
from tests.architecture.reading import ROOT

LOOK = ROOT / "pages/ui/look"
TEST_ID = re.compile(r'data-testid\^?="([\w-]+)"')
PAIRS = [
    ("ink", "paper"), ("ink", "surface"), ("ink", "sunken"), ("ink2", "paper"), ("ink2", "chip"),
    ("ink2", "surface"), ("ink3", "paper"), ("ink3", "surface"), ("ink3", "sunken"),
    ("on-night", "night"), ("on-night", "night-over"), ("night-ink", "night-wash"),
    ("night-ink", "paper"), ("night-ink", "surface"), ("lit-ink", "lit-wash"),
    ("lit-ink", "lit-chip"), ("lit-ink", "surface"), ("yes-ink", "yes-wash"), ("no-ink", "no-wash"),
    ("ink", "lit-wash"), ("ink3", "lit-wash"), ("on-bar", "bar"), ("on-bar2", "bar"),
    *[(f"tint-{n}-ink", f"tint-{n}") for n in range(1, 7)],
]  # fmt: skip


def css() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in (LOOK / "css").glob("*.css"))


@cache
def tokens() -> dict[str, tuple[str, str]]:
    text = (LOOK / "css/tokens.css").read_text(encoding="utf-8")
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", text)
    return {name: (light, dark) for name, light, dark in found}


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        r, g, b = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_hook_of_the_stylesheet_is_listed_and_every_listed_one_is_used():
    scripts = [*LOOK.glob("*.js"), *(ROOT / "pages/ui/components/js").glob("*.js")]
    used = set(TEST_ID.findall(css() + "".join(path.read_text() for path in scripts)))
    used = {name for name in used if not name.startswith("stBaseButton")}
    assert used == hooks.DRESSED | hooks.HIDDEN
    assert not hooks.DRESSED & hooks.HIDDEN


def test_the_stylesheet_names_no_class_that_streamlit_makes_up():
    assert "st-emotion" not in css()


def test_keys_with_a_look_are_listed():
    keys = set(re.findall(r'class\*="st-key-(\w+?)_"', css()))
    places = set(re.findall(r"\.st-key-(\w+)", css()))
    assert keys == hooks.KEYS
    assert places == hooks.PLACES


@pytest.mark.parametrize("name", sorted(hooks.HIDDEN))
def test_what_is_hidden_still_exists_in_streamlit(name):
    scripts = Path(file_util.get_static_dir()) / "static/js"
    assert any(f"`{name}`" in path.read_text(encoding="utf-8") for path in scripts.glob("*.js"))


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(words, ground, scheme):
    assert contrast(tokens()[words][scheme], tokens()[ground][scheme]) >= 4.5


def test_the_theme_of_the_widgets_repeats_the_tokens():
    theme = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    same = {"primaryColor": "night", "backgroundColor": "paper", "textColor": "ink",
            "borderColor": "line", "redBackgroundColor": "no-wash", "redTextColor": "no-ink",
            "greenBackgroundColor": "yes-wash", "blueTextColor": "night-ink"}  # fmt: skip
    for scheme, name in enumerate(("light", "dark")):
        said = {key: theme[name][key].upper() for key in same}
        wanted = {key: tokens()[token][scheme].upper() for key, token in same.items()}
        if name == "light":
            wanted["blueTextColor"] = tokens()["night"][0].upper()
        assert said == wanted


def test_every_icon_on_a_page_is_in_the_bundled_font():
    asked = re.compile(r':material/(\w+):|\bicon\("(\w+)"|symbol=(?:\s*)"(\w+)"|_SIGNS.*?"(\w+)"\}')
    used = {
        name: path.relative_to(ROOT).as_posix()
        for path in (ROOT / "pages").rglob("*.py")
        for found in asked.findall(path.read_text(encoding="utf-8"))
        for name in found
        if name
    }
    missing = {name: where for name, where in used.items() if name not in subset_icons.icon_names()}
    assert used
    assert not missing, "add them to icons.txt and run python -m pages.ui.look.subset_icons"


def test_nothing_is_fetched_from_another_host():
    served = "".join(asset.body.decode() for asset in assets.assets().values()
                     if asset.name.endswith((".css", ".js")))  # fmt: skip
    assert "url(" in served
    assert not re.findall(
        r"""(?:url\(["']?|@import\s+["']|from\s+["'])(?:https?:)?//[^"')]+""", served
    )


def test_an_address_changes_with_the_bytes_and_names_them():
    for asset in assets.assets().values():
        assert re.fullmatch(r"/assets/[\w-]+\.[0-9a-f]{12}\.\w+", asset.url)
    assert len({asset.url for asset in assets.assets().values()}) == len(assets.assets())
    with pytest.raises(KeyError):
        assets.url("missing.css")
