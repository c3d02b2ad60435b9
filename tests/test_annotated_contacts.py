"""The annotated sets of contacts: their files are what is compiled of their sources."""

import pytest

from benchmarks.contacts import annotated
from benchmarks.contacts.annotated import SETS, content, folder, languages


@pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in SETS for language in languages(name)]
)
def test_the_file_is_what_is_compiled_of_its_source(name, language):
    assert (folder(name) / f"{language}.jsonl").read_bytes().decode() == content(name, language)


@pytest.mark.parametrize(
    "source",
    [
        "=== clean: somebody\nCall ⟦P:+380671112233⟧",
        "=== disguised: somebody\nCall ⟦p:+380671112233⟧",
        "=== none: somebody\nCall ⟦p:+380671112233⟧",
        "=== clean: somebody\nCall ⟦p: +380671112233⟧",
        "=== clean: somebody\nCall ⟦p:+380671112233⟧ or ⟦",
        "=== clean: somebody\nCall me",
        "=== wrong: somebody\nCall me",
    ],
)
def test_what_does_not_fit_its_heading_is_refused(tmp_path, monkeypatch, source):
    (tmp_path / "en.txt").write_text(source, "utf-8")
    monkeypatch.setattr(annotated, "folder", lambda name: tmp_path)
    with pytest.raises(ValueError, match="fifth-en-001"):
        content("fifth", "en")
