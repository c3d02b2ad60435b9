"""The process that takes files apart: killable, confined, and stranger to the database."""

import dataclasses
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from services.documents import LIMITS, read_document
from services.documents.limits import Limits
from services.documents.process import Died, Slow, Stopped, ask
from services.errors import DocumentRefused
from tests.services.documents.files import Text, pdf

pytestmark = pytest.mark.thorough

MODULES = "tests.services.documents.children"
ROOT = Path(__file__).resolve().parents[3]


def _is_gone(pid: int) -> bool:
    """Whether the process has ended; a killed one is given the moment that dying takes."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True  # ended, and waits for init to bury it
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


def test_a_process_that_does_not_answer_is_killed_with_its_children(tmp_path):
    told = tmp_path / "pids"
    told.touch()
    with pytest.raises(Slow):
        ask(f"{MODULES}.endless", str(told).encode(), seconds=3.0)
    pids = [int(pid) for pid in told.read_text().split()]
    assert len(pids) == 2, "the process and its child had started"
    assert all(_is_gone(pid) for pid in pids)


def test_whoever_stops_it_is_rid_of_it_with_its_children(tmp_path):
    told, stopped = tmp_path / "pids", threading.Event()
    told.touch()

    def stop_once_it_runs():
        while len(told.read_text().split()) < 2:
            time.sleep(0.02)
        stopped.set()

    threading.Thread(target=stop_once_it_runs, daemon=True).start()
    with pytest.raises(Stopped):
        ask(f"{MODULES}.endless", str(told).encode(), seconds=60.0, stopped=stopped)
    assert all(_is_gone(int(pid)) for pid in told.read_text().split())


def test_one_that_could_be_stopped_answers_as_any_other():
    text = "Olena Ivanenko, software developer\n" * 20_000  # more than a pipe holds
    assert read_document("resume.txt", text.encode(), stopped=threading.Event()).readable


def test_a_file_that_takes_too_long_is_refused():
    resume = pdf([Text("Olena Ivanenko, software developer")])
    hasty = dataclasses.replace(LIMITS, seconds=0.001)
    with pytest.raises(DocumentRefused) as refused:
        read_document("resume.pdf", resume, limits=hasty)
    assert refused.value.fields["reason"] == "took_too_long"
    assert read_document("resume.pdf", resume).readable


def test_a_process_that_breaks_down_is_told_from_one_that_refuses():
    with pytest.raises(Died) as died:
        ask(f"{MODULES}.crashing", b"", seconds=20)
    assert not died.value.out_of_memory


def test_the_process_sees_no_secret_of_the_app(monkeypatch):
    monkeypatch.setenv("CANDELA_SECRET", "canary-secret")
    environment = ask(f"{MODULES}.telling", b"", seconds=20).decode()
    assert "PATH" in environment, "positive control"
    assert "CANDELA" not in environment
    assert "canary-secret" not in environment


def test_the_process_never_loads_the_database():
    """Asked with a real file of each kind, it has loaded its reader and no store."""
    code = (
        "import sys; from services.documents import child, pdf, word, plain, rtf, odt, web;"
        "print(*sys.modules)"
    )
    modules = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    loaded = {one.partition(".")[0] for one in modules}
    assert {"pypdf", "mammoth", "nh3"} <= loaded, "positive control"
    assert not {"sqlalchemy", "duckdb", "psycopg", "streamlit"} & loaded
    # How contacts are spelled is plain text work; no table, no engine.
    assert {one for one in modules if one.startswith("db.")} <= {"db.likeness"}


@pytest.mark.parametrize("forbidden", ["connect", "resolve", "spawn", "fork", "write", "remove"])
def test_what_the_process_may_not_do_it_cannot(forbidden, tmp_path):
    victim = tmp_path / "kept"
    victim.write_text("kept")
    answer = ask(f"{MODULES}.trying", f"{forbidden} {victim}".encode(), seconds=20)
    assert answer == b"Forbidden"
    assert victim.read_text() == "kept"


def test_the_limits_are_those_that_safety_asks_for():
    assert dataclasses.astuple(Limits())[:4] == (15_000_000, 100_000_000, 2_000, 100)
    assert (LIMITS.seconds, LIMITS.memory) == (20.0, 1024**3)
