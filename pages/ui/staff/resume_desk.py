"""What stands in the editor of a résumé for customers, and what was and is asked of it.

Kept in one piece and changed in place, as the visit of the page is (edit_visit.py): one run may
cut another one short.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from pages.ui import session
from pages.ui.found_again import found_in_editor
from services.candidates.resumes import VersionView
from services.editing import from_editor, same_resume
from services.resumes.changing import carry_over
from services.resumes.removals import Wishes
from services.resumes.safe_copy import SafeCopy

Begins = Literal["", "safe", "original", "general"]
# What was typed into a version that holds no longer was typed since no version that could hold.
_ANOTHER = -1


@dataclass(frozen=True, slots=True)
class ResumeEdit:
    """A version for customers as it is to be saved.

    `stale`: somebody has saved another one (`theirs`) since the reader began.
    """

    html: str
    vacancy_id: int | None = None
    copied_from: int | None = None
    not_contacts: tuple[str, ...] = ()
    stale: bool = False
    theirs: str = ""


@dataclass
class Desk:
    """One version on its way: the general one, or the one for a vacancy.

    `stored`, `since`: what stood there when the reader began, and as which version. `begun` is
    what the editor began with, `number` counts its beginnings. `asked`: a copy that a button
    has asked for. A safe copy has `wishes` and its text as it was made last (`made`); `waits`
    are new wishes, `lost` how many lines of them found theirs rewritten.
    """

    vacancy_id: int | None
    stored: str
    since: int | None
    begun: str
    number: int = 0
    asked: Begins = ""
    original_id: int | None = None
    wishes: Wishes | None = None
    made: str = ""
    not_contacts: tuple[str, ...] = ()
    waits: Wishes | None = None
    lost: int = 0
    typed: bool = field(default=False)

    @classmethod
    def of(cls, vacancy_id: int | None, version: VersionView | None) -> "Desk":
        """A visit begins with what is stored."""
        html, since = (version.html, version.id) if version else ("", None)
        return cls(vacancy_id, html, since, begun=html)

    @property
    def editor(self) -> str:
        """How the key of its editors begins: it says which version they began with."""
        return f"{_editors(self.vacancy_id)}{self.since or 0}_"

    def ask_for(self, copy: Begins) -> None:
        """A button that copies has been pressed."""
        self.asked = copy

    def begin(self, html: str, original_id: int | None) -> None:
        """The editor begins anew, with a copy."""
        self.asked, self.wishes, self.lost = "", None, 0
        self.begun, self.original_id, self.not_contacts = html, original_id, ()
        self.number += 1

    def begin_safely(self, made: SafeCopy, wishes: Wishes) -> None:
        """The editor begins anew, with a copy without contacts."""
        self.begin(made.html, made.original_id)
        self.wishes, self.made = wishes, made.html

    def switch(self, key: str) -> None:
        """Something that was taken out is put back, or taken out again."""
        wishes = self.waits or self.wishes or Wishes()
        self.wish(replace(wishes, put_back=wishes.put_back ^ {key}))

    def take_out(self, what: str, instead: str) -> None:
        """Further words are to go, wherever they stand, or to be read as something else."""
        wishes, words = self.waits or self.wishes or Wishes(), " ".join(instead.split())
        if not what.strip():
            return
        if words:
            others = (one for one in wishes.employers if one[0] != what.strip())
            self.wish(replace(wishes, employers=(*others, (what.strip(), words))))
        else:
            self.wish(replace(wishes, more=(*wishes.more, what.strip())))

    def wish(self, wishes: Wishes) -> None:
        """Wish something else of the safe copy."""
        self.waits = wishes

    def meet(self, made: SafeCopy, written: str) -> None:
        """The safe copy as it is wished now, in the text as it was written on."""
        changed = carry_over(old=self.made, new=made.html, edited=written)
        self.wishes, self.waits = self.waits, None
        self.made, self.begun, self.lost = made.html, changed.html, changed.lost
        self.not_contacts = made.not_contacts
        self.number += 1

    def result(self, written: str, standing: VersionView | None) -> ResumeEdit | None:
        """What is to be saved; None where nothing was touched."""
        self.typed = not same_resume(written, self.begun)
        if not self.typed and not self.number:
            return None  # the editor only spells the same text in its own way
        return ResumeEdit(
            html=written if self.typed else self.begun,
            vacancy_id=self.vacancy_id,
            copied_from=self.original_id,
            not_contacts=self.not_contacts,
            stale=(standing.id if standing else None) != self.since,
            theirs=standing.html if standing else "",
        )


def _editors(vacancy_id: int | None) -> str:
    return f"quill_{vacancy_id or ''}_"


def desk_of(prefix: str, vacancy_id: int | None, version: VersionView | None) -> Desk:
    """The desk of this version in this visit."""
    desks: dict[int | None, Desk] | None = session.kept(f"{prefix}_desks")
    if desks is None:
        desks = {}
        session.keep(f"{prefix}_desks", desks)
    if vacancy_id not in desks:
        desks[vacancy_id] = desk = Desk.of(vacancy_id, version)
        end, typed = found_in_editor(f"{prefix}_", _editors(vacancy_id))
        if typed and not same_resume(written := from_editor(typed), desk.begun):
            if not end.startswith(desk.editor):
                desk.since = _ANOTHER
            desk.begin(written, None)
    return desks[vacancy_id]


def is_typed_on(prefix: str, vacancy_id: int | None) -> bool:
    """Whether something was typed into this version and not saved yet."""
    desks: dict[int | None, Desk] = session.kept(f"{prefix}_desks", {})
    return vacancy_id in desks and desks[vacancy_id].typed
