"""Files that go out with letters; letters to several candidates at once."""

import sqlalchemy as sa
from alembic import op

from db.migrations import steps

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    steps.add_columns("letters", sa.Column("batch_id", sa.BigInteger()))
    op.create_table(
        "letter_files",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("letter_id", sa.BigInteger(), nullable=False),
        sa.Column("original_id", sa.BigInteger(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("stored_as", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"],
            ["letters.id"],
            name=op.f("fk_letter_files_letter_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["original_id"],
            ["resume_originals.id"],
            name=op.f("fk_letter_files_original_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_files")),
    )
    op.create_index(op.f("ix_letter_files_letter_id"), "letter_files", ["letter_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_letter_files_letter_id"), table_name="letter_files")
    op.drop_table("letter_files")
    steps.drop_columns("letters", "batch_id")
