"""The access matrix, the leak check: what stops a showing, and how it is settled."""

from collections.abc import Callable
from typing import Any

from db.models import Attachment, Note
from services import disclosure
from services.leaks import checking, settling
from tests.services.matrix import ALL_TARGETS, STAFF, Row, Target, staff_only

NUMBER = "044 123 45 67"


def _leak(target: Target) -> checking.Leak:
    return checking.Leak(target.candidate, "headline", 0, "phone", NUMBER)


LEAKS: dict[Callable[..., Any], Row] = {
    checking.refuse_leaks: staff_only(
        lambda work, target: {"vacancy_id": target.vacancy, "candidate_ids": [target.candidate]}
    ),
    checking.refuse_leaks_in_attachment: staff_only(
        lambda work, target: {
            "*": (Attachment(id=1, candidate_id=1, readable=True, file_name="a", html=""),),
            "vacancy_id": target.vacancy,
        }
    ),
    checking.refuse_leaks_in_note: staff_only(
        lambda work, target: {"*": (Note(candidate_id=target.candidate, body=NUMBER), [])}
    ),
    settling.settle: Row(
        STAFF,
        lambda work, target: {"remove": [_leak(target)], "keep": [_leak(target)]},
        ALL_TARGETS,
    ),
    settling.words_without: staff_only(
        lambda work, target: {"words": f"Call {NUMBER}", "remove": [_leak(target)]}
    ),
    disclosure.as_hidden: staff_only(lambda work, target: {"*": ([target.candidate],)}),
}
