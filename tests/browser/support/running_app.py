"""The real app in a process of its own, as `make run` starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from tests.architecture.reading import ROOT

PATIENCE = 90  # seconds until an app that neither answers nor dies is given up


class RunningApp:
    """One process of the app with a data directory and a port of its own.

    `stop()` and `start()` make a fresh process on the same data and the same address.
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        database_url: str | None = None,
        environment: Mapping[str, str] | None = None,
        script: Path = ROOT / "app.py",
        health: str = "/healthz",
    ) -> None:
        self.data_dir = data_dir
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = data_dir.with_name(f"{data_dir.name}-{self.port}.log")
        self._script = script
        self._health = health
        self._environment = {
            **{name: value for name, value in os.environ.items() if name[:8] != "CANDELA_"},
            "PYTHONUNBUFFERED": "1",
            "CANDELA_DATA_DIR": str(data_dir),
            "CANDELA_BASE_URL": self.url,
            **({"CANDELA_DATABASE_URL": database_url} if database_url else {}),
            **(environment or {}),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        """Start the process and wait until it answers. Raises RuntimeError with its last words."""
        command = [sys.executable, "-m", "streamlit", "run", str(self._script)]
        command += ["--server.headless", "true", "--server.address", "127.0.0.1"]
        command += ["--server.port", str(self.port)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=self._script.parent, env=self._environment, stdout=log, stderr=log
            )
        started = time.monotonic()
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() - started > PATIENCE:
                self.stop()
                message = f"the app did not start:\n{self.said()[-3000:]}"
                raise RuntimeError(message)
            time.sleep(0.05)
        return self

    def stop(self) -> None:
        """End the process as an operator would; kill it when it does not listen."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def said(self) -> str:
        """All that the app printed so far, over all its starts."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + self._health, timeout=5) as answer:  # noqa: S310 - our own address
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
