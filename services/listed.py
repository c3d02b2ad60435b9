"""Many keys in one statement."""

from collections.abc import Sequence

from sqlalchemy import ARRAY, BigInteger, Select, bindparam, cast, func, select

# One for all: a type finds out its part of a statement's cache key once, and that takes long.
_KEYS = ARRAY(BigInteger)


def listed(keys: Sequence[int]) -> Select[tuple[int]]:
    """The keys as rows of one parameter: as many parameters as keys would be slow to send."""
    rows = bindparam(None, list(keys), type_=_KEYS, unique=True)
    return select(func.unnest(cast(rows, _KEYS)))
