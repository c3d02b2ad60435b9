"""The import contracts of pyproject.toml: kept by the code, and able to see an offence."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

INNOCENT = {
    "pages/shell.py": "import streamlit\nfrom services import notes",
    "services/notes.py": "import sqlalchemy\nfrom db import rows",
    "db/rows.py": "import sqlalchemy",
}
PLANTED = [
    ("pages/shell.py", "from db import rows", "pages ask services"),
    ("pages/shell.py", "import sqlalchemy", "pages ask services"),
    ("pages/shell.py", "from duckdb import connect", "pages ask services"),
    ("services/notes.py", "from pages import shell", "pages -> services -> db"),
    ("services/notes.py", "import streamlit as st", "services know no browser"),
    ("services/notes.py", "from starlette.responses import Response", "services know no browser"),
    ("db/rows.py", "from services import notes", "db knows no viewer"),
    ("db/rows.py", "def late():\n    import streamlit", "db knows no viewer"),
]


def lint(root: Path) -> str:
    """What the contracts say about a tree; starts with the exit code."""
    shutil.copy(ROOT / "pyproject.toml", root)
    shutil.copytree(ROOT / "tools", root / "tools")
    done = subprocess.run(
        [sys.executable, "-m", "tools.layers"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{done.returncode} {done.stdout}"


def write(root: Path, files: dict[str, str]) -> None:
    for place, source in files.items():
        file = root / place
        file.parent.mkdir(exist_ok=True)
        (file.parent / "__init__.py").touch()
        file.write_text(source)


def test_the_contracts_let_the_innocent_pass(tmp_path):
    write(tmp_path, INNOCENT)
    assert lint(tmp_path).startswith("0 ")


@pytest.mark.parametrize(("place", "source", "contract"), PLANTED)
def test_the_contracts_see_what_was_planted(tmp_path, place, source, contract):
    write(tmp_path, {**INNOCENT, place: source})
    said = lint(tmp_path)
    assert said.startswith("1 ")
    broken = [line for line in said.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), said
