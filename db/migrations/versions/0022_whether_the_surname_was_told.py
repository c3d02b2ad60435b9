"""Whether whoever wrote a note, or moved a candidate with a reason, was told the surname then."""

import sqlalchemy as sa
from alembic import op

from db.migrations import steps

revision = "0022"
down_revision = "0021"

# What is not known any more is taken from what holds today.
_NOT_TOLD = """
    SELECT users.id FROM users, candidates, agencies
    WHERE users.id = {author} AND users.contacts_hidden AND candidates.id = {candidate}
    AND coalesce(candidates.without_surname, agencies.without_surname)
"""
_OF_NOTES = _NOT_TOLD.format(author="notes.author_id", candidate="notes.candidate_id")
_OF_MOVES = _NOT_TOLD.format(
    author="stage_changes.moved_by_id",
    candidate="(SELECT candidate_id FROM applications WHERE id = stage_changes.application_id)",
)


def upgrade() -> None:
    for table, not_told in (("notes", _OF_NOTES), ("stage_changes", _OF_MOVES)):
        steps.add_columns(
            table,
            sa.Column("surname_told", sa.Boolean(), nullable=False, server_default=sa.true()),
        )
        op.execute(f"UPDATE {table} SET surname_told = false WHERE EXISTS ({not_told})")  # noqa: S608


def downgrade() -> None:
    steps.drop_columns("stage_changes", "surname_told")
    steps.drop_columns("notes", "surname_told")
