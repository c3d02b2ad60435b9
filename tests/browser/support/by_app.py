"""Which stories one worker tells: those of a file on one engine share an app, which is slow to start."""

import re

from xdist.scheduler import LoadScopeScheduling

_ENGINE = re.compile(r"[\[-](duckdb|postgresql)(?=[-\]])")


class ByApp(LoadScopeScheduling):
    """A scope is a file on one engine.

    xdist 3.8 has groups for that, but forgets them under pytest 9.2 without a word
    (https://github.com/pytest-dev/pytest-xdist/issues/1386).
    """

    def _split_scope(self, nodeid: str) -> str:
        return app_of(nodeid)


def app_of(nodeid: str) -> str:
    """The app that a story is told with."""
    file, _, story = nodeid.partition("::")
    engine = _ENGINE.search(story)
    return f"{file} {engine[1]}" if engine else file
