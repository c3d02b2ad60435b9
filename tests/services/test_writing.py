"""Letters to candidates by hand, and the wordings they begin with."""

import pytest

from db.models import CandidateContact, Letter, LetterTemplate
from services.errors import Conflict, Invalid, NotAllowed, NotFound, TooLate, UnknownPlaceholder
from services.i18n import LANGUAGES
from services.mail.archive import LetterFilter, letters
from services.markup import plain_text
from services.writing.by_hand import undo_writing, write
from services.writing.defaults import KINDS, Wording, default_wording
from services.writing.letters import CandidateLetter, draft
from services.writing.placeholders import filled, filled_markup
from services.writing.plain import as_markup, as_paragraphs
from services.writing.templates import back_to_default, save_template, template, versions
from tests.factories import alter, plant, stored

WORDING = Wording("For {name}", "<p>Dear {first_name}, about {vacancy}.</p>")


@pytest.fixture(autouse=True)
def address(house, people):
    for contact in stored(house, CandidateContact, candidate_id=people.maryana):
        alter(house, CandidateContact, contact.id, kind="other")
    plant(
        house,
        CandidateContact(
            candidate_id=people.maryana, kind="email", value="m@candidates.example", position=0
        ),
    )


def written(house, viewer, people, wording=WORDING, kind="offer"):
    return house.do(
        viewer, write,
        application_id=people.maryana_at_acme, kind=kind, letter=CandidateLetter("en", wording),
    )  # fmt: skip


def test_it_goes_to_the_candidates_own_address_and_stands_in_her_history(house, people):
    key = written(house, people.recruiter, people)
    (sent,) = stored(house, Letter, id=key)
    assert (sent.to_email, sent.subject) == ("m@candidates.example", "For Maryana Tkachenko")
    assert "Dear Maryana, about" in sent.text
    only = LetterFilter(candidate_id=people.maryana)
    assert [one.id for one in house.ask(people.recruiter, letters, only=only).rows] == [key]
    with pytest.raises(NotAllowed):
        house.ask(people.iryna, letters, only=only)
    with pytest.raises(NotAllowed):
        written(house, people.iryna, people)


def test_it_is_taken_back_until_it_leaves_by_who_wrote_it(house, people):
    key = written(house, people.recruiter, people)
    with pytest.raises(NotFound):
        house.do(people.admin, undo_writing, letter_id=key)
    house.do(people.recruiter, undo_writing, letter_id=key)
    assert stored(house, Letter, id=key)[0].state == "failed"
    key = written(house, people.recruiter, people)
    house.clock.pass_by(seconds=11)
    with pytest.raises(TooLate):
        house.do(people.recruiter, undo_writing, letter_id=key)


@pytest.mark.parametrize(
    ("wording", "kind", "error"),
    [
        (Wording("", "<p>Words</p>"), "free", Invalid),
        (Wording("A", "<p>{when}</p>"), "free", UnknownPlaceholder),  # there is no interview
        (Wording("{password}", "<p>Words</p>"), "free", UnknownPlaceholder),
        (WORDING, "interview_invitation", Invalid),
        (Wording("S" * 300, "<p>Words</p>"), "free", Invalid),
    ],
)
def test_what_cannot_be_written_is_refused_whole(house, people, wording, kind, error):
    with pytest.raises(error):
        written(house, people.recruiter, people, wording, kind)
    assert stored(house, Letter, candidate_id=people.maryana) == []


def test_names_are_words_and_are_not_filled_twice():
    values = {"name": "{agency}<b>", "agency": "Clear"}
    assert filled("{name} { agency } {x}", values) == "{agency}<b> Clear {x}"
    assert filled_markup("<p>{name}</p>", values) == "<p>{agency}&lt;b&gt;</p>"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_wording_can_be_filled_in_every_language(house, people, kind, language):
    found = house.ask(
        people.recruiter, draft,
        application_id=people.maryana_at_acme, kind=kind, language=language,
    )  # fmt: skip
    assert "{" not in found.wording.subject + plain_text(found.wording.body)
    if language != "en":
        assert default_wording(kind, language) != default_wording(kind, "en")


def test_paragraphs_come_back_as_they_were():
    body = default_wording("interview_invitation", "uk").body
    assert as_markup(as_paragraphs(body)) == body
    assert as_markup("a <b>\n\n\nc") == "<p>a &lt;b&gt;</p><p>c</p>"


def test_the_agency_words_its_letters_and_goes_back(house, people):
    def now():
        return house.ask(people.recruiter, template, kind="free", language="uk")

    def save(wording, seen, viewer=people.admin):
        house.do(viewer, save_template, kind="free", language="uk", wording=wording, seen=seen)

    assert now().id is None
    save(WORDING, None)
    first = now()
    assert first.wording == WORDING
    with pytest.raises(Conflict):  # somebody who still sees the house's own
        save(WORDING, None)
    save(Wording("Other", "<p>Words</p><script>x</script>"), first.id)
    assert now().wording == Wording("Other", "<p>Words</p>")
    seen = house.ask(people.admin, versions, kind="free", language="uk")
    assert [one.wording.subject for one in seen] == ["Other", "For {name}"]
    house.do(people.admin, back_to_default, kind="free", language="uk", seen=now().id)
    assert now().wording == default_wording("free", "uk")
    with pytest.raises(NotAllowed):
        save(WORDING, None, people.recruiter)
    with pytest.raises(UnknownPlaceholder) as caught:
        save(Wording("A", "<p>{salary} {firstname}</p>"), None)
    assert caught.value.fields["names"] == ("salary", "firstname")
    assert len(stored(house, LetterTemplate)) == 2
