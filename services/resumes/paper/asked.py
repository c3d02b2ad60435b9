"""What this viewer reads on the page, the agency around it, ready to be set on paper."""

from db.models import Agency, Application, Attachment, Candidate
from services.agency import own_contacts
from services.candidates.views import CandidateView, candidate
from services.disclosure import disclosure
from services.errors import NotFound
from services.i18n import translator
from services.i18n.times import full_date, zone_of
from services.mail.look import look_of
from services.markup import plain_text
from services.permissions import Permission, require
from services.resumes.paper.sheet import Sheet
from services.work import Work

_MOST_INITIALS = 3


def sheet_for_application(work: Work, *, application_id: int) -> Sheet:
    """The résumé of one application as this viewer reads it.

    Raises NotFound, also where there is no text that he may read, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_READ)
    application = work.one(Application, application_id)
    one = candidate(work, candidate_id=application.candidate_id, vacancy_id=application.vacancy_id)
    if one.resume.kind not in {"version", "original"} or not one.resume.html:
        raise NotFound(model="Application")
    return _resume(work, one)


def sheet_for_candidate(work: Work, *, candidate_id: int) -> Sheet:
    """The general version for customers as staff read it: the one that is of no vacancy.

    Raises NotFound, also where there is no version, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    one = candidate(work, candidate_id=candidate_id)
    if one.resume.kind != "version":
        raise NotFound(model="Candidate")
    return _resume(work, one)


def sheet_for_attachment(work: Work, *, attachment_id: int) -> Sheet:
    """The text of an attachment as this viewer may read it, made anew.

    Raises NotFound, also where nothing was read of it, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_READ)
    file = work.one(Attachment, attachment_id)
    if not file.readable or file.archived_at is not None:
        raise NotFound(model="Attachment")
    whose = work.one(Candidate, file.candidate_id)
    rules = disclosure(work, [whose.id])
    heading = translator(work.viewer.language).text("Attachment")
    return _sheet(
        work,
        html=rules.html(whose.id, file.html),
        name=rules.name(whose),
        under=f"{heading}: {rules.text(whose.id, file.file_name)}",
        heading=heading,
    )


def _resume(work: Work, one: CandidateView) -> Sheet:
    return _sheet(
        work,
        html=one.resume.html,
        name=one.name,
        under=" · ".join(part for part in (one.headline, one.city) if part),
        heading=translator(work.viewer.language).text("Resume"),
    )


def _sheet(work: Work, *, html: str, name: str, under: str, heading: str) -> Sheet:
    agency, look, reader = work.only(Agency), look_of(work), work.viewer
    words = translator(reader.language)
    # Where they stand in the text they are not said a second time at its head.
    own, told = own_contacts(agency), plain_text(html)
    today = work.now.astimezone(zone_of(reader.time_zone)).date().isoformat()
    return Sheet(
        html=html,
        name=name,
        under=under,
        heading=heading,
        made_on=full_date(work.now, words, reader.time_zone),
        agency=agency.name,
        reach="" if own and all(part in told for part in own) else " · ".join(own),
        shade=look.shade,
        logo=_logo(work, look.logo),
        language=words.language,
        file_name=" ".join(part for part in (heading, _initials(name), today) if part),
    )


def _initials(name: str) -> str:
    """The first letters of the name as the viewer reads it: files are passed on."""
    letters = [part[0].upper() for part in name.split() if part[0].isalpha()]
    return "".join(letters[:_MOST_INITIALS])


def _logo(work: Work, stored_as: str) -> bytes:
    try:
        return work.files.read(stored_as) if stored_as else b""
    except NotFound:  # a data directory that was put back without it
        return b""
