"""Indexes for the base by name and by activity; DuckDB would use none for an order."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.create_index("ix_candidates_by_name", "candidates", ["folded_name", sa.text("id DESC")])
    op.create_index("ix_applications_moved_at", "applications", ["moved_at"])


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.drop_index("ix_applications_moved_at", table_name="applications")
    op.drop_index("ix_candidates_by_name", table_name="candidates")
