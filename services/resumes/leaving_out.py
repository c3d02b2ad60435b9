"""What is left out for customers from whom contacts are hidden: by default, and of one candidate.

Surname and photo hold wherever such a customer meets the candidate (`disclosure.py`); date of birth
and employers are taken out of the text when a safe version is made.
"""

from dataclasses import asdict, dataclass, replace

from db.models import Agency, Candidate
from services import audit
from services.permissions import Permission, require
from services.resumes.removals import Wishes
from services.work import Work


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Which of these are left out: the surname (its initial stays), the photo, and so on."""

    surname: bool = False
    photo: bool = False
    birth: bool = False
    employers: bool = False


@dataclass(frozen=True, slots=True)
class SafeDefaults:
    """What a safe version begins with, and whether the agency's contacts are put into it."""

    left_out: LeftOut = LeftOut()
    own_contacts: bool = True

    @property
    def wishes(self) -> Wishes:
        """What a safe version begins with."""
        return Wishes(
            without_birth=self.left_out.birth,
            without_surname=self.left_out.surname,
            without_employers=self.left_out.employers,
            with_agency=self.own_contacts,
        )


def safe_defaults(work: Work) -> SafeDefaults:
    """What an administrator chose for the agency. Raises NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    row = work.only(Agency)
    chosen = {name: getattr(row, f"without_{name}") for name in asdict(LeftOut())}
    return SafeDefaults(LeftOut(**chosen), row.with_own_contacts)


def choose_safe_defaults(work: Work, *, defaults: SafeDefaults) -> None:
    """Choose them; they hold at once for every candidate for whom nothing else was chosen.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    row = work.only(Agency)
    for name, chosen in asdict(defaults.left_out).items():
        setattr(row, f"without_{name}", chosen)
    row.with_own_contacts = defaults.own_contacts
    chosen = asdict(defaults.left_out)
    audit.record(
        work, "choose_safe_defaults", "agency", row.id, own_contacts=defaults.own_contacts, **chosen
    )


def safe_choices(work: Work, *, candidate_id: int) -> SafeDefaults:
    """What holds for a candidate: what was chosen for him, else the default.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    row, default = work.one(Candidate, candidate_id), safe_defaults(work)
    own = {name: getattr(row, f"without_{name}") for name in asdict(LeftOut())}
    chosen = {name: one for name, one in own.items() if one is not None}
    return replace(default, left_out=replace(default.left_out, **chosen))


def leave_out(work: Work, *, candidate_id: int, wanted: LeftOut) -> None:
    """Choose for this candidate what differs from what holds for him.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    row = work.one(Candidate, candidate_id)
    holds = safe_choices(work, candidate_id=candidate_id).left_out
    changed = {
        name: chosen for name, chosen in asdict(wanted).items() if chosen != getattr(holds, name)
    }
    if not changed:
        return
    for name, chosen in changed.items():
        setattr(row, f"without_{name}", chosen)
    audit.record(work, "leave_out", "candidate", row.id, **changed)
