"""Every law over every file; and every law against code that was planted to break it."""

import inspect

import pytest
import streamlit

from tests.architecture.laws import LAWS, Law
from tests.architecture.planted import PLANTED
from tests.architecture.reading import ROOT, Module, our_modules
from tests.architecture.streamlit_words import NOT_WIDGETS, WIDGETS

each_law = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)


@each_law
def test_the_law_is_kept(law: Law):
    offences = [str(offence) for module in our_modules() for offence in law(module)]
    assert not offences, "\n".join([inspect.getdoc(law) or "", *offences])


@each_law
def test_the_law_sees_what_was_planted(law: Law):
    planted = PLANTED[law.__name__]
    unseen = [example for example in planted.offends if not list(law(Module(*example)))]
    assert planted.offends
    assert not unseen
    accused = [example for example in planted.is_fine if list(law(Module(*example)))]
    assert not accused


@each_law
def test_the_law_explains_itself(law: Law):
    assert inspect.getdoc(law)
    for offence in law(Module(*PLANTED[law.__name__].offends[0])):
        assert str(offence).startswith(f"{offence.place}:{offence.line}: ")
        assert offence.why


def test_every_planted_offence_belongs_to_a_law():
    assert set(PLANTED) == {law.__name__ for law in LAWS}


def test_the_laws_read_our_files():
    places = {module.place for module in our_modules()}
    assert {"services/errors.py", "db/keys.py", "tests/architecture/laws.py"} <= places
    assert not [place for place in places if not (ROOT / place).exists()]


def test_every_streamlit_widget_is_known_to_the_laws():
    with_key = {
        name
        for name, function in inspect.getmembers(streamlit, callable)
        if not name.startswith("_") and "key" in _parameters(function)
    }
    assert with_key == WIDGETS | set(NOT_WIDGETS)


def _parameters(function: object) -> set[str]:
    try:
        return set(inspect.signature(function).parameters)
    except ValueError:
        return set()
