"""Writing to a customer by hand: he answers to whoever wrote, and his page is one press away.

To whom candidates' contacts are hidden, no letter takes one: what looks like a contact and is
nobody's of the agency or his own stops it.
"""

import re

from sqlalchemy import select

from db.keys import new_key
from db.models import Company, Letter, User
from services import audit
from services.agency import AgencyView, agency
from services.contacts import find
from services.errors import Invalid, LetterStays, NotFound
from services.i18n import translator
from services.mail.letters import LaidOut, LetterContent
from services.mail.look import look_of
from services.markup import plain_text
from services.notes.telling import told_from
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter, fill_in
from services.writing.placeholders import filled, filled_markup
from services.writing.templates import template

KIND = "customer"
_CONTACTS = {"email", "phone", "handle"}


def draft_to_customer(work: Work, *, customer_id: int, language: str) -> Wording:
    """The letter as the form shows it first: the template, his name filled in.

    Raises Invalid, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    values = _values(work, _customer(work, customer_id))
    wording = template(work, kind=KIND, language=language).wording
    return Wording(filled(wording.subject, values), filled_markup(wording.body, values))


def preview_to_customer(work: Work, *, customer_id: int, letter: CandidateLetter) -> LaidOut:
    """The letter exactly as it would go out now.

    Raises Invalid, UnknownPlaceholder, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    return _laid_out(work, _customer(work, customer_id), letter)[0]


def write_to_customer(
    work: Work, *, customer_id: int, letter: CandidateLetter, letter_id: int | None = None
) -> int:
    """Write to him; it leaves once it can no longer be taken back. Returns its key.

    `letter_id` is a key made beforehand: a form that is sent twice makes one letter. Raises
    Invalid (letter "has_contacts" and others), UnknownPlaceholder, LetterStays (his access is
    closed), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    customer = _customer(work, customer_id)
    if customer.blocked_at is not None:
        raise LetterStays(reason="blocked")
    if letter_id is not None and _made_before(work, letter_id, customer_id):
        return letter_id
    laid_out, content = _laid_out(work, customer, letter)
    made = work.add(
        Letter(
            id=letter_id or new_key(),
            kind=KIND,
            recipient_id=customer.id,
            to_name=customer.name,
            to_email=customer.email,
            reply_to=content.contact.email,
            language=letter.language,
            subject=laid_out.subject,
            text=laid_out.text,
            html=laid_out.html,
            link=content.link,
            logo=look_of(work).logo,
            state="queued",
            created_at=work.now,
            created_by_id=work.viewer.user_id,
            send_after=told_from(work),
        )
    )
    audit.record(work, "write", "letter", made.id, customer_id=customer_id, kind=KIND)
    return made.id


def _customer(work: Work, customer_id: int) -> User:
    found = work.one(User, customer_id)
    if found.role != Role.CUSTOMER:
        raise NotFound(model="User")
    return found


def _laid_out(work: Work, customer: User, letter: CandidateLetter) -> tuple[LaidOut, LetterContent]:
    house = agency(work)
    if customer.contacts_hidden:
        _refuse_contacts(work, customer, house, letter.wording)
    words = translator(letter.language).text("Open my vacancies")
    address = work.settings.base_url or house.base_url
    return fill_in(work, letter, _values(work, customer), button=(words, f"{address}/vacancies"))


def _refuse_contacts(work: Work, customer: User, house: AgencyView, wording: Wording) -> None:
    me = work.one(User, work.viewer.user_id)
    free = (me.email, me.phone, house.email, house.phone, customer.email, customer.phone)
    known = {_bare(one) for one in free if one}
    text = f"{wording.subject}\n{plain_text(wording.body)}"
    for found in find(text):
        if found.kind in _CONTACTS and _bare(found.text) not in known:
            raise Invalid(letter="has_contacts")


def _bare(contact: str) -> str:
    return re.sub(r"\W", "", contact).casefold()


def _values(work: Work, customer: User) -> dict[str, str]:
    company = work.one(Company, customer.company_id).name if customer.company_id else ""
    return {
        "name": customer.name,
        "company": company,
        "recruiter": work.viewer.name,
        "agency": agency(work).name,
    }


def _made_before(work: Work, letter_id: int, customer_id: int) -> bool:
    found = work.scalars(select(Letter).where(Letter.id == letter_id)).first()
    if found is not None and found.recipient_id != customer_id:
        raise NotFound(model="Letter")
    return found is not None
