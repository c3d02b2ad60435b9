"""Every kind of news there is: who tells of one, words it or draws it, takes it from here."""

from typing import Literal, get_args

from db.models import InterviewAnswer

Kind = Literal[
    # of a candidate in a vacancy
    "note",
    "answered",
    "mentioned",
    "corrected",
    "moved",
    "opened",
    "downloaded",
    "downloaded_version",
    "downloaded_attachment",
    "attachment",
    "presented",
    # of an interview; then what was answered to its letters, and what comes by itself
    "interview",
    "interview_moved",
    "interview_called_off",
    "interview_confirmed",
    "interview_another_time",
    "interview_seen",
    "interview_proposed",
    "interview_reminder",
    "interview_feedback",
    # of a vacancy itself: there is neither candidate nor application
    "vacancy_added",
    "vacancy_closed",
    "vacancy_reopened",
    # a day that has come: one's own reminder (perhaps without a vacancy), or of who was hired
    "reminder",
    "starts",
    "guarantee",
]
KINDS: tuple[Kind, ...] = get_args(Kind)


def answer_event(given: InterviewAnswer) -> str:
    """The event that an answer to a letter about an interview is: whose, and his which one."""
    whose = "candidate" if given.person_id is None else given.person_id
    return f"interview:{given.interview_id}:answer:{whose}:{given.number}"
