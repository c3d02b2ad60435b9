"""The commands explain themselves, and what they install is explained too."""

import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.reading import ROOT, our_modules
from tools.postgres import WHEEL

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROMISED = {
    *("help", "run", "demo", "test", "test-fast", "check", "bench", "shots", "format", "clean"),
}
INNER = {"venv", "venv-dev"}  # what the others call


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def required(file: str) -> set[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {normal(re.split(r"[\[=]", line)[0]) for line in lines if re.match(r"[A-Za-z]", line)}


def explained() -> set[str]:
    table = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    return {normal(name) for name in re.findall(r"^\| ([\w.-]+) \|", table, re.MULTILINE)}


def test_every_target_has_a_help_text():
    targets = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE)) - INNER
    told = subprocess.run(
        ["make", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    helped = dict(re.findall(r"^  make (\S+)\s+(\S.*)$", told, re.MULTILINE))
    assert targets == set(helped)
    assert targets >= PROMISED
    declared = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert declared
    assert set(declared[1].split()) == targets | INNER


@pytest.fixture
def started(tmp_path):
    """Runs a target with a Python that only tells how it was called, one line a call."""
    fake = tmp_path / "python"
    fake.write_text('#!/bin/sh\necho "$CANDELA_DATA_DIR|$CANDELA_DATABASE_URL|$*"\n')
    fake.chmod(0o755)

    def run(target: str, **environment: str) -> list[str]:
        told = subprocess.run(
            ["make", "-s", target, f"PYTHON={fake}"],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        return told.stdout.splitlines()

    return run


def test_run_listens_where_it_is_told_and_on_this_machine_otherwise(started):
    (call,) = started("run")
    assert call.startswith("var||-m streamlit run app.py ")
    assert "--server.address 127.0.0.1 --server.port 8501" in call
    (call,) = started("run", HOST="0.0.0.0", PORT="80", CANDELA_DATA_DIR="my data")  # noqa: S104
    assert call.startswith("my data|")
    assert "--server.address 0.0.0.0 --server.port 80" in call


def test_demo_never_touches_the_data_of_a_real_agency(started):
    real = {"CANDELA_DATA_DIR": "real agency", "CANDELA_DATABASE_URL": "postgresql://real/candela"}
    fill, serve = started("demo", **real)
    assert fill == "real agency/demo||-m tools.demo"
    assert serve.startswith("real agency/demo||-m streamlit run app.py ")


def test_ci_runs_what_a_person_runs():
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert re.findall(r"^make (\S+)", ci, re.MULTILINE) == ["check", "test"]


def test_every_requirement_is_explained_and_nothing_else():
    wanted = required("requirements.txt") | required("requirements-dev.txt")
    wanted.add(normal(WHEEL.split("==")[0]))
    assert wanted == explained() - {"package"}


def test_every_requirement_is_pinned_as_its_constraint():
    pins = {}
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if "==" in line:
            name, version = line.split("==")
            pins[normal(name)] = version
    for file in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
            if re.match(r"[A-Za-z]", line):
                name, version = line.split("==")
                assert pins[normal(name.split("[")[0])] == version


def test_what_the_app_imports_is_required():
    """A package that only came along with another may stop coming along."""
    offered = packages_distributions()
    runtime = required("requirements.txt")
    undeclared = {
        f"{module.place} imports {name}"
        for module in our_modules()
        if module.layer in {"app.py", "pages", "services", "db"}
        for name in {full.split(".")[0] for full in module.imports.values()}
        if name in offered
        and name not in sys.stdlib_module_names
        and not {normal(package) for package in offered[name]} & runtime
    }
    assert not undeclared
