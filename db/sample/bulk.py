"""Much data quickly, for benchmarks: so many candidates with three applications each.

Everything is made inside the database by INSERT ... SELECT over a series of numbers, in words
that DuckDB and PostgreSQL share; only the texts to mix résumés from are sent there. Keys grow
with time, as real ones do; how many rows a vacancy, a company or the customer has does not
depend on the size.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from db.engine import Database
from db.sample import bulk_applications, bulk_candidates, bulk_people
from db.sample.bulk_texts import prepare_texts
from db.sample.bulk_words import Plan

_CANDIDATES_PER_VACANCY = 50
_VACANCIES_PER_COMPANY = 12


@dataclass(frozen=True, slots=True)
class Bulk:
    """Keys of what a benchmark opens."""

    administrator_id: int
    recruiter_id: int
    customer_id: int
    vacancy_id: int
    """One of the customer's vacancies."""
    application_id: int
    """Presented to the customer in that vacancy."""
    candidate_id: int


def bulk(
    database: Database,
    *,
    now: datetime,
    candidates: int = 1000,
    applications_each: int = 3,
    password_hash: str | None = None,
) -> Bulk:
    """Fill an empty, migrated database with an agency of this size.

    administrator@, recruiter@ and customer@bench.example sign in with the password, where a hash
    of one is given. The customer is tied to about twelve vacancies.
    """
    vacancies = max(applications_each, 2 * _VACANCIES_PER_COMPANY - 4)
    vacancies = max(vacancies, candidates // _CANDIDATES_PER_VACANCY)
    plan = Plan(
        now=now,
        candidates=candidates,
        applications_each=applications_each,
        vacancies=vacancies,
        companies=max(2, vacancies // _VACANCIES_PER_COMPANY),
        step=timedelta(days=700) // candidates,
    )
    with database.writing(), database.engine.connect() as connection:
        if database.keeps_foreign_keys:
            _leave_foreign_keys_unchecked(connection)
        people = bulk_people.write(connection, plan, password_hash)
        connection.commit()
        texts = prepare_texts(connection, now)
        for write in (*bulk_candidates.WRITERS, *bulk_applications.WRITERS):
            write(connection, plan, texts)
            connection.commit()  # piece by piece: the memory it takes stays small
        texts.drop(connection)
        connection.execute(text("ANALYZE"))  # else the planner still believes it is empty
        connection.commit()
        shown = bulk_applications.first_shown(connection, plan)
        connection.invalidate()  # what was set for this connection ends with it
    return Bulk(
        administrator_id=people["administrator"],
        recruiter_id=people["recruiter"],
        customer_id=people["customer"],
        vacancy_id=shown.vacancy_id,
        application_id=shown.id,
        candidate_id=shown.candidate_id,
    )


def _leave_foreign_keys_unchecked(connection: Connection) -> None:
    """Save PostgreSQL some six million look-ups; the keys are right by construction (tested).

    Only a superuser may: for anybody else it takes longer.
    """
    try:
        connection.execute(text("SET session_replication_role = replica"))
        connection.commit()
    except DBAPIError:
        connection.rollback()
