"""Of which time of an interview somebody was reminded, and when he was asked how it was."""

import sqlalchemy as sa
from alembic import op

from db.migrations import steps

revision = "0023"
down_revision = "0022"

# Whoever was reminded of what is still ahead is not reminded of it again after the update. Each
# "_" stands for the ":" of an event: in a statement that would begin a parameter.
_REMINDED = """
    UPDATE interview_people SET reminded_of = (
        SELECT starts_at FROM interviews WHERE interviews.id = interview_people.interview_id
    )
    WHERE EXISTS (
        SELECT notifications.id FROM notifications
        WHERE notifications.recipient_id = interview_people.person_id
        AND notifications.kind = 'interview_reminder'
        AND notifications.event LIKE
            'interview_' || CAST(interview_people.interview_id AS VARCHAR) || '_reminder_%'
    )
"""


def upgrade() -> None:
    steps.add_columns(
        "interview_people",
        sa.Column("reminded_of", sa.DateTime(), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
    )
    op.execute(_REMINDED)


def downgrade() -> None:
    steps.drop_columns("interview_people", "asked_at", "reminded_of")
