"""Every refusal of the services has its words, in every language."""

import ast
import re
from pathlib import Path

import pytest

from pages.ui import field_words, problems, session
from services import errors
from services.errors import AskedTooOften, CandelaError, Invalid, SignInLocked, SignInRefused
from services.i18n import LANGUAGES

pytestmark = pytest.mark.thorough

SERVICES = Path(__file__).parents[2] / "services"
CLASSES = {
    name: found
    for name, found in vars(errors).items()
    if isinstance(found, type) and issubclass(found, CandelaError) and found is not CandelaError
}
# Said when the server starts, on its own terminal (services/startup.py); no page meets them.
AT_THE_START = {"DatabaseBusy", "DatabaseTooNew"}
# Reasons that the words of the code alone say well enough.
SAID_BY_THE_CODE = {
    ("link_unusable", "unknown"),
    ("link_unusable", "address"),  # on the page of answers, which nobody signs in for
    ("duplicate", "row"),
    *(("paper_not_made", why) for why in ("time", "memory", "crash")),  # said by its route
}


def calls_of(*names):
    """Every call of these functions and classes in the services, with its file."""
    for path in sorted(SERVICES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else None
                called = node.func.id if isinstance(node.func, ast.Name) else called
                if called in names:
                    yield called, node


def texts_in(node):
    """The constant texts an expression may come to ("a" if x else "b" has two)."""
    return {
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def reasons():
    """(code, reason) of every refusal that names one."""
    for name, call in calls_of(*set(CLASSES) - {"Invalid"}):
        for keyword in call.keywords:
            if keyword.arg in {"reason", "what"}:
                for text in texts_in(keyword.value):
                    yield CLASSES[name].code, text


def field_problems():
    """(field, problem) of every Invalid; field "" where it comes from the caller."""
    for _, call in calls_of("Invalid"):
        for keyword in call.keywords:
            if isinstance(keyword.value, ast.Dict):  # Invalid(**{field: "too_long"})
                for problem in texts_in(keyword.value.values[0]):
                    yield "", problem
            elif keyword.arg is not None:
                for problem in texts_in(keyword.value):
                    yield keyword.arg, problem
    for _, call in calls_of("check_required", "check_line", "check_text", "check_email",
                            "check_choice", "check_base_url"):  # fmt: skip
        if isinstance(call.args[0], ast.Constant):
            yield call.args[0].value, ""


def every_error():
    for name, found in sorted(CLASSES.items()):
        if name in AT_THE_START or found is Invalid:
            continue
        yield found(
            **{
                SignInRefused: {"attempts_left": 3},
                SignInLocked: {"minutes": 3},
                AskedTooOften: {"minutes": 3},
            }.get(found, {})
        )
    for code, reason in sorted(set(reasons())):
        found = next(one for one in CLASSES.values() if one.code == code)
        yield found(**{"what" if code == "duplicate" else "reason": reason})
    for field, problem in sorted(set(field_problems())):
        if field and problem:
            yield Invalid(**{field: problem})


def test_the_scan_sees_what_is_there():
    assert ("document_refused", "encrypted") in set(reasons())
    assert {("body", "required"), ("", "password_too_short"), ("city", "")} <= set(field_problems())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_words(monkeypatch, language):
    monkeypatch.setattr(session, "language", lambda: language)
    for error in every_error():
        for sentence in problems.sentences(error):
            assert sentence, error
            assert sentence != problems._unknown(), error
            if language != "en":
                assert re.search("[а-яіїєґ]", sentence), sentence


def test_every_reason_has_words_of_its_own(monkeypatch):
    monkeypatch.setattr(session, "language", lambda: "en")
    assert set(reasons()) - set(problems._reasons()) == SAID_BY_THE_CODE


def test_every_field_and_every_problem_has_words(monkeypatch):
    monkeypatch.setattr(session, "language", lambda: "en")
    fields = {field for field, _ in field_problems() if field}
    told = {problem for _, problem in field_problems() if problem}
    assert fields - set(field_words.fields()) == set()
    assert told - set(field_words.problems()) == set()


def test_a_sentence_about_a_field_names_it_as_the_form_does(monkeypatch):
    monkeypatch.setattr(session, "language", lambda: "en")
    found = problems.sentences(Invalid(base_url="not_an_address"))
    assert found == ["Address for links in letters: an address begins with http:// or https://."]
