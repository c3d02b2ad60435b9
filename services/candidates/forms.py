"""Adding and editing candidates: one form, one save."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from db.keys import new_key
from db.models import Candidate, CandidateContact
from services import audit
from services.candidates.changes import Snapshot, changes_between
from services.candidates.corrections import settle_fulfilled
from services.candidates.likenesses import keep_likenesses, keys_of
from services.candidates.particulars import (
    ParticularsForm,
    check_particulars,
    fill_particulars,
    set_languages,
)
from services.candidates.resumes import ReceivedFile, receive, save_version
from services.candidates.spared import MOST_AT_ONCE, short_ones, spare
from services.candidates.vocabulary import set_terms
from services.checks import check_all, check_email, check_line, check_required
from services.conflicts import refuse_stale
from services.contacts.detection import holds_known
from services.errors import Invalid
from services.folding import fold_name, tidy
from services.permissions import Permission, require
from services.resumes.leaving_out import LeftOut, leave_out
from services.work import Work

CONTACT_KINDS = ("phone", "email", "telegram", "link", "other")
_MOST_CONTACTS, _MOST_TERMS, _MOST_YEARS = 20, 60, 70


@dataclass(frozen=True, slots=True)
class ContactForm:
    """One way to reach a candidate; `kind` is one of CONTACT_KINDS."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class CandidateForm:
    """What the candidate's page edits beside the résumé; no particulars leave those there are."""

    first_name: str
    last_name: str = ""
    headline: str = ""
    city: str = ""
    contacts: tuple[ContactForm, ...] = ()
    skills: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    patronymic: str = ""
    experience_years: int | None = None
    particulars: ParticularsForm | None = None


def add(
    work: Work,
    *,
    form: CandidateForm,
    file: ReceivedFile | None = None,
    photo: bytes | None = None,
) -> int:
    """Add a candidate, with the résumé file where there is one. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    _check(work, form)
    candidate = Candidate(
        id=new_key(),
        created_at=work.now,
        created_by_id=work.viewer.user_id,
    )
    _fill(candidate, form)
    _set_photo(work, candidate, photo)
    work.add(candidate)
    work.flush()
    _fill_lists(work, candidate.id, form)
    audit.record(work, "add", "candidate", candidate.id)
    if file is not None:
        receive(work, candidate_id=candidate.id, file=file)
    return candidate.id


def edit(
    work: Work,
    *,
    candidate_id: int,
    form: CandidateForm,
    version: int,
    resume_html: str | None = None,
    copied_from: int | None = None,
    resume_for: int | None = None,
    not_contacts: Sequence[str] = (),
    left_out: LeftOut | None = None,
    file: ReceivedFile | None = None,
    photo: bytes | None = None,
) -> None:
    """Save the candidate's page: the form, the résumé for customers, a new original, the photo.

    `resume_html` None leaves the version for customers as it is; `copied_from` is the original
    that it was copied from on this page, `resume_for` the vacancy it is made for, `not_contacts`
    what was put back into it although it looks like a contact, `left_out` what customers without
    contacts do not see of him (None leaves that as it is). `photo` (as `photos.read` has
    drawn it) None leaves the photo, an empty one takes it away.
    Raises Invalid, Conflict (somebody saved since), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    candidate = work.one(Candidate, candidate_id)
    refuse_stale(work, "candidate", candidate.id, read=version, stands=candidate.version)
    _check(work, form)
    before = Snapshot.of(work, candidate)
    _fill(candidate, form)
    _set_photo(work, candidate, photo)
    # Who saves only contacts, words or a résumé has saved the page, too: the version counts on.
    flag_modified(candidate, "headline")
    _fill_lists(work, candidate.id, form)
    work.flush()
    changes = changes_between(before, Snapshot.of(work, candidate))
    stands = candidate.version
    audit.record(work, "edit", "candidate", candidate.id, changes=changes, version=stands)
    if left_out is not None:
        leave_out(work, candidate_id=candidate.id, wanted=left_out)
    if file is not None:
        receive(work, candidate_id=candidate.id, file=file)
    if resume_html is not None:
        save_version(
            work,
            candidate_id=candidate.id,
            html=resume_html,
            copied_from=copied_from,
            vacancy_id=resume_for,
        )
        _spare(work, candidate.id, not_contacts)


def _spare(work: Work, candidate_id: int, texts: Sequence[str]) -> None:
    """Remember what is no contact of his; what has become one of his stored ones is one.

    Saving saves: what is too long to be remembered, and what is too much of it, is left out.
    """
    work.flush()
    stored = select(CandidateContact.value).where(CandidateContact.candidate_id == candidate_id)
    known = list(work.scalars(stored)) if texts else []
    if none := [text for text in short_ones(texts) if not holds_known(text, known)]:
        spare(work, candidate_id=candidate_id, texts=none[:MOST_AT_ONCE])


def _set_photo(work: Work, candidate: Candidate, photo: bytes | None) -> None:
    if photo is not None:
        candidate.photo = work.files.put(photo) if photo else ""


def _check(work: Work, form: CandidateForm) -> None:
    check_all(
        lambda: check_required("first_name", form.first_name),
        lambda: check_line("last_name", form.last_name),
        lambda: check_line("patronymic", form.patronymic),
        lambda: check_line("headline", form.headline),
        lambda: check_line("city", form.city),
        lambda: _check_contacts(form.contacts),
        lambda: _check_terms("skills", form.skills),
        lambda: _check_terms("categories", form.categories),
        lambda: _check_years(form.experience_years),
        lambda: check_particulars(form.particulars or ParticularsForm(), work.now.date()),
    )


def _check_contacts(contacts: tuple[ContactForm, ...]) -> None:
    if len(contacts) > _MOST_CONTACTS:
        raise Invalid(contacts="too_many")
    for contact in contacts:
        if contact.kind not in CONTACT_KINDS:
            raise Invalid(contacts="unknown")
        check_line("contacts", contact.value)
        if contact.kind == "email" and tidy(contact.value):
            check_email("contacts", contact.value)
        if contact.kind == "phone" and tidy(contact.value) and not _has_digits(contact.value):
            raise Invalid(contacts="not_a_phone")


def _has_digits(text: str) -> bool:
    """Whether it could be dialled at all: five digits are the shortest number in use."""
    shortest = 5
    return sum(character.isdigit() for character in text) >= shortest


def _check_years(years: int | None) -> None:
    if years is not None and not 0 <= years <= _MOST_YEARS:
        raise Invalid(experience_years="not_years")


def _check_terms(field: str, terms: tuple[str, ...]) -> None:
    if len(terms) > _MOST_TERMS:
        raise Invalid(**{field: "too_many"})
    for term in terms:
        check_line(field, term, longest=80)


def _fill(candidate: Candidate, form: CandidateForm) -> None:
    for field in ("first_name", "last_name", "patronymic", "headline", "city"):
        setattr(candidate, field, tidy(getattr(form, field)))
    candidate.experience_years = form.experience_years
    candidate.folded_name = fold_name(form.first_name, form.last_name)
    if form.particulars is not None:
        fill_particulars(candidate, form.particulars)


def _fill_lists(work: Work, candidate_id: int, form: CandidateForm) -> None:
    _set_contacts(work, candidate_id, form.contacts)
    set_terms(work, candidate_id=candidate_id, skills=form.skills, categories=form.categories)
    settle_fulfilled(work, candidate_id=candidate_id)
    contacts = ((contact.kind, contact.value) for contact in form.contacts)
    keep_likenesses(work, candidate_id, keys_of(form.first_name, form.last_name, contacts))
    if form.particulars is not None:
        set_languages(work, candidate_id=candidate_id, languages=form.particulars.languages)


def _set_contacts(work: Work, candidate_id: int, contacts: tuple[ContactForm, ...]) -> None:
    wanted = list(
        dict.fromkeys(
            (contact.kind, tidy(contact.value)) for contact in contacts if tidy(contact.value)
        ),
    )
    stored = work.scalars(
        select(CandidateContact)
        .where(CandidateContact.candidate_id == candidate_id)
        .order_by(CandidateContact.position),
    ).all()
    if [(contact.kind, contact.value) for contact in stored] == wanted:
        return
    for contact in stored:
        work.remove(contact)
    for position, (kind, value) in enumerate(wanted):
        work.add(
            CandidateContact(
                candidate_id=candidate_id,
                kind=kind,
                value=value,
                position=position,
            ),
        )
