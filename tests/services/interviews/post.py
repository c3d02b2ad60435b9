"""Letters about an interview as they leave: a sender that keeps them, and what makes them go."""

from email import message_from_bytes, policy

import pytest
from icalendar import Calendar

from db.models import CandidateContact
from services.interviews.scheduling import cancel, reschedule, schedule
from services.interviews.views import interview
from services.mail.dispatch import dispatch
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter
from tests.factories import alter, plant, stored
from tests.services.interviews.test_scheduling import form

MARYANAS = "maryana@candidates.example"


class Post:
    """A sender that keeps what it was given, as it travels."""

    name = "kept"

    def __init__(self):
        self.letters = []

    def send(self, parcel):
        self.letters.append(message_from_bytes(parcel.message.as_bytes(), policy=policy.default))
        return "kept"

    def close(self):
        pass


@pytest.fixture
def post(house, people):
    """Whatever was to leave before has left."""
    box = Post()
    leave(house, box)
    box.letters.clear()
    return box


@pytest.fixture(autouse=True)
def address(house, people):
    plant(
        house,
        CandidateContact(candidate_id=people.maryana, kind="email", value=MARYANAS, position=9),
    )
    for contact in stored(house, CandidateContact, candidate_id=people.maryana, kind="email"):
        if contact.value != MARYANAS:
            alter(house, CandidateContact, contact.id, kind="other")


def leave(house, box, *, seconds=11):
    house.clock.pass_by(seconds=seconds)
    while dispatch(house.installation, box):
        pass
    return box


def letter(body="<p>Come and see us, {first_name}.</p>", subject="Invited", language="en"):
    return CandidateLetter(language, Wording(subject, body))


def scheduled(house, people, *, write=True, **columns):
    return house.do(
        people.recruiter,
        schedule,
        application_id=people.maryana_at_acme,
        form=form(house, people, **columns),
        letter=letter() if write else None,
    )


def moved(house, people, key, **columns):
    now = house.ask(people.recruiter, interview, interview_id=key)
    write = columns.pop("letter", None)
    house.do(
        people.recruiter, reschedule, interview_id=key, form=form(house, people, **columns),
        version=now.version, letter=write,
    )  # fmt: skip


def called_off(house, people, key):
    now = house.ask(people.recruiter, interview, interview_id=key)
    house.do(people.recruiter, cancel, interview_id=key, version=now.version)


def to(box):
    return sorted(message["To"].addresses[0].addr_spec for message in box.letters)


def to_one(message):
    return message["To"].addresses[0].addr_spec


def event(message):
    """The one event of the letter's calendar file, and its method."""
    (part,) = [part for part in message.iter_attachments() if part.get_filename()]
    assert part.get_content_type() == "text/calendar"
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    (found,) = calendar.walk("VEVENT")
    assert part.get_param("method") == str(calendar["method"])
    return found, str(calendar["method"])
