"""What a candidate is told of an interview: in every letter, and where its buttons lead."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from sqlalchemy import select

from db.models import Candidate, Interview, InterviewPerson, User
from services.agency import agency
from services.i18n import translator
from services.interviews.answer_buttons import buttons, links_of
from services.interviews.forms import InterviewForm
from services.interviews.slots import Slot, slot_of
from services.interviews.wording import in_both_zones, where
from services.viewer import STAFF_ROLES
from services.work import Work
from services.writing.letters import Buttons, Enclosed, Facts


@dataclass(frozen=True, slots=True)
class Meeting:
    """An interview as its candidate knows it; `names` are those of staff who take part.

    `own_zone` is the one he lives by, "" where it is not known.
    """

    slot: Slot
    zone: str
    kind: str
    location: str
    names: str
    own_zone: str = ""
    called_off: bool = False

    @classmethod
    def entered(
        cls,
        work: Work,
        form: InterviewForm,
        candidate: Candidate,
        *,
        called_off: bool,
        stands: Slot | None,
    ) -> Self:
        """As it would be, were this form saved; `stands` is when it is now. Raises Invalid."""
        return cls(
            slot_of(form.when, now=work.now, stands=stands),
            form.when.zone,
            form.kind,
            form.location,
            _names(work, form.staff),
            candidate.time_zone,
            called_off,
        )

    @classmethod
    def of(
        cls, work: Work, interview: Interview, candidate: Candidate, *, called_off: bool = False
    ) -> Self:
        """As it stands."""
        taking_part = select(InterviewPerson.person_id).where(
            InterviewPerson.interview_id == interview.id,
            InterviewPerson.takes_part,
            InterviewPerson.left_at.is_(None),
        )
        return cls(
            Slot(interview.starts_at, interview.ends_at),
            interview.zone,
            interview.kind,
            interview.location,
            _names(work, set(work.scalars(taking_part))),
            candidate.time_zone,
            called_off,
        )

    def enclosed(self, language: str) -> Enclosed:
        """What stands below the letter, and what its placeholders mean."""
        words = translator(language)
        t = words.text
        times = in_both_zones(self.slot, words, self.own_zone or self.zone, self.zone)
        place = where(self.kind, self.location, words)
        facts: Facts = (
            *((t("When"), at) for at in times),
            (t("Where"), place),
            (t("You will meet"), self.names),
        )
        if self.called_off:
            facts = tuple((t("Called off"), at) for at in times)
        meant = {"when": times[0], "where": place}
        return Enclosed(tuple(one for one in facts if one[1]), meant)

    def answers(self, work: Work, language: str, interview_id: int, email: str) -> Buttons:
        """The buttons with which the candidate answers from a letter to this `email`.

        None to what is called off.
        """
        if self.called_off:
            return ()
        links = links_of(
            work.settings,
            language,
            interview_id=interview_id,
            person_id=None,
            email=email,
            slot=self.slot,
            kind=self.kind,
            location=self.location,
        )
        address = work.settings.base_url or agency(work).base_url
        return buttons(work.settings, translator(language), address, links)


def _names(work: Work, people: Collection[int]) -> str:
    """Who of the staff takes part: a customer is named to a candidate by people, not by us."""
    if not people:
        return ""
    asked = select(User.name).where(User.id.in_(people), User.role.in_(STAFF_ROLES))
    return ", ".join(work.scalars(asked.order_by(User.name)))
