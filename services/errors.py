"""What can go wrong, as codes and fields.

Services never word a sentence: the edge turns a code into the reader's language
(`pages/ui/errors.py`). A test asserts that every code here has its words.
"""

from collections.abc import Sequence
from typing import ClassVar


class CandelaError(Exception):
    """Anything the product refuses on purpose; `code` names the reason."""

    code: ClassVar[str] = "candela"

    def __init__(self, **fields: object) -> None:
        super().__init__(self.code, fields)
        self.fields = fields


class NotFound(CandelaError):
    """Missing, or not the viewer's: the two are told apart by nobody."""

    code = "not_found"


class NotAllowed(CandelaError):
    """The viewer's role does not hold the permission."""

    code = "not_allowed"


class SignedOut(CandelaError):
    """There is no live session behind this request."""

    code = "signed_out"


class Invalid(CandelaError):
    """Input that cannot be accepted; `problems` maps a form field to a problem code."""

    code = "invalid"

    def __init__(self, **problems: str) -> None:
        super().__init__(problems=problems)
        self.problems = problems


class Duplicate(CandelaError):
    """Something unique exists already; `what` names it."""

    code = "duplicate"


class Conflict(CandelaError):
    """Somebody else changed the row since the viewer read it."""

    code = "conflict"


class Busy(CandelaError):
    """The write lost its race on every retry; trying again is safe."""

    code = "busy"


class StageNotReachable(CandelaError):
    """The stage is not one this viewer may move the application into."""

    code = "stage_not_reachable"


class StageInUse(CandelaError):
    """Candidates stand in this stage: `count` of them; `reason` says what is asked.

    choose (where they are moved), present (lighting the stage up would show them), take_back
    (they would disappear for the customers).
    """

    code = "stage_in_use"


class AcrossCompanies(CandelaError):
    """The customer is of another company than the vacancy: whoever ties him confirms it."""

    code = "across_companies"


class ContactsFound(CandelaError):
    """Contacts would be seen by those from whom they are hidden: `leaks` says which, and where."""

    code = "contacts_found"

    def __init__(self, leaks: Sequence[object] = ()) -> None:
        super().__init__(leaks=tuple(leaks))
        self.leaks = tuple(leaks)


class Overlapping(CandelaError):
    """Somebody is busy at that time: `interviews` are the keys of what it overlaps with.

    Whoever schedules it confirms each by its key.
    """

    code = "overlapping"


class VacancyClosed(CandelaError):
    """The vacancy is closed: its customers read it and change nothing.

    `reason` linking: staff link nobody to it.
    """

    code = "vacancy_closed"


class TooLate(CandelaError):
    """The moment in which this could be undone has passed."""

    code = "too_late"


class SignInRefused(CandelaError):
    """E-mail and password do not belong together (or the account does not exist)."""

    code = "sign_in_refused"


class SignInLocked(CandelaError):
    """Too many failures; `minutes` until the next attempt is read at all."""

    code = "sign_in_locked"


class AskedTooOften(CandelaError):
    """Too many links asked for; `minutes` until the next one may be."""

    code = "asked_too_often"


class AccessClosed(CandelaError):
    """Right password, blocked account; `contact` says whom to call."""

    code = "access_closed"


class LastAdministrator(CandelaError):
    """Without this one nobody could manage the agency any more."""

    code = "last_administrator"


class LinkUnusable(CandelaError):
    """A personal link; `reason` is one of unknown, used, expired, blocked.

    One to answer a letter about an interview: unknown, over, changed since the letter, or address:
    its reader is not written to there any more.
    """

    code = "link_unusable"


class AlreadySetUp(CandelaError):
    """The set-up page has done its one job."""

    code = "already_set_up"


class WrongSetUpCode(CandelaError):
    """Not the one-time code printed at the start."""

    code = "wrong_set_up_code"


class UnknownPlaceholder(CandelaError):
    """A letter that could not be filled: `names` stand in braces and mean nothing.

    `meant` are those they were probably meant to be ("" for none), `known` those there are.
    """

    code = "unknown_placeholder"


class LetterStays(CandelaError):
    """A letter that is not sent again; `reason` says why.

    on_its_way, to_candidate, sent_again, blocked, link_dead.
    """

    code = "letter_stays"


class DocumentRefused(CandelaError):
    """A file that is not accepted; `reason` says which check it failed."""

    code = "document_refused"


class BatchRefused(CandelaError):
    """Files dropped together that are not taken; `reason` says why.

    no_files, one_open (an earlier batch is not settled yet), desk_full (others have so many).
    """

    code = "batch_refused"


class KnownAlready(CandelaError):
    """Somebody of the base looks like the candidate who is about to be added: nobody has said."""

    code = "known_already"


class CannotStore(CandelaError):
    """The disk of the server is full, or may only be read: nothing was saved."""

    code = "cannot_store"


class DatabaseBusy(CandelaError):
    """Another process holds the database file."""

    code = "database_busy"


class DatabaseTooNew(CandelaError):
    """The database was written by a newer version of Candela."""

    code = "database_too_new"


class PaperNotMade(CandelaError):
    """A résumé was not set on paper: it took too much time or memory, or the program broke off."""

    code = "paper_not_made"
