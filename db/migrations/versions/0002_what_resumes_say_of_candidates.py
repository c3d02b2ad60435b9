"""What resumes say of candidates: patronymic, years, languages; what versions were copied from."""

import sqlalchemy as sa
from alembic import op

from db.migrations.steps import add_columns, drop_columns

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "candidate_languages",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("candidate_id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_candidate_languages_candidate_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_languages")),
        sa.UniqueConstraint(
            "candidate_id", "code", name=op.f("uq_candidate_languages_candidate_id_code")
        ),
    )
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
    op.drop_table("candidate_languages")
