"""Files of Word 97–2003: kept, or read by way of a program of this machine."""

import dataclasses
from types import SimpleNamespace

import pytest

from services.documents import LIMITS, converters, read_document
from services.errors import DocumentRefused
from tests.services.documents.hostile import old_word

pytestmark = pytest.mark.thorough


def test_the_old_word_is_kept_and_what_is_missing_is_said(monkeypatch):
    monkeypatch.setenv("PATH", "")
    read = read_document("resume.doc", old_word())
    assert (read.kind, read.media_type) == ("doc", "application/msword")
    assert (read.readable, read.text, read.missing) == (False, "", "converter")


CONVERTERS = {
    "reads": ("#!/bin/sh\necho 'Olena Ivanenko, developer'; echo; echo '- SQL'\n", "Olena"),
    "fails": ("#!/bin/sh\nexit 1\n", "damaged"),
    "says nothing": ("#!/bin/sh\nexit 0\n", "damaged"),
    "never ends": ("#!/bin/sh\nexec sleep 1000\n", "took_too_long"),
    "fills the disk": ("#!/bin/sh\nexec cat /dev/zero\n", "damaged"),
}


@pytest.mark.parametrize(("script", "became"), CONVERTERS.values(), ids=CONVERTERS)
def test_the_old_word_goes_through_an_installed_program(tmp_path, monkeypatch, script, became):
    program = tmp_path / "antiword"
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(converters, "shutil", SimpleNamespace(which=_only(program)))
    seconds = 6 if became == "took_too_long" else 300
    limits = dataclasses.replace(LIMITS, seconds=seconds, unpacked=5_000_000)
    try:
        read = read_document("resume.doc", old_word(), limits=limits)
        assert (read.kind, read.readable, read.missing) == ("doc", True, "")
        said = read.text.split()[0]
    except DocumentRefused as refused:
        said = refused.fields["reason"]
    assert said == became


def _only(program):
    return lambda name: str(program) if name == program.name else None
