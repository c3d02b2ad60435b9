"""Answers to letters about interviews; of which interviews everybody was reminded or asked."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "interview_answers",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("interview_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("candidate_id", sa.BigInteger(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_interview_answers_candidate_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["interview_id"],
            ["interviews.id"],
            name=op.f("fk_interview_answers_interview_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["users.id"],
            name=op.f("fk_interview_answers_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_answers")),
        sa.UniqueConstraint(
            "interview_id",
            "candidate_id",
            "number",
            name=op.f("uq_interview_answers_interview_id_candidate_id_number"),
        ),
        sa.UniqueConstraint(
            "interview_id",
            "person_id",
            "number",
            name=op.f("uq_interview_answers_interview_id_person_id_number"),
        ),
    )
    op.create_table(
        "interview_rings",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("interview_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("rung_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"],
            ["interviews.id"],
            name=op.f("fk_interview_rings_interview_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_rings")),
        sa.UniqueConstraint(
            "interview_id",
            "kind",
            "starts_at",
            name=op.f("uq_interview_rings_interview_id_kind_starts_at"),
        ),
    )
    # Nobody is asked for feedback about what was over before anybody was asked at all.
    op.get_bind().execute(
        sa.text(
            "INSERT INTO interview_rings (id, interview_id, kind, starts_at, rung_at) "
            "SELECT id, id, 'feedback', starts_at, ends_at FROM interviews WHERE ends_at <= :now"
        ),
        {"now": datetime.now(UTC).replace(tzinfo=None)},
    )


def downgrade() -> None:
    op.drop_table("interview_rings")
    op.drop_table("interview_answers")
