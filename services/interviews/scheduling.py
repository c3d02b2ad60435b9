"""Staff schedule interviews, move them, call them off, and say afterwards what came of them."""

from collections.abc import Collection

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Candidate, Interview, InterviewPerson, Vacancy
from services import audit
from services.checks import check_choice
from services.conflicts import refuse_stale
from services.errors import Invalid, NotFound, TooLate, VacancyClosed
from services.folding import tidy, tidy_lines
from services.interviews.bells import ask_again, remember_asked
from services.interviews.copies import take_copies_back
from services.interviews.forms import InterviewForm, check_form
from services.interviews.overlaps import overlaps, refuse_unconfirmed
from services.interviews.putting_back import Stood, as_it_stands
from services.interviews.rings import need_no_reminder
from services.interviews.slots import Slot, slot_of
from services.interviews.telling import take_rings_back, tell_nobody, tell_of_interview
from services.interviews.told import copies_out
from services.notes.telling import told_from
from services.permissions import Permission, require
from services.work import Work
from services.writing.letters import CandidateLetter

OUTCOMES = ("held", "no_show")


def schedule(
    work: Work,
    *,
    application_id: int,
    form: InterviewForm,
    letter: CandidateLetter | None = None,
    despite: Collection[int] = (),
    interview_id: int | None = None,
) -> int:
    """Schedule an interview; it is seen and told of once it can no longer be undone.

    With a `letter` the candidate is invited. `interview_id` is a key made beforehand: a form that
    is sent twice makes one interview. Raises Invalid, UnknownPlaceholder, Overlapping (unless it
    is `despite` each), VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    application = _open_application(work, application_id)
    if interview_id is not None and _made_before(work, interview_id, application_id):
        return interview_id
    slot = slot_of(form.when, now=work.now)
    check_form(work, application, form)
    refuse_unconfirmed(
        overlaps(work, slot=slot, application_id=application_id, people=form.people), despite
    )
    interview = work.add(
        Interview(
            id=interview_id or new_key(),
            application_id=application_id,
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            zone=form.when.zone,
            kind=form.kind,
            location=tidy(form.location),
            comment=tidy_lines(form.comment),
            staff_only=form.staff_only,
            shown_at=told_from(work),
            created_at=work.now,
            created_by_id=work.viewer.user_id,
        )
    )
    work.flush()
    _settle_people(work, interview, form)
    audit.record(
        work,
        "schedule",
        "interview",
        interview.id,
        application_id=application_id,
        **_told_of(interview),
        despite=sorted(despite),
    )
    need_no_reminder(work, interview, told_at=interview.shown_at)
    tell_of_interview(work, interview, "interview", letter=letter, at=interview.shown_at)
    return interview.id


def undo_scheduling(work: Work, *, interview_id: int) -> None:
    """Take it back before anybody was told: it never was.

    Raises TooLate, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    interview = _scheduled(work, interview_id)
    if interview.sequence or work.now >= interview.shown_at:
        raise TooLate
    interview.state = "undone"
    interview.settled_at, interview.settled_by_id = work.now, work.viewer.user_id
    tell_nobody(work, interview)
    audit.record(work, "undo", "interview", interview_id)


def reschedule(
    work: Work,
    *,
    interview_id: int,
    form: InterviewForm,
    version: int,
    letter: CandidateLetter | None = None,
    despite: Collection[int] = (),
) -> Stood:
    """Change when, where or with whom it is; calendars are told of what they show.

    Whoever was written to is written to again, once it can no longer be undone; the candidate with
    this `letter`, or with the agency's wording. What has begun keeps its time, or gets one that is
    ahead; of what is over nobody is told. Returns what it was (`put_back`). Raises Invalid (also
    letter "over": it would reach nobody any more), UnknownPlaceholder, Overlapping, Conflict,
    VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    interview = _scheduled(work, interview_id, version)
    application = _open_application(work, interview.application_id, asked_for="Interview")
    slot = slot_of(form.when, now=work.now, stands=Slot(interview.starts_at, interview.ends_at))
    over = slot.ends_at <= work.now
    if over and letter is not None:
        raise Invalid(letter="over")
    check_form(work, application, form)
    found = overlaps(
        work,
        slot=slot,
        application_id=application.id,
        people=form.people,
        besides=interview_id,
    )
    refuse_unconfirmed(found, despite)
    stood = as_it_stands(work, interview)
    before, began = _told_of(interview), interview.starts_at
    interview.starts_at, interview.ends_at, interview.zone = (
        slot.starts_at,
        slot.ends_at,
        form.when.zone,
    )
    interview.kind, interview.location = form.kind, tidy(form.location)
    if (interview.kind, interview.location) != (before["kind"], before["location"]):
        interview.place_cut = False
    interview.staff_only = form.staff_only
    changed = _told_of(interview) != before
    told_at = stood.undone_until or max(work.now, interview.shown_at)
    if interview.starts_at != began:
        take_rings_back(work, interview)
        need_no_reminder(work, interview, told_at=told_at)
    # Whether customers know of it stands in nobody's calendar.
    moved = changed and _told_of(interview) | {"staff_only": before["staff_only"]} != before
    interview.comment = tidy_lines(form.comment)
    by_another = work.viewer.user_id != interview.created_by_id
    gone_or_back = _settle_people(work, interview, form, tell_maker=moved and by_another)
    # Only a higher number takes an entry out of a calendar, or brings it back into one.
    if over:
        moved, gone_or_back = False, set()
    if moved or (gone_or_back and gone_or_back & copies_out(work, interview_id).keys()):
        interview.sequence = _next_number(work, interview)
    if moved:
        interview.moved_sequence = interview.sequence
    audit.record(
        work,
        "reschedule",
        "interview",
        interview_id,
        before=before,
        after=_told_of(interview),
        despite=sorted(despite),
    )
    if not over:
        tell_of_interview(
            work,
            interview,
            "interview_moved" if changed else "",
            letter=letter,
            at=told_at,
        )
    work.flush()
    return stood.since(interview.version)


def cancel(
    work: Work, *, interview_id: int, version: int, letter: CandidateLetter | None = None
) -> None:
    """Call it off: whoever was written to is told, unless it is over.

    Raises Invalid (also letter "over": it would reach nobody any more), UnknownPlaceholder,
    Conflict, NotFound (also when it is none any more), NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    interview = _scheduled(work, interview_id, version)
    over = interview.ends_at <= work.now
    if over and letter is not None:
        raise Invalid(letter="over")
    interview.state = "cancelled"
    interview.sequence = _next_number(work, interview)
    interview.settled_at, interview.settled_by_id = work.now, work.viewer.user_id
    take_rings_back(work, interview)
    audit.record(work, "cancel", "interview", interview_id)
    if over:
        take_copies_back(work, interview)
    else:
        _tell_maker(work, interview)
        tell_of_interview(work, interview, "interview_called_off", letter=letter, at=work.now)


def settle(work: Work, *, interview_id: int, outcome: str, version: int) -> None:
    """Say what came of it: held or no_show, never before its end; the one may turn out the other.

    Feedback is asked for of what was held: taken back with no_show, asked again if held after all.
    Raises Invalid (outcome "unknown" or "not_over"), Conflict, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    interview = _standing(work, interview_id, version, ("scheduled", *OUTCOMES))
    check_choice("outcome", outcome, OUTCOMES)
    if work.now < interview.ends_at:
        raise Invalid(outcome="not_over")
    held_after_all = (interview.state, outcome) == ("no_show", "held")
    interview.state = outcome
    interview.settled_at, interview.settled_by_id = work.now, work.viewer.user_id
    if outcome == "no_show":
        remember_asked(work, interview)
        take_rings_back(work, interview)
    if held_after_all:
        ask_again(work, interview)
    audit.record(work, "settle", "interview", interview_id, outcome=outcome)


def _open_application(
    work: Work, application_id: int, *, asked_for: str = "Application"
) -> Application:
    application = work.one(Application, application_id)
    vacancy = work.one(Vacancy, application.vacancy_id)
    candidate = work.one(Candidate, application.candidate_id)
    if vacancy.archived_at is not None or candidate.archived_at is not None:
        raise NotFound(model=asked_for)
    if vacancy.closed_at is not None:
        raise VacancyClosed
    return application


def _made_before(work: Work, interview_id: int, application_id: int) -> bool:
    made = select(Interview.application_id).where(Interview.id == interview_id)
    whose = work.scalar(made)
    if whose is not None and whose != application_id:
        raise NotFound(model="Interview")
    return whose is not None


def _scheduled(work: Work, interview_id: int, version: int | None = None) -> Interview:
    return _standing(work, interview_id, version, ("scheduled",))


def _standing(
    work: Work, interview_id: int, version: int | None, states: Collection[str]
) -> Interview:
    interview = work.one(Interview, interview_id)
    if version is not None:
        refuse_stale(work, "interview", interview_id, read=version, stands=interview.version)
    if interview.state not in states:
        raise NotFound(model="Interview")
    return interview


def _next_number(work: Work, interview: Interview) -> int:
    """Higher than what any calendar was told: also that it went out of somebody's sight."""
    told = (last.sequence for last in copies_out(work, interview.id).values())
    return max(interview.sequence, *told, 0) + 1


def _told_of(interview: Interview) -> dict[str, object]:
    """What a calendar shows of it."""
    return {
        "starts_at": interview.starts_at,
        "ends_at": interview.ends_at,
        "zone": interview.zone,
        "kind": interview.kind,
        "location": interview.location,
        "staff_only": interview.staff_only,
    }


def _tell_maker(work: Work, interview: Interview) -> None:
    """Whoever made it gets a letter like the others, where somebody else calls it off."""
    made = select(InterviewPerson).where(
        InterviewPerson.interview_id == interview.id,
        InterviewPerson.person_id == interview.created_by_id,
        InterviewPerson.person_id != work.viewer.user_id,
        InterviewPerson.takes_part,
    )
    for one in work.scalars(made):
        one.copy = True


def _settle_people(
    work: Work, interview: Interview, form: InterviewForm, *, tell_maker: bool = False
) -> set[int]:
    """Make them those of the form; returns who was taken out, and who came back.

    Who is taken out stays known, to be told of it. Of the staff, everybody gets a copy but who
    has made it, until somebody else changes it.
    """
    gone_or_back = set()
    asked = select(InterviewPerson).where(InterviewPerson.interview_id == interview.id)
    known = {one.person_id: one for one in work.scalars(asked)}
    wanted = form.people | form.copies
    maker = interview.created_by_id
    knows = not tell_maker and not (maker in known and known[maker].copy)
    copies = form.copies | form.staff - ({maker} if knows else set())
    for person_id in sorted(wanted - known.keys()):
        work.add(
            InterviewPerson(
                interview_id=interview.id,
                person_id=person_id,
                takes_part=person_id in form.people,
                copy=person_id in copies,
            )
        )
    for person_id, one in known.items():
        if (person_id in wanted) != (one.left_at is None):
            gone_or_back.add(person_id)
        if person_id in wanted:
            one.takes_part, one.copy = person_id in form.people, person_id in copies
            one.left_at = None
        elif one.left_at is None:
            one.left_at = work.now
    return gone_or_back
