"""Search marks, saved filters; words of the vocabulary in each language, archived and merged."""

import sqlalchemy as sa
from alembic import op

from db.migrations.steps import add_columns, drop_columns

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "search_marks",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("candidate_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_marks")),
    )
    op.create_table(
        "saved_filters",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded_name", sa.String(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_saved_filters_user_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filters")),
        sa.UniqueConstraint(
            "user_id", "folded_name", name=op.f("uq_saved_filters_user_id_folded_name")
        ),
    )
    add_columns(
        "terms",
        sa.Column("name_en", sa.String(), nullable=False, server_default=""),
        sa.Column("name_ru", sa.String(), nullable=False, server_default=""),
        sa.Column("name_uk", sa.String(), nullable=False, server_default=""),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("merged_into_id", sa.BigInteger(), sa.ForeignKey("terms.id"), nullable=True),
    )


def downgrade() -> None:
    drop_columns("terms", "merged_into_id", "archived_at", "name_uk", "name_ru", "name_en")
    op.drop_table("saved_filters")
    op.drop_table("search_marks")
