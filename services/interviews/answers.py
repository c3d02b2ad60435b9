"""Answering a letter about an interview in one tap: what the link opens, and the answer itself.

A customer answers in his own name and scope, so that whatever takes the interview from his sight
takes the link along. A candidate has no access of his own: the usher takes his answer.
"""

from dataclasses import dataclass, replace

from sqlalchemy import select

from db.models import (
    Application,
    Candidate,
    CandidateContact,
    Interview,
    InterviewAnswer,
    InterviewPerson,
    User,
    Vacancy,
)
from services import audit
from services.agency import AgencyView, agency
from services.checks import check_required, check_text
from services.errors import Invalid, LinkUnusable, NotFound, TooLate
from services.folding import tidy_lines
from services.i18n import translator
from services.installation import Installation
from services.interviews.answer_links import (
    OF_CANDIDATES,
    OF_CUSTOMERS,
    WITH_WORDS,
    AnswerLink,
    link_text,
    mark_of,
    mark_of_email,
    read_link,
)
from services.interviews.concerned import tell_of_answer
from services.interviews.copies import facts_of
from services.interviews.meeting import Meeting
from services.interviews.slots import Slot
from services.interviews.told import newest_to_candidate, who_answers
from services.interviews.views import interview
from services.mail.letters import Contact
from services.mail.signing import signed_by_whoever_is_there
from services.permissions import Permission, require
from services.viewer import USHER, Role, Viewer
from services.work import AnySelect, Work, perform, reading
from services.writing.letters import Facts

LONGEST_WORDS = 1_000
# Whoever has changed his mind so often is better called.
_MOST_ANSWERS = 20


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """What a link opens: what the letter told, and what was answered so far about it.

    `subject` is that of the candidate's letter; a customer's says all of it in its facts.
    `others` are the links of the other answers, by answer. Once it has `begun` nothing is
    answered any more. `language` is the candidate's own, else that of the letter.
    """

    link: AnswerLink
    language: str
    agency: AgencyView
    subject: str
    facts: Facts
    contact: Contact
    given: str
    words: str
    begun: bool
    others: tuple[tuple[str, str], ...]


def opened(installation: Installation, *, text: str) -> AnswerPage:
    """What this link opens; nothing is changed by it.

    Raises LinkUnusable: reason "unknown" (also where access has ended), "over", or "changed" –
    time or place are others than the letter told.
    """
    link = read_link(installation.settings.secret, text)
    with reading(installation, _reader(installation, link)) as work:
        return page(work, link=link)


def answer(installation: Installation, *, text: str, words: str = "") -> None:
    """Answer as this link says. Given once more, nothing happens: it stands already.

    Raises LinkUnusable, Invalid (words "required" or "too_long"; answer "too_often"), TooLate once
    the interview has begun.
    """
    link = read_link(installation.settings.secret, text)
    perform(installation, _reader(installation, link), give, link=link, words=words)


def page(work: Work, *, link: AnswerLink) -> AnswerPage:
    """What the link opens for the viewer. Raises LinkUnusable, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_ANSWER)
    one, application = _asked_about(work, link)
    language = link.language
    house = agency(work)
    vacancy = work.one(Vacancy, application.vacancy_id)
    letter = newest_to_candidate(work, one.id) if link.person_id is None else None
    if link.person_id is None:
        candidate = work.one(Candidate, application.candidate_id)
        language = candidate.letter_language or language
        facts = Meeting.of(work, one, candidate).enclosed(language).facts
        writer = who_answers(work, letter=letter, vacancy=vacancy)
    else:
        seen = interview(work, interview_id=one.id)
        zone = work.one(User, work.viewer.user_id).time_zone
        facts = facts_of(seen, translator(language), zone)
        writer = vacancy.recruiter_id
    last = work.scalars(_newest(link)).first()
    stands = last is not None and last.about == link.about
    answers = OF_CANDIDATES if link.person_id is None else OF_CUSTOMERS
    secret = work.settings.secret
    return AnswerPage(
        link=link,
        language=language,
        agency=house,
        subject=letter.subject if letter else "",
        facts=facts,
        contact=signed_by_whoever_is_there(work.one(User, writer), house),
        given=last.answer if last is not None and stands else "",
        words=last.words if last is not None and stands else "",
        begun=work.now >= one.starts_at,
        others=tuple(
            (other, link_text(secret, replace(link, answer=other)))
            for other in answers
            if other != link.answer
        ),
    )


def give(work: Work, *, link: AnswerLink, words: str) -> None:
    """Write the answer down and tell staff whom it concerns.

    Raises LinkUnusable, Invalid, TooLate, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_ANSWER)
    one, application = _asked_about(work, link)
    if work.now >= one.starts_at:
        raise TooLate
    said = _checked(link, words)
    last = work.scalars(_newest(link)).first()
    new = (link.answer, said, link.about)
    if last is not None and (last.answer, last.words, last.about) == new:
        return
    number = last.number + 1 if last is not None else 1
    if number > _MOST_ANSWERS:
        raise Invalid(answer="too_often")
    new_one = work.add(
        InterviewAnswer(
            interview_id=one.id,
            person_id=link.person_id,
            candidate_id=application.candidate_id if link.person_id is None else None,
            number=number,
            answer=link.answer,
            words=said,
            about=link.about,
            answered_at=work.now,
        )
    )
    audit.record(work, "answer", "interview", one.id, answer=link.answer, by=link.person_id)
    tell_of_answer(work, one, application, new_one)


def _checked(link: AnswerLink, words: str) -> str:
    """The words as they are kept; to propose other times is to name some."""
    if link.answer not in WITH_WORDS:
        return ""
    said = tidy_lines(check_text("words", words, LONGEST_WORDS))
    if link.answer == "propose":
        check_required("words", said, LONGEST_WORDS)
    return said


def _reader(installation: Installation, link: AnswerLink) -> Viewer:
    """In whose name a link is followed: its customer's, or for a candidate the usher's."""
    if link.person_id is None:
        return USHER
    with reading(installation, USHER) as work:
        found = work.scalars(
            select(User).where(
                User.id == link.person_id,
                User.role == Role.CUSTOMER,
                User.blocked_at.is_(None),
            )
        ).one_or_none()
    if found is None:
        raise LinkUnusable(reason="unknown")
    return Viewer.of(found.id, found)


def _asked_about(work: Work, link: AnswerLink) -> tuple[Interview, Application]:
    """The interview, as long as it takes place as the letter told, and concerns him."""
    try:
        one = work.one(Interview, link.interview_id)
        application = work.one(Application, one.application_id)
        vacancy = work.one(Vacancy, application.vacancy_id)
        candidate = work.one(Candidate, application.candidate_id)
    except NotFound as error:
        raise LinkUnusable(reason="unknown") from error
    gone = vacancy.archived_at is not None or candidate.archived_at is not None
    if gone or one.state != "scheduled" or one.shown_at > work.now:
        raise LinkUnusable(reason="unknown")
    if link.person_id is not None and not _concerns(work, link, vacancy):
        raise LinkUnusable(reason="unknown")
    if link.to not in _marks_of_reader(work, link, candidate):
        raise LinkUnusable(reason="address")
    if work.now >= one.ends_at:
        raise LinkUnusable(reason="over")
    slot = Slot(one.starts_at, one.ends_at)
    if mark_of(work.settings.secret, slot, one.kind, one.location) != link.about:
        raise LinkUnusable(reason="changed")
    return one, application


def _concerns(work: Work, link: AnswerLink, vacancy: Vacancy) -> bool:
    """Whether the customer himself still takes part, or is told of it, in an open vacancy."""
    own = select(InterviewPerson.id).where(
        InterviewPerson.interview_id == link.interview_id,
        InterviewPerson.person_id == link.person_id,
        InterviewPerson.left_at.is_(None),
    )
    himself = link.person_id == work.viewer.user_id
    return himself and vacancy.closed_at is None and work.scalars(own).first() is not None


def _marks_of_reader(work: Work, link: AnswerLink, candidate: Candidate) -> set[str]:
    """Of every e-mail at which he is written to today: a letter to another one was not to him."""
    if link.person_id is None:
        his = select(CandidateContact.value).where(
            CandidateContact.candidate_id == candidate.id, CandidateContact.kind == "email"
        )
    else:
        his = select(User.email).where(User.id == link.person_id)
    return {mark_of_email(work.settings.secret, email) for email in work.scalars(his)}


def _newest(link: AnswerLink) -> AnySelect:
    whose = (
        InterviewAnswer.candidate_id.is_not(None)
        if link.person_id is None
        else InterviewAnswer.person_id == link.person_id
    )
    return (
        select(InterviewAnswer)
        .where(InterviewAnswer.interview_id == link.interview_id, whose)
        .order_by(InterviewAnswer.number.desc())
    )
