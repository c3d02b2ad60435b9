"""Days until access ends."""

import sqlalchemy as sa
from alembic import op

from db.migrations import steps

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    steps.add_columns(
        "agencies",
        sa.Column("access_ends_after_days", sa.Integer()),
        sa.Column("access_warned_days_before", sa.Integer()),
    )
    steps.add_columns("users", sa.Column("access_warns_at", sa.DateTime()))
    # Whoever is to be warned still is warned as the configuration had it until now.
    op.execute(
        "UPDATE users SET access_warns_at = access_ends_at - INTERVAL '3 days' "
        "WHERE access_ends_at IS NOT NULL"
    )


def downgrade() -> None:
    steps.drop_columns("users", "access_warns_at")
    steps.drop_columns("agencies", "access_warned_days_before", "access_ends_after_days")
