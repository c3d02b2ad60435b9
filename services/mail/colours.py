"""The agency's colour in letters: shades of it that can be read, by the contrast of WCAG 2."""

import re
from colorsys import hls_to_rgb, rgb_to_hls

OURS = "#2f4a8c"
READABLE = 4.5
# In the dark thin letters glow less: links and buttons are a good deal lighter than they must be.
_IN_THE_DARK = 7.0
# What the colour stands beside in a letter: the grounds of the template, light and dark.
WHITE = "#ffffff"
LIGHT_GROUND = "#f6f3ed"
DARK_GROUND = "#211e19"
DARK_INK = "#151a2a"
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_STEP = 0.005
_DARKEST = 0.04045
_Rgb = tuple[float, float, float]


def is_colour(text: str) -> bool:
    """Whether this is a colour as `#rrggbb`, in lower case."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """How well one colour is read on the other: 1 (not at all) to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def for_light(colour: str) -> str:
    """The colour itself, or the nearest darker shade under white words and on light ground."""
    return _until_read(colour, (WHITE, LIGHT_GROUND), -_STEP, READABLE)


def for_dark(colour: str) -> str:
    """The colour itself, or the nearest lighter shade under dark words and on dark ground."""
    return _until_read(colour, (DARK_INK, DARK_GROUND), _STEP, _IN_THE_DARK)


def _until_read(colour: str, beside: tuple[str, ...], step: float, least: float) -> str:
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    shade = colour
    while any(contrast(shade, other) < least for other in beside):
        lightness = min(1.0, max(0.0, lightness + step))
        shade = _text(hls_to_rgb(hue, lightness, saturation))
    return shade


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """How much light a part of a screen's colour is (sRGB)."""
    return part / 12.92 if part <= _DARKEST else ((part + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> _Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _text(parts: _Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
