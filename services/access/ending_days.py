"""After how many days access ends with a closed vacancy, and how long before one is warned."""

from dataclasses import dataclass
from datetime import timedelta

from db.models import Agency
from services import audit
from services.checks import check_all
from services.errors import Invalid
from services.permissions import Permission, require
from services.work import Work

_MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class EndingDays:
    """Days from the closing to the end of access, and of them the days of warning."""

    ends_after: int
    warned_before: int

    @property
    def until_end(self) -> timedelta:
        """From the closing to the end."""
        return timedelta(days=self.ends_after)

    @property
    def until_warning(self) -> timedelta:
        """From the closing to the letter that warns; none is sent before the closing."""
        return timedelta(days=max(0, self.ends_after - self.warned_before))


def ending_days(work: Work) -> EndingDays:
    """What an administrator chose; until somebody does, what `config.yaml` says.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    agency, default = work.only(Agency), work.settings.access
    return EndingDays(
        agency.access_ends_after_days or default.ends_after_days,
        agency.access_warned_days_before or default.warned_days_before,
    )


def choose_ending_days(work: Work, *, ends_after: int | None, warned_before: int | None) -> None:
    """Choose both for whatever is closed from now on; what is decided already keeps its dates.

    Raises Invalid (also for None: what was typed is no number), NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    check_all(
        lambda: _check_days("ends_after", ends_after),
        lambda: _check_days("warned_before", warned_before),
    )
    if (warned_before or 0) > (ends_after or 0):
        raise Invalid(warned_before="longer_than_access")
    agency = work.only(Agency)
    agency.access_ends_after_days, agency.access_warned_days_before = ends_after, warned_before
    audit.record(
        work,
        "choose_ending_days",
        "agency",
        agency.id,
        ends_after=ends_after,
        warned_before=warned_before,
    )


def _check_days(field: str, days: int | None) -> None:
    if days is None or not 1 <= days <= _MOST_DAYS:
        raise Invalid(**{field: "not_days"})
