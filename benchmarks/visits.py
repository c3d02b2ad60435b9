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
        *(Page("", "calendar", {"view": view}, note=f"{view}, full") for view in ("month", "list")),
        Page("", "notifications", lists=True),
        Page("", "settings"),
        Page("", "help"),
    ]
    staff = [
        *shared,
        Page("", "vacancies", {"closed": "1"}, note="closed", lists=True),
        Page("", "vacancy", {**vacancy, "section": "edit"}, note="edit"),
        Page("", "vacancy", {**vacancy, "section": "stages"}, note="stages"),
        *_base(house, vacancy["id"]),
        Page("", "candidate-edit", note="new"),
        Page("", "candidate-edit", candidate),
        Page("", "intake"),
        Page("", "intake", {"vacancy": vacancy["id"]}, note="for a vacancy"),
        Page("", "customers", lists=True),
        Page("", "customers", {"id": key_text(house.keys.customer_id)}, note="one"),
        Page("", "companies", lists=True),
        Page("", "vocabulary", lists=True),
        Page("", "mail", lists=True),
    ]
    customers = [*shared, Page("", "candidates", {"q": "python"}, note="search", lists=True)]
    administrators = [
        Page("", "settings"),
        Page("", "staff", lists=True),
        Page("", "stages"),
        Page("", "mail-settings"),
    ]
    found = [_for("recruiter", page) for page in staff]
    found += [_for("customer", page) for page in customers]
    if all_roles:
        administrators = [*(page for page in staff if page.name != "settings"), *administrators]
    return [*found, *(_for("administrator", page) for page in administrators)]


def _base(house: Furnished, vacancy: str) -> list[Page]:
    """The staff's list of candidates, asked in every way: words, filters, orders, pages."""
    behind, saved = house.places.behind, house.places.saved
    wide = {"city": "Kyiv", "resume": "yes"}
    asked = {
        "search": {"q": "анна"},
        "search resumes": {"q": "інтерфейс warehouse"},
        "search phone": {"q": "067555001"},
        "search filtered": {"q": "warehouse", **wide},
        "search by name": {"q": "warehouse", "sort": "name"},
        "filtered": {"vacancy": vacancy, "stage": "review"},
        "filtered wide": wide,
        "filtered by stage": {"stage": "review"},
        "saved filter": saved,
        "by name": {"sort": "name"},
        "by activity": {"sort": "activity"},
        "page 20": {"before": behind["newest"]},
        "page 20 by name": {"sort": "name", "before": behind["name"]},
        "page 20 by activity": {"sort": "activity", "before": behind["activity"]},
        "page 20 of a search": {"q": "warehouse", "before": behind["newest"]},
    }
    return [Page("", "candidates", query, note=note, lists=True) for note, query in asked.items()]


def _for(role: str, page: Page) -> Page:
    return Page(role, page.address, page.query, page.lists, page.note)
