"""Letters to candidates by hand, and the wordings they begin with."""

import pytest

from db.keys import new_key
from db.models import Candidate, CandidateContact, Letter, LetterTemplate
from services.errors import Conflict, Invalid, NotAllowed, NotFound, TooLate, UnknownPlaceholder
from services.i18n import LANGUAGES
from services.mail.archive import LetterFilter, letters
from services.markup import plain_text
from services.writing.by_hand import undo_writing, write
from services.writing.defaults import KINDS, Wording, default_wording
from services.writing.letters import CandidateLetter, draft, usual_language
from services.writing.placeholders import check_wording, filled, filled_markup, names_for
from services.writing.samples import preview_template
from services.writing.templates import (
    back_to_default,
    own_templates,
    save_template,
    template,
    versions,
)
from tests.factories import alter, plant, stored

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]

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


def test_a_form_sent_twice_makes_one_letter_and_knows_the_language_of_the_last(house, people):
    asked = {
        "application_id": people.maryana_at_acme,
        "kind": "free",
        "letter": CandidateLetter("uk", WORDING),
        "letter_id": new_key(),
    }
    spoken = {"application_id": people.maryana_at_globex}
    assert house.ask(people.recruiter, usual_language, **spoken) == people.recruiter.language
    keys = {house.do(people.recruiter, write, **asked) for _ in "ab"}
    assert keys == {asked["letter_id"]}
    assert len(stored(house, Letter, candidate_id=people.maryana)) == 1
    assert house.ask(people.recruiter, usual_language, **spoken) == "uk"
    alter(house, Candidate, people.maryana, letter_language="ru")  # her own goes before it
    assert house.ask(people.recruiter, usual_language, **spoken) == "ru"
    with pytest.raises(NotFound):  # the key of somebody else's letter
        house.do(people.recruiter, write, **(asked | {"application_id": people.yurii_at_acme}))


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


def test_the_agency_words_its_letters_and_goes_back(house, people):
    def now():
        return house.ask(people.recruiter, template, kind="free", language="uk")

    def save(wording, seen, viewer=people.admin):
        house.do(viewer, save_template, kind="free", language="uk", wording=wording, seen=seen)

    assert now().id is None
    save(WORDING, None)
    first = now()
    assert first.wording == WORDING
    with pytest.raises(Conflict) as refused:  # somebody who still sees the house's own
        save(WORDING, None)
    (told,) = refused.value.fields["saved"]
    assert (told.by, refused.value.fields["stands"]) == (people.admin.name, first.id)
    save(Wording("Other", "<p>Words</p><script>x</script>"), first.id)
    assert now().wording == Wording("Other", "<p>Words</p>")
    seen = house.ask(people.admin, versions, kind="free", language="uk")
    assert [(one.wording.subject, one.holds) for one in seen] == [
        ("Other", True), ("For {name}", False),
    ]  # fmt: skip
    own = house.ask(people.admin, own_templates)
    assert [(one.kind, one.language, one.saved_by) for one in own] == [
        ("free", "uk", people.admin.name)
    ]
    house.do(people.admin, back_to_default, kind="free", language="uk", seen=now().id)
    assert now().wording == default_wording("free", "uk")
    assert house.ask(people.admin, own_templates) == []
    with pytest.raises(NotAllowed):
        save(WORDING, None, people.recruiter)
    with pytest.raises(UnknownPlaceholder) as caught:
        save(Wording("A", "<p>{salary} {firstname}</p>"), None)
    assert caught.value.fields["names"] == ("salary", "firstname")
    assert caught.value.fields["meant"] == ("", "first_name")
    assert len(stored(house, LetterTemplate)) == 2


@pytest.mark.parametrize(
    ("wanted", "kind", "meant"),
    [
        ("{First name}", "free", "first_name"),
        ("{when}", "refusal", ""),  # there is no interview in it
        ("{vacancy}", "customer", ""),
        ("{7*7}", "free", ""),
    ],
)
def test_a_template_takes_what_its_kind_can_fill_in(house, people, wanted, kind, meant):
    with pytest.raises(UnknownPlaceholder) as caught:
        house.do(
            people.admin, save_template,
            kind=kind, language="en", wording=Wording("A", f"<p>{wanted}</p>"), seen=None,
        )  # fmt: skip
    assert caught.value.fields["meant"] == (meant,)
    assert caught.value.fields["known"] == names_for(kind)
    assert stored(house, LetterTemplate) == []


def test_a_placeholder_is_formatted_whole_or_not_at_all():
    check_wording("A", "<p><strong>{name}</strong> and { agency }</p>")
    with pytest.raises(Invalid) as caught:
        check_wording("A", "<p>{na<strong>me</strong>}</p>")
    assert caught.value.problems == {"letter": "split_placeholder"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_preview_of_a_template_is_a_whole_letter(house, people, kind, language):
    wording = default_wording(kind, language)
    laid_out = house.ask(
        people.admin, preview_template, kind=kind, language=language, wording=wording
    )
    assert "{" not in laid_out.subject + laid_out.text
    first = plain_text(wording.body).split("{", maxsplit=1)[0]
    assert first in laid_out.text
    assert people.admin.name in laid_out.html
    with pytest.raises(NotAllowed):
        house.ask(people.recruiter, preview_template, kind=kind, language=language, wording=wording)
