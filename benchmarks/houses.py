"""The agencies that are measured: filled by `db/sample/bulk.py`, each person signed in."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text
from streamlit_authenticator.utilities.hasher import Hasher

from benchmarks.diary import fill_calendar
from benchmarks.places import Places, places_in
from db.engine import Database, open_database
from db.migrate import migrate
from db.sample.bulk import Bulk, bulk
from pages.endpoints.requests import COOKIE
from services.access.passwords import hash_password
from services.access.sessions import new_ticket, start_session
from services.files import FileStore
from services.installation import Installation
from services.search.keeping import keep_up
from services.settings import Settings
from services.viewer import DOORKEEPER
from services.work import perform

PASSWORD = "bench-Candela-1"  # noqa: S105 - opens a throw-away database
ROLES = ("administrator", "recruiter", "customer")


@dataclass(frozen=True)
class Furnished:
    """A filled installation: where it is, what can be opened in it, and a cookie per role."""

    directory: Path
    database_url: str
    candidates: int
    keys: Bulk
    cookies: dict[str, str]
    places: Places


def furnish(directory: Path, candidates: int, *, database_url: str | None = None) -> Furnished:
    """Fill an agency of this size and sign its people in; take the one that lies there already.

    Its index is made before anybody measures: no page shall answer from names alone.
    """
    directory.mkdir(parents=True, exist_ok=True)
    url = database_url or f"duckdb:///{directory / 'candela.duckdb'}"
    facts = directory / "facts.json"
    if not facts.exists():
        facts.write_text(json.dumps(asdict(_fill(url, candidates))), "utf-8")
    keys = Bulk(**json.loads(facts.read_text("utf-8")))
    installation = installed(directory, url)
    cookies = {role: _signed_in(installation, getattr(keys, f"{role}_id")) for role in ROLES}
    fill_calendar(installation, keys)
    keep_up(installation)
    places = places_in(installation, keys)
    installation.database.close()
    return Furnished(directory, url, candidates, keys, cookies, places)


def installed(directory: Path, database_url: str) -> Installation:
    """The installation opened in this process (DuckDB: while no server has it open)."""
    settings = Settings(
        data_dir=directory,
        database_url=database_url,
        base_url="http://127.0.0.1",
        secret=b"s" * 32,
        demo=False,
    )
    files = FileStore(directory / "files")
    return Installation(settings, open_database(database_url), files, Hasher)


def _fill(url: str, candidates: int) -> Bulk:
    database = open_database(url)
    migrate(database)
    password_hash = hash_password(Hasher, PASSWORD)
    keys = bulk(database, now=datetime.now(UTC), candidates=candidates, password_hash=password_hash)
    if database.keeps_foreign_keys:
        _tidy(database)
    database.close()
    return keys


def _tidy(database: Database) -> None:
    """What a PostgreSQL server in use does by itself, and that of the tests does not."""
    with database.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))


def _signed_in(installation: Installation, user_id: int) -> str:
    ticket = perform(installation, DOORKEEPER, new_ticket, user_id=user_id, remember=True)
    secret, _ = perform(installation, DOORKEEPER, start_session, ticket=ticket)
    return f"{COOKIE}={secret}"
