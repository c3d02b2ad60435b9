"""A crowded house: beside the cast, every case that a rule of the scope tells apart.

`move_crowd_in` plants for each rule a row just inside it and rows just outside, by one condition
each, so that a rule with a condition missing shows something it should not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count

from db.base import Base
from db.keys import new_key
from db.models import (
    AccessLink,
    Application,
    Candidate,
    CandidateTerm,
    Company,
    Credential,
    Draft,
    Hiring,
    Letter,
    LetterEvent,
    LetterTemplate,
    LinkRequest,
    MailSettings,
    NoteChange,
    Notification,
    NotificationChoice,
    Opening,
    SavedFilter,
    SignInFailure,
    SignInSession,
    SignInTicket,
    Stage,
    TemplateStage,
    Term,
    VacancyClosing,
    VacancyFollower,
)
from services.viewer import Role, Viewer
from tests.factories import (
    a_candidate,
    a_change,
    a_contact,
    a_note,
    a_presentation,
    a_reader,
    a_stage,
    a_tie,
    a_user,
    a_vacancy,
    a_version,
    alter,
    an_application,
    an_original,
    plant,
)
from tests.house import House
from tests.people import People
from tests.services.crowd_candidates import corrected, said_of
from tests.services.crowd_files import files_of
from tests.services.crowd_interviews import feeds_of, interviews_of


@dataclass(frozen=True)
class Crowd:
    """Who came: a customer tied to nothing, and the vacancies beside Acme's and Globex's own."""

    nadia: Viewer
    both: int
    """A vacancy that Acme and Globex share (and Leo)."""
    left: int
    """A vacancy of Acme's from which Iryna was untied."""
    archived: int
    """An archived vacancy of Acme's, Iryna still tied."""


def move_crowd_in(house: House, people: People) -> Crowd:
    """Plant the crowd; the time stays what it was."""
    acme, globex = people.iryna.company_id, people.greta.company_id
    vacancies = {
        name: a_vacancy(house, name, people.recruiter.user_id, company_id=acme, **columns)
        for name, columns in (
            ("both", {}),
            ("left", {}),
            ("archived", {"archived_at": house.clock.now}),
        )
    }
    nadia = a_user(house, "Nadia", company_id=acme, contacts_hidden=True)
    elsewhere = Company(
        id=new_key(), name="Initech", folded_name="initech", created_at=house.clock.now
    )
    igor, alone = a_user(house, "Igor", company_id=elsewhere.id), a_user(house, "Alone")
    plant(house, nadia, elsewhere, igor, alone, *vacancies.values())
    both, left, archived = vacancies.values()
    tied = (people.iryna.user_id, people.greta.user_id, people.leo.user_id, alone.id)
    plant(
        house,
        *(a_tie(house, both.id, customer_id) for customer_id in tied),
        a_tie(house, left.id, people.iryna.user_id, untied_at=house.clock.now),
        a_tie(house, left.id, people.pavlo.user_id),
        a_tie(house, archived.id, people.iryna.user_id),
    )
    plant(
        house,
        *(
            NotificationChoice(id=new_key(), user_id=user_id, kind=kind, delivery="off")
            for user_id in (*tied, people.recruiter.user_id)
            for kind in ("note", "interview_reminder")
        ),
    )
    plant(
        house,
        *(
            Draft(person_id=user_id, place="note:1:", body="typed", saved_at=house.clock.now)
            for user_id in (*tied, people.recruiter.user_id)
        ),
    )
    plant(
        house,
        *(
            SavedFilter(
                user_id=viewer.user_id,
                name="Mine",
                folded_name="mine",
                query="city=Kyiv",
                saved_at=house.clock.now,
            )
            for viewer in (people.admin, people.recruiter)
        ),
    )
    alter(house, type(both), both.id, company_id=globex)
    for given in (people.acme_vacancy, people.globex_vacancy, left.id, archived.id):
        alter(house, type(both), given, gives_originals=True)
    every_case = _Cases(house, people)
    for vacancy in (people.acme_vacancy, people.globex_vacancy, both.id, left.id, archived.id):
        plant(house, *every_case.of_a_vacancy(vacancy))
    plant(house, *every_case.of_two_vacancies(both.id, left.id), *every_case.of_the_door())
    viewer = Viewer(nadia.id, Role.CUSTOMER, "Nadia", company_id=acme, contacts_hidden=True)
    return Crowd(viewer, both.id, left.id, archived.id)


class _Cases:
    """For a vacancy: a candidate for each state an application can be in, and all his rows."""

    def __init__(self, house: House, people: People) -> None:
        self._house, self._people = house, people
        self._numbers, self._candidates = count(1), count(1)
        self._staff = people.recruiter.user_id

    def of_a_vacancy(self, vacancy_id: int) -> Iterator[Base]:
        now = self._house.clock.now
        dark, lit = (
            a_stage(vacancy_id, 10, lit=False),
            a_stage(vacancy_id, 11, lit=True, key="review"),
        )
        yield from (dark, lit)
        shown = a_candidate(self._house, "Shown", self._staff)
        acme, globex = self._people.acme_vacancy, self._people.globex_vacancy
        elsewhere = globex if vacancy_id == acme else acme
        for stage, presented_at, archived_at, version_for in (
            (lit, now - timedelta(days=1), None, ()),  # shown
            (lit, now, None, (elsewhere,)),  # shown from this very moment
            (lit, now + timedelta(seconds=5), None, (vacancy_id,)),  # may still be undone
            (lit, None, None, ()),
            (dark, now - timedelta(days=1), None, (vacancy_id,)),  # behind the curtain
            (dark, None, None, ()),
            (lit, now - timedelta(days=1), now, (vacancy_id,)),  # archived
            (lit, now, None, (vacancy_id, elsewhere)),  # shown in a version of this vacancy's own,
            (lit, now, None, (vacancy_id,)),  # beside a general one
        ):
            candidate = a_candidate(
                self._house, f"Case {next(self._numbers)}", self._staff, archived_at=archived_at
            )
            yield from self._of_a_candidate(candidate, stage, presented_at, (dark, lit))
            # For each vacancy he once had one that has been given up.
            made = [(vacancy_id, now), (elsewhere, now), *((one, None) for one in version_for)]
            for made_for, superseded_at in made:
                yield a_version(
                    self._house, candidate.id, self._staff, vacancy_id=made_for,
                    superseded_at=superseded_at,
                )  # fmt: skip
        yield shown  # linked to nothing, yet with rows of his own
        yield from self._of_nobody(shown)
        yield from self._told(vacancy_id)
        yield VacancyClosing(
            vacancy_id=vacancy_id, closed_as="filled", closed_at=now, closed_by_id=self._staff
        )
        for user_id in (self._staff, self._people.admin.user_id):
            yield VacancyFollower(vacancy_id=vacancy_id, user_id=user_id, since_at=now)

    def of_two_vacancies(self, here: int, there: int) -> Iterator[Base]:
        """Shown here and behind the curtain there; and, there, in a stage that is not there's."""
        dark, lit = a_stage(there, 20, lit=False), a_stage(here, 20, lit=True)
        twice = a_candidate(self._house, "Twice", self._staff)
        hidden = an_application(self._house, twice.id, dark, self._staff)
        astray = a_candidate(self._house, "Astray", self._staff)
        yield from (dark, lit, twice, hidden, astray)
        yield an_application(self._house, twice.id, lit, self._staff)
        yield an_application(self._house, astray.id, lit, self._staff, vacancy_id=there)
        yield from self._notes(hidden)

    def of_the_door(self) -> Iterator[Base]:
        """What only the doorkeeper and the postman handle."""
        now, user = self._house.clock.now, self._people.iryna.user_id
        yield Credential(user_id=user, password_hash="hash", changed_at=now)
        for whose in (user, self._staff):
            yield SignInSession(
                digest=f"s{whose}",
                user_id=whose,
                remembered=False,
                created_at=now,
                seen_at=now,
                expires_at=now + timedelta(hours=1),
                device="Firefox",
            )
        yield LinkRequest(purpose="sign_in", folded_email="iryna@acme.example", asked_at=now)
        yield SignInTicket(digest="t", user_id=user, remembered=False, expires_at=now)
        yield AccessLink(digest="l", user_id=user, purpose="x", created_at=now, expires_at=now)
        yield SignInFailure(subject="f", failures=1, last_failure_at=now)
        for kind in ("x", "new_password", "sign_in", "staff_invitation"):
            posted = Letter(
                id=new_key(), kind=kind, recipient_id=user, to_name="", to_email="", language="en",
                subject="", text="", html="", state="sent", created_at=now, send_after=now,
            )  # fmt: skip
            yield posted
        yield LetterEvent(
            event_key="e", letter_id=posted.id, kind="x", happened_at=now, received_at=now
        )
        yield MailSettings(sender="file", changed_at=now)
        yield from feeds_of(self._house, self._people)
        yield LetterTemplate(
            kind="free", language="en", number=1, subject="S", body="B", saved_at=now,
            saved_by_id=self._staff,
        )  # fmt: skip
        for position, seen in enumerate((False, True, True)):
            yield TemplateStage(
                key="", name_en=f"Step {position}", position=position,
                seen_by_customers=seen, open_to_customers=False,
            )  # fmt: skip

    def _of_a_candidate(
        self, candidate: Candidate, stage: Stage, presented_at, stages: tuple[Stage, Stage]
    ) -> Iterator[Base]:
        house, people, staff = self._house, self._people, self._staff
        application = an_application(house, candidate.id, stage, staff, presented_at=presented_at)
        yield from (candidate, application)
        yield Hiring(application_id=application.id, set_at=house.clock.now, set_by_id=staff)
        yield from self._of_nobody(candidate)
        for to in stages:
            yield a_change(house, application, staff, to_stage_id=to.id)
            yield a_change(house, application, staff, to_stage_id=to.id, undone_at=house.clock.now)
        now, earlier = house.clock.now, house.clock.now - timedelta(hours=1)
        yield a_presentation(house, application, staff)
        yield a_presentation(house, application, staff, presented_at=earlier, ended_at=now)
        yield a_presentation(house, application, staff, presented_at=now, ended_at=earlier)
        for viewer in (people.iryna, people.pavlo, people.greta, people.leo):
            yield Opening(
                application_id=application.id,
                customer_id=viewer.user_id,
                opened_at=house.clock.now,
            )
        yield from files_of(house, people, application)
        yield from self._notes(application)
        yield from corrected(house, people, application, self._numbers)
        yield from interviews_of(house, people, application)
        yield from self._notifications(application)

    def _of_nobody(self, candidate: Candidate) -> Iterator[Base]:
        """The rows of a candidate that belong to no application."""
        number, staff, now = next(self._candidates), self._staff, self._house.clock.now
        yield a_contact(candidate.id, "phone", f"+380 67 500 {number:02} 00")
        yield a_contact(candidate.id, "email", f"candidate{number}@candidates.example")
        for superseded_at in (now, None):
            yield an_original(self._house, candidate.id, staff, superseded_at=superseded_at)
        # Every other candidate has a version for customers that is not superseded.
        for superseded_at in (now, None)[: 1 + number % 2]:
            yield a_version(self._house, candidate.id, staff, superseded_at=superseded_at)
        term = Term(
            id=new_key(), kind="skill", name=f"Skill {number}", folded_name=f"skill {number}"
        )
        # Every second one is another spelling of a word that nobody has by itself.
        if number % 2:
            main = Term(
                id=new_key(), kind="skill", name=f"Word {number}", folded_name=f"word {number}"
            )
            term.merged_into_id = main.id
            yield main
        yield from (term, CandidateTerm(candidate_id=candidate.id, term_id=term.id))
        yield from said_of(self._house, self._people, candidate)
        yield from self._opened(candidate.id, None)

    def _notes(self, application: Application) -> Iterator[Base]:
        yield from self._opened(application.candidate_id, application.id)
        yield a_note(
            self._house,
            "hidden",
            application.candidate_id,
            self._staff,
            application_id=application.id,
        )

    def _opened(self, candidate_id: int, application_id: int | None) -> Iterator[Base]:
        """A note opened to each side, in the application or in general, and a hidden one."""
        people = self._people
        for reader in (
            {"company_id": people.iryna.company_id},
            {"company_id": people.greta.company_id},
            {"customer_id": people.leo.user_id},
            {"customer_id": people.iryna.user_id},
            None,
        ):
            note = a_note(
                self._house, "a note", candidate_id, self._staff, application_id=application_id
            )
            yield note
            if reader:
                yield a_reader(note, **reader)
        now = self._house.clock.now
        for opens_at, withdrawn_at in (
            (now, None),  # from this very moment
            (now + timedelta(seconds=5), None),  # opening it may still be undone
            (None, now),  # withdrawn
        ):
            note = a_note(
                self._house,
                "a note of late",
                candidate_id,
                self._staff,
                application_id=application_id,
                withdrawn_at=withdrawn_at,
            )
            yield note
            yield a_reader(note, company_id=people.iryna.company_id, opens_at=opens_at)
            yield NoteChange(
                note_id=note.id,
                kind="edited",
                changed_by_id=self._staff,
                changed_at=now,
                body="was",
            )

    def _notifications(self, application: Application) -> Iterator[Base]:
        return self._told(application.vacancy_id, application.id)

    def _told(self, vacancy_id: int, application_id: int | None = None) -> Iterator[Base]:
        """Of an application, or of the vacancy itself."""
        now, people = self._house.clock.now, self._people
        for recipient, actor, due_at in (
            (people.iryna, people.recruiter, now),
            (people.iryna, people.recruiter, now + timedelta(seconds=5)),
            (people.greta, people.recruiter, now),
            (people.recruiter, people.iryna, now),
            (people.recruiter, people.greta, now + timedelta(seconds=5)),
            (people.recruiter, people.admin, now + timedelta(seconds=5)),
            (people.admin, people.greta, now),
        ):
            yield Notification(
                recipient_id=recipient.user_id,
                event=f"event {next(self._numbers)}",
                kind="note",
                actor_id=actor.user_id,
                vacancy_id=vacancy_id,
                application_id=application_id,
                created_at=now,
                due_at=due_at,
            )
