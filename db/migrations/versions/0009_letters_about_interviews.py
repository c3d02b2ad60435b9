"""Letters about interviews, and to candidates; templates of letters; calendar feeds."""

import sqlalchemy as sa
from alembic import op

from db.migrations import steps

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "calendar_feeds",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_calendar_feeds_user_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("user_id", name=op.f("uq_calendar_feeds_user_id")),
        sa.UniqueConstraint("digest", name=op.f("uq_calendar_feeds_digest")),
    )
    op.create_table(
        "letter_templates",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by_id", sa.BigInteger(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["saved_by_id"],
            ["users.id"],
            name=op.f("fk_letter_templates_saved_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_templates")),
        sa.UniqueConstraint(
            "kind", "language", "number", name=op.f("uq_letter_templates_kind_language_number")
        ),
    )
    with steps.changing("letters") as change:
        change.alter_column("recipient_id", existing_type=sa.BigInteger(), nullable=True)
    steps.add_columns(
        "letters",
        sa.Column("candidate_id", sa.BigInteger(), sa.ForeignKey("candidates.id")),
        sa.Column("interview_id", sa.BigInteger(), sa.ForeignKey("interviews.id")),
        sa.Column("calendar", sa.Text(), nullable=False, server_default=""),
    )
    op.create_index(op.f("ix_letters_candidate_id"), "letters", ["candidate_id"], unique=False)
    op.create_index(op.f("ix_letters_interview_id"), "letters", ["interview_id"], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM letters WHERE recipient_id IS NULL")
    op.drop_index(op.f("ix_letters_interview_id"), table_name="letters")
    op.drop_index(op.f("ix_letters_candidate_id"), table_name="letters")
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("fk_letters_interview_id", "letters")
        op.drop_constraint("fk_letters_candidate_id", "letters")
    steps.drop_columns("letters", "candidate_id", "interview_id", "calendar")
    with steps.changing("letters") as change:
        change.alter_column("recipient_id", existing_type=sa.BigInteger(), nullable=False)
    op.drop_table("letter_templates")
    op.drop_table("calendar_feeds")
