"""Indexes for counting who is in the base and for filtering it by city; DuckDB would use none."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.create_index(
        "ix_candidates_in_the_base",
        "candidates",
        ["created_at", "id"],
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_index("ix_candidates_city", "candidates", ["city"])


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.drop_index("ix_candidates_city", table_name="candidates")
    op.drop_index("ix_candidates_in_the_base", table_name="candidates")
