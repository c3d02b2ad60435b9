"""What looks like a contact of a candidate and is none, as somebody has said."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "spared_contacts",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("candidate_id", sa.BigInteger(), nullable=False),
        sa.Column("folded_text", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("spared_by_id", sa.BigInteger(), nullable=False),
        sa.Column("spared_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_spared_contacts_candidate_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["spared_by_id"],
            ["users.id"],
            name=op.f("fk_spared_contacts_spared_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spared_contacts")),
        sa.UniqueConstraint(
            "candidate_id", "folded_text", name=op.f("uq_spared_contacts_candidate_id_folded_text")
        ),
    )


def downgrade() -> None:
    op.drop_table("spared_contacts")
