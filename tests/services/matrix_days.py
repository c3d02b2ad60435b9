"""The access matrix, what days bring: particulars, histories, first days at work, reminders."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from db.models import Application, Hiring, Stage
from services import notifications
from services.applications import hiring
from services.candidates import history as candidate_history
from services.candidates import particulars
from services.reminders import own as reminders
from services.reminders import ringing
from services.work import Work
from tests.services.matrix import (
    EVERYBODY,
    PEOPLE,
    STAFF,
    USHER,
    Row,
    Target,
    on_application,
    on_candidate,
    staff_only,
)


def _reminder_form(work: Work) -> reminders.ReminderForm:
    return reminders.ReminderForm(work.now.date() + timedelta(days=2), "Call")


def _own_reminder(work: Work, target: Target) -> dict[str, Any]:
    """A reminder that the viewer has just made himself."""
    if not work.viewer.is_staff:
        return {"reminder_id": 1}
    form = _reminder_form(work)
    made = reminders.add_reminder(work, candidate_id=target.candidate, form=form)
    work.flush()
    return {"reminder_id": made}


def _hired(work: Work, target: Target) -> dict[str, Any]:
    """An application that stands in the stage of who was hired, by staff's own hand."""
    dates = {"starts_on": None, "guarantee_until": None, "version": 1}
    if work.viewer.is_staff and target.application > 1:
        work.one(Stage, work.one(Application, target.application).stage_id).outcome = "hired"
        work.flush()
    return dates


def _some_hiring(work: Work, target: Target) -> dict[str, Any]:
    found = work.scalars(
        select(Hiring.id).where(Hiring.application_id == target.application)
    ).first()
    return {"hiring_id": found or 1}


DAYS: dict[Callable[..., Any], Row] = {
    candidate_history.history_of: on_candidate(STAFF),
    particulars.particulars: on_candidate(PEOPLE),
    particulars.languages_of: on_candidate(EVERYBODY, absent="ok", hidden_from=USHER),
    # Nobody here has one; whose is seen by whom: test_particulars.py.
    particulars.photo: on_candidate(PEOPLE, reach={"nobody": set()}),
    particulars.set_languages: staff_only(
        lambda work, target: {
            "candidate_id": 1,
            "languages": (particulars.LanguageForm("uk"),),
        },
        belt=True,
    ),
    hiring.hiring_of: on_application(STAFF),
    hiring.set_hiring: on_application(STAFF, call=_hired),
    # ------------------------------------------------ reminders: everybody's own alone
    reminders.my_reminders: staff_only(),
    reminders.add_reminder: on_candidate(
        STAFF, call=lambda work, target: {"form": _reminder_form(work)}
    ),
    reminders.settle_reminder: staff_only(_own_reminder),
    ringing.reminders_due: Row(EVERYBODY),
    ringing.hirings_due: Row(EVERYBODY, belt=True),
    ringing.ring: staff_only(_own_reminder),
    ringing.ring_for_hired: staff_only(_some_hiring),
    notifications.remind: Row(
        PEOPLE | {"usher"},
        lambda work, target: {
            "recipient_id": work.viewer.user_id,
            "kind": "reminder",
            "event": "a day has come",
        },
        belt=True,
    ),
}
