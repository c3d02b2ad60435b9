"""Reads which models a statement names, and refuses what the scope could not see.

The scope attaches its rules to mapped entities. A plain table, a text fragment or a
`from_statement` would pass beside it, so a statement that holds one is refused whole.
"""

from sqlalchemy import Alias, Column, Executable, Table, TextClause
from sqlalchemy.orm import FromStatement, Mapper
from sqlalchemy.orm.util import AliasedInsp
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import ColumnClause

from db.base import Base


class DetourRefused(RuntimeError):
    """A statement that the scope cannot see (a programming error, never a user's)."""


def models_named(statement: Executable) -> list[type[Base]]:
    """The models a statement speaks of, anywhere in it.

    Raises DetourRefused for plain tables, text and `from_statement`.
    """
    if isinstance(statement, FromStatement):
        message = "from_statement() goes round the scope"
        raise DetourRefused(message)
    found: dict[type[Base], None] = {}
    plain: set[str] = set()
    for element in visitors.iterate(statement):
        if isinstance(element, TextClause):
            message = f"text({element.text!r}) goes round the scope"
            raise DetourRefused(message)
        if not isinstance(element, (ColumnClause, Table)):
            continue
        entity = element._annotations.get("parententity")  # noqa: SLF001 - where SQLAlchemy keeps it
        if isinstance(entity, (Mapper, AliasedInsp)):
            found[entity.mapper.class_] = None
        elif isinstance(element, Table):
            plain.add(element.name)
        elif isinstance(element, Column):
            if isinstance(element.table, (Table, Alias)):
                message = f"the plain column {element} goes round the scope"
                raise DetourRefused(message)
        elif isinstance(element, ColumnClause) and element.is_literal and element.name != "*":
            message = f"the literal {element.name!r} goes round the scope"
            raise DetourRefused(message)
    # SQLAlchemy itself repeats the table of a named entity without its mark; any other is plain.
    if beside := plain - {model.__tablename__ for model in found}:
        message = f"the plain table {sorted(beside)} goes round the scope"
        raise DetourRefused(message)
    return list(found)
