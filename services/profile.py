"""One's own profile: language and zone; for staff also what customers read of them."""

from dataclasses import dataclass

from db.models import User
from services import audit
from services.checks import check_all, check_choice, check_line, check_required, check_text
from services.errors import Invalid, NotFound
from services.folding import tidy, tidy_lines
from services.i18n import LANGUAGES
from services.i18n.times import zones
from services.permissions import Permission, require
from services.work import Work

_LONGEST_SIGNATURE = 600


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What a member of staff shows of himself to customers."""

    name: str
    email: str
    phone: str
    messenger: str
    position: str
    signature: str
    version: int
    has_photo: bool


@dataclass(frozen=True, slots=True)
class ProfileForm:
    """What he may change of it; his e-mail and his role are an administrator's matter."""

    name: str
    phone: str = ""
    messenger: str = ""
    position: str = ""
    signature: str = ""


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


def my_profile(work: Work) -> ProfileView:
    """The viewer's own profile. Raises NotAllowed for customers: staff keep theirs."""
    require(work.viewer, Permission.PROFILE_SHOW)
    user = work.one(User, work.viewer.user_id)
    return ProfileView(
        name=user.name,
        email=user.email,
        phone=user.phone,
        messenger=user.messenger,
        position=user.position,
        signature=user.signature,
        version=user.version,
        has_photo=bool(user.photo),
    )


def edit_profile(work: Work, *, form: ProfileForm) -> None:
    """Change what customers read of the viewer. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.PROFILE_SHOW)
    check_all(
        lambda: check_required("name", form.name),
        lambda: check_line("phone", form.phone),
        lambda: check_line("messenger", form.messenger),
        lambda: check_line("position", form.position),
        lambda: check_text("signature", form.signature, _LONGEST_SIGNATURE),
    )
    user = work.one(User, work.viewer.user_id)
    for field in ("name", "phone", "messenger", "position"):
        setattr(user, field, tidy(getattr(form, field)))
    user.signature = tidy_lines(form.signature)
    user.version += 1
    audit.record(work, "edit", "profile", user.id)


def set_photo(work: Work, *, picture: bytes) -> None:
    """Keep a picture that `photos.read` has drawn anew as the viewer's photo.

    The one before it is no longer named by anything. Raises Invalid, NotAllowed.
    """
    require(work.viewer, Permission.PROFILE_SHOW)
    if not picture:
        raise Invalid(photo="required")
    user = work.one(User, work.viewer.user_id)
    user.photo = work.files.put(picture)
    user.version += 1
    audit.record(work, "set_photo", "profile", user.id)


def remove_photo(work: Work) -> None:
    """Show the viewer's initials again. Raises NotAllowed."""
    require(work.viewer, Permission.PROFILE_SHOW)
    user = work.one(User, work.viewer.user_id)
    user.photo = ""
    user.version += 1
    audit.record(work, "remove_photo", "profile", user.id)


def photo(work: Work, *, user_id: int) -> bytes:
    """Somebody's photo, a JPEG. Raises NotFound, also where there is none or he is out of scope."""
    require(work.viewer, Permission.PROFILE_MANAGE)
    user = work.one(User, user_id)
    if not user.photo:
        raise NotFound(model="User")
    return work.files.read(user.photo)
