"""The belt under the services: whatever code fills the session, a viewer writes only what is his."""

import pytest

from db import models
from db.models import (
    AccessLink,
    Agency,
    Application,
    AuditEntry,
    Candidate,
    Correction,
    Draft,
    InterviewAnswer,
    Letter,
    Note,
    NoteChange,
    NoteReader,
    Notification,
    NotificationChoice,
    Opening,
    Presentation,
    ResumeVersion,
    Stage,
    StageChange,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.errors import NotAllowed
from services.notes.writing import write
from services.viewer import DOORKEEPER, POSTMAN, USHER, Role, Viewer
from tests.factories import a_note, a_user, alter, plant, stage_id, stored, the

REDACTOR = Viewer(0, Role.REDACTOR)
NOT_STAFFS = {
    "Agency", "Opening", "Credential", "SignInSession", "SignInTicket", "SignInFailure",
    "LetterEvent", "LinkRequest", "Correction", "InterviewAnswer",
}  # fmt: skip
MADE_BY = {
    Role.CUSTOMER: {
        "StageChange", "Opening", "Note", "NoteReader", "Notification", "NotificationChoice",
        "AuditEntry", "CalendarFeed", "Correction", "Draft", "NoteChange", "InterviewAnswer",
    },
    Role.DOORKEEPER: {
        "AccessLink", "Agency", "AuditEntry", "Credential", "Letter", "LinkRequest",
        "SignInFailure", "SignInSession", "SignInTicket", "User",
    },
    Role.RECRUITER: set(models.__all__) - NOT_STAFFS - {"LetterTemplate", "MailSettings"},
    Role.POSTMAN: {"Letter", "LetterEvent"},
    Role.REDACTOR: set(),
    Role.USHER: {"InterviewAnswer", "InterviewRing", "Notification", "Letter", "AuditEntry"},
}  # fmt: skip


def adds(row):
    """An act that adds the row."""
    return lambda work: work.add(row)


def changes(model, key, **columns):
    """An act that changes columns of a row found in scope."""

    def change(work):
        row = work.one(model, key)
        for name, value in columns.items():
            setattr(row, name, value)

    return change


def removes(model, key):
    return lambda work: work.remove(work.one(model, key))


@pytest.mark.parametrize("name", models.__all__)
def test_rows_are_made_by_whom_the_table_names(house, people, name):
    """Those refused are refused whatever the row holds; those allowed get as far as the database."""
    model = getattr(models, name)
    everybody = (people.admin, people.recruiter, people.iryna, DOORKEEPER, POSTMAN, REDACTOR, USHER)
    for viewer in everybody:
        made = MADE_BY.get(viewer.role, set(models.__all__) - NOT_STAFFS)
        if name in made:
            continue
        before = len(stored(house, model))
        with pytest.raises(NotAllowed) as refused:
            house.do(viewer, adds(model()))
        assert refused.value.fields == {"model": name, "act": "make"}
        assert len(stored(house, model)) == before


def test_a_customer_signs_with_his_own_name_only(house, people):
    review = stage_id(house, people.acme_vacancy, "review")
    now = house.clock.now
    at = {"application_id": people.yurii_at_acme}

    def rows(user_id):
        yield Note(candidate_id=people.yurii, author_id=user_id, body="x", written_at=now, **at)
        yield Opening(customer_id=user_id, opened_at=now, **at)
        yield StageChange(moved_by_id=user_id, to_stage_id=review, moved_at=now, **at)
        yield Notification(
            recipient_id=people.recruiter.user_id, event="x", kind="x", actor_id=user_id,
            vacancy_id=people.acme_vacancy, created_at=now, due_at=now, **at,
        )  # fmt: skip
        yield NotificationChoice(user_id=user_id, kind="x", delivery="off")
        yield AuditEntry(acted_at=now, actor_id=user_id, act="x", object_kind="x", object_id=1)

    foreign = [
        NoteChange(note_id=1, kind="edited", changed_by_id=people.pavlo.user_id, changed_at=now),
        _a_correction(people.pavlo, people, now),
        Draft(person_id=people.pavlo.user_id, place="x", body="x", saved_at=now),
        InterviewAnswer(interview_id=1, candidate_id=people.yurii, answer="confirm"),
    ]
    for row in (*rows(people.pavlo.user_id), *foreign):
        with pytest.raises(NotAllowed) as refused:
            house.do(people.iryna, adds(row))
        assert refused.value.fields["act"] == "sign"
    for row in rows(people.iryna.user_id):
        house.do(people.iryna, adds(row))
    assert len(stored(house, Note, author_id=people.iryna.user_id)) == 1


def test_a_customer_writes_no_move_into_a_stage_he_does_not_see(house, people):
    for key in (
        stage_id(house, people.acme_vacancy, "longlist"),
        stage_id(house, people.globex_vacancy, "review"),
    ):
        row = StageChange(
            application_id=people.yurii_at_acme,
            moved_by_id=people.iryna.user_id,
            to_stage_id=key,
            moved_at=house.clock.now,
        )
        with pytest.raises(NotAllowed) as refused:
            house.do(people.iryna, adds(row))
        assert refused.value.fields == {"model": "StageChange", "act": "reach"}


def test_a_customer_changes_these_columns_and_no_others(house, people):
    note_id = house.do(
        people.iryna,
        write,
        candidate_id=people.yurii,
        application_id=people.yurii_at_acme,
        body="A note",
    )
    review = stage_id(house, people.acme_vacancy, "review")
    now = house.clock.now
    presentation = stored(house, Presentation, application_id=people.yurii_at_acme)[0]
    version = stored(house, ResumeVersion)[0]
    told = stored(house, Notification, recipient_id=people.iryna.user_id)[0]
    tie = stored(house, VacancyCustomer, customer_id=people.iryna.user_id)[0]
    for act in (
        changes(Application, people.yurii_at_acme, presented_at=None),
        changes(Application, people.yurii_at_acme, candidate_id=people.maryana),
        changes(Candidate, people.yurii, headline="Changed"),
        changes(Vacancy, people.acme_vacancy, title="Changed"),
        changes(Stage, review, open_to_customers=False),
        changes(Note, note_id, author_id=people.pavlo.user_id),
        changes(Note, note_id, reply_to_id=None, candidate_id=people.maryana),
        changes(Presentation, presentation.id, message="Changed"),
        changes(ResumeVersion, version.id, html="Changed"),
        changes(VacancyCustomer, tie.id, untied_at=now),
        changes(Notification, told.id, event="Changed"),
        changes(Agency, stored(house, Agency)[0].id, name="Changed"),
        changes(User, people.iryna.user_id, contacts_hidden=False),
        changes(User, people.iryna.user_id, company_id=people.greta.company_id),
        changes(User, people.iryna.user_id, role="administrator"),
        changes(User, people.pavlo.user_id, language="uk"),
        changes(User, people.recruiter.user_id, language="uk"),
        removes(Note, note_id),
        removes(NoteReader, stored(house, NoteReader)[0].id),
        removes(Application, people.yurii_at_acme),
        removes(Candidate, people.yurii),
    ):
        with pytest.raises(NotAllowed):
            house.do(people.iryna, act)
    house.do(people.iryna, changes(Application, people.yurii_at_acme, stage_id=review))
    house.do(people.iryna, changes(User, people.iryna.user_id, language="uk"))
    house.do(people.iryna, changes(Notification, told.id, read_at=now))
    assert the(house, Application, people.yurii_at_acme).stage_id == review
    house.do(people.iryna, changes(Note, note_id, body="Changed"))
    with pytest.raises(NotAllowed):  # his colleague reads it, no more
        house.do(people.pavlo, changes(Note, note_id, body="Changed by another"))
    assert the(house, Note, note_id).body == "Changed"


def test_a_customer_corrects_for_his_own_side_and_accepts_nothing(house, people):
    now = house.clock.now
    for wrong in (
        {"state": "accepted"},
        {"company_id": people.greta.company_id},
        {"company_id": None, "customer_id": people.iryna.user_id},
        {"customer_id": people.leo.user_id},
        {"application_id": people.maryana_at_globex},
    ):
        with pytest.raises(NotAllowed):
            house.do(people.iryna, adds(_a_correction(people.iryna, people, now, **wrong)))
    house.do(people.iryna, adds(_a_correction(people.iryna, people, now)))
    (correction,) = stored(house, Correction)
    for wrong in ({"state": "accepted"}, {"word": "Other"}, {"company_id": None}):
        with pytest.raises(NotAllowed):
            house.do(people.iryna, changes(Correction, correction.id, **wrong))
    house.do(people.pavlo, changes(Correction, correction.id, state="undone"))
    with pytest.raises(NotAllowed):  # what is settled stays settled
        house.do(people.iryna, changes(Correction, correction.id, state="waiting"))


def test_nobody_writes_anothers_draft_nor_the_story_of_anothers_note(house, people):
    now = house.clock.now
    foreign = {"person_id": people.iryna.user_id, "place": "x", "body": "x", "saved_at": now}
    for viewer in (people.admin, people.recruiter, people.pavlo):
        with pytest.raises(NotAllowed):
            house.do(viewer, adds(Draft(**foreign)))
    note_id = _a_note(house, people)
    with pytest.raises(NotAllowed):
        house.do(
            people.iryna,
            adds(
                NoteChange(
                    note_id=note_id,
                    kind="edited",
                    changed_by_id=people.iryna.user_id,
                    changed_at=now,
                )
            ),
        )


def test_the_principals_keep_to_their_trade(house, people):
    letter = stored(house, Letter)[0].id
    known = stored(house, AccessLink, user_id=people.iryna.user_id)[0].id
    alter(house, AccessLink, known, used_at=house.clock.now)
    for viewer, act in (
        (DOORKEEPER, changes(User, people.iryna.user_id, role="administrator")),
        (DOORKEEPER, changes(User, people.iryna.user_id, blocked_at=house.clock.now)),
        (DOORKEEPER, changes(Agency, stored(house, Agency)[0].id, name="Changed")),
        (POSTMAN, changes(User, people.iryna.user_id, email="eve@x.example")),
        (POSTMAN, removes(Letter, letter)),
        (people.recruiter, changes(Agency, stored(house, Agency)[0].id, name="Changed")),
        (people.recruiter, removes(Letter, letter)),
        (people.recruiter, removes(Candidate, people.sofia)),
        (people.recruiter, removes(Note, _a_note(house, people))),
        (people.admin, changes(User, people.iryna.user_id, role="recruiter")),
        (people.admin, changes(User, people.recruiter.user_id, role="customer")),
        (people.recruiter, changes(User, people.recruiter.user_id, role="administrator")),
        (people.recruiter, adds(a_user(house, "Eve", role="administrator"))),
        (people.recruiter, adds(a_user(house, "Eve", role="recruiter"))),
        (people.recruiter, adds(_a_link(house, people.admin, "new_password"))),
        (people.admin, adds(_a_link(house, people.recruiter, "sign_in"))),
        (people.recruiter, adds(_a_link(house, people.admin, "set_password"))),
        (people.recruiter, changes(AccessLink, known, digest="his own")),
        (people.recruiter, changes(AccessLink, known, user_id=people.admin.user_id)),
        (people.recruiter, changes(AccessLink, known, purpose="sign_in")),
        (people.recruiter, changes(AccessLink, known, used_at=None)),
    ):
        with pytest.raises(NotAllowed):
            house.do(viewer, act)
    house.do(people.admin, changes(User, people.recruiter.user_id, role="administrator"))
    house.do(people.admin, changes(User, people.recruiter.user_id, role="recruiter"))
    house.do(people.recruiter, adds(_a_link(house, people.iryna, "set_password")))
    house.do(people.recruiter, changes(AccessLink, known, expires_at=house.clock.now))
    house.do(people.admin, adds(_a_link(house, people.recruiter, "set_password")))
    house.do(POSTMAN, changes(Letter, letter, state="sent"))
    house.do(DOORKEEPER, changes(User, people.iryna.user_id, last_seen_at=house.clock.now))
    house.do(people.admin, changes(Agency, stored(house, Agency)[0].id, name="Changed"))
    assert the(house, User, people.iryna.user_id).role == "customer"


def test_nothing_of_a_refused_unit_is_kept(house, people):
    def half_right(work):
        work.one(User, people.iryna.user_id).language = "uk"
        work.add(AuditEntry(acted_at=work.now, actor_id=people.iryna.user_id, act="x",
                            object_kind="x", object_id=1))  # fmt: skip
        work.flush()
        work.one(Candidate, people.yurii).headline = "Changed"

    with pytest.raises(NotAllowed):
        house.do(people.iryna, half_right)
    assert the(house, User, people.iryna.user_id).language == "en"
    assert stored(house, AuditEntry, act="x") == []


def _a_correction(who, people, now, **columns):
    defaults = {
        "batch": 1,
        "candidate_id": people.yurii,
        "application_id": people.yurii_at_acme,
        "author_id": who.user_id,
        "company_id": who.company_id,
        "kind": "skill",
        "removes": False,
        "word": "Go",
        "folded_word": "go",
        "made_at": now,
        "state": "waiting",
    }
    return Correction(**defaults | columns)


def _a_note(house, people):
    note = a_note(house, "A note", people.sofia, people.recruiter.user_id)
    plant(house, note)
    return stored(house, Note)[-1].id


def _a_link(house, person, purpose):
    now = house.clock.now
    return AccessLink(
        digest=f"{purpose} {person.user_id}", user_id=person.user_id, purpose=purpose,
        created_at=now, expires_at=now,
    )  # fmt: skip
