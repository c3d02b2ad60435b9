"""What safe versions leave out, by the agency's default and per candidate; when one was written."""

import sqlalchemy as sa

from db.migrations import steps

revision = "0020"
down_revision = "0019"

_CHOICES = ("without_surname", "without_photo", "without_birth", "without_employers")


def upgrade() -> None:
    # Everything is read as it was read before, until somebody chooses otherwise.
    steps.add_columns(
        "agencies",
        *(
            sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
            for name in _CHOICES
        ),
        sa.Column("with_own_contacts", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("former_contacts", sa.Text(), nullable=False, server_default=""),
    )
    steps.add_columns("candidates", *(sa.Column(name, sa.Boolean()) for name in _CHOICES))
    steps.add_columns("resume_versions", sa.Column("written_at", sa.DateTime()))


def downgrade() -> None:
    steps.drop_columns("resume_versions", "written_at")
    steps.drop_columns("candidates", *_CHOICES)
    steps.drop_columns("agencies", *_CHOICES, "with_own_contacts", "former_contacts")
