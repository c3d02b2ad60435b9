"""What the database refuses, in one vocabulary for both databases."""


class DatabaseRefusal(Exception):
    """Anything the database layer refuses on purpose."""


class DuplicateKey(DatabaseRefusal):
    """A primary key or a unique constraint is taken already."""


class WriteConflict(DatabaseRefusal):
    """Another transaction changed the same row first; the whole unit may be run again."""


class StaleVersion(DatabaseRefusal):
    """The row was changed since it was read: its version is no longer the one we know."""


class StorageFull(DatabaseRefusal):
    """Nothing can be written: the disk is full, or may only be read. What was committed stays."""


class DatabaseLocked(DatabaseRefusal):
    """Another process holds the database file."""


class DatabaseUnreadable(DatabaseRefusal):
    """The database cannot be opened: damaged, no database at all, no right to it, no answer."""


class DatabaseTooNew(DatabaseRefusal):
    """The database was written by a newer version of Candela."""


class MigrationFailed(DatabaseRefusal):
    """A migration stopped half-way; the message names it and the copy to return to."""
