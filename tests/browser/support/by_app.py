"""Which stories one worker tells: those of a file on one engine share an app, which is slow to start."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

_ENGINE = re.compile(r"[\[-](duckdb|postgresql)(?=[-\]])")


# What takes longest is begun first: no worker waits for another's last file.
LONGEST = (
    *("canaries", "coming_back", "bad_input", "at_once", "once", "walk", "people_paths"),
    *("working_together", "clicks", "standing_still", "sign_in", "first_request"),
    *("framework_hooks", "safe_resumes", "open_dialogs", "several_files", "interviews", "crafted"),
)


class ByApp(LoadScopeScheduling):
    """A scope is a file on one engine; they are told in the order of their collection.

    xdist 3.8 has groups for that, but forgets them under pytest 9.2 without a word
    (https://github.com/pytest-dev/pytest-xdist/issues/1386).
    """

    def __init__(self, config: pytest.Config, log: Callable[..., Any]) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False  # not by how many stories they have

    def _split_scope(self, nodeid: str) -> str:
        return app_of(nodeid)


def longest_first(item: pytest.Item) -> int:
    """Its place in the order of the stories."""
    name = item.path.stem.removeprefix("test_")
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


def app_of(nodeid: str) -> str:
    """The app that a story is told with."""
    file, _, story = nodeid.partition("::")
    engine = _ENGINE.search(story)
    return f"{file} {engine[1]}" if engine else file
