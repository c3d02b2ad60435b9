"""A closed vacancy is read by its customers and changed by none of them."""

from db.models import Vacancy
from services.errors import VacancyClosed
from services.work import Work


def refuse_closed(work: Work, *, vacancy_id: int) -> None:
    """Raise VacancyClosed when a customer is about to change something in a closed vacancy."""
    if work.viewer.is_customer and work.one(Vacancy, vacancy_id).closed_at is not None:
        raise VacancyClosed
