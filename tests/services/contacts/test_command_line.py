"""`python -m services.contacts`: a surface that other tools rely on."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TEXT = "Олена 😀, +380 67 123 45 67\nolena@example.com, 2019\n"


def _run(*arguments: str, text: str) -> str:
    command = [sys.executable, "-m", "services.contacts", *arguments]
    done = subprocess.run(command, input=text.encode(), cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode()


def test_it_prints_one_object_a_line():
    lines = [json.loads(line) for line in _run(text=TEXT).splitlines()]
    assert lines == [
        {"kind": "phone", "start": 9, "end": 26, "text": "+380 67 123 45 67"},
        {"kind": "email", "start": 27, "end": 44, "text": "olena@example.com"},
    ]
    assert _run(text="Next.js, 2018 – 2022") == ""


def test_it_prints_the_text_without_them():
    assert _run("--redact", text=TEXT) == "Олена 😀, …\n…, 2019\n"


def test_bytes_that_are_no_text_do_not_stop_it():
    command = [sys.executable, "-m", "services.contacts"]
    done = subprocess.run(
        command, input=b"\xff\xfe olena@example.com", cwd=ROOT, capture_output=True, check=True
    )
    assert json.loads(done.stdout)["text"] == "olena@example.com"
