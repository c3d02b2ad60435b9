"""Settling what was found: taken out of where it stands, or said to be no contact.

Only what the reader has seen is touched: a text that has changed meanwhile loses nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy.orm.attributes import flag_modified

from db.models import (
    Application,
    Attachment,
    AttachmentOpening,
    Candidate,
    CandidateTerm,
    Interview,
    ResumeVersion,
)
from services import audit
from services.candidates.changes import Snapshot, changes_between
from services.candidates.corrections import settle_fulfilled
from services.candidates.resumes import save_version
from services.candidates.spared import spare
from services.contacts.detection import without
from services.contacts.rich import cut_places
from services.contacts.words import Words
from services.disclosure import CUT, Disclosure, as_hidden
from services.errors import NotFound
from services.folding import tidy
from services.leaks.checking import At, Leak, found_in, said_of
from services.leaks.sources import Source, texts_of
from services.notes.opening import record_change, staffs_note
from services.permissions import Permission, require
from services.vacancies.closed import refuse_closed
from services.work import Work

_OF_THE_CARD = {"headline", "city"}
_WORDS_OF_HIS = {"skill", "category"}


def settle(work: Work, *, remove: Sequence[Leak], keep: Sequence[Leak]) -> None:
    """Take out what is to be removed, and record that what is kept is no contact.

    A résumé gets a new version, a note is edited, a skill is taken from the candidate; attachments
    and interviews stay as they are, and it is recorded that customers read them cut. What was typed
    and not saved is the page's own (`words_without`). Raises Invalid (a stored contact is
    kept), VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    require(work.viewer, Permission.NOTES_OPEN)
    kept: dict[int, list[str]] = defaultdict(list)
    for leak in keep:
        kept[leak.candidate_id].append(leak.text)
    for candidate_id, texts in kept.items():
        spare(work, candidate_id=candidate_id, texts=texts)
    work.flush()
    for candidate_id in dict.fromkeys(leak.candidate_id for leak in remove):
        candidate = work.one(Candidate, candidate_id)
        rules = as_hidden(work, [candidate_id])
        his = [leak for leak in remove if leak.candidate_id == candidate_id]
        _mend_notes(work, rules, his)
        _mend_page(work, rules, candidate, his)
        _give_cut(work, rules, his)


def words_without(work: Work, *, words: str, remove: Sequence[Leak]) -> str:
    """What was typed and is not saved, without those that stand in it. Raises NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    rules = as_hidden(work, {leak.candidate_id for leak in remove})
    for candidate_id in dict.fromkeys(leak.candidate_id for leak in remove):
        said = {leak.said for leak in remove if leak.candidate_id == candidate_id}
        found = rules.found(candidate_id, words)
        words = without(words, [one for one in found if said_of(one) in said], CUT)
    return words


def _mend_resumes(work: Work, rules: Disclosure, his: Iterable[Leak]) -> bool:
    mended = False
    for place in _places(his, {"resume"}):
        candidate_id, _, key = place
        version = work.one(ResumeVersion, key)
        if version.candidate_id != candidate_id:
            raise NotFound(model="ResumeVersion")
        if version.superseded_at is not None:
            continue  # what it has become is looked through anew
        said = _said_at(place, his)
        found = rules.found_in_html(candidate_id, version.html)
        cut = [one for one in found if said_of(one) in said]
        html = cut_places(Words.of(version.html), cut, CUT)
        save_version(work, candidate_id=candidate_id, html=html, vacancy_id=version.vacancy_id)
        mended = True
    return mended


def _mend_notes(work: Work, rules: Disclosure, his: Iterable[Leak]) -> None:
    for place in _places(his, {"note"}):
        candidate_id, _, key = place
        note = staffs_note(work, key)
        if note.candidate_id != candidate_id:
            raise NotFound(model="Note")
        if note.application_id is not None:
            application = work.one(Application, note.application_id)
            refuse_closed(work, vacancy_id=application.vacancy_id)
        before = note.body
        body = _cut(rules, place, before, his)
        if body == before:
            continue
        record_change(work, note, "edited", body=before)
        note.body, note.edited_at = body, work.now
        work.flush()
        audit.record(work, "edit", "note", note.id, version=note.version)


def _mend_page(work: Work, rules: Disclosure, candidate: Candidate, his: Iterable[Leak]) -> None:
    """What stands on his edit page: the résumé for customers, his card, his words."""
    before = Snapshot.of(work, candidate)
    mended = _mend_resumes(work, rules, his)
    places = _places(his, _OF_THE_CARD | _WORDS_OF_HIS)
    if not places and not mended:
        return
    for place in places:
        _, field, key = place
        if field in _OF_THE_CARD:
            setattr(candidate, field, tidy(_cut(rules, place, getattr(candidate, field), his)))
        else:
            _take_word(work, candidate.id, key)
    # Who takes only a word or a line of the résumé off him has saved his page, too: the version
    # counts on, so that whoever has it open does not undo this unseen.
    flag_modified(candidate, "headline")
    work.flush()
    settle_fulfilled(work, candidate_id=candidate.id)
    changes = changes_between(before, Snapshot.of(work, candidate))
    audit.record(
        *(work, "edit", "candidate", candidate.id), changes=changes, version=candidate.version
    )


def _give_cut(work: Work, rules: Disclosure, his: Sequence[Leak]) -> None:
    """What customers read without contacts from now on, where all that is cut of it was seen."""
    seen: dict[tuple[int, bool, int], set[str]] = defaultdict(set)
    for leak in his:
        if leak.is_beside:
            seen[leak.candidate_id, leak.source == "place", leak.key].add(leak.said)
    for (candidate_id, is_place, key), said in seen.items():
        row = work.one(Interview, key) if is_place else work.one(AttachmentOpening, key)
        texts = tuple(_texts_beside(work, row))
        if any(text.candidate_id != candidate_id for text in texts):
            raise NotFound(model=type(row).__name__)
        if not said >= {said_of(one) for text in texts for one in found_in(rules, text, {})}:
            continue
        if isinstance(row, Interview):
            row.place_cut = True
            audit.record(work, "cut_place", "interview", row.id)
        else:
            row.without_contacts = True
            audit.record(work, "cut", "attachment", row.attachment_id, vacancy_id=row.vacancy_id)


def _texts_beside(work: Work, row: Interview | AttachmentOpening) -> Iterable[Source]:
    if isinstance(row, AttachmentOpening):
        return texts_of(work.one(Attachment, row.attachment_id), row.id)
    whose = work.one(Application, row.application_id).candidate_id
    return (Source(whose, "place", row.id, row.location, row.kind),)


def _take_word(work: Work, candidate_id: int, key: int) -> None:
    word = work.one(CandidateTerm, key)
    if word.candidate_id != candidate_id:
        raise NotFound(model="CandidateTerm")
    work.remove(word)


def _cut(rules: Disclosure, place: At, text: str, his: Iterable[Leak]) -> str:
    said = _said_at(place, his)
    found = rules.found(place[0], text)
    return without(text, [one for one in found if said_of(one) in said], CUT)


def _said_at(place: At, his: Iterable[Leak]) -> set[str]:
    """What is to be removed from this text."""
    return {leak.said for leak in his if leak.place == place}


def _places(his: Iterable[Leak], kinds: set[str]) -> list[At]:
    """The texts of these kinds in which something is to be removed."""
    return list(dict.fromkeys(leak.place for leak in his if leak.source in kinds))
