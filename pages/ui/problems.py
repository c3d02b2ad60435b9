"""Errors in the reader's words: what is wrong and what to do."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from pages.ui.field_words import fields, problems
from pages.ui.leak_words import source_name
from pages.ui.markup import button_link, empty, form_error
from pages.ui.text import moment, t, tn
from services.conflicts import Saved
from services.errors import (
    AskedTooOften,
    CandelaError,
    Conflict,
    ContactsFound,
    Invalid,
    NotFound,
    SignInLocked,
    SignInRefused,
    StageInUse,
    UnknownPlaceholder,
)
from services.leaks.checking import Leak
from services.writing.placeholders import NAMES

_NAMED = 6


@dataclass
class Attempt:
    """An act that is being tried; `failed` once its refusal has been shown."""

    failed: bool = False
    error: CandelaError | None = None


@contextmanager
def shown() -> Iterator[Attempt]:
    """Try an act; a refusal is shown where we stand, and what was typed stays."""
    attempt = Attempt()
    try:
        yield attempt
    except CandelaError as error:
        attempt.failed, attempt.error = True, error
        st.html(form_error(*sentences(error)))


@contextmanager
def opening(name: str, address: str) -> Iterator[Attempt]:
    """Open what the address names; where it is not there, say so and lead on to that list."""
    attempt = Attempt()
    try:
        yield attempt
    except NotFound as error:
        attempt.failed, attempt.error = True, error
        st.html(
            empty(
                _sentence(error),
                t("Perhaps the link is not whole, or something has changed since it was sent."),
                button_link(name, address),
            )
        )


def sentences(error: CandelaError) -> list[str]:
    """What to tell the reader; one sentence per field where fields are wrong."""
    if isinstance(error, Invalid):
        return [_field_sentence(field, problem) for field, problem in error.problems.items()]
    if isinstance(error, SignInRefused):
        return _sign_in_refused(error)
    if isinstance(error, SignInLocked):
        minutes = int(str(error.fields["minutes"]))
        return [
            t("Too many attempts. Signing in is closed for a while."),
            tn("Try again in {count} minute.", "Try again in {count} minutes.", minutes),
        ]
    if isinstance(error, AskedTooOften):
        minutes = int(str(error.fields["minutes"]))
        return [
            t("Too many links were asked for."),
            tn("Try again in {count} minute.", "Try again in {count} minutes.", minutes),
        ]
    if isinstance(error, StageInUse | UnknownPlaceholder | ContactsFound):
        return _with_particulars(error)
    who = who_saved(error) if isinstance(error, Conflict) else []
    return [*who, _sentence(error)]


def _with_particulars(error: StageInUse | UnknownPlaceholder | ContactsFound) -> list[str]:
    if isinstance(error, ContactsFound):
        return _contacts_found(error)
    return _stage_in_use(error) if isinstance(error, StageInUse) else _unknown_placeholder(error)


def _contacts_found(error: ContactsFound) -> list[str]:
    """What stands where, the first few of it."""
    places: dict[str, list[str]] = {}
    leaks = [leak for leak in error.leaks if isinstance(leak, Leak)]
    for leak in leaks[:_NAMED]:
        places.setdefault(source_name(leak.source) or t("Here"), []).append(leak.text)
    told = [f"{place}: {', '.join(dict.fromkeys(contacts))}" for place, contacts in places.items()]
    found = len(leaks)
    counted = tn(
        "{count} contact stands in what they would get.",
        "{count} contacts stand in what they would get.",
        found,
    )
    return [counted, *told, _sentence(error)]


def _unknown_placeholder(error: UnknownPlaceholder) -> list[str]:
    names: tuple[str, ...] = error.fields.get("names", ())  # type: ignore[assignment]
    meant: tuple[str, ...] = error.fields.get("meant", ())  # type: ignore[assignment]
    known: tuple[str, ...] = error.fields.get("known", NAMES)  # type: ignore[assignment]
    probably = [
        t(
            "Nothing can be filled in for {name}. Did you mean {meant}?",
            name=_in_braces([name]),
            meant=_in_braces([one]),
        )
        for name, one in zip(names, meant, strict=False)
        if one
    ]
    strange = [
        name for name, one in zip(names, meant or [""] * len(names), strict=False) if not one
    ]
    if strange:
        probably.append(t("Nothing can be filled in here: {names}.", names=_in_braces(strange)))
    return [*probably, t("These can be filled in: {names}.", names=_in_braces(known))]


def _in_braces(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def who_saved(error: Conflict) -> list[str]:
    """Who has saved meanwhile, and when; nothing where it is not the reader's to know."""
    saved: tuple[Saved, ...] = error.fields.get("saved", ())  # type: ignore[assignment]
    return [
        t(
            "{name} has saved this meanwhile, {moment}.",
            name=one.by or t("Somebody else"),
            moment=moment(one.at),
        )
        for one in saved
    ]


def _sentence(error: CandelaError) -> str:
    reason = str(error.fields.get("reason", error.fields.get("what", "")))
    return _reasons().get((error.code, reason)) or _reasons().get((error.code, "")) or _unknown()


def _unknown() -> str:
    return t("This did not work. Nothing was changed; please try again.")


def _reasons() -> dict[tuple[str, str], str]:
    return {
        ("not_found", ""): t("This does not exist, or it is not yours."),
        ("not_allowed", ""): t("You may not do this."),
        ("signed_out", ""): t("You have been signed out. Please sign in again."),
        ("conflict", ""): t(
            "Somebody else has saved this meanwhile. Your text is still here: copy what you "
            "need, reload the page and save again.",
        ),
        ("conflict", "read_again"): t("It says something else by now: read it, then press again."),
        ("busy", ""): t("Too many people are saving at once. Please try again."),
        ("cannot_store", ""): t(
            "Nothing was saved: the server’s disk is full or cannot be written to. What you typed "
            "is still here. Please tell your administrator."
        ),
        ("duplicate", ""): t("This exists already."),
        ("duplicate", "email"): t("This e-mail is in use already: open that person instead."),
        ("duplicate", "candidate"): t(
            "Somebody in the base may be the same person: please compare, then press once more."
        ),
        ("duplicate", "company"): t(
            "There is a company or department of this name already: merge the two instead."
        ),
        ("duplicate", "word"): t("There is a word of this name already: merge the two instead."),
        ("duplicate", "application"): t("The candidate is linked to this vacancy already."),
        ("stage_in_use", ""): t("Move its candidates to another stage first."),
        ("stage_in_use", "choose"): t("Choose the stage they are moved to."),
        ("stage_in_use", "present"): t(
            "Customers would see them: present them first, or move them elsewhere."
        ),
        ("stage_in_use", "take_back"): t(
            "They would disappear for the customers. Tick the box if that is meant."
        ),
        ("stage_not_reachable", ""): t("The candidate cannot be moved to this stage."),
        ("stage_not_reachable", "present"): t(
            "Customers see this stage: present the candidate first.",
        ),
        ("stage_not_reachable", "hired"): t("The candidate is not hired (any more)."),
        ("stage_not_reachable", "closed"): t("This stage is not open to you."),
        ("vacancy_closed", ""): t("This vacancy is closed. It can be read, but not changed."),
        ("vacancy_closed", "linking"): t(
            "This vacancy is closed: nobody is added to it. Re-open it first."
        ),
        ("across_companies", ""): t(
            "The customer is not of the vacancy’s company. Read what they will see, and confirm."
        ),
        ("contacts_found", ""): t(
            "They would be seen by customers from whom contacts are hidden. Remove them, or say "
            "that they are no contacts."
        ),
        ("overlapping", ""): t(
            "Somebody is busy at that time. Please read with what it overlaps, then confirm it."
        ),
        ("too_late", ""): t("It is too late to take this back."),
        ("access_closed", ""): t("Your access is closed. Please call the agency."),
        ("already_set_up", ""): t("Candela has been set up already. Please sign in."),
        ("wrong_set_up_code", ""): t(
            "The code is not right. It stands in the window where Candela was started.",
        ),
        ("last_administrator", ""): t(
            "This is the last active administrator. Make somebody else one first."
        ),
        ("link_unusable", ""): t(
            "It may have been cut off on the way: copy it whole from the letter, or get a new one."
        ),
        ("link_unusable", "changed"): t("The interview has been changed since this letter"),
        ("link_unusable", "over"): t("The interview is over"),
        ("link_unusable", "used"): t("This link has been used already. Please sign in."),
        ("link_unusable", "expired"): t("This link is too old."),
        ("link_unusable", "blocked"): t("Your access is closed. Please call the agency."),
        ("letter_stays", ""): t("This letter is not sent again."),
        ("letter_stays", "on_its_way"): t("This letter is still on its way."),
        ("letter_stays", "to_candidate"): t(
            "Letters to candidates are not sent again: write a new one."
        ),
        ("letter_stays", "sent_again"): t("This letter has been sent again already."),
        ("letter_stays", "blocked"): t("The recipient’s access is closed: re-activate it first."),
        ("letter_stays", "news"): t(
            "News are written anew when they leave: this letter is not sent again."
        ),
        ("letter_stays", "link_dead"): t(
            "The personal link in this letter works no more. Please send a new invitation."
        ),
        ("document_refused", ""): t("This file cannot be read."),
        ("document_refused", "empty"): t("The file is empty. Please choose another one."),
        ("document_refused", "too_large"): t("The file is larger than 15 MB."),
        ("document_refused", "wrong_type"): t(
            "This is no resume that can be read. Please save it as PDF, DOCX, ODT, RTF, HTML or "
            "TXT.",
        ),
        ("document_refused", "program"): t("This is a program, not a resume. It was not opened."),
        ("document_refused", "picture"): t(
            "This is a picture: its text cannot be read. Please ask for the resume as a document.",
        ),
        ("document_refused", "archive"): t(
            "This is an archive. Please unpack it and choose the resume itself.",
        ),
        ("document_refused", "macros"): t(
            "The document holds macros and was not opened. Please save it without them, as DOCX.",
        ),
        ("document_refused", "two_kinds"): t(
            "The file pretends to be two kinds of file at once. It was not opened.",
        ),
        ("document_refused", "encrypted"): t(
            "The file is protected by a password. Please remove it and choose the file again.",
        ),
        ("document_refused", "damaged"): t(
            "The file is damaged. Please open and save it again, or ask for another copy.",
        ),
        ("document_refused", "too_many_pages"): t("The file has more than 100 pages."),
        ("document_refused", "unpacks_too_large"): t(
            "The file unpacks to far more than a resume. It was not opened.",
        ),
        ("known_already", ""): t(
            "Somebody in the base looks like this candidate: please choose what to do."
        ),
        ("batch_refused", ""): t("These files were not taken."),
        ("batch_refused", "no_files"): t("Please choose the files first."),
        ("batch_refused", "one_open"): t(
            "There are files that you have not saved yet: save or cancel them first."
        ),
        ("batch_refused", "desk_full"): t(
            "Others are reading so many files at the moment that there is no room. Please try "
            "again in a few minutes."
        ),
        ("document_refused", "stopped"): t("The reading was stopped."),
        ("document_refused", "too_large_together"): t(
            "Together the files are larger than 60 MB. Please drop this one later."
        ),
        ("paper_not_made", ""): t(
            "Something went wrong while this resume was made into a file. Please read it on the "
            "page."
        ),
        ("document_refused", "took_too_long"): t(
            "Reading the file took too long. Please save it as a simple PDF or DOCX.",
        ),
    }


def _stage_in_use(error: StageInUse) -> list[str]:
    here = int(str(error.fields.get("count", 1)))
    standing = tn(
        "{count} candidate stands in this stage.", "{count} candidates stand in this stage.", here
    )
    return [standing, _sentence(error)]


def _sign_in_refused(error: SignInRefused) -> list[str]:
    left = int(str(error.fields["attempts_left"]))
    refused = t("E-mail and password do not belong together.")
    if left <= 0:
        return [refused]
    return [refused, tn("{count} attempt left.", "{count} attempts left.", left)]


def _field_sentence(field: str, problem: str) -> str:
    template = problems().get(problem)
    if template is None:
        return _unknown()
    return template.format(field=fields().get(field, field))
