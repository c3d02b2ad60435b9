"""The access matrix, the base: candidates, their words, how staff search for them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from db.models import Attachment, Candidate, ResumeOriginal, ResumeVersion, SavedFilter, Term
from services import conflicts
from services.applications import opening
from services.batches import knowing, saving
from services.batches.batch import BatchFile
from services.candidates import (
    attachments,
    choosing,
    corrections,
    duplicates,
    exporting,
    filters,
    intake,
    known,
    likenesses,
    listing,
    ordering,
    own,
    particulars,
    reading_again,
    resumes,
    saved,
    several,
    spared,
    updating,
    vocabulary,
    wordlist,
)
from services.candidates import choices as candidate_choices
from services.candidates import forms as candidate_forms
from services.candidates import history as candidate_history
from services.candidates import views as candidate_views
from services.resumes import leaving_out, safe_copy
from services.resumes import versions as resume_versions
from services.resumes.paper import asked as paper
from services.search import asking, keeping, texts, words
from services.work import Work
from tests.people import text_file
from tests.services.matrix import (
    ADMIN,
    ALL_TARGETS,
    EVERYBODY,
    KEEPERS,
    PEOPLE,
    REACH,
    STAFF,
    USHER,
    Row,
    Target,
    on_application,
    on_candidate,
    on_vacancy,
    staff_only,
)

CANDIDATE_FORM = candidate_forms.CandidateForm(
    "Ada",
    particulars=particulars.ParticularsForm(languages=(particulars.LanguageForm("uk"),)),
)
FILE = text_file("ada.txt", "Ada")
PORTFOLIO = attachments.ReadFile("portfolio.txt", b"Work")
DROPPED = BatchFile(
    1,
    FILE.name,
    content=FILE.content,
    state="ready",
    document=FILE.document,
    typed=CANDIDATE_FORM,
    plan="add",
)


def _own_filter(work: Work, _target: Target) -> dict[str, Any]:
    """One that the viewer keeps; the other's is not there for him (test_base_filters.py)."""
    if work.viewer.is_staff:
        saved.save_filter(work, name="Mine", query="q=x")
        work.flush()
    return {"filter_id": next(iter(work.scalars(select(SavedFilter.id))), 1)}


def _holding(work: Work) -> dict[str, Any]:
    """A version that holds now, as its reader sees it."""
    holding = select(ResumeVersion.id).where(ResumeVersion.superseded_at.is_(None))
    key = next(iter(work.scalars(holding)), 1)
    return {"version_id": key, "seen": key}


def _with_a_version(work: Work, target: Target) -> dict[str, Any]:
    if (
        work.viewer.is_staff
        and work.scalars(select(Candidate.id).where(Candidate.id == target.candidate)).all()
    ):
        resumes.save_version(work, candidate_id=target.candidate, html="<p>New</p>")
        work.flush()
    return {}


def _unread(work: Work, target: Target) -> dict[str, Any]:
    """The original, of which nothing was read yet."""
    found = select(ResumeOriginal).where(ResumeOriginal.id == target.original)
    for original in work.scalars(found) if work.viewer.is_staff else ():
        original.readable = False
        work.flush()
    return {"original_id": target.original}


def _unread_attachment(work: Work, target: Target) -> dict[str, Any]:
    """The attachment, of which nothing was read yet."""
    found = select(Attachment).where(Attachment.id == target.attachment)
    for file in work.scalars(found) if work.viewer.is_staff else ():
        file.readable = False
        work.flush()
    return {"attachment_id": target.attachment}


def _another_word(work: Work) -> int:
    return next(iter(work.scalars(select(Term.id).where(Term.name == "PostgreSQL"))), 1)


def on_attachment(who: frozenset[str], *, vacancy: bool = False, **named: Any) -> Row:
    def call(_work: Work, target: Target) -> dict[str, Any]:
        more = {"vacancy_id": target.vacancy} if vacancy else {}
        return {"attachment_id": target.attachment, **more}

    return Row(who, call, ALL_TARGETS, **named)


def on_word(more: Callable[[Work], dict[str, Any]] = lambda work: {}) -> Row:
    """What staff do with a word; no word belongs to a target: there is one, or none."""

    def call(work: Work, _target: Target) -> dict[str, Any]:
        known = work.scalars(select(Term.id).where(Term.name == "Python"))
        return {"word_id": next(iter(known), 1), **more(work)}

    return staff_only(call)


CANDIDATES: dict[Callable[..., Any], Row] = {
    listing.candidates: Row(PEOPLE),
    listing.all_candidates: Row(STAFF, lambda work, target: {"most": 5}),
    choosing.chosen_by: Row(
        EVERYBODY, lambda work, target: {"search": "", "only": filters.EVERYBODY}
    ),
    choosing.in_the_database: Row(EVERYBODY, lambda work, target: {"chosen": choosing.Chosen()}),
    ordering.page_of: Row(
        EVERYBODY,
        lambda work, target: {
            "chosen": choosing.Chosen(),
            "sort": "newest",
            "before": None,
            "size": 5,
        },
    ),
    filters.conditions: Row(EVERYBODY, lambda work, target: {"only": filters.EVERYBODY}),
    own.own_matching: Row(EVERYBODY, lambda work, target: {"asked": words.question("a")}),
    candidate_choices.word_choices: Row(STAFF),
    candidate_choices.place_choices: Row(STAFF),
    candidate_choices.stage_choices: Row(STAFF),
    candidate_choices.cities: Row(STAFF),
    candidate_choices.sources: Row(STAFF),
    candidate_choices.open_vacancies: Row(STAFF),
    candidate_choices.names_of: Row(STAFF, lambda work, target: {"only": filters.EVERYBODY}),
    several.linked_already: on_vacancy(
        STAFF, call=lambda work, target: {"candidate_ids": [target.candidate]}
    ),
    several.link_several: on_vacancy(
        STAFF, call=lambda work, target: {"candidate_ids": [target.unlinked]}
    ),
    several.add_words: Row(
        STAFF,
        lambda work, target: {"candidate_ids": [target.candidate], "categories": ["New"]},
        ALL_TARGETS,
    ),
    spared.spare: on_candidate(STAFF, call=lambda work, target: {"texts": ["044 123 45 67"]}),
    spared.take_back: on_candidate(STAFF, call=lambda work, target: {"texts": ["044 123 45 67"]}),
    spared.spared_of: Row(
        STAFF, lambda work, target: {"*": ([target.candidate],)}, ALL_TARGETS, absent="ok"
    ),
    exporting.to_export: staff_only(),
    exporting.record_export: staff_only(lambda work, target: {"kind": "csv", "rows": 1}),
    texts.entries: Row(KEEPERS, lambda work, target: {"candidate_ids": [target.candidate]}),
    asking.with_vocabulary: Row(EVERYBODY, lambda work, target: {"question": words.question("a")}),
    keeping.refresh: Row(KEEPERS),
    keeping.forget_marks: Row(KEEPERS),
    candidate_views.candidate: on_candidate(PEOPLE),
    candidate_forms.add: staff_only(lambda work, target: {"form": CANDIDATE_FORM}),
    candidate_forms.edit: on_candidate(
        STAFF,
        call=lambda work, target: {"form": CANDIDATE_FORM, "version": target.candidate_version},
    ),
    candidate_history.history_of: on_candidate(STAFF),
    particulars.particulars: on_candidate(PEOPLE),
    duplicates.duplicates_of: staff_only(
        lambda work, target: {"proposals": [duplicates.Proposed("Ada", "Lovelace", "London")]}
    ),
    duplicates.newly_like: on_candidate(STAFF, call=lambda work, target: {"form": CANDIDATE_FORM}),
    known.known_of: Row(
        STAFF, lambda work, target: {"candidate_ids": [target.candidate]}, ALL_TARGETS, absent="ok"
    ),
    updating.merged: on_candidate(STAFF, call=lambda work, target: {"form": CANDIDATE_FORM}),
    intake.update: on_candidate(
        STAFF,
        call=lambda work, target: {"form": CANDIDATE_FORM, "version": target.candidate_version},
    ),
    conflicts.saved_since: Row(
        EVERYBODY, lambda work, target: {"kind": "candidate", "object_id": 1, "version": 0}
    ),
    conflicts.refuse_stale: Row(
        EVERYBODY, lambda work, target: {"*": ("candidate", 1), "read": 1, "stands": 1}
    ),
    likenesses.keep_likenesses: staff_only(
        lambda work, target: {"candidate_id": 1, "keys": frozenset({("name", "ada")})}, belt=True
    ),
    particulars.languages_of: on_candidate(EVERYBODY, absent="ok"),
    # Nobody here has one; whose is seen by whom: test_particulars.py.
    particulars.photo: on_candidate(PEOPLE, reach={"nobody": set()}),
    particulars.set_languages: staff_only(
        lambda work, target: {
            "candidate_id": 1,
            "languages": (particulars.LanguageForm("uk"),),
        },
        belt=True,
    ),
    knowing.known_in: staff_only(lambda work, target: {"files": [DROPPED]}),
    saving.save_file: on_vacancy(STAFF, call=lambda work, target: {"file": DROPPED}),
    intake.take_in: on_vacancy(STAFF, call=lambda work, target: {"form": CANDIDATE_FORM}),
    resumes.receive: on_candidate(STAFF, call=lambda work, target: {"file": FILE}),
    resumes.save_version: on_candidate(STAFF, call=lambda work, target: {"html": "<p>New</p>"}),
    resumes.versions: on_candidate(STAFF),
    resumes.originals: on_candidate(STAFF),
    resume_versions.made_for: on_candidate(STAFF),
    resume_versions.make_safe_version: on_candidate(STAFF),
    resume_versions.restore: staff_only(lambda work, target: _holding(work)),
    safe_copy.safe_copy: on_candidate(STAFF),
    leaving_out.safe_defaults: Row(STAFF),
    leaving_out.choose_safe_defaults: Row(
        ADMIN, lambda work, target: {"defaults": leaving_out.SafeDefaults()}
    ),
    leaving_out.safe_choices: on_candidate(STAFF),
    leaving_out.leave_out: on_candidate(
        STAFF, call=lambda work, target: {"wanted": leaving_out.LeftOut(surname=True)}
    ),
    resumes.resumes_of: on_candidate(
        EVERYBODY,
        absent="ok",
        reach={
            **{name: of for name, of in REACH.items() if name != "iryna"},
            **{name: set(ALL_TARGETS) for name in KEEPERS},
            "usher": set(),
        },
    ),
    resumes.download_original: Row(
        PEOPLE,
        lambda work, target: {"original_id": target.original},
        ALL_TARGETS,
        hidden_from=frozenset({"iryna"}),
    ),
    reading_again.unread_original: staff_only(_unread),
    reading_again.keep_what_was_read: staff_only(
        lambda work, target: _unread(work, target) | {"document": FILE.document}
    ),
    reading_again.unread_attachment: staff_only(_unread_attachment),
    reading_again.keep_what_was_read_of_attachment: staff_only(
        lambda work, target: (
            _unread_attachment(work, target) | {"file": attachments.ReadFile("a.txt", b"x")}
        )
    ),
    resumes.given_original: Row(
        PEOPLE,
        lambda work, target: {"original_id": target.original},
        ALL_TARGETS,
        hidden_from=frozenset({"iryna"}),
    ),
    opening.tell_of_download: Row(
        PEOPLE,
        lambda work, target: {"original_id": target.original},
        ALL_TARGETS,
        hidden_from=frozenset({"iryna"}),
    ),
    attachments.attach: on_candidate(STAFF, call=lambda work, target: {"file": PORTFOLIO}),
    attachments.attachments: on_candidate(STAFF),
    attachments.open_attachment: on_attachment(STAFF, vacancy=True),
    attachments.hide_attachment: on_attachment(STAFF, vacancy=True),
    attachments.take_away_attachment: on_attachment(STAFF),
    attachments.opened_attachments: on_application(PEOPLE),
    # from whom contacts are hidden, gets the text alone
    attachments.download_attachment: on_attachment(PEOPLE, hidden_from=frozenset({"iryna"})),
    paper.sheet_for_attachment: on_attachment(PEOPLE),
    opening.tell_of_attachment: on_attachment(PEOPLE),
    opening.tell_of_version: on_application(PEOPLE),
    # from her contacts are hidden, and there is no version for her
    paper.sheet_for_application: on_application(PEOPLE, hidden_from=frozenset({"iryna"})),
    paper.sheet_for_candidate: on_candidate(STAFF, call=_with_a_version),
    vocabulary.vocabulary: Row(PEOPLE),
    vocabulary.terms_of: Row(
        EVERYBODY,
        lambda work, target: {"*": ([target.candidate],)},
        ALL_TARGETS,
        absent="ok",
        hidden_from=USHER,
    ),
    saved.saved_filters: Row(STAFF),
    saved.save_filter: Row(STAFF, lambda work, target: {"name": "Mine", "query": "q=x"}, belt=True),
    saved.forget_filter: staff_only(_own_filter),
    wordlist.words: staff_only(),
    wordlist.word: on_word(),
    wordlist.spellings: staff_only(lambda work, target: {"word_id": 1}),
    wordlist.rename: on_word(lambda work: {"form": wordlist.WordForm("Another name")}),
    wordlist.merge: on_word(lambda work: {"into_id": _another_word(work)}),
    wordlist.split: on_word(),
    wordlist.archive: on_word(),
    wordlist.restore: on_word(),
    vocabulary.keys_of_words: staff_only(
        lambda work, target: {"skills": ["New"], "categories": []}, belt=True
    ),
    vocabulary.name_of_term: Row(EVERYBODY),
    vocabulary.name_read: Row(EVERYBODY),
    corrections.settle_named: on_word(),
    corrections.settle_before_merging: on_word(lambda work: {"into_id": _another_word(work)}),
    vocabulary.set_terms: staff_only(
        lambda work, target: {"candidate_id": 1, "skills": ["New"], "categories": []}, belt=True
    ),
}
