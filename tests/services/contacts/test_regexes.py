"""Expressions are compiled by the first text that needs them, and none of them is broken."""

import pkgutil
import re
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path

import pytest

from services import contacts
from services.contacts import phone_words
from services.contacts.regexes import Regex, regex


def test_it_reads_as_a_compiled_one_does():
    ours, theirs = regex("(?P<one>a)b", re.IGNORECASE), re.compile("(?P<one>a)b", re.IGNORECASE)
    assert ours.sub("c", "ABx") == theirs.sub("c", "ABx") == "cx"
    assert [one["one"] for one in ours.finditer("ab AB")] == ["a", "A"]
    assert (ours.pattern, ours.groups, ours.flags) == (theirs.pattern, theirs.groups, theirs.flags)


def test_importing_the_rules_compiles_next_to_none():
    """Every process that reads a file imports them all."""
    files = [Path(one.__file__) for one in _modules()]
    compiling = [
        f"{path.name}: {line}"
        for path in files
        for line in path.read_text("utf-8").splitlines()
        if "re.compile(" in line and (line[0] != " " or line.lstrip().startswith("Rule("))
    ]
    assert compiling == []


@pytest.mark.thorough
def test_each_of_them_can_be_compiled():
    found = [one for module in _modules() for one in _within(vars(module))]
    assert len(found) > 300
    for one in found:
        re.compile(one.pattern, one._flags)


def test_words_that_are_looked_for_in_small_letters_have_no_others():
    """Nor a letter that ignoring the case takes for another one."""
    for one in phone_words._IN_SMALL:
        letters = re.sub(r"\\.", "", one.pattern)
        assert letters == letters.lower()
        assert not set(letters) & set("ıſµ")


def _modules():
    names = (one.name for one in pkgutil.iter_modules(contacts.__path__))
    return [import_module(f"{contacts.__name__}.{name}") for name in names if name != "__main__"]


def _within(value):
    """The expressions in the constants of a module, in its lists and rules too."""
    if isinstance(value, Regex):
        yield value
    elif isinstance(value, dict):
        for name, one in list(value.items()):
            if not (isinstance(name, str) and name.startswith("__")):
                yield from _within(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _within(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _within(getattr(value, field.name))
