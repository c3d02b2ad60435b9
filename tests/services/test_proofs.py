"""The proof of what was shown: it holds, it tells nothing alone, and it outlives an erasure."""

import hashlib
import hmac

import pytest

from db.models import Presentation, ResumeVersion
from services.applications.presenting import present
from services.applications.proofs import Proof, verify
from services.applications.shown import seen_by
from services.candidates.resumes import save_version
from services.errors import NotAllowed, NotFound
from tests.factories import alter, stored, the
from tests.services.test_write_scope import changes, removes

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

HTML = "<p>Led a team of six. Підібрала команду.</p>"


@pytest.fixture
def shown(house, people):
    """Yurii's version, shown to Acme from the very presenting on; he was presented without one."""
    house.do(people.recruiter, save_version, candidate_id=people.kyrylo, html=HTML)
    named = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.kyrylo]}
    house.do(people.recruiter, present, **named)
    house.clock.pass_by(minutes=1)
    return stored(house, ResumeVersion, candidate_id=people.kyrylo)[0]


def proofs(house, people):
    (one, *_) = house.ask(people.recruiter, seen_by, candidate_id=people.kyrylo)
    return [version.proof for version in one.versions]


def test_the_record_carries_a_salted_digest_that_anybody_can_make_again(house, people, shown):
    presentation = stored(house, Presentation, resume_version_id=shown.id)[0]
    again = hmac.new(bytes.fromhex(shown.salt), shown.html.encode(), hashlib.sha256)
    assert presentation.digest == shown.digest == again.hexdigest()
    assert len(bytes.fromhex(shown.salt)) == 32
    assert shown.digest != hashlib.sha256(shown.html.encode()).hexdigest()
    assert house.ask(people.recruiter, verify, version_id=shown.id) is Proof.HOLDS


def test_one_text_twice_has_two_digests(house, people):
    for candidate_id in (people.kyrylo, people.sofia):
        house.do(people.recruiter, save_version, candidate_id=candidate_id, html=HTML)
    one, other = (
        stored(house, ResumeVersion, candidate_id=key)[0] for key in (people.kyrylo, people.sofia)
    )
    assert one.html == other.html
    assert one.digest != other.digest


def test_every_version_that_stood_there_is_proved(house, people, shown):
    house.do(people.recruiter, save_version, candidate_id=people.kyrylo, html="<p>Second</p>")
    assert proofs(house, people) == [Proof.HOLDS, Proof.HOLDS]


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        (ResumeVersion, {"html": "<p>Led a team of sixty.</p>"}),
        (ResumeVersion, {"digest": "0" * 64}),
        (ResumeVersion, {"salt": "00" * 32}),
        (ResumeVersion, {"salt": "no hexadecimal, ї"}),
        (ResumeVersion, {"digest": "ї"}),
        (Presentation, {"digest": "0" * 64}),
    ],
)
def test_whatever_is_altered_shows(house, people, shown, model, columns):
    presentation = stored(house, Presentation, resume_version_id=shown.id)[0]
    alter(house, model, shown.id if model is ResumeVersion else presentation.id, **columns)
    assert proofs(house, people) == [Proof.DIFFERS]
    assert house.ask(people.recruiter, verify, version_id=shown.id) is Proof.DIFFERS


def test_text_and_digest_altered_together_show_against_the_presentation(house, people, shown):
    forged = "<p>Forged</p>"
    digest = hmac.new(bytes.fromhex(shown.salt), forged.encode(), hashlib.sha256).hexdigest()
    alter(house, ResumeVersion, shown.id, html=forged, digest=digest)
    assert proofs(house, people) == [Proof.DIFFERS]


def test_once_the_person_is_erased_the_list_stays_and_whoever_kept_the_text_can_prove_it(
    house, people, shown
):
    alter(house, ResumeVersion, shown.id, html="", salt="")  # as the legal erasure will do
    assert proofs(house, people) == [Proof.ERASED]
    assert house.ask(people.recruiter, verify, version_id=shown.id) is Proof.ERASED
    (one,) = {
        row.first_at for row in house.ask(people.recruiter, seen_by, candidate_id=people.kyrylo)
    }
    assert one is not None
    kept = hmac.new(bytes.fromhex(shown.salt), shown.html.encode(), hashlib.sha256)
    assert the(house, ResumeVersion, shown.id).digest == kept.hexdigest()


def test_nobody_changes_or_removes_a_record(house, people, shown):
    presentation = stored(house, Presentation, resume_version_id=shown.id)[0]
    for act in (
        changes(ResumeVersion, shown.id, html="<p>x</p>"),
        changes(ResumeVersion, shown.id, digest="0"),
        changes(ResumeVersion, shown.id, salt=""),
        changes(ResumeVersion, shown.id, saved_at=house.clock.now),
        changes(Presentation, presentation.id, digest="0"),
        changes(Presentation, presentation.id, presented_at=house.clock.now),
        changes(Presentation, presentation.id, resume_version_id=None),
        removes(ResumeVersion, shown.id),
        removes(Presentation, presentation.id),
    ):
        for viewer in (people.admin, people.recruiter, people.iryna):
            with pytest.raises((NotAllowed, NotFound)):
                house.do(viewer, act)
    assert proofs(house, people) == [Proof.HOLDS]
    for customer in people.customers:
        with pytest.raises(NotAllowed):
            house.ask(customer, verify, version_id=shown.id)
