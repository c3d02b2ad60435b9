"""Staff: administrators and recruiters of the agency."""

from services.staff.directory import ColleagueCard, ColleagueRow, card, colleagues
from services.staff.forms import StaffForm, add, block, edit, invite_again, reactivate
from services.staff.handover import hand_over

__all__ = [
    "ColleagueCard",
    "ColleagueRow",
    "StaffForm",
    "add",
    "block",
    "card",
    "colleagues",
    "edit",
    "hand_over",
    "invite_again",
    "reactivate",
]
