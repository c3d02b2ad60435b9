"""A rule by which a sign told in words, or hidden in others, is written as itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from services.contacts.folding import Copy
from services.contacts.wording import AnyOf, Telling


@dataclass(frozen=True, slots=True)
class Rule:
    """What is rewritten, and what must stand in a text that needs to be looked through for it."""

    told_by: tuple[str, ...]
    pattern: re.Pattern[str]
    rewrite: Callable[[re.Match[str]], str]
    in_case: bool = False
    words: Telling | None = None
    hint: re.Pattern[str] | AnyOf | None = None

    def applied(self, copy: Copy, low: str, *, mixed: bool) -> Copy:
        """The copy with this written anew; `mixed`: words may have letters of two scripts."""
        within = copy.text if self.in_case else low
        told = (
            mixed
            or (self.words is not None and self.words.may_stand_among(copy.words))
            or (self.hint is not None and self.hint.search(within))
            or any(map(within.__contains__, self.told_by))
        )
        if not told:
            return copy
        return copy.rewritten(self.pattern, self.rewrite, within=within)


def sign(character: str) -> Callable[[re.Match[str]], str]:
    """Writes this, whatever was there."""
    return lambda match: character  # noqa: ARG005
