"""Versions of the résumé for one vacancy."""

import sqlalchemy as sa

from db.migrations import steps

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    steps.add_columns(
        "resume_versions",
        sa.Column("vacancy_id", sa.BigInteger(), sa.ForeignKey("vacancies.id")),
    )


def downgrade() -> None:
    steps.drop_columns("resume_versions", "vacancy_id")
