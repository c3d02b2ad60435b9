"""A measured server: a process of its own, and its meters read over HTTP."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[1]
_PATIENCE = 120  # seconds for a start


@dataclass(frozen=True)
class Reading:
    """What the meters showed at one moment."""

    statements: int
    data_ns: int
    cpu_ns: int


class Server:
    """`streamlit run` on one of the scripts beside this file, on a free port of this machine."""

    def __init__(
        self, script: str, data_dir: Path, *, database_url: str | None = None, **more: str
    ) -> None:
        self.port = _free_port()
        self._script = Path(__file__).with_name(script)
        self._log = data_dir.with_name(f"{data_dir.name}-{self._script.stem}.log")
        clean = {name: text for name, text in os.environ.items() if name[:8] != "CANDELA_"}
        self._environment = {
            **clean,
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
            "CANDELA_DATA_DIR": str(data_dir),
            **({"CANDELA_DATABASE_URL": database_url} if database_url else {}),
            **more,
        }
        self._process: subprocess.Popen[bytes] | None = None
        self._http = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "streamlit", "run", str(self._script)]
        command += ["--server.address", "127.0.0.1", "--server.port", str(self.port)]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own script
                command, cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )
        given_up = time.monotonic() + _PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > given_up:
                self.__exit__(None, None, None)
                message = f"{self._script.name} did not start:\n{self._log.read_text()[-3000:]}"
                raise RuntimeError(message)
            time.sleep(0.05)
        self._http.close()  # this one was waiting already when the server was still starting
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._http.close()
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def meters(self) -> Reading:
        """Read the meters. Asking costs the server some CPU time itself: see `measure.py`."""
        return Reading(**json.loads(self.get("/meters")))

    def resident_kib(self) -> int:
        """The memory the process holds right now."""
        assert self._process is not None  # noqa: S101 - asked of a server that runs
        command = ["ps", "-o", "rss=", "-p", str(self._process.pid)]
        return int(subprocess.check_output(command))  # noqa: S603 - our own arguments

    def get(self, path: str, *, cookie: str = "") -> bytes:
        """The body of one of its routes. Raises OSError for any answer but 200."""
        try:
            answer = self._ask(path, cookie)
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self._http.close()  # idle for too long: the server has hung up
            answer = self._ask(path, cookie)
        body = answer.read()
        if answer.status != http.client.OK:
            message = f"{path}: {answer.status}"
            raise OSError(message)
        return body

    def _ask(self, path: str, cookie: str) -> http.client.HTTPResponse:
        self._http.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        return self._http.getresponse()

    def _answers(self) -> bool:
        try:
            return bool(self.get("/meters"))
        except (OSError, http.client.HTTPException):
            self._http.close()
            return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
