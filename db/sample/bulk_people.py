"""The bulk's agency: staff, companies, one customer, vacancies with stages and ties."""

from sqlalchemy import Connection, String, case, cast, insert, literal, select

from db.models import (
    Agency,
    Company,
    Credential,
    Stage,
    User,
    Vacancy,
    VacancyCustomer,
)
from db.sample.bulk_words import Plan, first_key, insert_from, instant_at, key_at, pick, series
from db.sample.vacancies import STAGES, vacancy_texts

RECRUITERS = 10
_DAY = 86_400


def write(connection: Connection, plan: Plan, password_hash: str | None) -> dict[str, int]:
    """Write who is there and the vacancies; returns the keys of the three who sign in."""
    connection.execute(
        insert(Agency).values(
            id=first_key(plan.began),
            name="Bench",
            email="hello@bench.example",
            language="en",
            time_zone="Europe/Kyiv",
            created_at=plan.began,
        ),
    )
    _companies(connection, plan)
    people = _people(connection, plan, password_hash)
    _vacancies(connection, plan)
    _ties(connection, plan, people["customer"])
    return people


def recruiter_key(plan: Plan, number: int) -> int:
    """The key of a recruiter; number 0 is the one who signs in."""
    return first_key(plan.began) + 100 + number


def customer_key(plan: Plan) -> int:
    """The key of the customer."""
    return first_key(plan.began) + 50


def _companies(connection: Connection, plan: Plan) -> None:
    rows, number = series(plan.companies)
    name = literal("Company ") + cast(number, String)
    insert_from(
        connection,
        Company,
        rows,
        {
            "id": key_at(plan.began, number, _DAY),
            "name": name,
            "folded_name": literal("company ") + cast(number, String),
            "created_at": instant_at(plan.began, number * 0, 1),
        },
    )


def _people(connection: Connection, plan: Plan, password_hash: str | None) -> dict[str, int]:
    people = {
        "administrator": first_key(plan.began) + 1,
        "recruiter": recruiter_key(plan, 0),
        "customer": customer_key(plan),
    }
    roles = [(key, role, f"{role}@bench.example") for role, key in people.items()]
    roles += [
        (recruiter_key(plan, number), "recruiter", f"recruiter{number}@bench.example")
        for number in range(1, RECRUITERS)
    ]
    for key, role, email in roles:
        connection.execute(
            insert(User).values(
                id=key,
                role=role,
                email=email,
                folded_email=email,
                name=email.partition("@")[0].capitalize(),
                language="en",
                time_zone="Europe/Kyiv",
                created_at=plan.began,
                version=1,
                company_id=first_key(plan.began) if role == "customer" else None,
                contacts_hidden=role == "customer",
                invited_by_id=people["recruiter"] if role == "customer" else None,
            ),
        )
    if password_hash is not None:
        for key in people.values():
            connection.execute(
                insert(Credential).values(
                    user_id=key, password_hash=password_hash, changed_at=plan.began
                ),
            )
    return people


def _vacancies(connection: Connection, plan: Plan) -> None:
    rows, number = series(plan.vacancies)
    texts = vacancy_texts()
    kind = number % len(texts)
    insert_from(
        connection,
        Vacancy,
        rows,
        {
            "id": plan.vacancy_key(number),
            "title": _one_of(kind, [text.title for text in texts]),
            "company_id": key_at(plan.began, number % plan.companies, _DAY),
            "city": _one_of(kind, [text.city for text in texts]),
            "description": _one_of(kind, [text.description for text in texts]),
            "private_notes": _one_of(kind, [text.private_notes for text in texts]),
            "recruiter_id": first_key(plan.began) + 100 + pick(number, RECRUITERS),
            "opened_at": instant_at(plan.began, number, plan.vacancy_seconds),
            "version": literal(1),
        },
    )
    positions, position = series(len(STAGES))
    insert_from(
        connection,
        Stage,
        select().select_from(rows.join(positions, literal(value=True))),
        {
            "id": plan.vacancy_key(number, stage=position),
            "vacancy_id": plan.vacancy_key(number),
            "key": _one_of(position, [stage[0] for stage in STAGES]),
            "position": position,
            "seen_by_customers": position > 0,
            "open_to_customers": position > 0,
            "outcome": _one_of(position, [stage[3] for stage in STAGES]),
        },
    )


def _ties(connection: Connection, plan: Plan, customer_id: int) -> None:
    """Tie the customer to the vacancies of his company."""
    rows, number = series(plan.vacancies)
    insert_from(
        connection,
        VacancyCustomer,
        select().select_from(rows).where(number % plan.companies == 0),
        {
            "id": plan.vacancy_key(number),
            "vacancy_id": plan.vacancy_key(number),
            "customer_id": literal(customer_id),
            "tied_at": instant_at(plan.began, number, plan.vacancy_seconds, later=60),
            "tied_by_id": literal(recruiter_key(plan, 0)),
        },
    )


def _one_of(number: object, words: list[str]) -> object:
    """The word at that place of a short list."""
    return case({place: literal(word) for place, word in enumerate(words)}, value=number)
