"""A process in which a recruiter schedules, moves, calls off and undoes, while letters leave.

Until it is killed: in the provider's hands, in an act of the recruiter's, or wherever it is.
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
from db.models import Interview
from services.errors import Busy, Conflict, NotFound, Overlapping, TooLate
from services.interviews.forms import InterviewForm
from services.interviews.scheduling import cancel, reschedule, schedule, undo_scheduling
from services.interviews.slots import WallTime
from services.mail.dispatch import dispatch, find_lost
from services.viewer import POSTMAN
from services.work import perform, reading
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter
from tests.house import House, open_house
from tests.people import People
from tests.services.kills.sending import Immortal, PaperProvider

ACTS = ("create", "create", "reschedule", "reschedule", "cancel", "undo", "hide")
# The ten seconds of undoing pass in half of one.
_FASTER = 20
_LETTER = CandidateLetter("en", Wording("Invited", "<p>Come and see us.</p>"))


class Diary(PaperProvider):
    """Writes down whom each letter went to and what it told his calendar."""

    def line_of(self, parcel):
        (part,) = [one for one in parcel.message.iter_attachments() if one.get_filename()]
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
        while dispatch(house.installation, Diary(Path(folder), Immortal())):
            pass
        house.installation.database.close()
        return
    at_work.set()
    chance = Random(seed)  # noqa: S311 - deaths need no secrecy
    Thread(target=_recruit, args=(house, people, Random(seed + 1)), daemon=True).start()  # noqa: S311
    provider = Diary(Path(folder), chance)
    while True:
        if not dispatch(house.installation, provider):
            time.sleep(0.02)  # the recruiter works, too


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
        with suppress(TooLate, Conflict, NotFound, Busy):
            _one_act(house, people, chance, act)
        time.sleep(chance.random() * 0.01)


def _one_act(house: House, people: People, chance: Random, act: str) -> None:
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
        _despite(house, people, reschedule, interview_id=one.id, form=form, version=one.version)


def _despite(house, people, act, **named):
    try:
        perform(house.installation, people.recruiter, act, **named)
    except Overlapping as busy:
        perform(
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
