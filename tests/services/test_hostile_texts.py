"""Whatever is typed, a public function takes it or refuses it in words: the database never does.

Every text that a row of the access matrix hands over, alone or inside a form, is replaced by each of
these in turn; what is written is flushed and rolled back.
"""

import dataclasses
import unicodedata

import pytest

from services.errors import CandelaError
from services.work import perform
from tests.services.matrix_rows import ROWS
from tests.services.test_access_matrix import (  # the same house, viewers and targets
    NAMES,
    PRINCIPALS,
    Rehearsed,
    name_of,
    targets,
    viewers,
)

__all__ = ["targets", "viewers"]

TEXTS = {
    "nothing": "",
    "what nobody sees": "  \u200b\u200d\ufeff ",
    "very long": "ж" * 60_000,
    "NUL": "a\x00b",
    "half a pair": "a\ud800b",
    "controls": "\x01\x1b[31m\x7f\u2028\u202e a\r\nBcc: all@acme.example\r\n\r\nb",
    "code": "=1+1 <img src=x onerror=alert(1)> {{7*7}} %(a)s ../../etc '; DROP TABLE users; --",
    "letters": unicodedata.normalize("NFD", "Їжак ёлка é") + " ıİßﬁ①😀 مرحبا",
    "digits": "9" * 400,
    "a number without end": "-1e308",
    "no number": "NaN",
}
OF_THE_DATABASE = {"NUL", "half a pair", "a number without end"}
"""What one database takes and another does not; the rest is refused before it comes there, and is
asked of PostgreSQL alone, which takes half the time."""
TAKEN = "ok"
IN_CODE = {
    *("kind", "event", "key", "act", "purpose", "purposes", "object_kind", "link", "reply_to"),
    *("place", "content", "document", "password_hash", "counted", "attempt", "told", "stood"),
}
"""Arguments that code fills, from what it has cleaned or made itself; never a person."""


def retyped(value, text):
    """Every way to replace one text in the value: (where, the value with it)."""
    if isinstance(value, str):
        yield "", text
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in IN_CODE:
                for where, changed in retyped(one, text):
                    yield f"{key}{where}", {**value, key: changed}
    elif isinstance(value, list | tuple) and type(value) in (list, tuple):
        for position, one in enumerate(value):
            for where, changed in retyped(one, text):
                yield (
                    f"[{position}]{where}",
                    type(value)([*value[:position], changed, *value[position + 1 :]]),
                )
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.init and field.name not in IN_CODE:
                for where, changed in retyped(getattr(value, field.name), text):
                    yield (
                        f".{field.name}{where}",
                        dataclasses.replace(value, **{field.name: changed}),
                    )


def who_may(row):
    return next((name for name in ("recruiter", *NAMES, *PRINCIPALS) if name in row.who), None)


def answer(house, viewer, function, row, target, text):
    """What becomes of each place for a text: the code of the refusal, or "ok"."""
    asked = {}

    def look(work):
        asked.update(row.call(work, target))
        raise Rehearsed

    def rehearse(work, where):
        try:
            named = dict(retyped(row.call(work, target), text))[where]
            function(work, *named.pop("*", ()), **named)
            work.flush()
        except CandelaError as error:
            raise Rehearsed(error.code) from error
        except Exception as error:
            message = f"{where}: {error!r}"
            raise AssertionError(message[:600]) from error
        raise Rehearsed(TAKEN)

    with pytest.raises(Rehearsed):
        perform(house.installation, viewer, look)
    told = {}
    for where in dict(retyped(asked, text)):
        with pytest.raises(Rehearsed) as rehearsed:
            perform(house.installation, viewer, lambda work, where=where: rehearse(work, where))
        told[where] = rehearsed.value.args[0]
    return told


@pytest.mark.thorough
@pytest.mark.parametrize("function", [one for one in ROWS if who_may(ROWS[one])], ids=name_of)
def test_any_text_is_taken_or_refused_in_words(shared_house, viewers, targets, function, database):
    row = ROWS[function]
    name = who_may(row)
    which = next((one for one in row.targets if one in row.reach.get(name, row.targets)), "acme")
    for kind, text in TEXTS.items():
        if database == "duckdb" and kind not in OF_THE_DATABASE:
            continue
        try:
            answer(shared_house, viewers[name], function, row, targets[which], text)
        except AssertionError as error:
            pytest.fail(f"{name} typed {kind} into {error}")


def test_the_sweep_reaches_forms_lists_and_plain_texts():
    form = dataclasses.make_dataclass("Form", [("name", str), ("tags", list)], frozen=True)
    found = dict(retyped({"form": form("a", ["b"]), "body": "c", "id": 1}, "!"))
    assert sorted(found) == ["body", "form.name", "form.tags[0]"]
    assert found["form.tags[0]"]["form"].tags == ["!"]
