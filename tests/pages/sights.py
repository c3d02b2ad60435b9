"""What stands where: every page a viewer of the cast can open, and the heading it begins with."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pages.ui.navigation import ENTRIES
from services.permissions import Permission, allows
from services.viewer import Viewer
from tests.people import People

Query = Callable[[People], dict[str, int | str]]


@dataclass(frozen=True)
class Sight:
    """A page as it is opened: address, query, and its heading for staff and for customers."""

    address: str
    staff: str = ""
    customer: str = ""
    query: Query = field(default=lambda _: {})
    note: str = ""
    needs: Permission = Permission.PROFILE_MANAGE

    @property
    def name(self) -> str:
        """For the name of a test and a row of a table."""
        return f"{self.address} {self.note}".strip()

    def heading(self, viewer: Viewer) -> str:
        """The heading this viewer reads; "" where the page is not his."""
        if not allows(viewer, self.needs):
            return ""
        return self.staff if viewer.is_staff else self.customer


SIGHTS = (
    Sight("vacancies", "Vacancies", "My vacancies"),
    Sight(
        "vacancies",
        "Closed vacancies",
        "Closed vacancies",
        query=lambda _: {"closed": "1"},
        note="closed",
    ),
    Sight("vacancy", "Backend Lead", "Backend Lead", lambda p: {"id": p.acme_vacancy}),
    Sight(
        "vacancy",
        "Backend Lead",
        query=lambda p: {"id": p.acme_vacancy, "section": "edit"},
        note="edit",
    ),
    Sight(
        "vacancy",
        "Backend Lead",
        query=lambda p: {"id": p.acme_vacancy, "section": "stages", "stage": "2"},
        note="stages",
    ),
    Sight("candidates", "Candidates 4", "Candidates 2"),
    Sight(
        "candidates",
        "Candidates 1",
        query=lambda p: {"q": "tkach python", "vacancy": p.acme_vacancy, "stage": "new"},
        note="filtered",
    ),
    Sight("candidates", "Candidates 4", "Candidates 2", lambda _: {"q": "postgre"}, "searched"),
    Sight("candidates", "Candidates 4", query=lambda _: {"sort": "activity"}, note="by activity"),
    Sight("candidate", "Maryana Tkachenko", "Maryana Tkachenko", lambda p: {"id": p.maryana}),
    Sight("customer-view", "Backend Lead", query=lambda p: {"vacancy": p.acme_vacancy}),
    Sight(
        "customer-view",
        "Maryana Tkachenko",
        query=lambda p: {"candidate": p.maryana, "app": p.maryana_at_acme},
        note="of a candidate",
    ),
    Sight("candidate-edit", "New candidate", note="new"),
    Sight(
        "candidate-edit",
        "New candidate",
        query=lambda p: {"vacancy": p.acme_vacancy},
        note="new for a vacancy",
    ),
    Sight("candidate-edit", "Edit applicant’s profile", query=lambda p: {"id": p.maryana}),
    Sight("intake", "Candidates from files"),
    Sight(
        "intake",
        "Candidates from files",
        query=lambda p: {"vacancy": p.acme_vacancy},
        note="for a vacancy",
    ),
    Sight("calendar", "Calendar", "Calendar"),
    Sight("calendar", "Calendar", "Calendar", lambda _: {"view": "month"}, "month"),
    Sight("calendar", "Calendar", "Calendar", lambda _: {"view": "list"}, "list"),
    Sight(
        "calendar",
        "Calendar",
        "Calendar",
        lambda p: {"view": "list", "vacancy": p.acme_vacancy, "state": "scheduled.held"},
        "filtered",
    ),
    Sight("customers", "Manage customers"),
    Sight("customers", "Iryna", query=lambda p: {"id": p.iryna.user_id}, note="one"),
    Sight("companies", "Companies and departments"),
    Sight("companies", "Acme", query=lambda p: {"id": p.iryna.company_id or 0}, note="one"),
    Sight("vocabulary", "Skills and categories"),
    Sight("settings", "Account settings", "My settings"),
    Sight("help", "Help", "Help"),
    Sight("notifications", "Notifications", "Notifications"),
    Sight("stages", "Stages of new vacancies", needs=Permission.AGENCY_MANAGE),
    Sight("mail", "Letters"),
    Sight("mail", "Letters", query=lambda p: {"state": "unknown"}, note="filtered"),
    Sight("mail-settings", "Sending letters", needs=Permission.AGENCY_MANAGE),
    Sight("letter-templates", "Letter templates", needs=Permission.AGENCY_MANAGE),
    Sight(
        "letter-templates",
        "Refusal",
        query=lambda _: {"kind": "refusal", "language": "en"},
        note="one",
        needs=Permission.AGENCY_MANAGE,
    ),
    Sight("staff", "Manage staff", needs=Permission.STAFF_MANAGE),
    Sight(
        "staff",
        "Oksana Lytvyn",
        query=lambda p: {"id": p.recruiter.user_id},
        note="one",
        needs=Permission.STAFF_MANAGE,
    ),
)
ROLES = ("admin", "recruiter", "iryna", "pavlo", "leo")
FILES = {file for entry in ENTRIES for file in (entry.staff, entry.customer) if file}


def sights_of(viewer: Viewer) -> list[Sight]:
    """The pages that are this viewer's."""
    return [sight for sight in SIGHTS if sight.heading(viewer)]
