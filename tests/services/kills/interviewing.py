"""A process in which a recruiter schedules, moves, calls off and undoes, while letters leave.

Interviews go out of a customer's sight meanwhile, and come back: the candidate is with the recruiter
again, the customer is untied. Until it is killed: in the provider's hands, in an act of the recruiter's, or wherever it is.
"""

import time
from contextlib import suppress
from dataclasses import replace
from datetime import time as clock_time
from datetime import timedelta
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random
from threading import Thread

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Interview, Stage, VacancyCustomer
from services.applications.moving import move, undo_move
from services.applications.presenting import present
from services.errors import Busy, Conflict, Duplicate, Invalid, NotFound, Overlapping, TooLate
from services.interviews.forms import InterviewForm
from services.interviews.putting_back import put_back
from services.interviews.scheduling import cancel, reschedule, schedule, undo_scheduling
from services.interviews.sight import follow_sight
from services.interviews.slots import WallTime
from services.mail.dispatch import dispatch, find_lost
from services.vacancies.customers import tie, untie
from services.viewer import POSTMAN
from services.work import perform, reading
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter
from tests.house import House, open_house
from tests.people import People
from tests.services.kills.sending import Immortal, PaperProvider

ACTS = (
    "create", "create", "create", "create", "reschedule", "reschedule", "cancel", "undo", "hide",
    "curtain", "untie",
)  # fmt: skip
# The ten seconds of undoing pass in half of one.
_FASTER = 20
_LETTER = CandidateLetter("en", Wording("Invited", "<p>Come and see us.</p>"))


class Diary(PaperProvider):
    """Writes down whom each letter went to and what it told his calendar."""

    def line_of(self, parcel):
        parts = [one for one in parcel.message.iter_attachments() if one.get_filename()]
        if not parts:  # an invitation to Candela: no calendar is told anything
            return super().line_of(parcel)
        (part,) = parts
        text = part.get_payload(decode=True).decode()
        told = dict(
            line.split(":", 1) for line in text.splitlines() if line.startswith(("UID", "SEQ"))
        )
        to = parcel.message["To"].addresses[0].addr_spec
        method = part.get_param("method")
        return f"{parcel.letter_id} {to} {told['UID']} {told['SEQUENCE']} {method}"


def interview_until_killed(
    url: str,
    folder: str,
    seed: int,
    people: People,
    began: float,
    at_work: Event,
    *,
    immortal: bool = False,
) -> None:
    """Start as the app does, say so, and work until death; without it send what is left, and end."""
    house = _house(url, Path(folder), began + (-3600 if immortal else 0))
    perform(house.installation, POSTMAN, find_lost)
    if immortal:
        _send_what_is_left(house, Diary(Path(folder), Immortal()))
        house.installation.database.close()
        return
    at_work.set()
    chance = Random(seed)  # noqa: S311 - deaths need no secrecy
    Thread(target=_recruit, args=(house, people, Random(seed + 1)), daemon=True).start()  # noqa: S311
    provider = Diary(Path(folder), chance)
    while True:
        if not dispatch(house.installation, provider):
            _look(house)
            time.sleep(0.02)  # the recruiter works, too


def _send_what_is_left(house: House, provider: Diary) -> None:
    """Until nothing has been left to say for longer than anything waits to be undone."""
    quiet = 0
    while quiet < 3:
        if dispatch(house.installation, provider) or _look(house):
            quiet = 0
        else:
            quiet += 1
            time.sleep(0.6)


def _look(house: House) -> int:
    """What the app does once a minute."""
    with suppress(Busy, Conflict, Duplicate, NotFound):
        return follow_sight(house.installation)
    return 0


def _house(url: str, folder: Path, began: float) -> House:
    house = open_house(url, folder)
    start = house.clock.now + timedelta(days=1)

    def clock():
        return start + timedelta(seconds=(time.time() - began) * _FASTER)

    return House(replace(house.installation, clock=clock), house.clock)


def _recruit(house: House, people: People, chance: Random) -> None:
    while True:
        act = chance.choice(ACTS)
        # What a recruiter reads, and tries something else.
        try:
            _one_act(house, people, chance, act)
        except (TooLate, Conflict, NotFound, Busy, Duplicate):
            pass
        except Invalid:  # a customer is to come who sees him no more: now he does
            with suppress(Conflict, Busy, Invalid, NotFound, Duplicate):
                _let_see(house, people)
        time.sleep(chance.random() * 0.01)


def _one_act(house: House, people: People, chance: Random, act: str) -> None:
    if act == "curtain":
        _draw_curtain(house, people, chance)
        return
    if act == "untie":
        perform(house.installation, people.recruiter, untie, **_pavlo(people))
        return
    if act == "create":
        letter = _LETTER if chance.random() < 0.5 else None
        _despite(
            house, people, schedule,
            application_id=people.maryana_at_acme, form=_form(house, people, chance),
            letter=letter, interview_id=new_key(),
        )  # fmt: skip
        return
    with reading(house.installation, people.recruiter) as work:
        newest = select(Interview).where(Interview.state == "scheduled")
        found = work.scalars(newest.order_by(Interview.id.desc()).limit(6)).all()
    if not found:
        return
    one = chance.choice(found)
    if act == "undo":
        perform(house.installation, people.recruiter, undo_scheduling, interview_id=found[0].id)
    elif act == "cancel":
        perform(
            house.installation, people.recruiter, cancel, interview_id=one.id, version=one.version
        )
    else:
        form = _form(house, people, chance, hidden=act == "hide")
        stood = _despite(
            house, people, reschedule, interview_id=one.id, form=form, version=one.version
        )
        if chance.random() < 0.4:
            time.sleep(chance.random() * 0.4)
            perform(house.installation, people.recruiter, put_back, stood=stood)


def _draw_curtain(house: House, people: People, chance: Random) -> None:
    """The candidate is with the recruiter again; or it was a slip, and never was."""
    with reading(house.installation, people.recruiter) as work:
        dark = select(Stage.id).where(
            Stage.vacancy_id == people.acme_vacancy, Stage.seen_by_customers.is_(False)
        )
        to = work.scalars(dark.order_by(Stage.id)).first()
    moved = perform(
        house.installation, people.recruiter, move,
        application_id=people.maryana_at_acme, to_stage_id=to,
    )  # fmt: skip
    if chance.random() < 0.3:
        named = {"change_id": moved.change_id}
        perform(house.installation, people.recruiter, undo_move, **named)


def _let_see(house: House, people: People) -> None:
    """Present the candidate, and tie the customer, whichever is missing."""
    with reading(house.installation, people.recruiter) as work:
        stage = work.one(Stage, work.one(Application, people.maryana_at_acme).stage_id)
        ties = select(VacancyCustomer.untied_at).where(
            VacancyCustomer.vacancy_id == people.acme_vacancy,
            VacancyCustomer.customer_id == people.pavlo.user_id,
        )
        untied = None not in work.scalars(ties).all()
    if untied:
        perform(house.installation, people.recruiter, tie, **_pavlo(people), tell=False)
    if not stage.seen_by_customers:
        named = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.maryana]}
        perform(house.installation, people.recruiter, present, **named)


def _pavlo(people: People) -> dict[str, int]:
    return {"vacancy_id": people.acme_vacancy, "customer_id": people.pavlo.user_id}


def _despite(house, people, act, **named):
    try:
        return perform(house.installation, people.recruiter, act, **named)
    except Overlapping as busy:
        return perform(
            house.installation, people.recruiter, act, **named, despite=busy.fields["interviews"]
        )


def _form(house: House, people: People, chance: Random, *, hidden: bool = False) -> InterviewForm:
    day = house.installation.clock().date() + timedelta(days=chance.randrange(30, 700))
    when = WallTime(day, clock_time(chance.randrange(24), chance.randrange(60)), "UTC", 15)
    ours = [one.user_id for one in (people.iryna, people.pavlo, people.leo)]
    return InterviewForm(
        when,
        staff=frozenset(
            {people.recruiter.user_id, *([people.admin.user_id] if chance.random() < 0.5 else [])}
        ),
        copies=frozenset() if hidden else frozenset(key for key in ours if chance.random() < 0.6),
        staff_only=hidden,
    )
