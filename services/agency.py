"""The agency: its name and contacts, shown to its customers on every page of theirs."""

from dataclasses import dataclass

from db.models import Agency
from services import audit
from services.checks import check_all, check_base_url, check_email, check_line, check_required
from services.folding import tidy
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class AgencyView:
    """What everyone who is signed in may read of the agency."""

    name: str
    phone: str
    email: str
    site: str
    base_url: str


def agency(work: Work) -> AgencyView:
    """The agency's name and contacts."""
    row = work.only(Agency)
    return AgencyView(row.name, row.phone, row.email, row.site, row.base_url)


def own_contacts(row: Agency) -> tuple[str, ...]:
    """How the agency is reached, as its customers read it everywhere."""
    return tuple(part for part in (row.phone, row.email, row.site) if part)


def edit(work: Work, *, form: AgencyView) -> None:
    """Change the agency's name, contacts and address. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    check_all(
        lambda: check_required("name", form.name),
        lambda: check_line("phone", form.phone),
        lambda: check_email("email", form.email),
        lambda: check_line("site", form.site),
        lambda: check_base_url("base_url", form.base_url),
    )
    row = work.only(Agency)
    before = own_contacts(row)
    for field in ("name", "phone", "email", "site"):
        setattr(row, field, tidy(getattr(form, field)))
    # Safe versions made before keep them, and they are not cut out of those.
    gone = [one for one in before if one not in own_contacts(row)]
    known = [*row.former_contacts.split("\n"), *gone]
    row.former_contacts = "\n".join(dict.fromkeys(filter(None, known)))
    row.base_url = form.base_url.strip().rstrip("/")
    audit.record(work, "edit", "agency", row.id)
