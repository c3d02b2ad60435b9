"""A letter to a candidate about one of his vacancies: drafted, looked at, sent.

It goes to the address that stands with the candidate himself at that moment, never to one that a
form brings along.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Candidate, CandidateContact, Company, Letter, User, Vacancy
from services.agency import agency
from services.checks import check_choice
from services.disclosure import full_name
from services.errors import Invalid
from services.folding import tidy
from services.i18n import LANGUAGES, translator
from services.mail.letters import LaidOut, LetterContent, lay_out
from services.mail.look import look_of
from services.mail.signing import signed_by
from services.markup import clean_html
from services.permissions import Permission, require
from services.work import Work
from services.writing.defaults import Wording
from services.writing.placeholders import filled, filled_markup
from services.writing.templates import checked_wording, template

Facts = tuple[tuple[str, str], ...]
Buttons = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CandidateLetter:
    """What somebody of the staff writes to a candidate, as it stands in the form."""

    language: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What a letter brings along beside its words: facts below them, an interview's entry.

    `answers` are buttons with which it is answered.
    """

    facts: Facts = ()
    values: Mapping[str, str] | None = None
    interview_id: int | None = None
    calendar: str = ""
    answers: Buttons = ()


NOTHING = Enclosed()


def draft(work: Work, *, application_id: int, kind: str, language: str) -> CandidateLetter:
    """The letter of this kind as the form shows it first: the template, names filled in.

    Raises Invalid, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    wording = template(work, kind=kind, language=language).wording
    values = _values(work, work.one(Application, application_id))
    return CandidateLetter(
        language,
        Wording(filled(wording.subject, values), filled_markup(wording.body, values)),
    )


def address_of(work: Work, *, candidate_id: int) -> str:
    """The candidate's first e-mail, "" where none is known. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    work.one(Candidate, candidate_id)
    found: str | None = work.scalars(
        select(CandidateContact.value)
        .where(CandidateContact.candidate_id == candidate_id, CandidateContact.kind == "email")
        .order_by(CandidateContact.position, CandidateContact.id)
    ).first()
    return found or ""


def usual_language(work: Work, *, application_id: int) -> str:
    """The candidate's own; where it is unknown that of the last letter to him, else the viewer's.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    candidate = work.one(Candidate, work.one(Application, application_id).candidate_id)
    if candidate.letter_language:
        return candidate.letter_language
    last = select(Letter).where(Letter.candidate_id == candidate.id, Letter.state != "failed")
    found: Letter | None = work.scalars(last.order_by(Letter.id.desc()).limit(1)).first()
    return found.language if found else work.viewer.language


def laid_out_for(
    work: Work, application: Application, letter: CandidateLetter, enclosed: Enclosed
) -> tuple[LaidOut, LetterContent]:
    """The letter exactly as it goes out. Raises Invalid, UnknownPlaceholder, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    values = {**_values(work, application), **(enclosed.values or {})}
    return fill_in(work, letter, values, facts=enclosed.facts, answers=enclosed.answers)


def fill_in(
    work: Work,
    letter: CandidateLetter,
    values: Mapping[str, str],
    *,
    facts: Facts = (),
    button: tuple[str, str] = ("", ""),
    answers: Buttons = (),
) -> tuple[LaidOut, LetterContent]:
    """A letter of the viewer's with these values in its placeholders, as it goes out.

    `button` is its words and the address it leads to, `answers` those it is answered with.
    Raises Invalid, UnknownPlaceholder, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    check_choice("language", letter.language, LANGUAGES)
    body = checked_wording(letter.wording, known=values)
    house = agency(work)
    content = LetterContent(
        subject=tidy(filled(letter.wording.subject, values)),
        greeting="",
        paragraphs=(),
        button=button[0],
        link=button[1],
        facts=facts,
        small_print=(),
        contact=signed_by(work.one(User, work.viewer.user_id), house),
        agency_name=house.name,
        body=clean_html(filled_markup(body, values)),
        answers=answers,
    )
    return lay_out(content, translator(letter.language), look_of(work)), content


def send(
    work: Work,
    application: Application,
    letter: CandidateLetter,
    *,
    kind: str,
    enclosed: Enclosed = NOTHING,
    send_after: datetime | None = None,
    letter_id: int | None = None,
    batch_id: int | None = None,
) -> int:
    """Queue it, under this key if one was made beforehand; answers come to who writes it.

    Those that are written at once to several share a `batch_id`.

    Raises Invalid (letter "no_email" and others), UnknownPlaceholder, NotAllowed.
    """
    candidate = work.one(Candidate, application.candidate_id)
    email = address_of(work, candidate_id=candidate.id)
    if not email:
        raise Invalid(letter="no_email")
    laid_out, content = laid_out_for(work, application, letter, enclosed)
    sent = work.add(
        Letter(
            id=letter_id or new_key(),
            kind=kind,
            candidate_id=candidate.id,
            interview_id=enclosed.interview_id,
            vacancy_id=application.vacancy_id,
            to_name=full_name(candidate),
            to_email=email,
            reply_to=content.contact.email,
            language=letter.language,
            subject=laid_out.subject,
            text=laid_out.text,
            html=laid_out.html,
            logo=look_of(work).logo,
            calendar=enclosed.calendar,
            state="queued",
            created_at=work.now,
            created_by_id=work.viewer.user_id,
            send_after=send_after or work.now,
            batch_id=batch_id,
        )
    )
    return sent.id


def _values(work: Work, application: Application) -> dict[str, str]:
    """What placeholders mean in any letter about this application."""
    candidate = work.one(Candidate, application.candidate_id)
    vacancy = work.one(Vacancy, application.vacancy_id)
    company = work.one(Company, vacancy.company_id).name if vacancy.company_id else ""
    return {
        "first_name": candidate.first_name,
        "name": full_name(candidate),
        "vacancy": vacancy.title,
        "company": company,
        "recruiter": work.viewer.name,
        "agency": agency(work).name,
    }
