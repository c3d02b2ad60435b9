"""Letters to several candidates of a vacancy, and files that go out with a letter."""

import pytest

from db.keys import new_key
from db.models import CandidateContact, Letter, LetterFile, ResumeOriginal
from services.errors import Invalid, NotAllowed, NotFound, TooLate, UnknownPlaceholder
from services.mail.archive import letter
from services.mail.dispatch import dispatch
from services.mail.enclosures import download_letter_file
from services.writing.attachments import MOST_FILES, ChosenFile, uploaded
from services.writing.by_hand import write
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter
from services.writing.several import recipients, undo_writing_to_several, write_to_several
from tests.factories import alter, plant, stored
from tests.services.postbox import Postbox

pytestmark = pytest.mark.thorough

WORDS = CandidateLetter("en", Wording("For {name}", "<p>Dear {first_name}, about {vacancy}.</p>"))
PDF = b"%PDF-1.4\nAn offer\n%%EOF\n"


@pytest.fixture(autouse=True)
def addresses(house, people):
    """Maryana and Yurii can be written to, Kyrylo cannot."""
    for contact in stored(house, CandidateContact):
        alter(house, CandidateContact, contact.id, kind="other")
    for key, value in ((people.maryana, "m@candidates.example"), (people.yurii, "y@c.example")):
        plant(house, CandidateContact(candidate_id=key, kind="email", value=value, position=0))


@pytest.fixture
def asked(people):
    return {
        "vacancy_id": people.acme_vacancy,
        "application_ids": [people.maryana_at_acme, people.yurii_at_acme, people.kyrylo_at_acme],
    }


def written(house, viewer, asked, **more):
    given = {"kind": "free", "letter": WORDS, "batch_id": new_key()} | more
    house.do(viewer, write_to_several, **asked, **given)
    return given["batch_id"]


def test_each_gets_his_own_and_nobody_reads_who_else_was_written_to(house, people, asked):
    known = house.ask(people.recruiter, recipients, **asked)
    assert [(one.name.split()[0], bool(one.email)) for one in known] == [
        ("Kyrylo", False), ("Maryana", True), ("Yurii", True),
    ]  # fmt: skip
    batch = written(house, people.recruiter, asked)
    written(house, people.recruiter, asked, batch_id=batch)  # the form was sent twice
    sent = {one.candidate_id: one for one in stored(house, Letter, batch_id=batch)}
    assert set(sent) == {people.maryana, people.yurii}
    hers = sent[people.maryana]
    assert (hers.to_email, hers.subject) == ("m@candidates.example", "For Maryana Tkachenko")
    for one in sent.values():
        others = [other for other in sent.values() if other is not one]
        said = one.subject + one.text + one.html + one.to_name + one.to_email
        for other in others:
            assert other.to_email not in said
            assert other.to_name.split()[0] not in said
    box = Postbox()
    house.clock.pass_by(seconds=11)
    dispatch(house.installation, box)
    to = [str(one["To"]) for one in box.letters if "@c" in str(one["To"])]
    assert len(to) == 2
    assert all("," not in one and one.count("@") == 1 for one in to)


def test_all_are_taken_back_before_the_first_has_left(house, people, asked):
    batch = written(house, people.recruiter, asked)
    with pytest.raises(NotFound):
        house.do(people.admin, undo_writing_to_several, batch_id=batch)
    house.do(people.recruiter, undo_writing_to_several, batch_id=batch)
    assert {one.state for one in stored(house, Letter, batch_id=batch)} == {"failed"}
    batch = written(house, people.recruiter, asked)
    house.clock.pass_by(seconds=11)
    with pytest.raises(TooLate):
        house.do(people.recruiter, undo_writing_to_several, batch_id=batch)


def test_what_cannot_be_written_is_written_to_nobody(house, people, asked):
    bad = CandidateLetter("en", Wording("A", "<p>{when}</p>"))
    alone = asked | {"application_ids": [people.kyrylo_at_acme]}
    foreign = asked | {"application_ids": [people.maryana_at_acme, people.maryana_at_globex]}
    for given, more, error in (
        (asked, {"letter": bad}, UnknownPlaceholder),
        (asked, {"kind": "interview_invitation"}, Invalid),
        (alone, {}, Invalid),
        (foreign, {}, NotFound),
    ):
        with pytest.raises(error):
            written(house, people.recruiter, given, **more)
    with pytest.raises(NotAllowed):
        written(house, people.iryna, asked)
    assert [one for one in stored(house, Letter) if one.batch_id] == []


def test_files_go_out_with_the_letter_and_stay_with_it_for_staff(house, people):
    (original,) = stored(house, ResumeOriginal, candidate_id=people.maryana)[:1]
    house.do(
        people.recruiter, write,
        application_id=people.maryana_at_acme, kind="offer", letter=WORDS, letter_id=(key := new_key()),
        files=(ChosenFile(original_id=original.id), ChosenFile("../evil\r\nname.pdf", PDF)),
    )  # fmt: skip
    kept = stored(house, LetterFile, letter_id=key)
    assert [one.file_name for one in sorted(kept, key=lambda one: one.position)] == [
        original.file_name, "evil name.pdf",
    ]  # fmt: skip
    box = Postbox()
    house.clock.pass_by(seconds=11)
    dispatch(house.installation, box)
    (message,) = [one for one in box.letters if "m@candidates" in str(one["To"])]
    sent = {
        part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()
    }
    assert sent["evil name.pdf"] == PDF
    assert len(sent) == 2
    shown = house.ask(people.recruiter, letter, letter_id=key).files
    assert [one.name for one in shown] == list(sent)
    found = house.ask(people.recruiter, download_letter_file, file_id=shown[1].id)
    assert found.content == PDF
    for viewer in (people.iryna, people.pavlo):
        with pytest.raises(NotAllowed):
            house.ask(viewer, download_letter_file, file_id=shown[1].id)


def test_a_letter_whose_file_is_gone_does_not_leave(house, people):
    key = house.do(
        people.recruiter, write,
        application_id=people.maryana_at_acme, kind="offer", letter=WORDS,
        files=(ChosenFile("offer.pdf", PDF),),
    )  # fmt: skip
    (row,) = stored(house, LetterFile, letter_id=key)
    house.installation.files.remove(row.stored_as)
    box = Postbox()
    house.clock.pass_by(seconds=11)
    dispatch(house.installation, box)
    assert not [one for one in box.letters if "m@candidates" in str(one["To"])]
    (left,) = stored(house, Letter, id=key)
    assert (left.state, left.problem) == ("failed", "file_missing")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "file_empty"),
        (b"x" * 15_000_001, "file_too_large"),
        (b"MZ\x90\x00" + b"\x00" * 200, "not_attachable"),
        (b"\x89PNG\r\n\x1a\n", "not_attachable"),
    ],
)
def test_what_is_no_document_is_not_attached(content, problem):
    with pytest.raises(Invalid) as caught:
        uploaded("offer.pdf", content)
    assert caught.value.problems == {"files": problem}


def test_not_too_many_not_too_much_and_nobody_elses(house, people):
    def attached(*given):
        house.do(
            people.recruiter, write,
            application_id=people.yurii_at_acme, kind="offer", letter=WORDS, files=given,
        )  # fmt: skip

    (hers,) = stored(house, ResumeOriginal, candidate_id=people.maryana)[:1]
    many = [ChosenFile("a.txt", b"words")] * (MOST_FILES + 1)
    large = [ChosenFile("a.txt", b"words " * 1_400_000)] * 2
    for given, error in ((many, Invalid), (large, Invalid),
                         ([ChosenFile(original_id=hers.id)], NotFound)):  # fmt: skip
        with pytest.raises(error):
            attached(*given)
    assert stored(house, Letter, candidate_id=people.yurii) == []
    assert stored(house, LetterFile) == []
