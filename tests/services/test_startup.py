"""Starting on a database that cannot be opened: one plain sentence, no traceback."""

from pathlib import Path

import pytest

from services.startup import StartRefused, open_installation
from tests.house import QuickHasher, open_house, prepare

pytestmark = pytest.mark.thorough


def settings_at(url, folder, prepared_url):
    house = open_house(prepared_url, folder)
    house.installation.database.close()
    return house.installation.settings.model_copy(update={"database_url": url})


@pytest.mark.only_on("duckdb")
@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://candela@127.0.0.1:9/nothing-there", "does not answer"),
        ("duckdb:///{folder}/no.duckdb", "cannot be opened"),
        ("duckdb:////sys/candela.duckdb", "cannot be opened"),  # where nobody may write
        ("duckdb:////sys/candela/below.duckdb", "cannot be opened"),
        ("mysql://localhost/x", "either DuckDB or PostgreSQL"),
    ],
)
def test_what_keeps_it_from_starting_is_said(database_url, tmp_path, url, said):
    prepare(database_url)
    (tmp_path / "no.duckdb").write_bytes(b"these are not tables" * 1000)
    settings = settings_at(url.format(folder=tmp_path), tmp_path, database_url)
    with pytest.raises(StartRefused, match=said):
        open_installation(settings, QuickHasher())


def test_a_directory_where_files_cannot_be_kept_is_named(database_url, tmp_path):
    prepare(database_url)
    settings = settings_at(database_url, tmp_path, database_url)
    unwritable = settings.model_copy(update={"data_dir": Path("/sys/candela")})
    with pytest.raises(StartRefused, match=r"data directory .* cannot be written: "):
        open_installation(unwritable, QuickHasher())


def test_a_sound_database_starts(database_url, tmp_path):
    prepare(database_url)
    settings = settings_at(database_url, tmp_path, database_url)
    installation = open_installation(settings, QuickHasher())
    installation.database.close()
