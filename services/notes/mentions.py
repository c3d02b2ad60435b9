"""Members of staff whom a note names with @: they are told."""

import re
from itertools import islice

from sqlalchemy import select

from db.models import Application, Note, User
from services import notifications
from services.errors import Invalid
from services.folding import fold
from services.notes.telling import event_of, told_from
from services.viewer import STAFF_ROLES
from services.work import Work

_LONGEST_NAME = 200


def tell_mentioned(
    work: Work, note: Note, application: Application | None, *, before: str = ""
) -> set[int]:
    """Tell the staff whom the note names and `before` did not; returns whom it names.

    A note on the candidate in general is told of within the vacancy he moved in last. Raises
    Invalid where he is on none: there is no place yet that a message could lead to.
    """
    named = people_named(work, note.body)
    told = named - people_named(work, before) - {work.viewer.user_id}
    if not told:
        return named
    place = application or _latest(work, note.candidate_id)
    if place is None:
        raise Invalid(body="nobody_to_name")
    notifications.tell_staff(
        work,
        kind="mentioned",
        event=event_of(note),
        application=place,
        due_at=told_from(work),
        staff_ids=told,
    )
    return named


def people_named(work: Work, text: str) -> set[int]:
    """Active staff named as @Name Surname, or @Name where no colleague shares it."""
    if "@" not in text:
        return set()
    staff = work.rows(
        select(User.id, User.name).where(User.role.in_(STAFF_ROLES), User.blocked_at.is_(None))
    ).all()
    whole = {fold(row.name): row.id for row in staff if fold(row.name)}
    first: dict[str, set[int]] = {}
    for name, user_id in whole.items():
        first.setdefault(name.split(" ")[0], set()).add(user_id)
    short = {name: next(iter(ids)) for name, ids in first.items() if len(ids) == 1}
    names = sorted((short | whole).items(), key=lambda one: -len(one[0]))
    found = set()
    for said in re.split(r"(?<!\w)@", text)[1:]:
        folded = fold(said[:_LONGEST_NAME])
        named = (user_id for name, user_id in names if _begins(folded, name))
        found |= {*islice(named, 1)}  # the longest name that fits
    return found


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _latest(work: Work, candidate_id: int) -> Application | None:
    found: Application | None = work.scalars(
        select(Application)
        .where(Application.candidate_id == candidate_id)
        .order_by(Application.moved_at.desc(), Application.id.desc())
    ).first()
    return found
