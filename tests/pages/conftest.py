"""The app without a server: each test's house is the one being served, each tab somebody's."""

from collections.abc import Callable
from contextvars import ContextVar

import pytest

from pages.ui import session
from pages.ui.installed import _installed, install
from services.viewer import Viewer
from tests.house import House
from tests.pages.tab import Tab, signed_in
from tests.services.conftest import house, people

__all__ = ["house", "people"]

OpenTab = Callable[..., Tab]
