"""What resumes say of candidates: patronymic, years of work; what versions were copied from."""

import sqlalchemy as sa

from db.migrations.steps import add_columns, drop_columns

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    add_columns(
        "candidates",
        sa.Column("patronymic", sa.String(), nullable=False, server_default=""),
        sa.Column("experience_years", sa.Integer(), nullable=True),
    )
    add_columns(
        "resume_versions",
        sa.Column("original_id", sa.BigInteger(), sa.ForeignKey("resume_originals.id")),
    )


def downgrade() -> None:
    drop_columns("resume_versions", "original_id")
    drop_columns("candidates", "experience_years", "patronymic")
