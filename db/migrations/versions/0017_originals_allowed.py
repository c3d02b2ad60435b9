"""Originals that customers may take along, vacancy by vacancy."""

import sqlalchemy as sa

from db.migrations import steps

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    # Nobody has allowed it yet, so it is allowed nowhere: neither in the vacancies of today.
    steps.add_columns(
        "vacancies",
        sa.Column("gives_originals", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    steps.drop_columns("vacancies", "gives_originals")
