"""The access matrix: rows of what recruiter and customer do together, notes and corrections."""

from collections.abc import Callable
from typing import Any

from db.models import Application, Correction, Note
from services import drafts
from services.candidates import corrections, terms_now, vocabulary
from services.notes import changing, mentions, readers, writing
from services.notes import opening as note_opening
from services.notes import telling as note_telling
from services.notes import views as note_views
from services.work import Work
from tests.services.matrix import (
    ALL_TARGETS,
    CUSTOMERS,
    EVERYBODY,
    PEOPLE,
    STAFF,
    USHER,
    Row,
    Target,
    on_application,
    on_candidate,
    on_vacancy,
    staff_only,
)


def _application(work: Work, target: Target) -> dict[str, Any]:
    return {"application": work.one(Application, target.application)}


def _on_own_note(call: Callable[..., dict[str, Any]] = lambda work, target: {}) -> Row:
    """What its author does with a note that he has just written on the target."""

    def named(work: Work, target: Target) -> dict[str, Any]:
        note_id = writing.write(
            work,
            candidate_id=target.candidate,
            application_id=target.application,
            body="Just written",
        )
        work.flush()
        return {"note_id": note_id, **call(work, target)}

    return Row(PEOPLE, named, ALL_TARGETS)


def _accepted(work: Work, target: Target) -> int:
    """The saving of the target's correction, which the viewer has just accepted."""
    if not work.viewer.is_staff or target.correction == 1:
        return 1
    corrections.accept(work, correction_ids=[target.correction])
    work.flush()
    return work.one(Correction, target.correction).batch


def _named_readers(work: Work, target: Target) -> tuple[readers.Reader, ...]:
    found = readers.readers_of_candidate(work, candidate_id=target.candidate)
    return found or (readers.Reader(1, None, "", ()),)


def _on_note(who: frozenset[str], call: Callable[..., dict[str, Any]]) -> Row:
    """A helper of the notes, on a note of staff's that is opened to Acme."""
    return Row(
        who,
        lambda work, target: {"note": work.one(Note, target.note), **call(work, target)},
        ("acme", "globex"),
        belt=True,
        reach=READERS_OF_ACME,
    )


# The note of the targets is opened to Acme, in either vacancy.
READERS_OF_ACME = {
    **{name: {"acme", "globex"} for name in STAFF},
    "iryna": {"acme"},
    "pavlo": {"acme"},
}
# Whose corrections the targets hold: the company's of whom the vacancy is.
OF_THEIR_OWN_SIDE = {
    **{name: set(ALL_TARGETS) for name in STAFF},
    "iryna": {"acme"},
    "pavlo": {"acme", "left"},
    "greta": {"globex"},
}

TOGETHER: dict[Callable[..., Any], Row] = {
    # ------------------------------------------------ corrections
    vocabulary.key_of_word: staff_only(
        lambda work, target: {"kind": "skill", "name": "New"}, belt=True
    ),
    vocabulary.keys_known: Row(EVERYBODY, lambda work, target: {"words": [("skill", "new")]}),
    vocabulary.words_of: on_candidate(EVERYBODY, absent="ok", hidden_from=USHER),
    terms_now.words_now: on_candidate(EVERYBODY, absent="ok", hidden_from=USHER),
    terms_now.accepted_words: on_candidate(EVERYBODY, absent="ok", hidden_from=USHER),
    terms_now.waiting_corrections: on_candidate(EVERYBODY, absent="ok", hidden_from=USHER),
    corrections.correct: on_application(
        CUSTOMERS,
        call=lambda work, target: {
            "candidate_id": target.candidate,
            "added": vocabulary.Terms(("A new word",)),
            "removed": vocabulary.Terms(),
        },
    ),
    corrections.accept: Row(
        STAFF, lambda work, target: {"correction_ids": [target.correction]}, ALL_TARGETS
    ),
    corrections.undo: Row(
        PEOPLE,
        lambda work, target: {"correction_ids": [target.correction]},
        ALL_TARGETS,
        reach=OF_THEIR_OWN_SIDE,
    ),
    corrections.unaccept: Row(
        STAFF, lambda work, target: {"batch": _accepted(work, target)}, ALL_TARGETS
    ),
    corrections.settle_fulfilled: Row(EVERYBODY, lambda work, target: {"candidate_id": 1}),
    # ------------------------------------------------ notes
    note_views.notes: on_candidate(PEOPLE),
    readers.possible_readers: on_candidate(
        PEOPLE, call=lambda work, target: {"application_id": target.application}
    ),
    writing.write: on_candidate(
        PEOPLE, call=lambda work, target: {"application_id": target.application, "body": "A note"}
    ),
    note_opening.open_note: Row(
        STAFF,
        lambda work, target: {
            "note_id": target.note,
            "version": 1,
            "open_for": _named_readers(work, target),
        },
        ("acme", "globex"),
    ),
    note_opening.hide_note: Row(STAFF, lambda work, target: {"note_id": target.note}, ALL_TARGETS),
    readers.sides_of: Row(
        EVERYBODY,
        lambda work, target: {"note_id": target.note},
        ("acme", "globex"),
        absent="ok",
        reach={
            **{name: {"acme", "globex"} for name in STAFF},
            # the note is opened to Acme in either vacancy
            **{name: {"acme", "globex"} for name in ("iryna", "pavlo", "nadia", "bohdan")},
        },
    ),
    readers.own_side: Row(EVERYBODY),
    readers.application_on: on_application(
        PEOPLE | {"usher"}, call=lambda work, target: {"candidate_id": target.candidate}, belt=True
    ),
    writing.checked_body: Row(EVERYBODY, lambda work, target: {"body": "Words"}),
    note_opening.staffs_note: Row(
        PEOPLE,
        lambda work, target: {"note_id": target.note},
        ("acme", "globex"),
        belt=True,
        reach=READERS_OF_ACME,
    ),
    note_opening.record_change: _on_note(STAFF, lambda work, target: {"kind": "edited"}),
    note_opening.open_for_readers: _on_note(
        STAFF, lambda work, target: {"open_for": _named_readers(work, target)}
    ),
    note_telling.tell_readers: _on_note(
        PEOPLE, lambda work, target: {"readers": (), "opens_at": work.now}
    ),
    note_telling.tell_of_customers_note: _on_note(
        PEOPLE,
        lambda work, target: {**_application(work, target), "own_side": (), "besides": ()},
    ),
    mentions.tell_mentioned: _on_note(PEOPLE, lambda work, target: {"application": None}),
    changing.edit_note: _on_own_note(lambda work, target: {"body": "New words", "version": 1}),
    changing.withdraw_note: _on_own_note(),
    changing.undo_note: _on_own_note(),
    drafts.draft: Row(PEOPLE, lambda work, target: {"place": "note:1:"}),
    drafts.keep_draft: Row(PEOPLE, lambda work, target: {"place": "here", "body": "Typed"}),
    drafts.forget_draft: Row(EVERYBODY, lambda work, target: {"place": "nowhere"}),
    mentions.people_named: Row(EVERYBODY, lambda work, target: {"text": "@Anna Admin"}),
    note_telling.told_from: Row(EVERYBODY),
    readers.readers_of_vacancy: on_vacancy(EVERYBODY, absent="ok"),
    readers.readers_of_candidate: Row(
        EVERYBODY,
        lambda work, target: {"candidate_id": target.candidate},
        ("acme", "globex", "left", "archived"),
        absent="ok",
    ),
    readers.open_to: staff_only(
        lambda work, target: {
            "note_id": target.note,
            "readers": [readers.Reader(work.viewer.company_id, work.viewer.user_id, "", ())],
        },
        belt=True,
    ),
}
