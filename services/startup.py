"""Opening an installation: the database, its migrations, the files."""

from functools import partial

from sqlalchemy.exc import DBAPIError

from db.engine import open_database
from db.errors import DatabaseRefusal
from db.migrate import migrate
from services.access.passwords import Hasher
from services.batches.desk import Desk, read_one
from services.batches.shelf import Shelf
from services.files import FileStore
from services.installation import Installation
from services.settings import Settings


class StartRefused(Exception):
    """The installation cannot be opened; the message says why, in plain words."""


def open_installation(settings: Settings, hasher: Hasher) -> Installation:
    """Open the database, bring it to this version's tables, and put everything together.

    Raises StartRefused (another process holds the file, a newer or damaged database, a failed
    migration, a server that does not answer).
    """
    try:
        database = open_database(settings.database_url)
        migrate(database)
    except (DatabaseRefusal, ValueError) as refusal:
        raise StartRefused(str(refusal)) from refusal
    except DBAPIError as error:
        message = f"The database does not answer: {error.orig}"
        raise StartRefused(message) from error
    except OSError as error:
        message = f"The database cannot be opened: {error.strerror}"
        raise StartRefused(message) from error
    try:
        files, shelf = FileStore(settings.data_dir / "files"), Shelf(settings.data_dir / "dropped")
    except OSError as error:
        database.close()
        message = f"The data directory {settings.data_dir} cannot be written: {error.strerror}"
        raise StartRefused(message) from error
    return Installation(
        settings=settings,
        database=database,
        files=files,
        hasher=hasher,
        desk=Desk(
            partial(read_one, scans=settings.documents.read_scans),
            shelf,
        ),
    )
