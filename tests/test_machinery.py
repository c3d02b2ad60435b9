"""What the other tests stand on: fresh databases, the guard on sockets, no skips in CI."""

import os
import socket
import subprocess
import sys

import pytest
from sqlalchemy import create_engine, inspect, text

from tests.architecture.reading import ROOT

pytestmark = pytest.mark.thorough

prepared_urls = []


def with_a_table(url: str) -> None:
    prepared_urls.append(url)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE cast_list (name VARCHAR)"))
        connection.execute(text("INSERT INTO cast_list VALUES ('Олена')"))
    engine.dispose()


def tables(url: str) -> list[str]:
    engine = create_engine(url)
    names = inspect(engine).get_table_names()
    engine.dispose()
    return names


def names(url: str, also: str | None = None) -> list[str]:
    engine = create_engine(url)
    with engine.begin() as connection:
        if also:
            connection.execute(text("INSERT INTO cast_list VALUES (:name)"), {"name": also})
        found = list(connection.scalars(text("SELECT name FROM cast_list ORDER BY name")))
    engine.dispose()
    return found


def test_a_fresh_database_is_empty_and_of_the_engine_asked_for(database, database_url):
    assert database_url.startswith(database)
    assert tables(database_url) == []


def test_prepared_once_copied_each_time_and_nothing_leaks(prepared_database):
    one, other = prepared_database(with_a_table), prepared_database(with_a_table)
    assert one != other
    assert names(one, also="Іван") == ["Іван", "Олена"]
    assert names(other) == ["Олена"]
    assert names(prepared_database(with_a_table)) == ["Олена"]
    assert sorted(set(prepared_urls)) == sorted(prepared_urls)
    assert len({url.split(":")[0] for url in prepared_urls}) == len(prepared_urls)


@pytest.mark.only_on("postgresql")
def test_postgres_knows_cyrillic(database_url):
    engine = create_engine(database_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT lower('ЇЖАК')")) == "їжак"
    engine.dispose()


def test_no_test_talks_to_another_machine():
    with socket.socket() as line, pytest.raises(AssertionError, match="wanted to connect"):
        line.connect(("192.0.2.1", 80))


def test_the_settings_of_the_person_who_runs_the_tests_are_out_of_reach():
    assert not [n for n in os.environ if n.startswith("CANDELA_") and "_TEST_" not in n]


SKIPPING = "import pytest\ndef test_later(): pytest.skip('no PostgreSQL')\n"
CALLING = "import socket\ndef test_calls():\n    socket.create_connection(('127.0.0.1', {}))\n"


@pytest.fixture
def run_tests(tmp_path):
    """Runs test files in a tree of their own, under our conftest; returns what pytest said."""

    def run(files: dict[str, str], *, ci: bool = False) -> str:
        for place, source in files.items():
            file = tmp_path / "tests" / place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(source)
        (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  postgres\n  loopback\n")
        environment = {k: v for k, v in os.environ.items() if k != "CI" and "PYTEST" not in k}
        environment |= {"PYTHONPATH": str(ROOT)} | ({"CI": "true"} if ci else {})
        pytest_here = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-rA"]
        pytest_here += ["--rootdir", tmp_path, "--import-mode=importlib"]
        done = subprocess.run(
            [*pytest_here, "-c", tmp_path / "pytest.ini", tmp_path / "tests"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout

    return run


def test_a_skip_is_a_skip_at_home_and_a_failure_in_ci(run_tests):
    files = {"test_it.py": SKIPPING}
    assert "1 skipped" in run_tests(files)
    in_ci = run_tests(files, ci=True)
    assert "1 failed" in in_ci
    assert "in CI nothing is skipped" in in_ci


def test_services_talk_to_nobody_and_others_to_this_machine(run_tests):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        calling = CALLING.format(listening.getsockname()[1])
        marked = calling.replace("def test", "import pytest\n@pytest.mark.loopback\ndef test")
        said = run_tests(
            {
                "services/test_a.py": calling,
                "services/test_b.py": marked,
                "pages/test_c.py": calling,
            }
        )
    assert "FAILED tests/services/test_a.py" in said
    assert "wanted to connect" in said
    assert "PASSED tests/services/test_b.py" in said
    assert "PASSED tests/pages/test_c.py" in said
