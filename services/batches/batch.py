"""A batch: the résumé files that one person has dropped together, and what became of each.

Nothing of it is in the database before the person who dropped it says so. Frozen all through:
whoever holds one holds a moment of it.
"""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from services.documents import Proposal, ReadDocument
from services.errors import CandelaError

if TYPE_CHECKING:
    from services.candidates.forms import CandidateForm

MOST_FILES = 20
MOST_BYTES = 60_000_000
"""Of all files of a batch together; one alone is limited by `documents.LIMITS`."""

#: (who, in which of his sessions)
Owner = tuple[int, int | None]

#: waiting and reading: its turn comes; ready: to be confirmed; refused: it cannot be read;
#: saving and saved: as it says.
State = Literal["waiting", "reading", "ready", "refused", "saving", "saved"]
#: "" = nobody has said: added, unless he looks like somebody who is there already.
Plan = Literal["", "add", "update", "skip"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file as it was dropped."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class BatchFile:
    """A file of a batch. `number` says which; the content of one that is settled is let go.

    A refused one says in `reason` why (as DocumentRefused does; also "twice", then `like` is the
    file that says the same, and "too_large_together"); a ready one holds what was read, what was
    proposed, and what was typed instead. `problem` is why the last saving was refused.
    """

    number: int
    name: str
    sha256: str = ""
    content: bytes = field(default=b"", repr=False)
    state: State = "waiting"
    reason: str = ""
    like: str = ""
    document: ReadDocument | None = field(default=None, repr=False)
    proposal: Proposal = field(default_factory=Proposal, repr=False)
    typed: "CandidateForm | None" = field(default=None, repr=False)
    plan: Plan = ""
    update_id: int | None = None
    problem: CandelaError | None = None
    candidate_id: int | None = None
    updated: bool = False

    @property
    def is_file_only(self) -> bool:
        """Whether nothing could be read of it: it is kept as it is, the rest is typed."""
        return self.document is not None and not self.document.readable

    @property
    def is_open(self) -> bool:
        """Whether something is still to be said or done about it."""
        return self.state in {"waiting", "reading", "ready", "saving"}


@dataclass(frozen=True, slots=True)
class Batch:
    """What somebody has dropped: on which vacancy, the files, and the names of those not taken."""

    id: int
    files: tuple[BatchFile, ...]
    vacancy_id: int | None = None
    too_many: tuple[str, ...] = ()
    too_large: tuple[str, ...] = ()

    @property
    def is_reading(self) -> bool:
        """Whether some of its files have not been read yet."""
        return any(one.state in {"waiting", "reading"} for one in self.files)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done with it just now."""
        return self.is_reading or any(one.state == "saving" for one in self.files)

    @property
    def is_done(self) -> bool:
        """Whether every file is settled: saved, left out, or one that cannot be read."""
        return all(not one.is_open or one.plan == "skip" for one in self.files)

    @property
    def weight(self) -> int:
        """The bytes it keeps in memory."""
        return sum(len(one.content) for one in self.files)

    def file(self, number: int) -> BatchFile | None:
        """The file of this number, if there is one."""
        return next((one for one in self.files if one.number == number), None)


def refused(file: BatchFile, reason: str, like: str = "") -> BatchFile:
    """The file as one of which nothing can be made; its content is let go."""
    return replace(file, state="refused", reason=reason, like=like, content=b"")
