"""The access matrix, letters to candidates: staff write them, administrators keep the wordings."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from db.keys import new_key
from db.models import (
    Application,
    CandidateContact,
    Interview,
    InterviewPerson,
    Letter,
    LetterFile,
    Vacancy,
)
from services.interviews import copies, forms, invitation, telling, told
from services.mail import enclosures
from services.mail.letters import LaidOut
from services.work import Work
from services.writing import (
    attachments,
    by_hand,
    letters,
    samples,
    screen,
    several,
    templates,
    to_customers,
)
from services.writing.defaults import Wording
from tests.services.matrix import (
    ADMIN,
    ALL_TARGETS,
    CUSTOMERS,
    EVERYBODY,
    PEOPLE,
    STAFF,
    Row,
    Target,
    on_application,
    on_candidate,
    on_customer,
    on_vacancy,
    staff_only,
)
from tests.services.matrix_interviews import form_of, made_of, on_interview

# Customers are told of what they take part in: none of these.
FOR_STAFF = {name: set(ALL_TARGETS) for name in STAFF} | {name: set() for name in CUSTOMERS}
OF_TWO = {name: {"acme", "globex"} for name in STAFF}
WORDING = Wording("Interview", "<p>Come and see us.</p>")
LETTER = letters.CandidateLetter("en", WORDING)
LAID_OUT = LaidOut("Interview", "<p>Come and see us.</p>", "Come and see us.")
FILES = (attachments.ChosenFile("offer.txt", b"What we offer."),)
TO_NOBODY = Letter(id=1, candidate_id=1)
OF_KIND = {"kind": "free", "language": "uk"}


def _of_kind(**more: Any) -> Callable[[Work, Target], dict[str, Any]]:
    return lambda work, target: OF_KIND | more


def _application(work: Work, target: Target) -> Application:
    return work.one(Application, target.application)


def _with_address(work: Work, target: Target) -> Application:
    application = _application(work, target)
    if work.viewer.is_staff:
        work.add(
            CandidateContact(
                candidate_id=application.candidate_id,
                kind="email",
                value="somebody@candidates.example",
                position=0,
            )
        )
        work.flush()
    return application


def _own_letter(work: Work, target: Target) -> dict[str, Any]:
    """One that the viewer has just written about the application, if he may."""
    if not work.viewer.is_staff or target.application == 1:
        return {"letter_id": 1}
    application = _with_address(work, target)
    key = by_hand.write(work, application_id=application.id, kind="free", letter=LETTER)
    work.flush()
    return {"letter_id": key}


def _by_hand(work: Work, target: Target) -> dict[str, Any]:
    if work.viewer.is_staff:
        _with_address(work, target)
    return {"kind": "free", "letter": LETTER}


def _own_file(work: Work, target: Target) -> dict[str, Any]:
    """One that the viewer has just attached, if he may."""
    key = _own_letter(work, target)["letter_id"]
    if key == 1:
        return {"file_id": 1}
    kept = attachments.keep_files(work, FILES, candidate_id=None)
    attachments.attach(work, key, kept)
    work.flush()
    return {"file_id": work.scalar(select(LetterFile.id).where(LetterFile.letter_id == key))}


def _to_several(work: Work, target: Target) -> dict[str, Any]:
    if work.viewer.is_staff and target.application > 1:
        _with_address(work, target)
    chosen = {"application_ids": [target.application], "batch_id": new_key()}
    return chosen | {"kind": "free", "letter": LETTER, "files": FILES}


def _own_batch(work: Work, target: Target) -> dict[str, Any]:
    """One that the viewer has just written, if he may."""
    if not work.viewer.is_staff or target.application == 1:
        return {"batch_id": 1}
    asked = _to_several(work, target)
    several.write_to_several(work, vacancy_id=target.vacancy, **asked)
    work.flush()
    return {"batch_id": asked["batch_id"]}


def _interview(work: Work, target: Target) -> Interview:
    """One of the application's; for a customer one that is at nobody's hand."""
    one = made_of(work, target.application)
    if one is None and work.viewer.is_staff:
        return work.one(Interview, 1)
    return one or Interview(id=1, application_id=target.application, state="scheduled")


def _told_of_it(work: Work, one: Interview | None) -> dict[str, Any]:
    """To staff it is new: they take part in it."""
    if work.viewer.is_staff and one is not None:
        work.add(
            InterviewPerson(
                interview_id=one.id, person_id=work.viewer.user_id, takes_part=True, copy=True
            )
        )
        work.flush()
    return {"told": None}


WRITING: dict[Callable[..., Any], Row] = {
    templates.template: staff_only(_of_kind()),
    templates.own_templates: Row(ADMIN),
    samples.sample_values: Row(ADMIN, _of_kind()),
    samples.preview_template: Row(ADMIN, _of_kind(wording=WORDING)),
    screen.for_screen: staff_only(lambda work, target: {"laid_out": LAID_OUT}),
    letters.fill_in: staff_only(lambda work, target: {"letter": LETTER, "values": {}}),
    templates.versions: Row(ADMIN, _of_kind()),
    templates.save_template: Row(ADMIN, _of_kind(wording=WORDING, seen=None)),
    templates.back_to_default: Row(ADMIN, _of_kind(seen=None)),
    letters.draft: on_application(STAFF, call=lambda work, target: OF_KIND),
    letters.usual_language: on_application(STAFF),
    letters.address_of: on_candidate(STAFF),
    letters.laid_out_for: Row(
        STAFF,
        lambda work, target: {
            "application": _application(work, target),
            "letter": LETTER,
            "enclosed": letters.NOTHING,
        },
        ALL_TARGETS,
        belt=True,
    ),
    letters.send: Row(
        STAFF,
        lambda work, target: {
            "application": _with_address(work, target),
            "letter": LETTER,
            "kind": "free",
        },
        ALL_TARGETS,
        belt=True,
    ),
    by_hand.write: on_application(
        STAFF,
        call=_by_hand,
        reach={name: {*ALL_TARGETS} - {"archived candidate"} for name in STAFF},
    ),
    by_hand.preview_letter: on_application(STAFF, call=lambda work, target: {"letter": LETTER}),
    attachments.keep_files: staff_only(lambda work, target: {"files": FILES, "candidate_id": None}),
    attachments.attach: staff_only(lambda work, target: {"letter_id": 1, "files": ()}),
    enclosures.files_of: Row(EVERYBODY, lambda work, target: {"letter": TO_NOBODY}, belt=True),
    enclosures.enclosures_of: Row(EVERYBODY, lambda work, target: {"letter": TO_NOBODY}, belt=True),
    enclosures.download_letter_file: Row(STAFF, _own_file, ("acme", "globex"), reach=OF_TWO),
    several.recipients: on_vacancy(
        STAFF, call=lambda work, target: {"application_ids": [target.application]}
    ),
    several.write_to_several: on_vacancy(STAFF, call=_to_several),
    several.undo_writing_to_several: Row(STAFF, _own_batch, ("acme", "globex"), reach=OF_TWO),
    to_customers.draft_to_customer: on_customer(call=lambda work, target: {"language": "uk"}),
    to_customers.preview_to_customer: on_customer(call=lambda work, target: {"letter": LETTER}),
    to_customers.write_to_customer: on_customer(call=lambda work, target: {"letter": LETTER}),
    by_hand.undo_writing: Row(STAFF, _own_letter, ("acme", "globex"), reach=OF_TWO),
    forms.is_shown: Row(
        PEOPLE | {"usher"},
        lambda work, target: {"application": _application(work, target)},
        ALL_TARGETS,
        belt=True,
    ),
    invitation.preview: on_application(
        STAFF, call=lambda work, target: {"form": form_of(work), "letter": LETTER}
    ),
    invitation.next_letter: on_interview(STAFF),
    invitation.written: on_interview(STAFF),
    invitation.tell_candidate: Row(
        STAFF,
        lambda work, target: {"interview": _interview(work, target), "letter": None},
        ALL_TARGETS,
    ),
    copies.queue_copies: Row(
        STAFF, lambda work, target: {"one": _interview(work, target)}, ALL_TARGETS
    ),
    copies.take_copies_back: Row(
        STAFF, lambda work, target: {"one": _interview(work, target)}, ALL_TARGETS
    ),
    copies.copy_of: on_interview(PEOPLE, call=_told_of_it, absent="ok", reach=FOR_STAFF),
    telling.tell_of_interview: Row(
        STAFF,
        lambda work, target: {
            "interview": _interview(work, target),
            "kind": "interview",
            "at": work.now,
        },
        ALL_TARGETS,
    ),
    telling.tell_nobody: Row(
        STAFF, lambda work, target: {"interview": _interview(work, target)}, ALL_TARGETS
    ),
    telling.take_rings_back: Row(
        STAFF, lambda work, target: {"interview": _interview(work, target)}, ALL_TARGETS
    ),
    telling.take_move_back: Row(
        STAFF, lambda work, target: {"interview": _interview(work, target)}, ALL_TARGETS
    ),
    told.newest_to_candidate: Row(EVERYBODY, lambda work, target: {"interview_id": 1}, belt=True),
    told.copies_out: Row(EVERYBODY, lambda work, target: {"interview_id": 1}, belt=True),
    told.candidate_was_told: Row(EVERYBODY, lambda work, target: {"interview_id": 1}, belt=True),
    told.who_answers: Row(
        EVERYBODY,
        lambda work, target: {"letter": None, "vacancy": Vacancy(recruiter_id=1)},
        belt=True,
    ),
    told.language_to_candidate: on_interview(PEOPLE | {"usher"}, belt=True),
    told.waiting_for_candidate: Row(EVERYBODY, lambda work, target: {"interview_id": 1}, belt=True),
    told.take_back: Row(EVERYBODY, lambda work, target: {"letters": ()}, belt=True),
}
