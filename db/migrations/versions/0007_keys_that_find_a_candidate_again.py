"""Keys that find a candidate again, made for everybody who is there."""

from collections import defaultdict
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from db.keys import new_key
from db.likeness import NAME, contact_keys, name_key

revision = "0007"
down_revision = "0006"

_AT_ONCE = 500


def upgrade() -> None:
    likenesses = op.create_table(
        "likenesses",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("candidate_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("likeness", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_likenesses_candidate_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_likenesses")),
    )
    op.create_index(op.f("ix_likenesses_candidate_id"), "likenesses", ["candidate_id"])
    op.create_index(op.f("ix_likenesses_likeness"), "likenesses", ["likeness"])
    _make_keys(likenesses)


def downgrade() -> None:
    op.drop_index(op.f("ix_likenesses_likeness"), table_name="likenesses")
    op.drop_index(op.f("ix_likenesses_candidate_id"), table_name="likenesses")
    op.drop_table("likenesses")


def _make_keys(likenesses: sa.Table) -> None:
    connection = op.get_bind()
    contacts: dict[int, list[tuple[str, str]]] = defaultdict(list)
    ways = sa.text("SELECT candidate_id, kind, value FROM candidate_contacts")
    for candidate_id, kind, value in connection.execute(ways):
        contacts[candidate_id].append((kind, value))
    people = connection.execute(sa.text("SELECT id, first_name, last_name FROM candidates")).all()
    made = [
        {"id": new_key(), "candidate_id": id_, "kind": kind, "likeness": key}
        for id_, first, last in people
        for kind, key in sorted(set(_keys(first, last, contacts[id_])))
    ]
    for start in range(0, len(made), _AT_ONCE):
        connection.execute(sa.insert(likenesses).values(made[start : start + _AT_ONCE]))


def _keys(first: str, last: str, contacts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    if name := name_key(first, last):
        yield NAME, name
    for kind, value in contacts:
        yield from contact_keys(kind, value)
