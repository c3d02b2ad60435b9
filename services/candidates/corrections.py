"""Corrections (decision 8): a customer corrects skills and categories, staff accept or undo.

What waits holds for staff and for the side that made it; other companies see it once staff have
accepted it.
"""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from db.keys import new_key
from db.models import Application, Candidate, CandidateTerm, Correction, Term
from services import audit, notifications
from services.candidates.terms_now import WordNow, accepted_words, words_now
from services.candidates.vocabulary import CATEGORY, SKILL, Terms, key_of_word, keys_known
from services.checks import check_line
from services.disclosure import disclosure
from services.errors import Conflict, Invalid, NotFound
from services.folding import fold, tidy
from services.permissions import Permission, allows, require
from services.vacancies.closed import refuse_closed
from services.work import Work

WAITING, ACCEPTED, UNDONE = "waiting", "accepted", "undone"
_MOST_WORDS, _LONGEST_WORD = 60, 80
_FIELDS = {SKILL: "skills", CATEGORY: "categories"}


def correct(
    work: Work, *, candidate_id: int, application_id: int, added: Terms, removed: Terms
) -> int:
    """Add words to a candidate and take some from him, as this customer sees them.

    Holds at once for staff and for his own side; the recruiter is told. What his side itself
    corrected before, and nobody accepted yet, is taken back instead. Returns the batch, 0 where
    nothing new was said. Raises Invalid, VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.TERMS_CORRECT)
    application = work.one(Application, application_id)
    if application.candidate_id != candidate_id:
        raise NotFound(model="Application")
    refuse_closed(work, vacancy_id=application.vacancy_id)
    saving = _Saving(work, application)
    for kind, field in _FIELDS.items():
        new = [check_line(field, word, _LONGEST_WORD) for word in getattr(added, field)]
        saving.take_away(kind, {fold(word) for word in getattr(removed, field)})
        if not saving.put_in(kind, [word for word in new if word]):
            raise Invalid(**{field: "too_many"})
    if saving.made:
        work.flush()
        notifications.tell_recruiter(
            work, kind="corrected", event=f"corrected:{saving.batch}", application=application
        )
        audit.record(work, "correct", "candidate", candidate_id, batch=saving.batch)
    notifications.wake_customers(work, vacancy_id=application.vacancy_id)
    return saving.batch if saving.made else 0


def accept(work: Work, *, correction_ids: Sequence[int]) -> None:
    """Make corrections true for everybody; a new word joins the vocabulary.

    The same said by another side is accepted with it; one accepted already stays so.
    Raises Conflict (undone meanwhile), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    for correction in _named(work, correction_ids):
        if correction.state == UNDONE:
            raise Conflict
        if correction.state == WAITING:
            _make_true(work, correction)
            settle_fulfilled(work, candidate_id=correction.candidate_id)
            audit.record(work, "accept", "correction", correction.id)


def undo(work: Work, *, correction_ids: Sequence[int]) -> None:
    """Take corrections back: staff any, accepted ones too; a customer what waits of his side's.

    One undone already stays so. Raises Conflict (accepted meanwhile), NotFound, NotAllowed.
    """
    staff = allows(work.viewer, Permission.CANDIDATES_MANAGE)
    if not staff:
        require(work.viewer, Permission.TERMS_CORRECT)
    for correction in _named(work, correction_ids):
        if correction.state == ACCEPTED:
            if not staff:
                raise Conflict
            _make_untrue(work, correction)
        elif correction.state == UNDONE:
            continue
        _settle(work, correction, UNDONE)
        work.flush()
        _forget_if_nothing_is_left(work, correction.batch)
        audit.record(work, "undo", "correction", correction.id)


def unaccept(work: Work, *, batch: int) -> None:
    """Let what the viewer has just accepted of one saving wait again, as if he had not.

    What other sides had said the same waits again with it. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    by_him = (Correction.state == ACCEPTED, Correction.settled_by_id == work.viewer.user_id)
    accepted = work.scalars(select(Correction).where(Correction.batch == batch, *by_him)).all()
    if not accepted:
        raise NotFound(model="Correction")
    latest = max(row.settled_at for row in accepted)
    same_act = (
        Correction.candidate_id == accepted[0].candidate_id,
        Correction.settled_at == latest,
    )
    for correction in work.scalars(select(Correction).where(*by_him, *same_act)).all():
        _make_untrue(work, correction)
        correction.state = WAITING
        if not correction.removes:
            correction.term_id = None
        correction.settled_at = correction.settled_by_id = None
        audit.record(work, "unaccept", "correction", correction.id)


def settle_fulfilled(work: Work, *, candidate_id: int) -> None:
    """Accept what waits and has come true: staff said the same, or edited the words themselves."""
    waiting = _waiting(work, candidate_id)
    if not waiting:
        return
    work.flush()
    his = {word.term_id for word in accepted_words(work, candidate_id)}
    known = keys_known(work, [(one.kind, one.folded_word) for one in waiting])
    for correction in waiting:
        if correction.removes:
            fulfilled = _main(work, correction.term_id) not in his
        else:
            key = known.get((correction.kind, correction.folded_word))
            if fulfilled := key in his:
                correction.term_id = key
        if fulfilled:
            _settle(work, correction, ACCEPTED)


def settle_before_merging(work: Work, *, word_id: int, into_id: int) -> None:
    """Before two words become one: whoever had both, and of whom one is to go, has the other left.

    What comes true by the merging is accepted, so that nobody takes away the one that was to stay.
    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    removals = select(Correction).where(Correction.state == WAITING, Correction.removes)
    to_go: dict[int, dict[int | None, list[Correction]]] = defaultdict(lambda: defaultdict(list))
    for correction in work.scalars(removals):
        word = _main(work, correction.term_id)
        if word in {word_id, into_id}:
            to_go[correction.candidate_id][word].append(correction)
    for candidate_id, words in to_go.items():
        both = all(_of_candidate(work, candidate_id, word) for word in (word_id, into_id))
        if len(words) == 1 and both:
            for correction in next(iter(words.values())):
                _make_true(work, correction)
                audit.record(work, "accept", "correction", correction.id)


def settle_named(work: Work, *, word_id: int) -> None:
    """After a word was merged or renamed: accept what waits and has come true by its new name.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VOCABULARY_MANAGE)
    term = work.one(Term, word_id)
    work.flush()
    added = work.scalars(
        select(Correction).where(
            Correction.state == WAITING, Correction.kind == term.kind, ~Correction.removes
        )
    ).all()
    if not added:
        return
    known = keys_known(work, [(one.kind, one.folded_word) for one in added])
    meant = term.merged_into_id or term.id
    for candidate_id in dict.fromkeys(
        one.candidate_id for one in added if known.get((one.kind, one.folded_word)) == meant
    ):
        settle_fulfilled(work, candidate_id=candidate_id)


class _Saving:
    """One saving of a customer's: which corrections it makes, which earlier ones it takes back."""

    def __init__(self, work: Work, application: Application) -> None:
        self.batch, self.made = new_key(), 0
        self._work, self._application = work, application
        owner = application.candidate_id
        self._rules = disclosure(work, [owner])
        self._words = words_now(
            work, candidate_id=owner, read=lambda word: self._rules.without_contacts(owner, word)
        )
        self._waiting = {row.id: row for row in _waiting(work, owner)}

    def take_away(self, kind: str, gone: set[str]) -> None:
        """Take away the words that stand there under these names, as this viewer reads them."""
        for word in list(self._words):
            if word.kind != kind or self._read(word.name) not in gone:
                continue
            if not word.is_there:
                continue
            self._words.remove(word)
            if word.correction_id is not None:  # the same side has only just added it
                self._take_back(word.correction_id)
            else:
                self._write(kind, word.name, word.term_id)

    def put_in(self, kind: str, names: Sequence[str]) -> bool:
        """Add these words; tells whether there is room for them."""
        known = {self._read(word.name): word for word in self._words if word.kind == kind}
        for name in names:
            word = known.get(self._read(name))
            if word is None:
                self._write(kind, name, None)
                known[self._read(name)] = WordNow(
                    kind, name, None, accepted=False, is_there=True, correction_id=None
                )
            elif not word.is_there and word.correction_id is not None:
                self._take_back(word.correction_id)  # the same side has only just taken it away
        return sum(word.is_there for word in known.values()) <= _MOST_WORDS

    def _read(self, word: str) -> str:
        """The word as this viewer reads it: so he names it, and so it is known again."""
        return fold(self._rules.without_contacts(self._application.candidate_id, word))

    def _take_back(self, correction_id: int) -> None:
        _settle(self._work, self._waiting[correction_id], UNDONE)

    def _write(self, kind: str, word: str, term_id: int | None) -> None:
        viewer = self._work.viewer
        self.made += 1
        self._work.add(
            Correction(
                id=new_key(),
                batch=self.batch,
                candidate_id=self._application.candidate_id,
                application_id=self._application.id,
                author_id=viewer.user_id,
                company_id=viewer.company_id,
                customer_id=viewer.user_id if viewer.company_id is None else None,
                kind=kind,
                removes=term_id is not None,
                term_id=term_id,
                word=tidy(word),
                folded_word=fold(word),
                made_at=self._work.now,
                state=WAITING,
            )
        )


def _waiting(work: Work, candidate_id: int) -> list[Correction]:
    return list(
        work.scalars(
            select(Correction)
            .where(Correction.candidate_id == candidate_id, Correction.state == WAITING)
            .order_by(Correction.id)
        )
    )


def _named(work: Work, correction_ids: Sequence[int]) -> list[Correction]:
    return [work.one(Correction, key) for key in dict.fromkeys(correction_ids)]


def _settle(work: Work, correction: Correction, state: str) -> None:
    correction.state = state
    correction.settled_at, correction.settled_by_id = work.now, work.viewer.user_id


def _make_true(work: Work, correction: Correction) -> None:
    if correction.removes:
        _strike(work, correction.candidate_id, correction.term_id)
    else:
        # Kept, for it may be called otherwise by the time somebody takes it back.
        correction.term_id = key_of_word(work, correction.kind, correction.word)
        _write_in(work, correction.candidate_id, correction.term_id)
    _settle(work, correction, ACCEPTED)
    _touch(work, correction, written=not correction.removes)


def _make_untrue(work: Work, correction: Correction) -> None:
    if correction.term_id is not None and correction.removes:
        _write_in(work, correction.candidate_id, correction.term_id)
    else:
        _strike(work, correction.candidate_id, correction.term_id)
    _touch(work, correction, written=correction.removes)


def _write_in(work: Work, candidate_id: int, term_id: int) -> None:
    if not _of_candidate(work, candidate_id, term_id):
        work.add(CandidateTerm(id=new_key(), candidate_id=candidate_id, term_id=term_id))


def _strike(work: Work, candidate_id: int, term_id: int | None) -> None:
    for row in _of_candidate(work, candidate_id, term_id):
        work.remove(row)


def _of_candidate(work: Work, candidate_id: int, term_id: int | None) -> Sequence[CandidateTerm]:
    """The word as he has it, in whichever of its merged spellings."""
    word = func.coalesce(Term.merged_into_id, Term.id) == _main(work, term_id)
    found: Sequence[CandidateTerm] = work.scalars(
        select(CandidateTerm)
        .join(Term, Term.id == CandidateTerm.term_id)
        .where(CandidateTerm.candidate_id == candidate_id, word)
    ).all()
    return found


def _main(work: Work, term_id: int | None) -> int | None:
    """The word itself, or the one that it was merged into."""
    return term_id if term_id is None else work.one(Term, term_id).merged_into_id or term_id


def _touch(work: Work, correction: Correction, *, written: bool) -> None:
    """Whoever has the edit page open must not write the former words over this, and is told."""
    row = work.one(Candidate, correction.candidate_id)
    flag_modified(row, "headline")
    work.flush()
    told = ["", correction.word] if written else [correction.word, ""]
    changes = {_FIELDS[correction.kind]: told}
    audit.record(work, "settle_word", "candidate", row.id, changes=changes, version=row.version)


def _forget_if_nothing_is_left(work: Work, batch: int) -> None:
    """Whoever took all of it back in time need not have told of it."""
    left = select(Correction.id).where(Correction.batch == batch, Correction.state != UNDONE)
    if work.viewer.is_customer and work.scalars(left).first() is None:
        notifications.withdraw_unheard(work, event=f"corrected:{batch}")
