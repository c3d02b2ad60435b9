"""What was typed of a letter: in each kind and language, also those one has turned away from.

Should the session end, its words are kept for whoever typed them, and offered again once.
"""

from dataclasses import dataclass, field
from typing import Any

from pages.ui import session
from pages.ui.found_again import take
from pages.ui.rescued import packed, unpacked
from pages.ui.rich import typed_rich
from services.viewer import Viewer
from services.writing.defaults import Wording

_FIELDS = ("subject", "body")


@dataclass
class TypedLetter:
    """What the words begin with, by kind and language: with what was typed when they were left.

    One object that is changed in place, as long as the form stands on the page. `mark` is of those
    that are drawn, `now` what stands in them. `offered`: as the agency words them. `found`:
    what was typed before the session ended, by the end of the mark, and `turned`, with which of
    them one begins.
    """

    key: str
    place: str
    turned: str = ""
    found: dict[str, dict[str, str]] = field(default_factory=dict)
    begun: dict[str, Wording] = field(default_factory=dict)
    offered: dict[str, Wording] = field(default_factory=dict)
    mark: str = ""
    now: Wording | None = None

    @property
    def kind(self) -> str:
        """The kind of the words that were found again; "" for none."""
        return self.turned.rpartition("_")[0]

    @property
    def language(self) -> str:
        """The language of the words that were found again; "" for none."""
        return self.turned.rpartition("_")[2]

    def begin(self, mark: str, offered: Wording) -> Wording:
        """These words are drawn for the first time; returns what they begin with."""
        found = self.found.get(self._end(mark), {})
        self.offered[mark] = offered
        self.begun[mark] = Wording(
            found.get("subject", offered.subject), found.get("body", offered.body)
        )
        return self.begun[mark]

    def turn_to(self, mark: str) -> None:
        """Others are drawn from now on; what was typed last may not have been drawn yet."""
        if self.mark not in {"", mark}:
            self._take_down()
            self.now = None
        self.mark = mark

    def as_text(self) -> str:
        """What was typed in all of them, as long as the letter stands on the page."""
        if not session.stands(f"{self.mark}_subject"):
            return ""
        self._take_down()
        typed = {self._end(mark): self._typed(mark) for mark in self.begun}
        words = {end: one for end, one in {**self.found, **typed}.items() if one}
        if not words:
            return ""
        here = self._end(self.mark)
        return packed([here if here in words else next(iter(words)), words])

    def _take_down(self) -> None:
        if self.now is not None:
            body = typed_rich(self.begun[self.mark].body, key=self.mark)
            subject = session.typed(f"{self.mark}_subject", self.now.subject)
            self.begun[self.mark] = Wording(subject, self.now.body if body is None else body)

    def _typed(self, mark: str) -> dict[str, str]:
        now, offered = self.begun[mark], self.offered[mark]
        pairs = {one: (getattr(now, one), getattr(offered, one)) for one in _FIELDS}
        return {one: mine for one, (mine, theirs) in pairs.items() if mine != theirs}

    def _end(self, mark: str) -> str:
        return mark.removeprefix(f"{self.key}_")


def begin_letter(viewer: Viewer, key: str, place: str) -> TypedLetter:
    """The letter whose widgets' keys begin so; where it is just being opened, a new one.

    With what its writer had typed at this place when his session ended; it is kept no longer.
    """
    name = f"typed_{key}"
    kept: TypedLetter | None = session.kept(name)
    closed = kept is not None and kept.mark and not session.stands(f"{key}_letter_language")
    if kept is None or kept.place != place or closed:
        found: Any = unpacked(take(viewer, place))
        kept = TypedLetter(key, place, *(found or ()))
        session.keep(name, kept)
    session.write_in(place, kept)
    return kept
