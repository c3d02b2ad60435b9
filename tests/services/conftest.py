"""A house with the named cast in it, on each engine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.house import House, open_house, prepare
from tests.people import People, move_in


@pytest.fixture
def house(
    prepared_database: Callable[[Callable[[str], None]], str],
    tmp_path: Path,
) -> Iterator[House]:
    """An installation on an empty, migrated database."""
    opened = open_house(prepared_database(prepare), tmp_path)
    yield opened
    opened.installation.database.close()


@pytest.fixture
def people(house: House) -> People:
    """The cast, moved into the house."""
    return move_in(house)
