"""`make demo`: a fresh sample agency in CANDELA_DATA_DIR (by itself: var/demo), and its accounts.

The file `demo` in the data directory marks it as one whose content may be thrown away; a
database without that marker is never touched.
"""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from db.engine import open_database
from db.errors import DatabaseLocked, DatabaseRefusal
from pages.hasher import Hasher
from services.access import passwords
from services.sample import DEMO_PASSWORD, demo_accounts, fill_demo
from services.settings import SettingsError, load_settings
from services.startup import StartRefused, open_installation
from tools.failure import CannotBeHad, or_one_line

MARKER = "demo"
_DATABASE = "candela.duckdb"
_CONFIG = Path(__file__).parent.parent / "config.yaml"


def main() -> None:
    """Make the demo and print who can sign in."""
    environment = dict(os.environ)
    data_dir = Path(environment.setdefault("CANDELA_DATA_DIR", "var/demo")).resolve()
    address = environment.get("CANDELA_BASE_URL") or _address(environment)
    make_demo(data_dir, environment, address=address, hasher=Hasher)
    print(table(address, data_dir))


def make_demo(
    data_dir: Path, environment: Mapping[str, str], *, address: str, hasher: passwords.Hasher
) -> None:
    """Replace the demo in this directory by a fresh one.

    Raises CannotBeHad where the directory holds a real database, another process has the demo
    open, or the environment names a database elsewhere.
    """
    if environment.get("CANDELA_DATABASE_URL"):
        message = (
            "CANDELA_DATABASE_URL names a database, and the demo would write into it; "
            "unset it (`make demo` does)."
        )
        raise CannotBeHad(message)
    clear(data_dir)
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    (data_dir / MARKER).touch()
    try:
        settings = load_settings(_CONFIG, {**environment, "CANDELA_DATA_DIR": str(data_dir)})
        installation = open_installation(settings, hasher)
    except (SettingsError, StartRefused) as refusal:
        raise CannotBeHad(str(refusal)) from refusal
    fill_demo(installation, base_url=address)
    installation.database.close()


def clear(data_dir: Path) -> None:
    """Remove the former demo; its secret stays.

    Raises CannotBeHad, having removed nothing, for a database that is no demo or is in use.
    """
    database = data_dir / _DATABASE
    if not database.exists() and not (data_dir / MARKER).exists():
        return
    if not (data_dir / MARKER).exists():
        message = (
            f"{data_dir} holds a database that is no demo; it stays as it is. "
            "Choose another directory with CANDELA_DATA_DIR."
        )
        raise CannotBeHad(message)
    if database.exists():
        _refuse_if_open(database)
    for left in data_dir.glob(f"{_DATABASE}*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    for folder in ("files", "letters", "dropped"):
        shutil.rmtree(data_dir / folder, ignore_errors=True)
    (data_dir / "set-up-code").unlink(missing_ok=True)


def table(address: str, data_dir: Path) -> str:
    """What a person who starts the demo wants to know."""
    lines = [("Role", "E-mail", "Who")]
    for account in demo_accounts():
        who = account.name
        if account.company:
            contacts = "hidden" if account.contacts_hidden else "open"
            who = f"{who}, {account.company} (candidates’ contacts {contacts})"
        lines.append((account.role.value, account.email, who))
    widths = [max(len(line[column]) for line in lines) for column in range(2)]
    rows = [f"  {role:<{widths[0]}}  {email:<{widths[1]}}  {who}" for role, email, who in lines]
    rows.insert(1, "  " + "-" * (len(max(rows, key=len)) - 2))
    return "\n".join(
        [
            "",
            f"  Candela demo, data in {data_dir}",
            "",
            *rows,
            "",
            f"  Password of all four: {DEMO_PASSWORD}",
            f"  Address: {address}",
            "",
        ],
    )


def _refuse_if_open(database: Path) -> None:
    """Deleting a file under a running server would leave it working with a ghost."""
    with suppress(DatabaseRefusal):
        try:
            open_database(f"duckdb:///{database}").close()
        except DatabaseLocked as refusal:
            message = f"the demo is running: {refusal}"
            raise CannotBeHad(message) from refusal


def _address(environment: Mapping[str, str]) -> str:
    host = environment.get("HOST", "127.0.0.1")
    return f"http://{host}:{environment.get('PORT', '8501')}"


if __name__ == "__main__":
    or_one_line(main)
