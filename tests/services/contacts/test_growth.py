"""Eight times the text costs about eight times the time, whatever it is made of."""

import random
import time
from collections.abc import Callable

import pytest

from services.contacts import find
from services.contacts.surname_forms import Person
from services.contacts.surnames import surnames

SHORT, TIMES = 800, 8
MOST = 3 * TIMES  # linear is 8, quadratic is 64
pytestmark = pytest.mark.thorough
HOSTILE = [
    "(0", "1 ", "8 916 *", "a@a.", "a (at) b dot ", "@", "@ ", "https://www.a/", "/", "a/", "—\t)0",
    "вул. Хрещатик 1, кв. ", "ул. ", "кв. ", "12 Main Street ", "Mah. ", "a\u200b\u00ad1", "a\u0301",
    "one ", "1 one ", "восемь-", "telegram ", "telegram: @", "ник в тг ", "a_b.", "t.me/", "t . me / ",
    ". ", "...", "a.b.", "собака ", "x@y\n", "+", "+7|", "①", "\n", "gmail: a.", "str. A 1, ", "AT",
    "a b c d ", "a.b.c.d.e.", "https: / / ", "улица: А, дом: 1, ", "до собаки ab, потом ", "три пятёрки ",
    "in/a-b ", "The Old Chapel, ", "AB1 2CD ", "дом: ", "a / ", "github / ", "12 rue de A ", "1, 2, ",
    "Weg 1, ", "№ 1 кв. ", "(a) 1 (", "телеграм это ", "a dot b dash ", "dash a_", "0 000 ", "Str. 1 | ",
    '"a" + ', "1-a-", "1дом", "\nАня: а", "семь", "['a',", "&nbsp;", "1//a//", "| 067 |\n", "| a.b |\n",
    "067 123 45 67, последние 59\n", "a   a.b\n", "CV_06", "тел:", "Street: A 1\n", "01 23, 24, ",
    "12 34 (код ", "логин: abc, ", "тот же ник, ", "live:.cid.5f ", "@a\n_b ", "www abc ", "beşyüzotuz",
    "067/050/", "в конце 12, ", "a b . c o ", "телегpам ",
]  # fmt: skip
PIECES = [
    *HOSTILE, "067", "12-", "ivan", "mail.ru", "тел. ", "код 067 ", "Улица ", "\ud800", "😀", "%40",
]  # fmt: skip


def _growth(text: str, looks: Callable[[str], object] = find) -> float:
    """How many times dearer the text is when it stands there eight times."""

    def cost(text: str) -> float:
        began = time.process_time()
        looks(text)
        return time.process_time() - began

    once = cost(text)
    return cost(text * TIMES) / max(once, 1e-4)


def _grows_evenly(text: str, looks: Callable[[str], object] = find) -> bool:
    """A machine that is busy with something else gets some more tries."""
    return any(_growth(text, looks) < MOST for _ in range(4))


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_as_the_text_does(unit):
    assert _grows_evenly(unit * (SHORT // len(unit)))


def test_time_grows_as_drawn_mixtures_do():
    chance = random.Random(7)  # noqa: S311 - a fixed seed
    for _ in range(40):
        few = chance.sample(PIECES, k=chance.randint(2, 5))
        assert _grows_evenly("".join(chance.choices(few, k=SHORT // 5))), few


def test_the_measure_sees_what_grows_otherwise():
    def looks(text: str) -> int:
        return sum(text[:place].count("a") for place in range(len(text)))

    assert not _grows_evenly("a" * 4 * SHORT, looks)


@pytest.mark.parametrize(
    "piece", ["Коваленко ", "К о в а ", "Do ", "Minh ", "kovalenkO_", "О'", "і"]
)
@pytest.mark.parametrize("person", [Person("Олена", "Коваленко"), Person("Minh", "Do")])
def test_looking_for_a_surname_grows_evenly(piece, person):
    assert _grows_evenly(piece * SHORT, lambda text: surnames(text, person))
