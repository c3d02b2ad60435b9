"""One's own language and time zone."""

from db.models import User
from services import audit
from services.checks import check_all, check_choice
from services.i18n import LANGUAGES
from services.i18n.times import zones
from services.permissions import Permission, require
from services.work import Work


def choose_language(work: Work, *, language: str, time_zone: str) -> None:
    """Change the viewer's own language and time zone. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.PROFILE_MANAGE)
    check_all(
        lambda: check_choice("language", language, LANGUAGES),
        lambda: check_choice("time_zone", time_zone, zones()),
    )
    user = work.one(User, work.viewer.user_id)
    user.language, user.time_zone = language, time_zone
    audit.record(work, "edit", "profile", user.id)
