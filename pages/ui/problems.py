"""Errors in the reader's words: what is wrong and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from pages.ui.markup import button_link, empty, form_error
from pages.ui.text import moment, t, tn
from services.conflicts import Saved
from services.errors import (
    AskedTooOften,
    CandelaError,
    Conflict,
    Invalid,
    NotFound,
    SignInLocked,
    SignInRefused,
    StageInUse,
)


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
    if isinstance(error, StageInUse):
        return _stage_in_use(error)
    who = who_saved(error) if isinstance(error, Conflict) else []
    return [*who, _sentence(error)]


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
        ("across_companies", ""): t(
            "The customer is not of the vacancy’s company. Read what he will see, and confirm."
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
        ("link_unusable", "used"): t("This link has been used already. Please sign in."),
        ("link_unusable", "expired"): t("This link is too old."),
        ("link_unusable", "blocked"): t("Your access is closed. Please call the agency."),
        ("letter_stays", ""): t("This letter is not sent again."),
        ("letter_stays", "on_its_way"): t("This letter is still on its way."),
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
            "Somebody in the base looks like this candidate: please say what becomes of him."
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
    template = _problems().get(problem)
    if template is None:
        return _unknown()
    return template.format(field=_fields().get(field, field))


def _fields() -> dict[str, str]:
    return {
        "agency_name": t("Name of the agency"),
        "agency_phone": t("Phone"),
        "agency_email": t("E-mail"),
        "name": t("Name"),
        "email": t("E-mail"),
        "password": t("Password"),
        "old_password": t("Present password"),
        "new_password": t("New password"),
        "base_url": t("Address for links in letters"),
        "company": t("Company or department"),
        "into": t("Company or department"),
        "ends_after": t("Days until access ends"),
        "warned_before": t("Days of warning before that"),
        "phone": t("Phone"),
        "position": t("Position"),
        "deliveries": t("News by letter"),
        "hour": t("Hour of the daily letter"),
        "language": t("Language"),
        "time_zone": t("Time zone"),
        "title": t("Title"),
        "city": t("City"),
        "description": t("Description for customers"),
        "private_notes": t("Private notes"),
        "first_name": t("First name"),
        "last_name": t("Last name"),
        "patronymic": t("Patronymic"),
        "headline": t("Headline"),
        "experience_years": t("Years of work"),
        "contacts": t("Contacts"),
        "skills": t("Skills"),
        "word": t("Name"),
        "filter": t("Filter"),
        "categories": t("Categories"),
        "resume": t("Resume for customers"),
        "body": t("Note"),
        "message": t("A few words from you"),
        "reason": t("Reason"),
        "application": t("Vacancy"),
        "candidates": t("Candidates"),
        "recruiter_id": t("Responsible recruiter"),
        "site": t("Website"),
        "readers": t("Readers"),
        "sender": t("How letters leave"),
        "from_name": t("Sender’s name"),
        "from_address": t("Sender’s address"),
        "smtp_host": t("Server"),
        "smtp_port": t("Port"),
        "smtp_security": t("Encryption"),
        "smtp_user": t("User"),
        "smtp_password": t("Password"),
        "sendgrid_key": t("SendGrid’s key"),
        "sendgrid_region": t("SendGrid’s region"),
        "webhook_key": t("Public key of the events"),
        "to_email": t("E-mail"),
        "role": t("Role"),
        "messenger": t("Messengers"),
        "signature": t("Signature"),
        "photo": t("Photo"),
        "logo": t("Logo"),
        "blocking": t("Customers"),
        "source": t("Source"),
        "kind": t("What"),
        "due_on": t("On"),
        "reminder": t("Of what"),
        "starts_on": t("First day at work"),
        "guarantee_until": t("Guarantee until"),
        "availability": t("Availability"),
        "born_on": t("Date of birth"),
        "languages": t("Languages"),
        "salary": t("Salary"),
        "salary_currency": t("Currency"),
        "employment": t("Employment"),
        "employment_words": t("In your words"),
        "hires_wanted": t("Hires wanted"),
        "deadline_on": t("Deadline"),
        "priority": t("Priority"),
        "requirements": t("Requirements"),
        "project": t("About the project"),
        "followers": t("Told beside the recruiter"),
        "stages": t("Stages"),
        "sight": t("Who sees it"),
        "outcome": t("What it means"),
        "colour": t("Colour of buttons and links"),
    }


def _problems() -> dict[str, str]:
    return {
        "required": t("{field}: please fill this in."),
        "too_long": t("{field}: this is too long."),
        "too_many": t("{field}: these are too many."),
        "unknown": t("{field}: please choose one from the list."),
        "not_an_email": t("{field}: this is not an e-mail address."),
        "not_a_phone": t("{field}: there is no number in this phone."),
        "not_an_address": t("{field}: an address begins with http:// or https://."),
        "password_too_short": t("{field}: at least 12 characters, please."),
        "password_too_long": t("{field}: at most 128 characters, please."),
        "password_has_control_characters": t("{field}: there are invisible characters in it."),
        "not_days": t("{field}: a whole number from 1 to 365, please."),
        "longer_than_access": t("{field}: no more than the days until access ends, please."),
        "not_a_port": t("{field}: a number from 1 to 65535, please."),
        "not_a_host": t("{field}: only the server’s name, please, for example smtp.example.com."),
        "open_login": t("{field}: without encryption a password would be readable on its way."),
        "not_a_public_key": t("{field}: this is not the public key that SendGrid shows."),
        "password_is_common": t(
            "{field}: too many people use this one. Choose a few words of your own.",
        ),
        "not_a_photo": t("{field}: this is not a PNG, JPEG or WebP picture that can be read."),
        "photo_too_large": t("{field}: the picture is larger than 5 MB."),
        "not_seen": t("{field}: it cannot be seen on white. Please choose a darker picture."),
        "not_a_colour": t("{field}: please choose a colour."),
        "not_an_amount": t("{field}: a whole number, please, for example 45 000."),
        "ends_before": t("{field}: the second number is smaller than the first."),
        "not_a_birthday": t("{field}: please look at the year again."),
        "past": t("{field}: this day has passed."),
        "before_start": t("{field}: this is before the first day."),
        "not_a_day": t("{field}: please choose a day of this century."),
        "first_is_for_staff": t(
            "{field}: the first one is for staff only and ends nothing: candidates begin there."
        ),
        "none_is_seen": t("{field}: customers must see at least one, or nobody can be presented."),
        "named_twice": t("{field}: there is one of this name already."),
        "wrong_password": t("{field}: this is not the one you have now."),
        "not_years": t("{field}: a number from 0 to 70, please."),
        "itself": t("{field}: please choose another one than itself."),
        "presented_already": t("{field}: all of them are presented already."),
        "nobody_to_name": t(
            "{field}: the candidate is on no vacancy yet, so nobody can be told with @."
        ),
        "nothing_chosen": t("{field}: nothing is filtered."),
        "changed": t("{field}: they have changed meanwhile. Please read them again and save."),
    }
