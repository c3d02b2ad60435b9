"""Pages are tested with the cast's house behind them: see `tab.py`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.models import SignInSession
from services.viewer import Viewer
from tests.factories import alter, stored
from tests.house import House
from tests.pages.tab import Tab, signed_in
from tests.services.conftest import cast, house, page_size, people, shared_house

__all__ = ["cast", "house", "page_size", "people", "shared_house"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a page draws hangs on the services: PostgreSQL is asked a few of them every day."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.few_on_postgresql)


@pytest.fixture
def ends(house: House) -> Callable[[], None]:
    """Every session ends in this moment."""

    def end() -> None:
        for one in stored(house, SignInSession):
            alter(house, SignInSession, one.id, ended_at=house.clock.now)

    return end


@pytest.fixture
def open_tab(house: House) -> Callable[..., Tab]:
    """`open_tab(viewer)`: a new tab in which this person is signed in; without one, nobody."""

    def opened(viewer: Viewer | None = None, **options: str) -> Tab:
        return Tab(house, signed_in(house, viewer) if viewer else "", **options)

    return opened
