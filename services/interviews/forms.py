"""What an interview may be: its fields, who may have to do with it."""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import select

from db.models import Application, Stage, User, VacancyCustomer
from services.checks import check_all, check_choice, check_line, check_text
from services.errors import Invalid
from services.folding import tidy
from services.interviews.slots import WallTime
from services.vacancies.following import active_customer_of
from services.viewer import STAFF_ROLES
from services.work import Work

KINDS = ("in_person", "phone", "video")
_LONGEST_LOCATION, _LONGEST_COMMENT = 500, 5_000
_MOST_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class InterviewForm:
    """An interview as it is entered.

    `staff` and `customers` take part, `copies` are the customers who get the letter about it:
    keys of people. `location` is an address, a number to call or a link, by `kind`.
    """

    when: WallTime
    kind: str = "video"
    location: str = ""
    comment: str = ""
    staff: frozenset[int] = field(default_factory=frozenset)
    customers: frozenset[int] = field(default_factory=frozenset)
    copies: frozenset[int] = field(default_factory=frozenset)
    staff_only: bool = False

    @property
    def people(self) -> frozenset[int]:
        """Everybody who takes part."""
        return self.staff | self.customers

    @property
    def appointment(self) -> tuple[WallTime, str, str]:
        """When and where: what the candidate and his calendar are told of it."""
        return (self.when, self.kind, tidy(self.location))


def check_form(work: Work, application: Application, form: InterviewForm) -> None:
    """Raise Invalid for what cannot be.

    location "line" when it has several lines or "too_long"; customers and copies "staff_only" where
    no customer may know of it, "not_presented" where none sees the candidate yet, "unknown" where
    one is no active customer of the vacancy; staff "unknown" likewise, "required" when nobody
    takes part; people "too_many".
    """
    check_all(
        lambda: check_choice("kind", form.kind, KINDS),
        lambda: check_line("location", form.location, _LONGEST_LOCATION),
        lambda: check_text("comment", form.comment, _LONGEST_COMMENT),
        lambda: _check_number(form),
        lambda: _check_staff(work, form.staff),
        lambda: _check_customers(work, application, form, "customers", form.customers),
        lambda: _check_customers(work, application, form, "copies", form.copies),
    )


def is_shown(work: Work, application: Application) -> bool:
    """Whether customers see the application, or will once presenting can no longer be undone."""
    stage = work.one(Stage, application.stage_id)
    return application.presented_at is not None and stage.seen_by_customers


def _check_number(form: InterviewForm) -> None:
    if len(form.people | form.copies) > _MOST_PEOPLE:
        raise Invalid(staff="too_many")


def _check_staff(work: Work, staff: Collection[int]) -> None:
    if not staff:
        raise Invalid(staff="required")
    active = select(User.id).where(
        User.id.in_(staff), User.role.in_(STAFF_ROLES), User.blocked_at.is_(None)
    )
    if {*work.scalars(active)} != {*staff}:
        raise Invalid(staff="unknown")


def _check_customers(
    work: Work,
    application: Application,
    form: InterviewForm,
    name: str,
    customers: Collection[int],
) -> None:
    if not customers:
        return
    if form.staff_only:
        raise Invalid(**{name: "staff_only"})
    if not is_shown(work, application):
        raise Invalid(**{name: "not_presented"})
    active = (
        select(User.id)
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .where(User.id.in_(customers), active_customer_of(application.vacancy_id))
    )
    if {*work.scalars(active)} != {*customers}:
        raise Invalid(**{name: "unknown"})
