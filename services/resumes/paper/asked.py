"""The résumé as this viewer reads it on the page, the agency around it, ready to be set."""

from db.models import Agency, Application
from services.candidates.views import CandidateView, candidate
from services.errors import NotFound
from services.i18n import translator
from services.i18n.times import full_date, zone_of
from services.mail.look import look_of
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
    return _sheet(work, one)


def sheet_for_candidate(work: Work, *, candidate_id: int) -> Sheet:
    """The version for customers as staff read it, of whichever vacancy.

    Raises NotFound, also where there is no version, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    one = candidate(work, candidate_id=candidate_id)
    if one.resume.kind != "version":
        raise NotFound(model="Candidate")
    return _sheet(work, one)


def _sheet(work: Work, one: CandidateView) -> Sheet:
    agency, look = work.only(Agency), look_of(work)
    reader = work.viewer
    words = translator(reader.language)
    today = work.now.astimezone(zone_of(reader.time_zone)).date().isoformat()
    parts = (words.text("Resume"), _initials(one), today)
    return Sheet(
        html=one.resume.html,
        name=one.name,
        under=" · ".join(part for part in (one.headline, one.city) if part),
        heading=words.text("Resume"),
        made_on=full_date(work.now, words, reader.time_zone),
        agency=agency.name,
        reach=" · ".join(part for part in (agency.phone, agency.email, agency.site) if part),
        shade=look.shade,
        logo=_logo(work, look.logo),
        language=words.language,
        file_name=" ".join(part for part in parts if part),
    )


def _initials(one: CandidateView) -> str:
    """The first letters of the name as the viewer reads it: files are passed on."""
    letters = [part[0].upper() for part in one.name.split() if part[0].isalpha()]
    return "".join(letters[:_MOST_INITIALS])


def _logo(work: Work, stored_as: str) -> bytes:
    try:
        return work.files.read(stored_as) if stored_as else b""
    except NotFound:  # a data directory that was put back without it
        return b""
