"""Letters about interviews, and those that are written by hand: one of each, as they leave."""

from collections.abc import Callable, Iterator
from datetime import time, timedelta

from services.interviews.bells import ring_for_interviews
from services.interviews.forms import InterviewForm
from services.interviews.scheduling import cancel, reschedule, schedule
from services.interviews.sight import follow_sight
from services.interviews.slots import WallTime
from services.interviews.views import interview
from services.mail.outbox import LetterKind
from services.mail.senders import Parcel
from services.vacancies.customers import tie, untie
from services.viewer import Viewer
from services.writing.by_hand import KINDS, write
from services.writing.letters import CandidateLetter, draft
from services.writing.to_customers import draft_to_customer, write_to_customer
from tests.house import House
from tests.people import People

Post = Callable[[House], list[Parcel]]
_ZONE = "Europe/Lisbon"
_AHEAD, _LATER = 5, 7


def letters_about_interviews(
    house: House, people: People, recruiter: Viewer, customer: Viewer, post: Post
) -> Iterator[tuple[str, Parcel]]:
    """Invited, moved, reminded, out of sight, called off; each with what it is called."""
    application = {"application_id": people.maryana_at_acme}
    begun = _draft(house, people, recruiter, customer, LetterKind.INTERVIEW_INVITATION)
    key: int = house.do(
        recruiter,
        schedule,
        **application,
        form=_form(house, recruiter, customer, _AHEAD),
        letter=begun,
    )
    yield from _named("", _sent(house, post))
    stands = house.ask(recruiter, interview, interview_id=key)
    house.do(
        recruiter,
        reschedule,
        interview_id=key,
        form=_form(house, recruiter, customer, _LATER),
        version=stands.version,
    )
    yield from _named("-moved", _sent(house, post))
    tied = {"vacancy_id": people.acme_vacancy, "customer_id": customer.user_id}
    house.do(recruiter, untie, **tied)
    follow_sight(house.installation)
    yield from _named("-gone", _sent(house, post))
    house.do(recruiter, tie, **tied, tell=False)
    follow_sight(house.installation)
    _sent(house, post)
    stands = house.ask(recruiter, interview, interview_id=key)
    house.clock.now = stands.slot.starts_at - timedelta(hours=20)
    ring_for_interviews(house.installation)
    yield from _named("", _sent(house, post))
    house.do(recruiter, cancel, interview_id=key, version=stands.version)
    yield from _named("-called-off", _sent(house, post))


def letters_by_hand(
    house: House, people: People, recruiter: Viewer, customer: Viewer, post: Post
) -> Iterator[tuple[str, Parcel]]:
    """To the candidate, of each kind, and to the customer: as their templates are."""
    for kind in KINDS:
        house.do(
            recruiter,
            write,
            application_id=people.maryana_at_acme,
            kind=kind,
            letter=_draft(house, people, recruiter, customer, kind),
        )
    to = {"customer_id": customer.user_id}
    wording = house.ask(recruiter, draft_to_customer, **to, language=customer.language)
    house.do(recruiter, write_to_customer, **to, letter=CandidateLetter(customer.language, wording))
    yield from _named("", _sent(house, post))


def _draft(
    house: House, people: People, recruiter: Viewer, customer: Viewer, kind: str
) -> CandidateLetter:
    begun: CandidateLetter = house.ask(
        recruiter,
        draft,
        application_id=people.maryana_at_acme,
        kind=kind,
        language=customer.language,
    )
    return begun


def _form(house: House, recruiter: Viewer, customer: Viewer, days: int) -> InterviewForm:
    when = WallTime(house.clock.now.date() + timedelta(days=days), time(10), _ZONE, 60)
    himself = frozenset({customer.user_id})
    return InterviewForm(
        when,
        location="https://meet.example/room-7",
        staff=frozenset({recruiter.user_id}),
        customers=himself,
        copies=himself,
    )


def _sent(house: House, post: Post) -> list[Parcel]:
    house.clock.pass_by(seconds=60)
    return post(house)


def _named(what: str, parcels: list[Parcel]) -> Iterator[tuple[str, Parcel]]:
    """Copies are all of one kind: `what` tells them apart; so do reminders' readers."""
    for parcel in parcels:
        to_candidate = "@mail." in str(parcel.message["To"])
        if parcel.kind == LetterKind.INTERVIEW_COPY:
            yield f"{parcel.kind}{what}", parcel
        elif parcel.kind == LetterKind.INTERVIEW_REMINDER and not to_candidate:
            yield f"{parcel.kind}-copy", parcel
        elif "interview" in parcel.kind or parcel.kind in {*KINDS, "customer"}:
            yield parcel.kind, parcel
