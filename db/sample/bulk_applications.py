"""The bulk's applications: where they stand, how they got there, what was noted."""

from typing import Any

from sqlalchemy import Connection, FromClause, Row, String, case, cast, literal, null, select

from db.models import (
    Application,
    Note,
    NoteReader,
    Notification,
    Opening,
    Presentation,
    StageChange,
    VacancyCustomer,
)
from db.sample.bulk_people import RECRUITERS, customer_key, recruiter_key
from db.sample.bulk_texts import Texts
from db.sample.bulk_words import (
    Number,
    Plan,
    first_key,
    insert_from,
    instant_at,
    key_at,
    pick,
    series,
)

_DAY = 86_400
_HUNDRED = 100
# From which of a hundred on an application stands in the stage at this position.
_STANDS_FROM = ((0, 0), (35, 1), (50, 2), (65, 3), (73, 4), (75, 5), (78, 6))
_UNREAD_DAYS = 40


class _Rows:
    """One row for each application, and what can be said of it by its numbers."""

    def __init__(self, plan: Plan) -> None:
        candidates, self.number = series(plan.candidates)
        which, self.which = series(plan.applications_each)
        self.plan = plan
        self.rows: FromClause = candidates.join(which, literal(value=True))
        self.application = plan.application_key(self.number, self.which)
        self.vacancy_number = (self.number * plan.applications_each + self.which) % plan.vacancies
        self.vacancy = plan.vacancy_key(self.vacancy_number)
        self.mixed = self.number * plan.applications_each + self.which
        drawn = pick(self.mixed, _HUNDRED)
        self.position: Number = case(
            *((drawn >= start, position) for start, position in reversed(_STANDS_FROM)),
            else_=0,
        )
        self.recruiter: Number = first_key(plan.began) + 100 + pick(self.vacancy_number, RECRUITERS)

    @property
    def is_customers(self) -> Any:  # noqa: ANN401 - an SQL expression
        """Whether the vacancy belongs to the customer's company."""
        return self.vacancy_number % self.plan.companies == 0

    def stage(self, position: Number | int) -> Number:
        """The key of the vacancy's stage at that position."""
        return self.plan.vacancy_key(self.vacancy_number, stage=position)

    def at(self, days: int) -> Any:  # noqa: ANN401 - an SQL expression
        """The instant so many days after the candidate came."""
        return instant_at(self.plan.began, self.number, self.plan.seconds, later=days * _DAY)

    def key(self, nth: int) -> Number:
        """A key of a row that belongs to the application: the `nth` of its kind."""
        return self.application + literal(self.plan.applications_each * nth)


def _applications(connection: Connection, plan: Plan, _texts: Texts) -> None:
    made = _Rows(plan)
    insert_from(
        connection,
        Application,
        made.rows,
        {
            "id": made.application,
            "candidate_id": plan.candidate_key(made.number),
            "vacancy_id": made.vacancy,
            "stage_id": made.stage(made.position),
            "presented_at": case((made.position > 0, made.at(3)), else_=null()),
            "moved_at": case(
                (made.position > 1, made.at(5)), (made.position > 0, made.at(3)), else_=made.at(2)
            ),
            "created_at": made.at(2),
            "created_by_id": made.recruiter,
            "version": literal(1),
        },
    )


def _history(connection: Connection, plan: Plan, _texts: Texts) -> None:
    made = _Rows(plan)
    moves = (
        (0, null(), literal(0), made.at(2)),
        (1, made.stage(0), literal(1), made.at(3)),
        (2, made.stage(1), made.position, made.at(5)),
    )
    for least, from_stage, to, at in moves:
        insert_from(
            connection,
            StageChange,
            select().select_from(made.rows).where(made.position >= least),
            {
                "id": made.key(least),
                "application_id": made.application,
                "from_stage_id": from_stage,
                "to_stage_id": made.stage(to),
                "moved_at": at,
                "moved_by_id": made.recruiter,
            },
        )
    insert_from(
        connection,
        Presentation,
        select().select_from(made.rows).where(made.position > 0),
        {
            "id": made.application,
            "batch": made.application,
            "application_id": made.application,
            "vacancy_id": made.vacancy,
            "presented_by_id": made.recruiter,
            "presented_at": made.at(3),
        },
    )


def _notes(connection: Connection, plan: Plan, texts: Texts) -> None:
    """A note of staff's on every second application; every second of these is opened."""
    made = _Rows(plan)
    rows, words, _ = texts.one_of(made.rows, "note", made.mixed)
    noted = pick(made.mixed, 4, salt=1)
    insert_from(
        connection,
        Note,
        select().select_from(rows).where(noted < 2),  # noqa: PLR2004 - two of four
        {
            "id": made.application,
            "candidate_id": plan.candidate_key(made.number),
            "application_id": made.application,
            "author_id": made.recruiter,
            "body": words,
            "written_at": made.at(4),
            "version": literal(1),
        },
    )
    insert_from(
        connection,
        NoteReader,
        select().select_from(made.rows).where(noted == 0),
        {
            "id": made.application,
            "note_id": made.application,
            "company_id": key_at(plan.began, made.vacancy_number % plan.companies, _DAY),
        },
    )


def _told(connection: Connection, plan: Plan, _texts: Texts) -> None:
    """The customer has opened most of what he was shown; his recruiters were told of it."""
    made = _Rows(plan)
    opened = select().select_from(made.rows).where(made.is_customers, made.position > 1)
    insert_from(
        connection,
        Opening,
        opened,
        {
            "id": made.application,
            "application_id": made.application,
            "customer_id": literal(customer_key(plan)),
            "opened_at": made.at(4),
        },
    )
    since = made.number * plan.seconds > (710 - _UNREAD_DAYS) * _DAY
    insert_from(
        connection,
        Notification,
        opened,
        {
            "id": made.application,
            "recipient_id": literal(recruiter_key(plan, 0)),
            "event": literal("opened:") + _digits(made.application),
            "kind": literal("opened"),
            "actor_id": literal(customer_key(plan)),
            "vacancy_id": made.vacancy,
            "application_id": made.application,
            "created_at": made.at(4),
            "due_at": made.at(4),
            "lettered_at": made.at(4),
            "read_at": case((since, null()), else_=made.at(5)),
        },
    )


def first_shown(connection: Connection, plan: Plan) -> Row[int, int, int]:
    """The latest application that was presented to the customer."""
    application, tied = Application.__table__.c, VacancyCustomer.__table__.c
    found = connection.execute(
        select(application.id, application.vacancy_id, application.candidate_id)
        .join(tied.id.table, tied.vacancy_id == application.vacancy_id)
        .where(tied.customer_id == customer_key(plan), application.presented_at.is_not(None))
        .order_by(application.id.desc())
        .limit(1),
    )
    return found.one()


def _digits(number: Number) -> Any:  # noqa: ANN401 - an SQL expression
    return cast(number, String)


WRITERS = (_applications, _history, _notes, _told)
