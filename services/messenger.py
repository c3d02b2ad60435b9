"""Copy for a messenger: a link and a few safe lines on a candidate, as one customer may read."""

from dataclasses import dataclass

from sqlalchemy import select

from db.models import Application, User, VacancyCustomer
from services.agency import agency
from services.applications.views import of_candidate
from services.candidates.views import candidate
from services.errors import NotFound
from services.i18n import translator
from services.ids import key_text
from services.installation import Installation
from services.permissions import Permission, require
from services.vacancies.following import active_customer_of
from services.viewer import Viewer
from services.work import Work, reading

_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Recipient:
    """A customer who sees the candidate in the application, and may be written to."""

    id: int
    name: str


def recipients(work: Work, *, application_id: int) -> list[Recipient]:
    """The active customers of the application's vacancy, once the candidate is shown to them.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    application = work.one(Application, application_id)
    if application.presented_at is None or application.presented_at > work.now:
        return []
    rows = work.rows(
        select(User.id, User.name)
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .where(active_customer_of(application.vacancy_id))
        .order_by(User.name)
    )
    return [Recipient(row.id, row.name) for row in rows]


def message_for(
    installation: Installation, viewer: Viewer, *, application_id: int, customer_id: int
) -> str:
    """The lines for this customer, in his language, from the very code that serves him.

    Raises NotFound (also where he does not see the candidate), NotAllowed.
    """
    with reading(installation, viewer) as work:
        if all(one.id != customer_id for one in recipients(work, application_id=application_id)):
            raise NotFound(model="User")
        person = work.one(User, customer_id)
        reader = Viewer.of(person.id, person)
    with reading(installation, reader) as work:
        return _lines(work, application_id)


def _lines(work: Work, application_id: int) -> str:
    application = work.one(Application, application_id)
    one = candidate(work, candidate_id=application.candidate_id)
    here = next(
        found for found in of_candidate(work, candidate_id=one.id) if found.id == application_id
    )
    t = translator(work.viewer.language).text
    address = work.settings.base_url or agency(work).base_url
    words = (*one.terms.skills, *one.terms.categories)[:_MOST_WORDS]
    link = f"{address}/candidate?id={key_text(one.id)}&app={key_text(application_id)}"
    return "\n".join(
        line
        for line in (
            t("{candidate} for “{vacancy}”", candidate=one.name, vacancy=here.vacancy),
            " · ".join(part for part in (one.headline, one.city) if part),
            ", ".join(words),
            link,
        )
        if line
    )
