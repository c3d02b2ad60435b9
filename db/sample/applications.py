"""The stories as rows: applications, their moves, presentations, openings."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from db.models import Application, Opening, Presentation, StageChange
from db.sample.chronicle import Chronicle
from db.sample.notifications import Bell
from db.sample.people import Cast, Person
from db.sample.stories import LONGLIST, NEW, REFUSED, Move, Story
from db.sample.vacancies import Written
from db.sample.wording import sections

UNDO = timedelta(seconds=10)
"""Presenting is seen a little after the act, so that it can be undone."""

_SAYS_SOMETHING = 0.5


@dataclass(frozen=True, slots=True)
class Linked:
    """An application that was written down, and how it went."""

    story: Story
    vacancy: Written
    candidate_id: int
    application: Application

    @property
    def id(self) -> int:
        """The application's key."""
        return self.application.id


class Applications:
    """Writes applications with their whole history."""

    def __init__(self, chronicle: Chronicle, cast: Cast, bell: Bell) -> None:
        self._chronicle = chronicle
        self._cast = cast
        self._bell = bell
        self._batches: dict[tuple[int, int], tuple[int, str]] = {}

    def write(
        self, vacancy: Written, story: Story, *, candidate_id: int, version_id: int | None
    ) -> Linked:
        """Write an application; `version_id` is the résumé that was there when it was shown."""
        at = self._chronicle.at(story.linked)
        application = self._chronicle.add(
            Application(
                id=self._chronicle.key(at),
                candidate_id=candidate_id,
                vacancy_id=vacancy.id,
                created_at=at,
                created_by_id=vacancy.recruiter_id,
            ),
        )
        linked = Linked(story, vacancy, candidate_id, application)
        self._audit(linked, at, vacancy.recruiter_id, "link")
        self._change(linked, at, LONGLIST, vacancy.recruiter_id)
        if story.round is not None:
            presentation = self._present(linked, version_id)
            self._open(linked)
            for move in story.moves:
                self._move(linked, move, presentation)
        return linked

    def message_of(self, linked: Linked) -> str:
        """What was said to the customers when the candidate was presented; often nothing."""
        return "" if linked.story.round is None else self._batch(linked)[1]

    def _present(self, linked: Linked, version_id: int | None) -> Presentation:
        story, vacancy = linked.story, linked.vacancy
        at = self._chronicle.at(story.presented)
        batch, message = self._batch(linked)
        self._change(linked, at, NEW, vacancy.recruiter_id)
        linked.application.presented_at = at + UNDO
        presentation = self._chronicle.add(
            Presentation(
                id=self._chronicle.key(at),
                batch=batch,
                application_id=linked.id,
                vacancy_id=vacancy.id,
                resume_version_id=version_id,
                message=message,
                presented_by_id=vacancy.recruiter_id,
                presented_at=at + UNDO,
            ),
        )
        self._audit(linked, at, vacancy.recruiter_id, "present", batch=batch)
        for customer in story.text.active_customers(story.presented):
            self._bell.ring(
                customer,
                kind="presented",
                event=f"presented:{presentation.id}",
                vacancy_id=linked.vacancy.id,
                application_id=linked.id,
                actor_id=vacancy.recruiter_id,
                days_ago=story.presented,
                delay=UNDO,
                read=next((ago for ago, who in story.openings if who is customer), None),
            )
        return presentation

    def _batch(self, linked: Linked) -> tuple[int, str]:
        """The act in which the candidate was presented, with others of that round: key, words."""
        story = linked.story
        place = (linked.vacancy.id, story.round or 0)
        if place not in self._batches:
            key = self._chronicle.key(self._chronicle.at(story.presented))
            self._batches[place] = (key, self._message(story.text.language))
        return self._batches[place]

    def _message(self, language: str) -> str:
        if not self._chronicle.chance(_SAYS_SOMETHING):
            return ""
        return self._words("message", language, "m")

    def _open(self, linked: Linked) -> None:
        for days_ago, customer in linked.story.openings:
            at = self._chronicle.at(days_ago)
            customer_id = self._cast.users[customer.word]
            opening = self._chronicle.add(
                Opening(
                    id=self._chronicle.key(at),
                    application_id=linked.id,
                    customer_id=customer_id,
                    opened_at=at,
                ),
            )
            self._bell.ring(
                linked.vacancy.recruiter,
                kind="opened",
                event=f"opened:{opening.id}",
                vacancy_id=linked.vacancy.id,
                application_id=linked.id,
                actor_id=customer_id,
                days_ago=days_ago,
            )

    def _move(self, linked: Linked, move: Move, presentation: Presentation) -> None:
        at = self._chronicle.at(move.days_ago)
        mover = linked.vacancy.recruiter_id
        if move.customer is not None:
            mover = self._cast.users[move.customer.word]
        reason = self._reason(linked.story, move.customer) if move.to == REFUSED else ""
        change = self._change(linked, at, move.to, mover, reason=reason)
        self._audit(linked, at, mover, "move", to=move.to)
        if move.to == LONGLIST:
            linked.application.presented_at, presentation.ended_at = None, at
        if move.customer is not None:
            self._bell.ring(
                linked.vacancy.recruiter,
                kind="moved",
                event=f"moved:{change.id}",
                vacancy_id=linked.vacancy.id,
                application_id=linked.id,
                actor_id=mover,
                days_ago=move.days_ago,
                stage_id=linked.vacancy.stages[move.to],
            )

    def _change(
        self, linked: Linked, at: datetime, to: str, mover: int, *, reason: str = ""
    ) -> StageChange:
        """Write one line of the history and let the application stand there."""
        application = linked.application
        change = StageChange(
            id=self._chronicle.key(at),
            application_id=application.id,
            from_stage_id=application.stage_id,
            to_stage_id=linked.vacancy.stages[to],
            moved_at=at,
            moved_by_id=mover,
            reason=reason,
        )
        application.stage_id, application.moved_at = linked.vacancy.stages[to], at
        return self._chronicle.add(change)

    def _reason(self, story: Story, customer: Person | None) -> str:
        if customer is None:
            return self._words("refused-staff", story.text.language, story.somebody.gender)
        return self._words("refused-customer", customer.language, story.somebody.gender)

    def _words(self, heading: str, language: str, gender: str) -> str:
        sentence, _ = self._chronicle.wording.fresh(
            sections(f"notes/{language}.md")[heading], language=language, gender=gender
        )
        return sentence

    def _audit(self, linked: Linked, at: datetime, actor: int, act: str, **details: object) -> None:
        self._chronicle.audit(at, actor, act, "application", linked.id, **details)
