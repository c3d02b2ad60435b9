"""Vacancy terms, stages, reminders."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.migrations import steps

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "template_stages",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("name_ru", sa.String(), nullable=False),
        sa.Column("name_uk", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("seen_by_customers", sa.Boolean(), nullable=False),
        sa.Column("open_to_customers", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_stages")),
        sa.UniqueConstraint("position", name=op.f("uq_template_stages_position")),
    )
    op.create_table(
        "candidate_languages",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("candidate_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_candidate_languages_candidate_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_languages")),
    )
    op.create_index(
        op.f("ix_candidate_languages_candidate_id"),
        "candidate_languages",
        ["candidate_id"],
        unique=False,
    )
    op.create_table(
        "vacancy_closings",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("closed_as", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=False),
        sa.Column("closed_by_id", sa.BigInteger(), nullable=True),
        sa.Column("reopened_at", sa.DateTime(), nullable=True),
        sa.Column("reopened_by_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["closed_by_id"],
            ["users.id"],
            name=op.f("fk_vacancy_closings_closed_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reopened_by_id"],
            ["users.id"],
            name=op.f("fk_vacancy_closings_reopened_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["vacancy_id"],
            ["vacancies.id"],
            name=op.f("fk_vacancy_closings_vacancy_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy_closings")),
    )
    op.create_index(
        op.f("ix_vacancy_closings_vacancy_id"), "vacancy_closings", ["vacancy_id"], unique=False
    )
    op.create_table(
        "vacancy_followers",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("since_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_vacancy_followers_user_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["vacancy_id"],
            ["vacancies.id"],
            name=op.f("fk_vacancy_followers_vacancy_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy_followers")),
        sa.UniqueConstraint(
            "vacancy_id", "user_id", name=op.f("uq_vacancy_followers_vacancy_id_user_id")
        ),
    )
    op.create_table(
        "hirings",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("application_id", sa.BigInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("guarantee_until", sa.Date(), nullable=True),
        sa.Column("set_at", sa.DateTime(), nullable=False),
        sa.Column("set_by_id", sa.BigInteger(), nullable=False),
        sa.Column("start_told_on", sa.Date(), nullable=True),
        sa.Column("guarantee_told_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_hirings_application_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["set_by_id"],
            ["users.id"],
            name=op.f("fk_hirings_set_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hirings")),
        sa.UniqueConstraint("application_id", name=op.f("uq_hirings_application_id")),
    )
    op.create_table(
        "reminders",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("candidate_id", sa.BigInteger(), nullable=False),
        sa.Column("application_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_reminders_application_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_reminders_candidate_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["users.id"],
            name=op.f("fk_reminders_owner_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
    )
    op.create_index(op.f("ix_reminders_owner_id"), "reminders", ["owner_id"], unique=False)
    steps.add_columns("agencies", _filled("stages_version", sa.Integer(), "0"))
    steps.add_columns(
        "candidates",
        _text("source"),
        _text("availability"),
        sa.Column("salary_expected", sa.BigInteger()),
        _text("salary_currency"),
        sa.Column("born_on", sa.Date()),
        _text("photo"),
    )
    with steps.changing("notifications") as change:
        change.alter_column("vacancy_id", existing_type=sa.BigInteger(), nullable=True)
    steps.add_columns(
        "notifications", sa.Column("reminder_id", sa.BigInteger(), sa.ForeignKey("reminders.id"))
    )
    steps.add_columns("stages", sa.Column("removed_at", sa.DateTime()))
    steps.add_columns(
        "vacancies",
        _text("employment"),
        _text("employment_words"),
        sa.Column("salary_from", sa.BigInteger()),
        sa.Column("salary_to", sa.BigInteger()),
        _text("salary_currency"),
        _filled("hires_wanted", sa.Integer(), "1"),
        sa.Column("deadline_on", sa.Date()),
        _text("priority"),
        _filled("requirements", sa.Text(), ""),
        _filled("project", sa.Text(), ""),
        _filled("shows_salary", sa.Boolean(), sa.false()),
        _filled("shows_age", sa.Boolean(), sa.false()),
    )
    op.execute(_CLOSED_BEFORE)


# Vacancies that are closed already begin their story with that: the trail says by whom. Each has
# one closing at most, so its own key serves.
_CLOSED_BEFORE = """
    INSERT INTO vacancy_closings (id, vacancy_id, closed_as, closed_at, closed_by_id)
    SELECT id, id, closed_as, closed_at, (
        SELECT max(entry.actor_id) FROM audit_entries AS entry
        WHERE entry.object_kind = 'vacancy' AND entry.act = 'close'
        AND entry.object_id = vacancies.id AND entry.acted_at = vacancies.closed_at
    )
    FROM vacancies WHERE closed_at IS NOT NULL
"""


def _text(name: str) -> sa.Column[Any]:
    return _filled(name, sa.String(), "")


def _filled(name: str, kind: sa.types.TypeEngine[Any], today: str | sa.False_) -> sa.Column[Any]:
    """A column that may not be empty, with what the rows of today get."""
    return sa.Column(name, kind, nullable=False, server_default=today)


def downgrade() -> None:
    steps.drop_columns(
        "vacancies",
        "employment",
        "employment_words",
        "salary_from",
        "salary_to",
        "salary_currency",
        "hires_wanted",
        "deadline_on",
        "priority",
        "requirements",
        "project",
        "shows_salary",
        "shows_age",
    )
    steps.drop_columns("stages", "removed_at")
    op.execute("DELETE FROM notifications WHERE vacancy_id IS NULL")
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("fk_notifications_reminder_id", "notifications")
    steps.drop_columns("notifications", "reminder_id")
    with steps.changing("notifications") as change:
        change.alter_column("vacancy_id", existing_type=sa.BigInteger(), nullable=False)
    steps.drop_columns(
        "candidates",
        "source",
        "availability",
        "salary_expected",
        "salary_currency",
        "born_on",
        "photo",
    )
    steps.drop_columns("agencies", "stages_version")
    op.drop_index(op.f("ix_reminders_owner_id"), table_name="reminders")
    op.drop_table("reminders")
    op.drop_table("hirings")
    op.drop_table("vacancy_followers")
    op.drop_index(op.f("ix_vacancy_closings_vacancy_id"), table_name="vacancy_closings")
    op.drop_table("vacancy_closings")
    op.drop_index(op.f("ix_candidate_languages_candidate_id"), table_name="candidate_languages")
    op.drop_table("candidate_languages")
    op.drop_table("template_stages")
