"""Copies when needed, zones of candidates, what calendars were told last."""

import sqlalchemy as sa
from alembic import op

from db.migrations import steps

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    steps.add_columns(
        "calendar_feeds",
        sa.Column("mark", sa.String(), nullable=False, server_default=""),
        sa.Column("changed_at", sa.DateTime()),
    )
    steps.add_columns(
        "candidates", sa.Column("time_zone", sa.String(), nullable=False, server_default="")
    )
    steps.add_columns(
        "interviews",
        sa.Column("moved_sequence", sa.Integer(), nullable=False, server_default="0"),
    )
    # Until now nothing was counted but what all calendars show.
    op.execute("UPDATE interviews SET moved_sequence = sequence")
    steps.add_columns(
        "users",
        sa.Column("copies_ticked", sa.Boolean(), nullable=False, server_default=sa.true()),
    )


def downgrade() -> None:
    steps.drop_columns("users", "copies_ticked")
    steps.drop_columns("interviews", "moved_sequence")
    steps.drop_columns("candidates", "time_zone")
    steps.drop_columns("calendar_feeds", "changed_at", "mark")
