"""Notes: staff's own, those opened to a company, the customers' and the answers to them."""

from collections.abc import Sequence

from db.models import Note, NoteReader
from db.sample.applications import Linked
from db.sample.chronicle import Chronicle
from db.sample.notifications import Bell
from db.sample.people import BY_WORD, Cast, Person
from db.sample.wording import sections

_HIDDEN, _OPENED, _CUSTOMERS, _ASKS, _ANSWERED = 0.42, 0.5, 0.5, 0.55, 0.7


class Notes:
    """Writes the notes on the candidates."""

    def __init__(self, chronicle: Chronicle, cast: Cast, bell: Bell) -> None:
        self._chronicle = chronicle
        self._cast = cast
        self._bell = bell

    def write(self, linked: Linked, message: str) -> None:
        """Write what was noted on one application; `message` was said when presenting it."""
        story = linked.story
        if self._chronicle.chance(_HIDDEN):
            self._hidden(linked)
        if story.round is None:
            return
        if message:
            self._opened(linked, message, story.presented + 0.003)
        elif self._chronicle.chance(_OPENED):
            body = self._words(linked, "opened", story.text.language)
            self._opened(linked, body, story.presented + self._chronicle.between(0.01, 0.08))
        for opened, customer in story.openings:
            if self._chronicle.chance(_CUSTOMERS):
                self._customers(linked, customer, opened)

    def general(self, candidate_id: int, gender: str, author: str, days_ago: float) -> None:
        """Write a note on the candidate in general, for staff alone."""
        language = BY_WORD[author].language
        body, _ = self._chronicle.wording.fresh(
            sections(f"notes/{language}.md")["hidden"], language=language, gender=gender
        )
        self._note(candidate_id, None, author, body, days_ago)

    def _hidden(self, linked: Linked) -> None:
        author = linked.story.text.recruiter
        body = self._words(linked, "hidden", BY_WORD[author].language)
        days_ago = max(linked.story.linked - self._chronicle.between(0.01, 0.06), 0.05)
        self._note(linked.candidate_id, linked.id, author, body, days_ago)

    def _opened(self, linked: Linked, body: str, days_ago: float) -> None:
        """A note of staff's, opened to the vacancy's company; they are told once it is linked."""
        story = linked.story
        note = self._note(linked.candidate_id, linked.id, story.text.recruiter, body, days_ago)
        self._open_to(note, linked)
        told = min(days_ago, story.presented)
        if story.presented < days_ago:
            return  # they learn of it with the candidate
        for customer in story.text.active_customers(told):
            self._tell(linked, note, customer, story.text.recruiter, told)

    def _customers(self, linked: Linked, customer: Person, opened: float) -> None:
        """A customer's note soon after reading: a question with its answer, or a remark."""
        latest = max(customer.last_seen, customer.blocked or 0.0)
        days_ago = opened - self._chronicle.between(0.02, 0.25)
        if days_ago < latest + 0.02:
            return
        asks = self._chronicle.chance(_ASKS)
        text = self._words(linked, "questions" if asks else "customer", customer.language)
        body, _, answer = text.partition(" => ")
        note = self._note(linked.candidate_id, linked.id, customer.word, body, days_ago)
        self._open_to(note, linked)
        self._tell(linked, note, linked.vacancy.recruiter, customer.word, days_ago)
        for colleague in linked.story.text.active_customers(days_ago):
            if colleague is not customer:
                self._tell(linked, note, colleague, customer.word, days_ago)
        if answer and self._chronicle.chance(_ANSWERED):
            self._opened(linked, answer, self._chronicle.between(0.05, days_ago - 0.01))

    def _words(self, linked: Linked, heading: str, language: str) -> str:
        body, _ = self._chronicle.wording.fresh(
            sections(f"notes/{language}.md")[heading],
            language=language,
            gender=linked.story.somebody.gender,
        )
        return _capitalised(body)

    def _note(
        self,
        candidate_id: int,
        application_id: int | None,
        author: str,
        body: str,
        days_ago: float,
    ) -> Note:
        at = self._chronicle.at(days_ago)
        note = self._chronicle.add(
            Note(
                id=self._chronicle.key(at),
                candidate_id=candidate_id,
                application_id=application_id,
                author_id=self._cast.users[author],
                body=body,
                written_at=at,
            ),
        )
        self._chronicle.audit(at, self._cast.users[author], "write", "note", note.id)
        return note

    def _open_to(self, note: Note, linked: Linked) -> None:
        """Name the readers: the one company whose vacancy it is."""
        companies = {self._cast.company_of(word) for word in linked.story.text.customers}
        for company_id in sorted(companies):
            self._chronicle.add(
                NoteReader(
                    id=self._chronicle.key(note.written_at),
                    note_id=note.id,
                    company_id=company_id,
                ),
            )

    def _tell(
        self, linked: Linked, note: Note, recipient: Person, author: str, days_ago: float
    ) -> None:
        self._bell.ring(
            recipient,
            kind="note",
            event=f"note:{note.id}:{self._chronicle.key(note.written_at)}",
            vacancy_id=linked.vacancy.id,
            application_id=linked.id,
            actor_id=self._cast.users[author],
            days_ago=days_ago,
        )


def _capitalised(text: str) -> str:
    """Both halves of `question => answer` begin with a capital letter."""
    parts: Sequence[str] = text.split(" => ")
    return " => ".join(part[:1].upper() + part[1:] for part in parts)
