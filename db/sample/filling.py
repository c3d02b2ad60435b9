"""Fills a database with the sample: everything relative to a given now, the same every time."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from db.base import Base
from db.models import Presentation, ResumeVersion
from db.proofs import digest_of
from db.sample import candidates, people, resume_files, resumes, vacancies
from db.sample.applications import Applications, Linked
from db.sample.chronicle import Chronicle
from db.sample.interviews import Interviews
from db.sample.notes import Notes
from db.sample.notifications import Bell
from db.sample.people import BY_WORD, PEOPLE, Cast
from db.sample.resume_files import PutFile
from db.sample.resume_words import CONTACT_LABELS
from db.sample.somebody import Somebody, everybody
from db.sample.stories import Story, stories
from db.sample.vacancies import Written

_GENERAL_NOTE, _SAVED_TWICE = 0.12, 0.15
# Who is prepared for customers: of those shown to somebody from whom contacts are hidden the
# most, of the others some. Those left are withheld or shown as they came.
_LEFT_OF_HIDDEN, _PREPARED_OF_OPEN = 4, 5


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom somebody invited and when: the letters are written by whoever knows letters."""

    customer_id: int
    recruiter_id: int
    vacancy_id: int | None
    invited_at: datetime


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written that its reader may want to go on with."""

    users: dict[str, int]
    """Keys of the people by their word: taras, oksana, iryna, greta, ..."""
    vacancies: dict[str, int]
    candidates: dict[str, int]
    """Keys of the candidates by their full name."""
    invitations: tuple[Invitation, ...]


def fill(
    session: Session,
    *,
    now: datetime,
    files_put: PutFile,
    password_hash: str | None = None,
    base_url: str = "",
) -> Filled:
    """Write the sample agency in one go; the caller commits.

    Into an empty database with `password_hash` it writes a demo: the agency, and accounts at
    demo.example that sign in with that password. Where an agency and its administrator are there
    already, it adds the others, who cannot sign in. `files_put` stores a file and names it.
    """
    zone = people.agency_time_zone(session)
    chronicle = Chronicle(now, zone)
    cast = people.move_in(session, chronicle, password_hash=password_hash, base_url=base_url)
    told = stories(chronicle)
    written = {
        text.word: vacancies.write_down(chronicle, cast, text) for text in vacancies.vacancy_texts()
    }
    filling = _Filling(chronicle, cast, files_put)
    told_of: dict[Somebody, list[Story]] = defaultdict(list)
    for story in told:
        told_of[story.somebody].append(story)
    candidate_ids = {
        somebody.name: filling.candidate(number, somebody, told_of[somebody], written)
        for number, somebody in enumerate(everybody())
    }
    interviews = Interviews(chronicle, cast, zone)
    for linked in filling.linked:
        interviews.write(linked)
    _prove(chronicle.rows)
    session.add_all(chronicle.rows)
    session.flush()
    return Filled(
        users=cast.users,
        vacancies={word: vacancy.id for word, vacancy in written.items()},
        candidates=candidate_ids,
        invitations=tuple(_invitations(chronicle, cast, written)),
    )


def _prove(rows: Sequence[Base]) -> None:
    """The proofs of what was shown; salts are made of keys, to be the same every time."""
    digests: dict[int | None, str] = {None: ""}
    for version in rows:
        if isinstance(version, ResumeVersion):
            version.salt = hashlib.sha256(str(version.id).encode()).hexdigest()
            version.digest = digests[version.id] = digest_of(version.html, version.salt)
    for presentation in rows:
        if isinstance(presentation, Presentation):
            presentation.digest = digests[presentation.resume_version_id]


class _Filling:
    """Writes the candidates one after the other."""

    def __init__(self, chronicle: Chronicle, cast: Cast, put_file: PutFile) -> None:
        self._chronicle = chronicle
        self._cast = cast
        self._put_file = put_file
        self.linked: list[Linked] = []
        self._shown: Counter[bool] = Counter()
        bell = Bell(chronicle, cast)
        self._applications = Applications(chronicle, cast, bell)
        self._notes = Notes(chronicle, cast, bell)
        self._vocabulary = candidates.Vocabulary(chronicle)

    def candidate(
        self,
        number: int,
        somebody: Somebody,
        told: list[Story],
        written: dict[str, Written],
    ) -> int:
        """Write one candidate with all that happened to him; returns his key."""
        recruiter, added = self._came(told)
        recruiter_id = self._cast.users[recruiter]
        contacts = candidates.contacts_of(self._chronicle, somebody, number)
        labels = CONTACT_LABELS[somebody.language]
        resume = resumes.compose(
            self._chronicle,
            somebody,
            (f"{labels[contact.kind]}: {contact.value}" for contact in contacts),
        )
        candidate_id = candidates.write_down(
            self._chronicle,
            somebody,
            resume,
            contacts,
            days_ago=added,
            recruiter_id=recruiter_id,
        )
        self._vocabulary.describe(candidate_id, somebody, resume, days_ago=added)
        resume_files.receive(
            self._chronicle,
            self._put_file,
            somebody,
            resume,
            candidate_id=candidate_id,
            days_ago=added - 0.003,
            recruiter_id=recruiter_id,
        )
        version_id, since = self._version(told, resume, candidate_id, added, recruiter_id)
        if self._chronicle.chance(_GENERAL_NOTE):
            self._notes.general(candidate_id, somebody.gender, recruiter, added - 0.02)
        for story in told:
            linked = self._applications.write(
                written[story.text.word],
                story,
                candidate_id=candidate_id,
                version_id=version_id if story.presented < since else None,
            )
            self.linked.append(linked)
            self._notes.write(linked, self._applications.message_of(linked))
        return candidate_id

    def _came(self, told: list[Story]) -> tuple[str, float]:
        """Who added the candidate, and when: some time before the first link."""
        if not told:
            return self._chronicle.one_of(("oksana", "dmytro")), self._chronicle.between(3, 40)
        first = max(told, key=lambda story: story.linked)
        return first.text.recruiter, first.linked + self._chronicle.between(0.05, 6)

    def _version(
        self,
        told: list[Story],
        resume: resumes.Resume,
        candidate_id: int,
        added: float,
        recruiter_id: int,
    ) -> tuple[int | None, float]:
        """Prepare the résumé for customers where somebody is shown it; since when it is there."""
        shown = [story for story in told if story.round is not None]
        if not shown:
            return None, 0.0
        hidden = any(
            BY_WORD[word].contacts_hidden for story in shown for word in story.text.customers
        )
        self._shown[hidden] += 1
        left = self._shown[hidden] % (_LEFT_OF_HIDDEN if hidden else _PREPARED_OF_OPEN)
        if (left == 0) if hidden else (left != 0):
            return None, 0.0
        first = max(story.presented for story in shown)
        saved = min(first + self._chronicle.between(0.02, 0.3), (first + added) / 2)
        times: tuple[float, ...] = (saved,)
        if self._chronicle.chance(_SAVED_TWICE):
            times = (saved, saved * self._chronicle.between(0.3, 0.8))
        version_id = resume_files.save_versions(
            self._chronicle,
            resume,
            candidate_id=candidate_id,
            days_ago=times,
            recruiter_id=recruiter_id,
        )
        return version_id, times[-1]


def _invitations(chronicle: Chronicle, cast: Cast, written: dict[str, Written]) -> list[Invitation]:
    found = []
    for person in sorted(PEOPLE, key=lambda person: -person.joined):
        if person.role != "customer":
            continue
        theirs = [vacancy for vacancy in written.values() if person.word in vacancy.text.customers]
        first = max(theirs, key=lambda vacancy: vacancy.text.opened)
        was_there = first.text.opened > person.joined
        found.append(
            Invitation(
                customer_id=cast.users[person.word],
                recruiter_id=cast.users[person.invited_by],
                vacancy_id=first.id if was_there else None,
                invited_at=chronicle.at(person.joined),
            ),
        )
    return found
