"""The access matrix, interviews: staff schedule them, customers read what is shown to them."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Interview
from services.interviews import (
    calendar_file,
    choosing,
    copy_choice,
    entries,
    feed,
    forms,
    goodbye,
    overlaps,
    place,
    putting_back,
    scheduling,
    slots,
    views,
)
from services.work import Work
from tests.services.matrix import (
    ALL_TARGETS,
    EVERYBODY,
    PEOPLE,
    STAFF,
    Row,
    Target,
    on_application,
    on_customer,
    on_vacancy,
)

# Where nobody schedules anything any more, not even staff, who read it.
NOT_ARCHIVED = {
    name: {which for which in ALL_TARGETS if not which.startswith("archived")} for name in STAFF
}


def form_of(work: Work) -> forms.InterviewForm:
    """Tomorrow at ten, the viewer alone with the candidate."""
    when = slots.WallTime(work.now.date() + timedelta(days=1), time(10), "Europe/Kyiv", 60)
    return forms.InterviewForm(when, staff=frozenset({work.viewer.user_id}))


def slot_of_it(work: Work) -> slots.Slot:
    return slots.slot_of(form_of(work).when, now=work.now)


def told_once(work: Work) -> calendar_file.Told:
    """What somebody's calendar was told of an interview that he sees no more."""
    organizer = calendar_file.Attendee("Oksana", "oksana@clear.example")
    return calendar_file.Told(
        0, called_off=False, uid="x@candela", slot=slot_of_it(work), organizer=organizer
    )


def made_of(work: Work, application_id: int) -> Interview | None:
    """An interview of the application that is shown to customers, made by staff's own hand."""
    if work.viewer.is_staff and application_id > 1:
        slot = slot_of_it(work)
        work.add(
            Interview(
                id=new_key(),
                application_id=application_id,
                starts_at=slot.starts_at,
                ends_at=slot.ends_at,
                zone="Europe/Kyiv",
                kind="video",
                staff_only=False,
                shown_at=work.now,
                created_at=work.now,
                created_by_id=work.viewer.user_id,
            )
        )
        work.flush()
    found: Interview | None = work.scalars(
        select(Interview)
        .where(Interview.application_id == application_id)
        .order_by(Interview.id.desc())
    ).first()
    return found


def on_interview(who: frozenset[str], **named: Any) -> Row:
    """A function about one interview of each application."""
    more = named.pop("call", lambda work, interview: {})

    def call(work: Work, target: Target) -> dict[str, Any]:
        one = made_of(work, target.application)
        return {"interview_id": one.id if one else 1, **more(work, one)}

    return Row(who, call, ALL_TARGETS, **named)


def _version(work: Work, interview: Interview | None) -> dict[str, Any]:
    return {"version": interview.version if interview else 1}


def _undone(work: Work, interview: Interview | None) -> dict[str, Any]:
    if work.viewer.is_staff and interview is not None:
        interview.shown_at = work.now + timedelta(seconds=5)
        work.flush()
    return {}


def _stood(work: Work, target: Target) -> dict[str, Any]:
    one = made_of(work, target.application)
    until = work.now + timedelta(seconds=5)
    if one is None or not work.viewer.is_staff:
        return {"stood": putting_back.Stood(one.id if one else 1, (), (), 0, 0, until)}
    return {"stood": putting_back.as_it_stands(work, one).since(one.version)}


def _over(work: Work, interview: Interview | None) -> dict[str, Any]:
    if work.viewer.is_staff and interview is not None:
        interview.starts_at, interview.ends_at = work.now - timedelta(hours=1), work.now
        work.flush()
    return {"outcome": "held", **_version(work, interview)}


def _checked(work: Work, target: Target) -> dict[str, Any]:
    return {"application": work.one(Application, target.application), "form": form_of(work)}


INTERVIEWS: dict[Callable[..., Any], Row] = {
    forms.check_form: Row(STAFF, _checked, ALL_TARGETS, belt=True),
    views.interview: on_interview(PEOPLE),
    views.of_application: on_application(PEOPLE),
    views.calendar: Row(
        PEOPLE, lambda work, target: {"since": work.now, "until": work.now + timedelta(days=2)}
    ),
    entries.entries: Row(
        PEOPLE, lambda work, target: {"since": work.now, "until": work.now + timedelta(days=2)}
    ),
    views.own_calendar: Row(
        PEOPLE, lambda work, target: {"since": work.now, "until": work.now + timedelta(days=2)}
    ),
    views.next_interviews: Row(PEOPLE),
    feed.feed: Row(PEOPLE),
    feed.remember_feed: Row(
        PEOPLE,
        lambda work, target: {"told": feed.Feed((), "", work.now, "x", work.now, is_new=True)},
    ),
    feed.feed_made_at: Row(PEOPLE),
    feed.new_feed: Row(PEOPLE),
    feed.end_feed: Row(PEOPLE),
    feed.feed_owner: Row(EVERYBODY, lambda work, target: {"secret": "nobody’s"}, belt=True),
    views.ahead_in_vacancy: on_vacancy(PEOPLE),
    views.next_of_customer: on_customer(),
    copy_choice.copies_ticked: Row(STAFF),
    copy_choice.choose_copies: Row(STAFF, lambda work, target: {"ticked": False}),
    goodbye.goodbye: Row(PEOPLE, lambda work, target: {"told": told_once(work)}),
    choosing.form_choices: on_application(STAFF),
    place.place_as_hidden: on_application(
        STAFF, call=lambda work, target: {"kind": "video", "location": "Room 4"}
    ),
    choosing.candidates_to_invite: on_vacancy(STAFF),
    choosing.calendar_choices: Row(PEOPLE),
    overlaps.overlaps: on_application(
        STAFF, call=lambda work, target: {"slot": slot_of_it(work), "people": [work.viewer.user_id]}
    ),
    scheduling.schedule: on_application(
        STAFF, call=lambda work, target: {"form": form_of(work)}, reach=NOT_ARCHIVED
    ),
    scheduling.undo_scheduling: on_interview(STAFF, call=_undone),
    putting_back.put_back: Row(STAFF, _stood, ALL_TARGETS),
    scheduling.reschedule: on_interview(
        STAFF,
        call=lambda work, one: {"form": form_of(work), **_version(work, one)},
        reach=NOT_ARCHIVED,
    ),
    scheduling.cancel: on_interview(STAFF, call=_version),
    scheduling.settle: on_interview(STAFF, call=_over),
}
