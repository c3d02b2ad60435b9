"""People's own words in the labels of the framework, which reads Markdown there."""

import re

import pytest

from pages.ui.text import literal
from services.applications.views import of_candidate
from services.candidates.corrections import correct
from services.candidates.vocabulary import Terms

WORDS = "[Pay here](https://evil.example) *C* `__init__` ![x](/y) :red[z] $x$ 1. <b>"


def test_every_sign_of_markdown_is_taken_as_it_is_written():
    signs = re.sub(r"\w", "", "".join(map(chr, range(33, 127))).replace("_", ""))
    assert literal(f"a{signs}_b") == "a" + "".join(f"\\{one}" for one in f"{signs}_") + "b"
    assert literal("Їжак 12 é") == "Їжак 12 é"


@pytest.mark.parametrize("words", [WORDS, "C++"])
def test_what_a_customer_corrected_draws_no_link_on_the_page_of_staff(
    house, people, open_tab, words
):
    (here, *_) = house.ask(people.iryna, of_candidate, candidate_id=people.maryana)
    house.do(
        people.iryna,
        correct,
        candidate_id=people.maryana,
        application_id=here.id,
        added=Terms((words, "Elixir")),
        removed=Terms(),
    )
    tab = open_tab(people.recruiter)
    assert tab.open("candidate", id=people.maryana).broken == ()
    drawn = [
        option.content
        for group in tab.test.get("button_group")
        for option in group.proto.options
        if "a new word" in option.content
    ]
    assert drawn == [literal(f"+ {one} (a new word)") for one in (words, "Elixir")]
