"""Every page there is: its address, its file for each side, its place in the navigation."""

from dataclasses import dataclass

from pages.ui.text import t
from services.permissions import Permission, allows
from services.viewer import Viewer

HOME = "vacancies"
SIGN_IN, SET_UP = "sign-in", "set-up"
DOORS = (SIGN_IN, SET_UP)
SET_PASSWORD, ENTER, FORGOT = "set-password", "enter", "forgot"
# The pages at the door that are opened for themselves, whoever comes: personal links, and asking.
AT_THE_DOOR = {
    SET_PASSWORD: "account/set_password.py",
    ENTER: "account/enter.py",
    FORGOT: "account/forgot.py",
}
NOT_THERE = "not-there"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: `staff` and `customer` are files below `pages/`, None where it does not exist."""

    address: str
    permission: Permission
    staff: str | None = None
    customer: str | None = None
    symbol: str = ""

    def file_for(self, viewer: Viewer) -> str | None:
        """The page's file for this viewer, None if there is none for him."""
        if not allows(viewer, self.permission):
            return None
        return self.staff if viewer.is_staff else self.customer


ENTRIES = (
    Entry(
        "vacancies",
        Permission.VACANCIES_READ,
        "staff/vacancies.py",
        "customer/vacancies.py",
        "work",
    ),
    Entry(
        "candidates",
        Permission.CANDIDATES_READ,
        "staff/candidates.py",
        "customer/candidates.py",
        "group",
    ),
    Entry(
        "calendar",
        Permission.INTERVIEWS_READ,
        "staff/calendar.py",
        "customer/calendar.py",
        "calendar_month",
    ),
    Entry("customers", Permission.CUSTOMERS_MANAGE, "staff/customers.py", None, "handshake"),
    Entry(
        "settings",
        Permission.PROFILE_MANAGE,
        "staff/settings.py",
        "customer/settings.py",
        "settings",
    ),
    Entry("help", Permission.PROFILE_MANAGE, "account/help.py", "account/help.py", "help"),
    Entry("vacancy", Permission.VACANCIES_READ, "staff/vacancy.py", "customer/vacancy.py"),
    Entry("candidate", Permission.CANDIDATES_READ, "staff/candidate.py", "customer/candidate.py"),
    Entry("customer-view", Permission.APPLICATIONS_PRESENT, "staff/customer_view.py"),
    Entry("candidate-edit", Permission.CANDIDATES_MANAGE, "staff/candidate_edit.py"),
    Entry("intake", Permission.CANDIDATES_MANAGE, "staff/intake.py"),
    Entry(
        "notifications",
        Permission.NOTIFICATIONS_READ,
        "account/notifications.py",
        "account/notifications.py",
    ),
    Entry("vocabulary", Permission.VOCABULARY_MANAGE, "staff/vocabulary.py"),
    Entry("staff", Permission.STAFF_MANAGE, "staff/people.py"),
    Entry("companies", Permission.CUSTOMERS_MANAGE, "staff/companies.py"),
    Entry("stages", Permission.AGENCY_MANAGE, "staff/stages.py"),
    Entry("mail", Permission.LETTERS_READ, "staff/mail.py"),
    Entry("mail-settings", Permission.AGENCY_MANAGE, "staff/mail_settings.py"),
    Entry("letter-templates", Permission.AGENCY_MANAGE, "staff/letter_templates.py"),
)
ADDRESSES = tuple(entry.address for entry in ENTRIES)

_STAFF_PLACES = ("candidates", "vacancies", "calendar", "customers", "settings", "help")
_CUSTOMER_PLACES = ("vacancies", "candidates", "calendar", "help")
# Pages without a place of their own light the place they belong to.
_BELONGS_TO = {
    "vacancy": "vacancies",
    "candidate": "candidates",
    "customer-view": "customers",
    "candidate-edit": "candidates",
    "intake": "candidates",
    "companies": "customers",
    "mail": "settings",
    "mail-settings": "settings",
    "letter-templates": "settings",
    "staff": "settings",
    "stages": "settings",
    "vocabulary": "settings",
}


def places_for(viewer: Viewer) -> list[Entry]:
    """The entries of this viewer's navigation, in order."""
    wanted = _STAFF_PLACES if viewer.is_staff else _CUSTOMER_PLACES
    by_address = {entry.address: entry for entry in ENTRIES}
    return [by_address[address] for address in wanted if by_address[address].file_for(viewer)]


def place_of(address: str) -> str:
    """The place in the navigation that a page belongs to."""
    return _BELONGS_TO.get(address, address)


def title(address: str, viewer: Viewer | None) -> str:
    """A page's name in the reader's language."""
    return titles(viewer)[address]


def titles(viewer: Viewer | None) -> dict[str, str]:
    """The name of every page in the reader's language, by address."""
    customer = viewer is not None and viewer.is_customer
    return {
        "vacancies": t("My vacancies") if customer else t("Vacancies"),
        "candidates": t("Candidates"),
        "calendar": t("Calendar"),
        "customers": t("Customers"),
        "settings": t("My settings") if customer else t("Account settings"),
        "help": t("Help"),
        "vacancy": t("Vacancy"),
        "candidate": t("Candidate"),
        "customer-view": t("What the customer sees"),
        "candidate-edit": t("Edit applicant’s profile"),
        "intake": t("Candidates from files"),
        "notifications": t("Notifications"),
        "companies": t("Companies and departments"),
        "mail": t("Letters"),
        "mail-settings": t("Sending letters"),
        "letter-templates": t("Letter templates"),
        "staff": t("Manage staff"),
        "stages": t("Stages of new vacancies"),
        "vocabulary": t("Skills and categories"),
        NOT_THERE: t("This page does not exist"),
        SIGN_IN: t("Sign in"),
        SET_UP: t("Set up Candela"),
        SET_PASSWORD: t("Set a password"),
        ENTER: t("Sign in"),
        FORGOT: t("Come in without the password"),
    }
