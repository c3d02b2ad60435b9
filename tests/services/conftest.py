"""A house with the named cast in it, on each engine.

Moving in costs a second: it is done once per engine, and each test gets a copy of the house.
"""

import dataclasses
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from services.access.sessions import new_ticket, start_session, viewer_of
from services.errors import SignedOut
from services.mail.dispatch import dispatch
from services.mail.news import queue_news
from services.viewer import DOORKEEPER
from tests.databases import Databases
from tests.house import House, open_house, prepare
from tests.people import People, move_in
from tests.services.postbox import Postbox

# What a furnished house holds besides its database (people, the time, files), per engine.
_furnished: dict[str, tuple[People, datetime, dict[str, bytes]]] = {}


@pytest.fixture
def house(
    request: pytest.FixtureRequest,
    prepared_database: Callable[[Callable[[str], None]], str],
    tmp_path: Path,
) -> Iterator[House]:
    """An installation on a migrated database: empty, or with the cast where `people` are asked."""
    if "people" in request.fixturenames:
        opened = _open_furnished(prepared_database(furnish), tmp_path)
    else:
        opened = open_house(prepared_database(prepare), tmp_path)
    yield opened
    opened.installation.database.close()


@pytest.fixture
def people(house: House) -> People:
    """The cast, who live in the house already."""
    return _cast_of(house)[0]


@pytest.fixture(scope="module")
def shared_house(
    request: pytest.FixtureRequest, database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """A furnished house for a whole module: its tests roll back whatever they do in it."""
    databases: Databases = request.getfixturevalue(f"_{database}")
    url = databases.fresh(furnish)
    opened = _open_furnished(url, tmp_path_factory.mktemp("house"))
    yield opened
    opened.installation.database.close()
    databases.drop(url)


@pytest.fixture(scope="module")
def cast(shared_house: House) -> People:
    """The cast of the shared house."""
    return _cast_of(shared_house)[0]


def furnish(url: str) -> None:
    """Migrate an empty database and move the cast in (once per engine and test process)."""
    prepare(url)
    with tempfile.TemporaryDirectory() as directory:
        house = open_house(url, Path(directory))
        people = move_in(house)
        files = {
            str(path.relative_to(directory)): path.read_bytes()
            for path in Path(directory).rglob("*")
            if path.is_file()
        }
    house.installation.database.close()
    _furnished[house.installation.database.dialect] = (people, house.clock.now, files)


def _open_furnished(url: str, data_dir: Path) -> House:
    house = open_house(url, data_dir)
    _, house.clock.now, files = _cast_of(house)
    for name, content in files.items():
        (data_dir / name).parent.mkdir(parents=True, exist_ok=True)
        (data_dir / name).write_bytes(content)
    return house


def _cast_of(house: House) -> tuple[People, datetime, dict[str, bytes]]:
    return _furnished[house.installation.database.dialect]


@pytest.fixture
def post(house: House) -> Callable[[], Postbox]:
    """`post()`: what the dispatcher does, now; returns all letters that have left so far."""
    box = Postbox()

    def go() -> Postbox:
        queue_news(house.installation)
        dispatch(house.installation, box)
        return box

    return go


@pytest.fixture
def page_size(house: House) -> Callable[[int], None]:
    """Make the pages of lists shorter: `page_size(3)`."""

    def shorter(size: int) -> None:
        lists = house.installation.settings.lists.model_copy(update={"page_size": size})
        settings = house.installation.settings.model_copy(update={"lists": lists})
        house.installation = dataclasses.replace(house.installation, settings=settings)

    return shorter


@pytest.fixture
def enter(house, people):
    """Sign somebody in; gives the session's secret and the cookie's age."""

    def entered(who=None, *, remember=False):
        user_id = (who or people.admin).user_id
        ticket = house.do(DOORKEEPER, new_ticket, user_id=user_id, remember=remember)
        return house.do(DOORKEEPER, start_session, ticket=ticket)

    return entered


@pytest.fixture
def who(house):
    """Who is behind a session's secret; None when nobody is."""

    def asked(secret):
        try:
            return house.ask(DOORKEEPER, viewer_of, secret=secret)
        except SignedOut:
            return None

    return asked


@pytest.fixture
def _no_main_program(monkeypatch):
    """A process born of a test has no business with what the test was started by.

    (A page's test leaves the page there as the main program, and it would be run once more.)
    """
    main = sys.modules["__main__"]
    monkeypatch.setattr(main, "__spec__", None, raising=False)
    monkeypatch.delattr(main, "__file__", raising=False)
