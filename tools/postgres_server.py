"""A PostgreSQL server of one's own, for as long as a test run lasts.

It listens on a Unix socket in a directory of its own, trades safety for speed (no fsync), runs as
somebody who is not root (initdb refuses root), and ends with the process that started it, however
that process ends: a small shell waits for its standard input to close.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

import psycopg

from tools import postgres
from tools.failure import CannotBeHad

Command = list[str | Path]
OWNER = "candela"
# `cat` ends when the starting process closes the pipe or dies; then server and directory go
GUARD = """
directory=$1; shift
"$@" < /dev/null > "$directory/log" 2>&1 &
server=$!
cat > /dev/null
kill -QUIT $server; wait $server 2> /dev/null
cd /; rm -rf "$directory"
"""
QUICK = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "jit": "off",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "max_wal_size": "2GB",
}
# lower() and ILIKE must know Cyrillic, so plain "C" will not do; not every system has every name
LOCALES = ("C.UTF-8", "en_US.UTF-8", "uk_UA.UTF-8")
PATIENCE = 60  # seconds until a server that neither answers nor dies is given up


class PostgresServer:
    """A running server; `url()` addresses a database on it. Use it as a context manager."""

    def __init__(self, binaries: Path) -> None:
        self._binaries = binaries
        self._who = _somebody_else()
        if not _can_enter(self._binaries, self._who):
            message = f"{self._binaries} lies where only root can go. {postgres.WHAT_TO_DO}"
            raise CannotBeHad(message)
        # /tmp and not TMPDIR: a socket's path may have some 100 characters, macOS uses half of them
        self._directory = Path(tempfile.mkdtemp(prefix="candela-pg-", dir="/tmp"))
        self._guard: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Make the cluster, start the server and wait until it answers. Raises CannotBeHad."""
        if self._who:
            os.chown(self._directory, self._who["user"], self._who["group"])
        try:
            self._make_cluster()
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the server and remove its directory."""
        if self._guard and self._guard.stdin:
            self._guard.stdin.close()
            self._guard.wait(PATIENCE)
        shutil.rmtree(self._directory, ignore_errors=True)

    def url(self, database: str = "postgres") -> str:
        """The address of a database on this server, as CANDELA_DATABASE_URL wants it."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self._directory}"

    def _make_cluster(self) -> None:
        command: Command = [self._binaries / "initdb", "-D", self._directory / "data", "-U", OWNER]
        command += ["--auth=trust", "--encoding=UTF8", "--no-sync"]
        said = ""
        for locale in LOCALES:
            done = subprocess.run(
                [*command, f"--locale={locale}"],
                cwd="/", capture_output=True, text=True, check=False, **self._who,
            )  # fmt: skip
            if done.returncode == 0:
                return
            said = done.stderr.strip()
        message = f"initdb in {self._binaries} failed: {said}"
        raise CannotBeHad(message)

    def _start(self) -> None:
        command: Command = [self._binaries / "postgres", "-D", self._directory / "data"]
        command += ["-k", self._directory]
        for setting, value in QUICK.items():
            command += ["-c", f"{setting}={value}"]
        self._guard = subprocess.Popen(
            ["sh", "-c", GUARD, "sh", self._directory, *command],
            cwd="/", stdin=subprocess.PIPE, start_new_session=True, **self._who,
        )  # fmt: skip
        started = time.monotonic()
        while True:
            try:
                psycopg.connect(host=str(self._directory), user=OWNER, dbname="postgres").close()
            except psycopg.OperationalError as refused:
                if time.monotonic() - started > PATIENCE or self._has_died():
                    message = f"PostgreSQL did not start: {self._last_words() or refused}"
                    raise CannotBeHad(message) from refused
                time.sleep(0.02)
            else:
                return

    def _has_died(self) -> bool:
        return "FATAL" in (words := self._last_words()) and "starting up" not in words

    def _last_words(self) -> str:
        log = self._directory / "log"
        return log.read_text(errors="replace")[-500:].strip() if log.exists() else ""


def _somebody_else() -> dict[str, Any]:
    """Whom to run the server as: nobody special, unless we are root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    message = "root may not run PostgreSQL, and there is no user `postgres` or `nobody`."
    raise CannotBeHad(message)


def _can_enter(place: Path, who: dict[str, Any]) -> bool:
    test: Command = ["test", "-x", place / "postgres"]
    return subprocess.run(test, cwd="/", check=False, **who).returncode == 0
