"""A salted digest of every version for customers, and of the one each presentation began with."""

import sqlalchemy as sa
from alembic import op

from db.migrations import steps
from db.proofs import digest_of, new_salt

revision = "0018"
down_revision = "0017"

_AT_ONCE = 500


def upgrade() -> None:
    steps.add_columns(
        "resume_versions",
        sa.Column("salt", sa.String(), nullable=False, server_default=""),
        sa.Column("digest", sa.String(), nullable=False, server_default=""),
    )
    steps.add_columns(
        "presentations", sa.Column("digest", sa.String(), nullable=False, server_default="")
    )
    _prove_versions()
    op.execute(
        "UPDATE presentations SET digest = (SELECT resume_versions.digest FROM resume_versions"
        " WHERE resume_versions.id = presentations.resume_version_id)"
        " WHERE resume_version_id IN (SELECT id FROM resume_versions)"
    )


def downgrade() -> None:
    steps.drop_columns("presentations", "digest")
    steps.drop_columns("resume_versions", "digest", "salt")


def _prove_versions() -> None:
    """Of every version as it stands: what it said before, nobody can tell any more."""
    connection = op.get_bind()
    ids = connection.execute(sa.text("SELECT id FROM resume_versions ORDER BY id")).scalars().all()
    asked = sa.text("SELECT id, html FROM resume_versions WHERE id BETWEEN :first AND :last")
    write = sa.text("UPDATE resume_versions SET salt = :salt, digest = :digest WHERE id = :id")
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        rows = connection.execute(asked, {"first": some[0], "last": some[-1]}).all()
        made = [(key, html, new_salt()) for key, html in rows]
        connection.execute(
            write,
            [
                {"id": key, "salt": salt, "digest": digest_of(html, salt)}
                for key, html, salt in made
            ],
        )
