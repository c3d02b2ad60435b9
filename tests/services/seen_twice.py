"""What a customer's pages ask, in his own name and in that of staff who look on as him."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from services.applications.turning import place_of
from services.applications.views import of_candidate, of_vacancy, with_recruiter_again
from services.candidates.attachments import opened_attachments
from services.candidates.particulars import particulars
from services.candidates.views import candidate
from services.customers.preview import as_customer
from services.errors import CandelaError
from services.interviews.views import of_application
from services.notes.readers import possible_readers
from services.notes.views import notes
from services.vacancies.views import vacancy
from services.viewer import Viewer
from services.work import Work
from tests.house import House

#: By name, what the two pages ask; `test_customer_view.py` holds them to it.
ASKED: dict[str, Callable[..., Any]] = {
    "candidate": candidate,
    "of_candidate": of_candidate,
    "particulars": particulars,
    "of_application": of_application,
    "notes": notes,
    "possible_readers": possible_readers,
    "opened_attachments": opened_attachments,
    "place_of": place_of,
    "vacancy": vacancy,
    "with_recruiter_again": with_recruiter_again,
    "of_vacancy": of_vacancy,
}


def seen_of_vacancy(work: Work, vacancy_id: int) -> dict[str, Any]:
    """Every view that its page would be drawn with, or "nothing"."""
    return {
        "vacancy": _answer(vacancy, work, vacancy_id=vacancy_id),
        "with_recruiter_again": _answer(with_recruiter_again, work, vacancy_id=vacancy_id),
        "of_vacancy": _answer(of_vacancy, work, vacancy_id=vacancy_id),
    }


def seen_of_candidate(work: Work, candidate_id: int) -> dict[str, Any]:
    """The same of a candidate, within each vacancy in which the viewer sees him."""
    found = {"of_candidate": _answer(of_candidate, work, candidate_id=candidate_id)}
    applications = found["of_candidate"] if isinstance(found["of_candidate"], list) else []
    if not applications:
        found["candidate"] = _answer(candidate, work, candidate_id=candidate_id)
    for here in applications:
        asked = {"candidate_id": candidate_id, "application_id": here.id}
        for function in (particulars, notes, possible_readers):
            found[f"{function.__name__} {here.id}"] = _answer(function, work, **asked)
        asked = {"candidate_id": candidate_id, "vacancy_id": here.vacancy_id}
        found[f"candidate {here.id}"] = _answer(candidate, work, **asked)
        for function in (of_application, opened_attachments, place_of):
            answer = _answer(function, work, application_id=here.id)
            found[f"{function.__name__} {here.id}"] = answer
    return found


def _all_seen(work: Work, candidates: list[int], vacancies: list[int]) -> list[dict[str, Any]]:
    return [
        *(seen_of_candidate(work, one) for one in candidates),
        *(seen_of_vacancy(work, one) for one in vacancies),
    ]


def _answer(function: Callable[..., Any], work: Work, **named: Any) -> Any:
    answer: Any = "nothing"
    with suppress(CandelaError):
        answer = function(work, **named)
    return answer


def assert_seen_alike(
    house: House,
    staff: Viewer,
    himself: Viewer,
    *,
    candidates: Iterable[int],
    vacancies: Iterable[int],
) -> list[dict[str, Any]]:
    """The customer's own session and the preview are given the same; returns it."""
    looking_on = house.ask(staff, as_customer, customer_id=himself.user_id).viewer
    about = (sorted(set(candidates)), sorted(set(vacancies)))
    his, ours = (house.ask(viewer, _all_seen, *about) for viewer in (himself, looking_on))
    assert ours == his
    assert looking_on.preview
    assert not himself.preview
    return his
