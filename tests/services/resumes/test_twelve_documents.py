"""A dozen files with contacts everywhere: what the safe version says, and what it has lost."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from services.contacts.words import Words
from services.documents import read_document
from services.markup import plain_text
from services.resumes.removals import Rules, Wishes, prepare
from tests.services.resumes.planted import NAME, STORED, documents

pytestmark = pytest.mark.thorough

RESUMES = Path(__file__).resolve().parents[4] / "shared" / "data" / "resumes"
RULES = Rules(known=STORED, names=(" ".join(NAME),))
FILES = {one.name: one for one in documents()}
KEPT = 0.98


def folded(text):
    return unicodedata.normalize("NFKC", text).casefold()


def digits(text):
    return re.sub(r"\D", "", text)


def leaks(text, secrets):
    """The secrets that stand in a text, as they are spelled or by their digits alone."""
    plain, figures = folded(text), digits(unicodedata.normalize("NFKC", text))
    return [
        one
        for one in secrets
        if folded(one) in plain or (len(digits(one)) > 8 and digits(one)[-9:] in figures)
    ]


def lost(words, shown):
    """The words that are said less often in what is shown than in these lines."""
    said = re.findall(r"\w+", folded(Words.of(shown).text))
    told = re.findall(r"\w+", folded(" ".join(words)))
    return sorted((Counter(told) - Counter(said)).elements()), len(told)


@pytest.mark.parametrize("name", FILES)
def test_every_contact_goes_and_the_words_stay(name):
    made = FILES[name]
    read = read_document(name, made.content)
    secrets = [*made.secrets, *STORED]
    assert len(leaks(read.html, secrets)) > 1, "positive control"
    shown = prepare(read.html, RULES, Wishes()).html
    assert leaks(shown, secrets) == []
    gone, told = lost(made.words, shown)
    assert len(gone) <= (1 - KEPT) * told, gone
    assert " ".join(NAME) in plain_text(shown)


@pytest.mark.thorough
@pytest.mark.parametrize("layout", ["Classic", "Moderncv", "Sb2nov"])
def test_so_it_is_with_real_ones(layout):
    file = RESUMES / f"John_Doe_{layout}.pdf"
    if not file.exists():
        pytest.skip(f"the résumés of ../shared/data are not beside this clone: {file}")
    read = read_document(file.name, file.read_bytes())
    secrets = ["john.doe@email.com", "rendercv.com", "linkedin.com/in/rendercv", "github.com"]
    assert len(leaks(read.html, secrets)) == len(secrets), "positive control"
    shown = prepare(read.html, Rules(known=(secrets[0],), names=("John Doe",)), Wishes()).html
    assert leaks(shown, secrets) == []
    lines = [
        line
        for line in Words.of(read.html).text.split("\n")
        if not leaks(line, [*secrets, "rendercv"])
    ]
    gone, told = lost(lines, shown)
    assert told > 300
    assert len(gone) <= (1 - KEPT) * told, gone
