"""Regular expressions compiled when they are first needed: no text needs all of them."""

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Regex:
    """Stands for a compiled expression; after its first use its methods are those of that one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but the work is left to the first text that is looked through with it."""
    return cast("re.Pattern[str]", Regex(pattern, flags))
