"""Openings of attachments are counted; contacts of which staff know that they are cut."""

import sqlalchemy as sa
from alembic import op

from db.migrations import steps

revision = "0021"
down_revision = "0020"

_OF_ONE = ("attachment_id", "vacancy_id", "number")
_NAME = "uq_attachment_openings_attachment_id_vacancy_id_number"
_COUNT = """
    UPDATE attachment_openings SET number = (
        SELECT count(*) FROM attachment_openings AS earlier
        WHERE earlier.attachment_id = attachment_openings.attachment_id
        AND earlier.vacancy_id = attachment_openings.vacancy_id
        AND earlier.id <= attachment_openings.id
    )
"""


def upgrade() -> None:
    steps.add_columns(
        "attachment_openings",
        sa.Column("number", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("without_contacts", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.execute(_COUNT)
    with steps.changing("attachment_openings") as change:
        change.create_unique_constraint(op.f(_NAME), [*_OF_ONE])
    steps.add_columns(
        "interviews",
        sa.Column("place_cut", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    steps.drop_columns("interviews", "place_cut")
    steps.drop_unique("attachment_openings", *_OF_ONE)
    steps.drop_columns("attachment_openings", "without_contacts", "number")
