"""The rules by which a customer sees something or not, by name, and what decides each of them.

A receipt names them beside what it found; nothing is decided here.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from services import disclosure, interview_scope, note_scope, reach, resume_scope, scope
from services.candidates import terms_now, views
from services.resumes.paper import asked


class Rule(StrEnum):
    """Why something is shown, hidden or cut."""

    PRESENTED = "presented"
    NOT_PRESENTED = "not_presented"
    IN_A_MOMENT = "in_a_moment"
    DARK_STAGE = "dark_stage"
    NOT_TIED = "not_tied"
    BLOCKED = "blocked"
    OUT_OF_SIGHT = "out_of_sight"
    CONTACTS_OPEN = "contacts_open"
    CONTACTS_HIDDEN = "contacts_hidden"
    CONTACTS_CUT = "contacts_cut"
    SURNAME_LEFT_OUT = "surname_left_out"
    PHOTO_LEFT_OUT = "photo_left_out"
    VACANCY_SWITCH = "vacancy_switch"
    RESUME_VERSION = "resume_version"
    RESUME_OF_VACANCY = "resume_of_vacancy"
    RESUME_ORIGINAL = "resume_original"
    RESUME_WITHHELD = "resume_withheld"
    RESUME_UNREADABLE = "resume_unreadable"
    RESUME_NONE = "resume_none"
    ORIGINAL_HIDDEN = "original_hidden"
    CORRECTION_WAITS = "correction_waits"
    NOTE_OPENED = "note_opened"
    NOTE_OWN_SIDE = "note_own_side"
    NOTE_NOT_OPENED = "note_not_opened"
    NOTE_FOR_OTHERS = "note_for_others"
    NOTE_IN_A_MOMENT = "note_in_a_moment"
    INTERVIEW_TOLD = "interview_told"
    INTERVIEW_STAFF_ONLY = "interview_staff_only"
    INTERVIEW_NOT_YET = "interview_not_yet"
    ATTACHMENT_OPENED = "attachment_opened"
    ATTACHMENT_TEXT = "attachment_text"
    ATTACHMENT_UNREAD = "attachment_unread"
    OTHER_VACANCIES = "other_vacancies"
    STAFF_ONLY = "staff_only"


#: Where each is decided: the scope, or the field rules.
DECIDED_BY: dict[Rule, Callable[..., Any]] = {
    Rule.PRESENTED: scope.customer_candidate,
    Rule.NOT_PRESENTED: reach.shown_to,
    Rule.IN_A_MOMENT: reach.shown_to,
    Rule.DARK_STAGE: scope.customer_stage,
    Rule.NOT_TIED: scope.customer_vacancy,
    Rule.BLOCKED: scope.customer_vacancy,
    Rule.OUT_OF_SIGHT: scope.customer_application,
    Rule.CONTACTS_OPEN: scope.customer_candidate_contact,
    Rule.CONTACTS_HIDDEN: scope.customer_candidate_contact,
    Rule.CONTACTS_CUT: disclosure.disclosure,
    Rule.SURNAME_LEFT_OUT: disclosure.disclosure,
    Rule.PHOTO_LEFT_OUT: disclosure.shows_photo,
    Rule.VACANCY_SWITCH: disclosure.beside_the_card,
    Rule.RESUME_VERSION: disclosure.resume_for_customer,
    Rule.RESUME_OF_VACANCY: resume_scope.customer_resume_version,
    Rule.RESUME_ORIGINAL: disclosure.resume_for_customer,
    Rule.RESUME_WITHHELD: disclosure.resume_for_customer,
    Rule.RESUME_UNREADABLE: disclosure.resume_for_customer,
    Rule.RESUME_NONE: disclosure.resume_for_customer,
    Rule.ORIGINAL_HIDDEN: disclosure.gives_original,
    Rule.CORRECTION_WAITS: terms_now.lay_over,
    Rule.NOTE_OPENED: note_scope.customer_note,
    Rule.NOTE_OWN_SIDE: note_scope.customer_note,
    Rule.NOTE_NOT_OPENED: note_scope.customer_note,
    Rule.NOTE_FOR_OTHERS: note_scope.customer_note,
    Rule.NOTE_IN_A_MOMENT: note_scope.customer_note,
    Rule.INTERVIEW_TOLD: interview_scope.customer_interview,
    Rule.INTERVIEW_STAFF_ONLY: interview_scope.customer_interview,
    Rule.INTERVIEW_NOT_YET: interview_scope.customer_interview,
    Rule.ATTACHMENT_OPENED: resume_scope.customer_attachment,
    Rule.ATTACHMENT_TEXT: asked.sheet_for_attachment,
    Rule.ATTACHMENT_UNREAD: resume_scope.customer_attachment,
    Rule.OTHER_VACANCIES: scope.customer_application,
    Rule.STAFF_ONLY: views.candidate,
}
