"""In which language letters to a candidate begin."""

import sqlalchemy as sa

from db.migrations import steps

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    steps.add_columns(
        "candidates",
        sa.Column("letter_language", sa.String(), nullable=False, server_default=""),
    )


def downgrade() -> None:
    steps.drop_columns("candidates", "letter_language")
