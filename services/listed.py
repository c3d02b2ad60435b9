"""Many keys in one statement."""

from collections.abc import Sequence

from sqlalchemy import ARRAY, BigInteger, Select, bindparam, cast, func, select


def listed(keys: Sequence[int]) -> Select[tuple[int]]:
    """The keys as rows of one parameter: as many parameters as keys would be slow to send."""
    rows = bindparam(None, list(keys), type_=ARRAY(BigInteger), unique=True)
    return select(func.unnest(cast(rows, ARRAY(BigInteger))))
