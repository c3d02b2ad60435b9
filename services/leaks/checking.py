"""What is found in the texts that would be shown, and whether it stops the showing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.models import Attachment, Candidate, Note, User, VacancyCustomer
from services.contacts import Found, Kind, Place
from services.contacts.found import addressee, words_around
from services.contacts.spared import LONGEST, spared_key
from services.disclosure import Disclosure, as_hidden
from services.errors import ContactsFound
from services.leaks.sources import Asked, Source, sources_of, texts_of
from services.notes.readers import Reader
from services.permissions import Permission, require
from services.vacancies.following import active_customer_of
from services.work import Work

At = tuple[int, str, int]
"""A text: whose, of which kind, and the key of its row."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A string that looks like a contact, and the text it stands in (`sources.Source`).

    `before` and `after` are the words of its line around it, where it stands first. It is `stored`
    with the candidate, and so is a contact whatever is said; `by_hand` only a person can mend it;
    `doubtful`: it may be a contact, no rule reads it for certain.
    What `is_beside` his page stays as it is for staff and is cut for customers alone.
    """

    candidate_id: int
    source: str
    key: int
    kind: Kind
    text: str
    before: str = ""
    after: str = ""
    stored: bool = False
    by_hand: bool = False
    doubtful: bool = False

    @property
    def place(self) -> At:
        """The text it stands in."""
        return (self.candidate_id, self.source, self.key)

    @property
    def said(self) -> str:
        """What tells it from others in that text, in any spelling."""
        return spared_key(self.text[:LONGEST])

    @property
    def is_beside(self) -> bool:
        """Whether it stands in an attachment or an interview, where nothing is taken out."""
        return self.source in {"file_name", "attachment", "place"}

    @property
    def is_short_enough(self) -> bool:
        """Whether it can be remembered to be no contact."""
        return len(self.text) <= LONGEST


def said_of(one: Found | Place) -> str:
    """The same of what is found in a text."""
    return spared_key(_as_read(one)[:LONGEST])


def may_not_see(hidden: Iterable[bool]) -> bool:
    """Whether contacts are hidden from one of these customers of a vacancy.

    As long as nobody is tied to it, whoever comes may be one of those.
    """
    answers = list(hidden)
    return any(answers) or not answers


def leaks_of(asked: Asked) -> tuple[Leak, ...]:
    """What looks like a contact in all that the vacancy's customers would receive of these."""
    by_key = {candidate.id: candidate for candidate in asked.candidates}
    return tuple(
        leak for source in sources_of(asked) for leak in _in_source(asked.rules, source, by_key)
    )


def refuse_leaks(
    work: Work, *, vacancy_id: int, candidate_ids: Sequence[int], words: str = ""
) -> None:
    """Raise ContactsFound where contacts would be seen by those from whom they are hidden.

    For who presents. It raises NotAllowed, too.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    if not _may_not_see_in(work, vacancy_id):
        return
    candidates = work.scalars(select(Candidate).where(Candidate.id.in_(candidate_ids))).all()
    if found := leaks_of(Asked(work, vacancy_id, candidates, words)):
        raise ContactsFound(found)


def refuse_leaks_in_note(work: Work, note: Note, readers: Iterable[Reader]) -> None:
    """Raise ContactsFound where the note tells contacts to one of these from whom they are hidden.

    For who opens it. It raises NotAllowed, too.
    """
    require(work.viewer, Permission.NOTES_OPEN)
    if not any(reader.contacts_hidden for reader in readers):
        return
    rules = as_hidden(work, [note.candidate_id])
    source = Source(note.candidate_id, "note", note.id, note.body)
    if found := tuple(_in_source(rules, source, {})):
        raise ContactsFound(found)


def refuse_leaks_in_attachment(work: Work, file: Attachment, *, vacancy_id: int) -> None:
    """Raise ContactsFound where its name or text tells contacts to whom they are hidden from.

    For who opens it to the vacancy's customers. It raises NotAllowed, too.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    if not _may_not_see_in(work, vacancy_id):
        return
    rules = as_hidden(work, [file.candidate_id])
    if found := tuple(leak for source in texts_of(file) for leak in _in_source(rules, source, {})):
        raise ContactsFound(found)


def _may_not_see_in(work: Work, vacancy_id: int) -> bool:
    hidden = (
        select(User.contacts_hidden)
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .where(active_customer_of(vacancy_id))
    )
    return may_not_see(work.scalars(hidden))


def _in_source(
    rules: Disclosure, source: Source, candidates: dict[int, Candidate]
) -> Iterator[Leak]:
    """What is found in one text; a string that stands there several times is named once."""
    named: set[str] = set()
    for one in found_in(rules, source, candidates):
        before, after = _around(source, one)
        leak = Leak(
            *(source.candidate_id, source.kind, source.key, one.kind, _as_read(one)),
            before,
            after,
            stored=rules.holds_stored(source.candidate_id, one.text),
            by_hand=source.kind == "name",
            doubtful=one.doubtful,
        )
        if leak.said not in named:
            named.add(leak.said)
            yield leak


def found_in(
    rules: Disclosure, source: Source, candidates: Mapping[int, Candidate]
) -> Sequence[Found | Place]:
    """What is cut out of this text; `candidates` by their keys where it is a name."""
    if source.kind in {"resume", "attachment"}:
        return rules.found_in_html(source.candidate_id, source.text)
    if source.kind == "name":
        return rules.found_in_name(candidates[source.candidate_id])
    if source.kind == "place":
        return rules.found_in_place(source.candidate_id, source.meeting, source.text)
    return rules.found(source.candidate_id, source.text)


def _as_read(one: Found | Place) -> str:
    """What stands there; of a link that writes or calls, whom."""
    return addressee(one.text) if isinstance(one, Place) else one.text


def _around(source: Source, one: Found | Place) -> tuple[str, str]:
    """The words of its line before and after it."""
    if isinstance(one, Place):
        return one.before, one.after
    return words_around(source.text, one.start, one.end)
