"""What each viewer may see, said a second time and in another way: plain loops over all rows.

Written from the decisions in the mission, not from `services/scope.py`; where the two differ, one
of them is wrong. `visible` gives the keys of every table's rows that a viewer may see.
"""

from collections import defaultdict
from typing import Any

from db import models
from db.base import Base
from services.viewer import Role, Viewer
from tests.factories import stored
from tests.house import House

STAFF = {Role.ADMINISTRATOR, Role.RECRUITER}
# What staff have no business with, and what each internal principal is for.
SECRETS_OF_THE_DOOR = {"Credential", "SignInTicket", "SignInFailure", "LinkRequest"}
OPENS_A_DOOR = {"new_password", "sign_in"}
PRINCIPALS = {
    Role.DOORKEEPER: {
        "Agency", "User", "Company", "Credential", "SignInSession", "SignInTicket", "AccessLink",
        "SignInFailure", "AuditEntry", "LinkRequest", "CalendarFeed",
    },
    Role.POSTMAN: {
        "Agency", "User", "Letter", "LetterEvent", "MailSettings", "Notification",
        "NotificationChoice", "Hiring", "Reminder", "Candidate", "LetterFile",
    },
    Role.REDACTOR: {"Agency", "Candidate", "CandidateContact", "SparedContact"},
    Role.LIBRARIAN: {
        "Candidate", "CandidateContact", "CandidateTerm", "ResumeOriginal", "ResumeVersion",
        "SearchMark",
    },
    Role.USHER: {
        "Agency", "User", "Vacancy", "Stage", "VacancyCustomer", "VacancyFollower", "Application",
        "Interview", "InterviewPerson", "InterviewAnswer", "InterviewRing", "Candidate", "Letter",
        "CandidateContact", "NotificationChoice",
    },
}  # fmt: skip
NEVER_A_CUSTOMERS = SECRETS_OF_THE_DOOR | {
    "AccessLink", "Letter", "LetterEvent", "MailSettings", "AuditEntry", "Hiring", "Reminder",
    "TemplateStage", "VacancyClosing", "SavedFilter", "SearchMark", "NoteChange",
    "Likeness", "LetterTemplate", "LetterFile", "InterviewRing",
    "SparedContact",
}  # fmt: skip

Keys = dict[str, set[Any]]
Rows = dict[str, list[Any]]


def everything(house: House) -> Rows:
    """Every row of every table."""
    return {name: stored(house, getattr(models, name)) for name in models.__all__}


def key_of(row: Base) -> Any:
    """A row's primary key."""
    (key,) = row.__mapper__.primary_key_from_instance(row)
    return key


def visible(rows: Rows, viewer: Viewer, now: Any) -> Keys:
    """The keys of what this viewer may see, table by table."""
    if viewer.role is Role.CUSTOMER:
        return _of_a_customer(rows, viewer, now)
    if viewer.role in STAFF:
        found = {name: _keys(all_of) for name, all_of in rows.items()}
        staff = {user.id for user in rows["User"] if user.role in STAFF}
        told = (
            row
            for row in rows["Notification"]
            if (row.due_at <= now if row.recipient_id == viewer.user_id else row.actor_id in staff)
        )
        shut = OPENS_A_DOOR | ({"staff_invitation"} if viewer.role is Role.RECRUITER else set())
        letters = (row for row in rows["Letter"] if row.kind not in shut)
        found |= {name: set() for name in SECRETS_OF_THE_DOOR}
        return found | {
            "Notification": _keys(told),
            "NotificationChoice": _own_choices(rows, viewer),
            "Draft": _own_drafts(rows, viewer),
            "CalendarFeed": _own_feed(rows, viewer),
            "SavedFilter": _keys(
                row for row in rows["SavedFilter"] if row.user_id == viewer.user_id
            ),
            "Letter": _keys(letters),
            "Reminder": _keys(row for row in rows["Reminder"] if row.owner_id == viewer.user_id),
        }
    theirs = PRINCIPALS[viewer.role]
    found = {name: _keys(all_of) if name in theirs else set() for name, all_of in rows.items()}
    if viewer.role is Role.USHER:  # what candidates and calendars were told of interviews
        found["Letter"] = _keys(row for row in rows["Letter"] if row.interview_id is not None)
        found["NotificationChoice"] = _keys(
            row for row in rows["NotificationChoice"] if row.kind == "interview_reminder"
        )
        invited = {row.application_id for row in rows["Interview"]}
        found["Candidate"] = {row.candidate_id for row in rows["Application"] if row.id in invited}
        found["CandidateContact"] = _keys(
            row
            for row in rows["CandidateContact"]
            if row.kind == "email" and row.candidate_id in found["Candidate"]
        )
    if viewer.role is Role.POSTMAN:  # whether somebody he has a letter for may be written to
        found["Candidate"] = {letter.candidate_id for letter in rows["Letter"]} - {None}
    return found


def _keys(rows: Any) -> set[Any]:
    return {key_of(row) for row in rows}


def _own_choices(rows: Rows, viewer: Viewer) -> set[Any]:
    return _keys(row for row in rows["NotificationChoice"] if row.user_id == viewer.user_id)


def _own_feed(rows: Rows, viewer: Viewer) -> set[Any]:
    return _keys(row for row in rows["CalendarFeed"] if row.user_id == viewer.user_id)


def _own_drafts(rows: Rows, viewer: Viewer) -> set[Any]:
    return _keys(row for row in rows["Draft"] if row.person_id == viewer.user_id)


def _of_a_customer(rows: Rows, viewer: Viewer, now: Any) -> Keys:  # noqa: PLR0915 - one table each
    me, mine = viewer.user_id, viewer.company_id
    found: Keys = defaultdict(set, {name: set() for name in rows})
    by_key = {name: {key_of(row): row for row in all_of} for name, all_of in rows.items()}
    company_of = {user.id: user.company_id for user in rows["User"]}

    def on_my_side(user_id: int) -> bool:
        return user_id == me or (mine is not None and company_of[user_id] == mine)

    def i_am_named(reader: Any) -> bool:
        return reader.customer_id == me or (mine is not None and reader.company_id == mine)

    found["Agency"] = _keys(rows["Agency"])
    for user in rows["User"]:
        if on_my_side(user.id) or user.role in STAFF:
            found["User"].add(user.id)
    if mine is not None:
        found["Company"].add(mine)

    blocked = by_key["User"][me].blocked_at is not None
    for tie in rows["VacancyCustomer"]:
        vacancy = by_key["Vacancy"][tie.vacancy_id]
        mine_now = tie.customer_id == me and tie.untied_at is None and not blocked
        if mine_now and vacancy.archived_at is None:
            found["Vacancy"].add(vacancy.id)
            if vacancy.company_id is not None:
                found["Company"].add(vacancy.company_id)
    for tie in rows["VacancyCustomer"]:
        if tie.vacancy_id in found["Vacancy"] and on_my_side(tie.customer_id):
            found["VacancyCustomer"].add(tie.id)
    for follower in rows["VacancyFollower"]:
        if follower.vacancy_id in found["Vacancy"]:
            found["VacancyFollower"].add(follower.id)
    for stage in rows["Stage"]:
        if stage.vacancy_id in found["Vacancy"] and stage.seen_by_customers:
            found["Stage"].add(stage.id)

    for application in rows["Application"]:
        candidate = by_key["Candidate"][application.candidate_id]
        presented = application.presented_at is not None and application.presented_at <= now
        lit = application.stage_id in found["Stage"]
        if application.vacancy_id in found["Vacancy"] and lit and presented:
            if candidate.archived_at is None:
                found["Application"].add(application.id)
                found["Candidate"].add(candidate.id)

    for change in rows["StageChange"]:
        shown = (
            change.application_id in found["Application"] and change.to_stage_id in found["Stage"]
        )
        if shown and change.undone_at is None:
            found["StageChange"].add(change.id)
    for presentation in rows["Presentation"]:
        ended_at = presentation.ended_at
        if ended_at is None:
            shown = presentation.application_id in found["Application"]
        else:  # past ones are counted, never named; one undone in time has not taken place
            shown = ended_at >= presentation.presented_at
        if shown and presentation.vacancy_id in found["Vacancy"]:
            found["Presentation"].add(presentation.id)
    found["SignInSession"] = {row.id for row in rows["SignInSession"] if row.user_id == me}
    found["Opening"] = {row.id for row in rows["Opening"] if row.customer_id == me}

    for term in rows["CandidateTerm"]:
        if term.candidate_id in found["Candidate"]:
            found["CandidateTerm"].add(term.id)
            found["Term"].add(term.term_id)
    for correction in rows["Correction"]:
        if correction.candidate_id in found["Candidate"] and i_am_named(correction):
            found["Correction"].add(correction.id)
    for interview in rows["Interview"]:
        told = interview.shown_at <= now and interview.state != "undone"
        if interview.application_id in found["Application"] and told and not interview.staff_only:
            found["Interview"].add(interview.id)
    for person in rows["InterviewPerson"]:
        if person.interview_id in found["Interview"] and person.person_id in found["User"]:
            found["InterviewPerson"].add(person.id)
    for answer in rows["InterviewAnswer"]:
        if answer.interview_id in found["Interview"] and answer.person_id == me:
            found["InterviewAnswer"].add(answer.id)
    found["Term"] |= {
        word.merged_into_id
        for word in rows["Term"]
        if word.id in found["Term"] and word.merged_into_id is not None
    }
    for language in rows["CandidateLanguage"]:
        if language.candidate_id in found["Candidate"]:
            found["CandidateLanguage"].add(language.id)
    current = [row for row in rows["ResumeVersion"] if row.superseded_at is None]
    made_for = {(row.candidate_id, row.vacancy_id): row.id for row in current}
    for application in rows["Application"]:
        if application.id not in found["Application"]:
            continue
        candidate_id = application.candidate_id
        own = made_for.get((candidate_id, application.vacancy_id))
        version_id = own or made_for.get((candidate_id, None))
        if version_id is not None:
            found["ResumeVersion"].add(version_id)
        given = by_key["Vacancy"][application.vacancy_id].gives_originals
        if (version_id is None or given) and not viewer.contacts_hidden:
            found["ResumeOriginal"] |= {
                row.id
                for row in rows["ResumeOriginal"]
                if row.candidate_id == candidate_id and row.superseded_at is None
            }
    shown_in = {
        (application.candidate_id, application.vacancy_id)
        for application in rows["Application"]
        if application.id in found["Application"]
    }
    for opened in rows["AttachmentOpening"]:
        file = by_key["Attachment"][opened.attachment_id]
        standing = opened.hidden_at is None and file.archived_at is None
        if standing and (file.readable or not viewer.contacts_hidden):
            if (file.candidate_id, opened.vacancy_id) in shown_in:
                found["Attachment"].add(file.id)
                found["AttachmentOpening"].add(opened.id)
    if not viewer.contacts_hidden:
        for contact in rows["CandidateContact"]:
            if contact.candidate_id in found["Candidate"]:
                found["CandidateContact"].add(contact.id)

    for reader in rows["NoteReader"]:
        if not i_am_named(reader):
            continue
        found["NoteReader"].add(reader.id)
        note = by_key["Note"][reader.note_id]
        if note.withdrawn_at is not None or (reader.opens_at or now) > now:
            continue
        general = note.application_id is None and note.candidate_id in found["Candidate"]
        if note.application_id in found["Application"] or general:
            found["Note"].add(note.id)
    found["NotificationChoice"] = _own_choices(rows, viewer)
    found["Draft"] = _own_drafts(rows, viewer)
    found["CalendarFeed"] = _own_feed(rows, viewer)
    for told in rows["Notification"]:
        to_me = told.recipient_id == me and told.due_at <= now
        of_vacancy = told.application_id is None and told.vacancy_id in found["Vacancy"]
        matter = of_vacancy or told.application_id in found["Application"]
        if told.kind == "attachment":
            matter = matter and int(told.event.split(":")[1]) in found["AttachmentOpening"]
        if matter and (to_me or told.actor_id == me):
            found["Notification"].add(told.id)
    return found
