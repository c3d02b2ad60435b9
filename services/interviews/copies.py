"""The copies: what customers and colleagues are told of an interview by letter, and reminded of.

A copy is written when it leaves, in its reader's own scope: what he may not see is not in it, and
who lost access meanwhile is not written to.
"""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import select

from db.models import Agency, Interview, InterviewPerson, Letter, User
from services.agency import agency
from services.errors import NotFound
from services.i18n import Translator, translator
from services.ids import key_text
from services.interviews.answer_buttons import buttons, links_of
from services.interviews.calendar_file import Attendee, Entry, Told, calendar_file, uid_of
from services.interviews.goodbye import goodbye
from services.interviews.rings import is_near
from services.interviews.told import News, copies_out, due_to_viewer, take_back, what_is_due
from services.interviews.views import InterviewView, interview
from services.interviews.wording import in_both_zones, where
from services.mail.letters import LetterContent
from services.mail.message import ascii_email
from services.mail.news import chosen_in_settings
from services.mail.outbox import LetterKind, queue_unwritten
from services.mail.signing import signed_by_whoever_is_there
from services.permissions import Permission, require
from services.work import Work
from services.writing.letters import Buttons, Facts

_Reminder = Literal["reminder"]


def queue_copies(work: Work, one: Interview, *, send_after: datetime | None = None) -> None:
    """Queue a letter to everybody who has something to be told of it; one that waits will say it.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    told = copies_out(work, one.id)
    expecting = {letter.recipient_id for letter in _waiting(work, one.id)}
    for letter in _waiting(work, one.id):
        _write_anew(letter, send_after or work.now)
    rows = work.rows(
        select(InterviewPerson, User)
        .join(User, User.id == InterviewPerson.person_id)
        .where(InterviewPerson.interview_id == one.id, User.blocked_at.is_(None))
    )
    for person, user in rows.all():
        due = what_is_due(
            state=one.state,
            moved=one.moved_sequence,
            takes_part=person.left_at is None,
            wanted=person.copy,
            told=told.get(user.id),
            made=user.id == one.created_by_id,
        )
        if due and user.id not in expecting:
            queue_unwritten(
                work,
                kind=LetterKind.INTERVIEW_COPY,
                recipient=user,
                vacancy_id=None,
                interview_id=one.id,
                send_after=send_after,
            )


def take_copies_back(work: Work, one: Interview) -> None:
    """Keep every letter about it that waits from leaving. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    take_back(work, _waiting(work, one.id, also_to_candidate=True))


def copy_of(work: Work, *, interview_id: int, told: Told | None) -> LetterContent | None:
    """What the letter tells the viewer, with the file for his calendar; None if nothing is due.

    `told` is what the last such letter told him: who was told of an interview that he sees no
    more is told that its entry goes, and nothing else of it. Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    due = due_to_viewer(work, told={interview_id: told})[interview_id]
    if due == "gone" and told is not None:
        return goodbye(work, told=told)
    if not due:
        return None
    return _written(work, interview(work, interview_id=interview_id), due, told)


def reminder_of(work: Work, *, interview_id: int) -> LetterContent | None:
    """What reminds the viewer of an interview that is near; None if he has none to come to.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    try:
        seen = interview(work, interview_id=interview_id)
    except NotFound:
        return None
    mine = work.scalars(
        select(InterviewPerson.id).where(
            InterviewPerson.interview_id == interview_id,
            InterviewPerson.person_id == work.viewer.user_id,
            InterviewPerson.left_at.is_(None),
        )
    ).one_or_none()
    near = seen.state == "scheduled" and is_near(work, seen.slot.starts_at)
    return _written(work, seen, "reminder") if near and mine is not None else None


def facts_of(seen: InterviewView, words: Translator, zone: str) -> Facts:
    """What a letter says of an interview: who, when by the reader's clock, where, with whom."""
    t = words.text
    taking_part = ", ".join(one.name for one in seen.people if one.takes_part)
    facts = (
        (t("Candidate"), seen.candidate),
        (t("Vacancy"), seen.vacancy),
        *((t("When"), said) for said in in_both_zones(seen.slot, words, zone, seen.zone)),
        (t("Where"), where(seen.kind, seen.location, words)),
        (t("Taking part"), taking_part),
    )
    return tuple(fact for fact in facts if fact[1])


def _write_anew(letter: Letter, at: datetime) -> None:
    """Let a letter that waits say what holds by then, even if it was just written to leave.

    Whoever is sending it at this moment finds that it was put off (`late.py`, `dispatch.py`).
    """
    letter.subject, letter.calendar = "", ""
    letter.send_after = max(letter.send_after, at) + timedelta(microseconds=1)


def _waiting(work: Work, interview_id: int, *, also_to_candidate: bool = False) -> list[Letter]:
    statement = select(Letter).where(Letter.interview_id == interview_id, Letter.state == "queued")
    if not also_to_candidate:
        statement = statement.where(Letter.kind == LetterKind.INTERVIEW_COPY)
    return list(work.scalars(statement))


def _written(
    work: Work, seen: InterviewView, due: News | _Reminder, told: Told | None = None
) -> LetterContent:
    words = translator(work.viewer.language)
    t = words.text
    me = work.one(User, work.viewer.user_id)
    house = agency(work)
    recruiter = work.one(User, seen.recruiter_id)
    contact = signed_by_whoever_is_there(recruiter, house)
    organizer = Attendee(contact.name, ascii_email(contact.email or recruiter.email))
    subject, said = _said(seen, due, words)
    address = work.settings.base_url or house.base_url
    place = f"id={key_text(seen.candidate_id)}&app={key_text(seen.application_id)}"
    link = f"{address}/candidate?{place}"
    facts = facts_of(seen, words, me.time_zone)
    entry = Entry(
        uid=uid_of(seen.id, work.only(Agency).id),
        # What came back into his sight has to count higher than what took it out of his calendar.
        sequence=max(seen.sequence, told.sequence + 1) if told else seen.sequence,
        slot=seen.slot,
        title=f"{t('Interview')}: {seen.candidate} · {seen.vacancy}",
        location=seen.location,
        description="\n".join(f"{name}: {value}" for name, value in facts),
        link=link,
        # A calendar believes a change only from whom it had the entry.
        organizer=told.organizer if told else organizer,
        attendee=Attendee(me.name, ascii_email(me.email)),
        called_off=due == "called_off",
    )
    # Nothing is taken out of a calendar that no letter put it into.
    renewed = due != "reminder" and not (due == "called_off" and told is None)
    return LetterContent(
        subject=subject,
        greeting=t("Hello, {name}!", name=me.name),
        paragraphs=(said,),
        button=t("Open the candidate"),
        link=link,
        facts=facts,
        small_print=(
            t("You get this letter because this interview concerns you."),
            *((chosen_in_settings(words, address),) if due == "reminder" else ()),
        ),
        contact=contact,
        agency_name=house.name,
        calendar=calendar_file(entry, now=work.now) if renewed else "",
        answers=() if due == "called_off" else _answers(work, seen, words, address, me),
    )


def _answers(work: Work, seen: InterviewView, words: Translator, address: str, me: User) -> Buttons:
    """With what a customer answers; staff say it in the app."""
    if not work.viewer.is_customer:
        return ()
    links = links_of(
        work.settings,
        words.language,
        interview_id=seen.id,
        person_id=work.viewer.user_id,
        email=me.email,
        slot=seen.slot,
        kind=seen.kind,
        location=work.one(Interview, seen.id).location,
    )
    return buttons(work.settings, words, address, links)


def _said(seen: InterviewView, due: News | _Reminder, words: Translator) -> tuple[str, str]:
    """The subject and the sentence."""
    t = words.text
    if due == "reminder":
        return (
            t("Reminder: interview with {candidate}", candidate=seen.candidate),
            t("This interview is coming up. When and where it takes place stands below."),
        )
    if due == "new":
        return (
            t("Interview: {candidate}", candidate=seen.candidate),
            t("An interview is scheduled for the vacancy “{vacancy}”.", vacancy=seen.vacancy),
        )
    if due == "moved":
        return (
            t("Interview changed: {candidate}", candidate=seen.candidate),
            t("Something has changed about an interview. What holds now stands below."),
        )
    return (
        t("Interview cancelled: {candidate}", candidate=seen.candidate),
        t("The interview below does not take place, or you do not take part in it any more."),
    )
