"""What a row of the access matrix says, and who reaches what.

A row says who may call a function (`who`), how it is called on a target (`call`), and on which
targets. From that and from `REACH` follows what each viewer must be answered about each target
(`test_access_matrix.py`): what is not his is answered exactly like what does not exist.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from services.work import Work

ADMIN = frozenset({"admin"})
STAFF = frozenset({"admin", "recruiter"})
CUSTOMERS = frozenset({"iryna", "pavlo", "greta", "leo", "nadia", "bohdan"})
PEOPLE = STAFF | CUSTOMERS
EVERYBODY = PEOPLE | {"doorkeeper", "postman", "redactor", "librarian", "usher"}
USHER = frozenset({"usher"})
KEEPERS = STAFF | {"librarian"}
ALL_TARGETS = ("acme", "globex", "left", "archived", "archived candidate", "dark", "window")
VACANCIES = ALL_TARGETS[:4]

# Which targets each customer reaches: nobody else reaches any, staff reach all that exist.
REACH = {
    "iryna": {"acme"},
    "pavlo": {"acme", "left"},
    "greta": {"globex"},
    "leo": {"acme"},
    # Who reads what interviews are about reads all of it; what for, his permissions say.
    "usher": {*ALL_TARGETS},
}


@dataclass(frozen=True)
class Target:
    """Something to ask about: a vacancy and what belongs to one application in it."""

    vacancy: int = 1
    vacancy_version: int = 1
    candidate: int = 1
    candidate_version: int = 1
    application: int = 1
    stage: int = 1
    note: int = 1
    correction: int = 1
    original: int = 1
    attachment: int = 1
    letter: int = 1
    customer: int = 1
    customer_version: int = 1
    user: int = 1
    company: int = 1
    other_company: int = 1
    notification: int = 1
    unlinked: int = 1
    """A candidate who is linked to nothing; the same for every target."""
    session: int = 1
    """Iryna's signed-in browser, the same for every target; the recruiter's for his."""


Call = Callable[[Work, Target], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """A function: who may call it, with what arguments, on which targets."""

    who: frozenset[str]
    """All others get NotAllowed."""
    call: Call = lambda work, target: {}
    targets: tuple[str, ...] = ()
    belt: bool = False
    """Nothing asks for a permission: others are refused by the scope or the write scope."""
    hidden_from: frozenset[str] = frozenset()
    """Who reaches none of the targets although he may call it (contacts hidden)."""
    blind: frozenset[str] = frozenset()
    """Who is told the same about anything, without a look at it."""
    absent: str = "not_found"
    """What a missing target is answered with: an error's code, or "ok" for an empty answer."""
    reach: dict[str, set[str]] = field(default_factory=dict)
    """Where it differs from what each viewer reaches of vacancies."""


def on_vacancy(who: frozenset[str], **named: Any) -> Row:
    more = named.pop("call", lambda work, target: {})
    return Row(
        who,
        lambda work, target: {"vacancy_id": target.vacancy, **more(work, target)},
        VACANCIES,
        **named,
    )


def on_candidate(who: frozenset[str], **named: Any) -> Row:
    more = named.pop("call", lambda work, target: {})
    return Row(
        who,
        lambda work, target: {"candidate_id": target.candidate, **more(work, target)},
        ALL_TARGETS,
        **named,
    )


def on_application(who: frozenset[str], **named: Any) -> Row:
    more = named.pop("call", lambda work, target: {})
    return Row(
        who,
        lambda work, target: {"application_id": target.application, **more(work, target)},
        ALL_TARGETS,
        **named,
    )


def on_customer(**named: Any) -> Row:
    more = named.pop("call", lambda work, target: {})
    return Row(
        STAFF,
        lambda work, target: {"customer_id": target.customer, **more(work, target)},
        VACANCIES,
        **named,
    )


def on_company(**named: Any) -> Row:
    """What staff do with a company; to a customer there is no list of them."""
    more = named.pop("call", lambda work, target: {})
    return Row(
        STAFF,
        lambda work, target: {"company_id": target.company, **more(work, target)},
        VACANCIES[:2],
        **named,
    )


def on_letter(who: frozenset[str], **named: Any) -> Row:
    reach = {viewer: set(VACANCIES[:1]) for viewer in who}
    more = named.pop("call", lambda work, target: {})
    call = lambda work, target: {"letter_id": target.letter, **more(work, target)}  # noqa: E731
    return Row(who, call, VACANCIES[:1], reach=reach, **named)


def on_recruiter(**named: Any) -> Row:
    """What administrators do with a member of staff; a customer (Greta) is none."""
    more = named.pop("call", lambda work, target: {})
    return Row(
        ADMIN,
        lambda work, target: {"user_id": target.user, **more(work, target)},
        ("recruiter", "globex"),
        reach={"admin": {"recruiter"}},
        **named,
    )


def staff_only(call: Call = lambda work, target: {}, *, belt: bool = False) -> Row:
    return Row(STAFF, call, belt=belt)
