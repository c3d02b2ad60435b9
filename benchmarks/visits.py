"""The pages that are measured, per role, as one of their links opens them."""

from dataclasses import dataclass, field

from benchmarks.houses import Furnished
from services.ids import key_text


@dataclass(frozen=True)
class Page:
    """A page as somebody opens it; the same page in agencies of every size.

    `lists` marks the pages that list rows.
    """

    role: str
    address: str
    query: dict[str, str] = field(default_factory=dict, compare=False)
    lists: bool = False
    note: str = ""

    @property
    def name(self) -> str:
        """For the table."""
        return f"{self.address} {self.note}".strip()


def pages_of(house: Furnished, *, all_roles: bool = False) -> list[Page]:
    """Every page of the recruiter and of the customer; the administrator's where it differs."""
    vacancy = {"id": key_text(house.keys.vacancy_id)}
    candidate = {"id": key_text(house.keys.candidate_id)}
    shared = [
        Page("", "vacancies", lists=True),
        Page("", "vacancy", vacancy, lists=True),
        Page("", "candidates", lists=True),
        Page("", "candidate", candidate),
        Page("", "notifications", lists=True),
        Page("", "settings"),
        Page("", "help"),
    ]
    staff = [
        *shared,
        Page("", "vacancy", {**vacancy, "section": "edit"}, note="edit"),
        Page("", "candidates", {"q": "anna"}, note="search"),
        Page("", "candidates", {"q": "інтерфейс warehouse"}, note="search resumes", lists=True),
        Page("", "candidates", {"q": "067555001"}, note="search phone"),
        Page("", "candidates", {"vacancy": vacancy["id"], "stage": "review"}, note="filtered"),
        Page("", "candidates", {"city": "Kyiv", "resume": "yes"}, note="filtered wide", lists=True),
        Page("", "candidates", {"sort": "activity"}, note="by activity", lists=True),
        Page("", "candidate-edit", note="new"),
        Page("", "candidate-edit", candidate),
        Page("", "customers", lists=True),
        Page("", "customers", {"id": key_text(house.keys.customer_id)}, note="one"),
        Page("", "mail", lists=True),
    ]
    found = [_for("recruiter", page) for page in staff]
    found += [_for("customer", page) for page in shared]
    administrators = staff if all_roles else [page for page in staff if page.name == "settings"]
    return [*found, *(_for("administrator", page) for page in administrators)]


def _for(role: str, page: Page) -> Page:
    return Page(role, page.address, page.query, page.lists, page.note)
