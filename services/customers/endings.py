"""Access that ends by itself, when its time has come: first a warning by letter, then the end.

Whatever was decided stands in the customer's row, so a restart loses nothing, and a second look
finds nothing to do. Nobody is shut out unwarned: where the warning was late (the server was off),
the end is put off by as many days as it should have come before. Both dates stand in the row:
other days chosen since do not move them.
"""

from sqlalchemy import select

from db.models import Agency, User, Vacancy, VacancyCustomer
from services import audit
from services.access.ending import stop_ending
from services.customers.forms import block
from services.i18n import translator
from services.i18n.times import full_date
from services.installation import Installation
from services.mail.letters import Contact, LetterContent
from services.mail.outbox import LetterKind, queue
from services.mail.signing import signed_by, signed_by_house
from services.permissions import Permission, require
from services.vacancies.following import follows_open_vacancy
from services.viewer import POSTMAN, Viewer
from services.work import Work, perform, reading


def end_access(installation: Installation) -> int:
    """Warn and end where it is time, each customer in a unit of his own; returns how many."""
    with reading(installation, POSTMAN) as work:
        waiting = endings_due(work)
    done = 0
    for customer_id, decider in waiting:
        done += perform(installation, decider, warn_or_end, customer_id=customer_id)
    return done


def endings_due(work: Work) -> list[tuple[int, Viewer]]:
    """Whose access is to end, or to be warned of, by now; and in whose name."""
    found = work.scalars(
        select(User)
        .where(
            User.blocked_at.is_(None),
            (User.access_warns_at <= work.now) & User.access_warned_at.is_(None)
            | (User.access_ends_at <= work.now) & User.access_warned_at.is_not(None),
        )
        .order_by(User.access_ends_at, User.id),
    ).all()
    deciders = {
        user.id: user
        for user in work.scalars(
            select(User).where(User.id.in_({one.access_ends_by_id for one in found}))
        )
    }
    return [
        (one.id, Viewer.of(one.access_ends_by_id, deciders[one.access_ends_by_id]))
        for one in found
        if one.access_ends_by_id in deciders
    ]


def warn_or_end(work: Work, *, customer_id: int) -> bool:
    """What is due for this customer as he stands now; whether anything was.

    Who has an open vacancy again keeps his access. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    customer = work.one(User, customer_id)
    ends_at, warns_at = customer.access_ends_at, customer.access_warns_at
    if customer.blocked_at is not None or ends_at is None or warns_at is None:
        return False
    if _has_open_vacancy(work, customer_id):
        stop_ending(work, customer=customer)
        return True
    if customer.access_warned_at is None:
        if warns_at > work.now:
            return False
        customer.access_ends_at = max(ends_at, work.now + (ends_at - warns_at))
        customer.access_warned_at = work.now
        _warn(work, customer)
        audit.record(work, "warn", "customer", customer_id, ends_at=customer.access_ends_at)
        return True
    if ends_at > work.now:
        return False
    audit.record(work, "end_access", "customer", customer_id)
    block(work, customer_id=customer_id)
    return True


def _has_open_vacancy(work: Work, customer_id: int) -> bool:
    found = work.scalars(
        select(Vacancy.id)
        .join(VacancyCustomer, VacancyCustomer.vacancy_id == Vacancy.id)
        .where(follows_open_vacancy(customer_id))
        .limit(1),
    ).first()
    return found is not None


def _warn(work: Work, customer: User) -> None:
    """Queue the letter: when and why the access ends, whom to call if it is to go on."""
    agency = work.only(Agency)
    vacancy = work.one(Vacancy, customer.access_ends_with_id or 0)
    contact = _signature(work, agency, vacancy.recruiter_id, work.viewer.user_id)
    words = translator(customer.language)
    t = words.text
    ends_at = customer.access_ends_at or work.now
    on = full_date(ends_at, words, customer.time_zone)
    address = work.settings.base_url or agency.base_url
    content = LetterContent(
        subject=t("{agency}: your access ends on {day}", agency=agency.name, day=on),
        greeting=t("Hello, {name}!", name=customer.name),
        paragraphs=(
            t(
                "The vacancy “{vacancy}” is closed, and you follow no other one. On {day} your "
                "access to it and its candidates ends.",
                vacancy=vacancy.title,
                day=on,
            ),
            t(
                "Until then you can read everything. If you need it for longer, simply answer "
                "this letter or call."
            ),
        ),
        button=t("Open my vacancies"),
        link=f"{address}/vacancies",
        facts=(),
        small_print=(t("What you wrote is kept, and your access can be opened again."),),
        contact=contact,
        agency_name=agency.name,
    )
    queue(
        work,
        kind=LetterKind.ACCESS_ENDS,
        recipient=customer,
        reply_to=contact.email,
        content=content,
        vacancy_id=vacancy.id,
    )


def _signature(work: Work, agency: Agency, *staff_ids: int) -> Contact:
    """The first of them who still works here, else the agency itself."""
    for user_id in staff_ids:
        user = work.one(User, user_id)
        if user.blocked_at is None:
            return signed_by(user, agency)
    return signed_by_house(agency)
