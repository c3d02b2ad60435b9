"""The letter to somebody who was told of an interview that he sees no more.

It became staff's alone, the candidate is with the recruiter again, or he is no customer of the
vacancy any more: its entry leaves his calendar. Whom it was with is not his to read now: the letter
carries what takes an entry out of a calendar (which one, when, in whose name), as it was told him.
"""

from db.models import User
from services.agency import agency
from services.i18n import translator
from services.interviews.calendar_file import Attendee, Entry, Told, calendar_file
from services.interviews.wording import when
from services.mail.letters import LetterContent
from services.mail.message import ascii_email
from services.mail.signing import signed_by_house
from services.permissions import Permission, require
from services.work import Work


def goodbye(work: Work, *, told: Told) -> LetterContent:
    """That the interview of that time leaves the viewer's calendar. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_READ)
    words = translator(work.viewer.language)
    t = words.text
    me, house = work.one(User, work.viewer.user_id), agency(work)
    at = when(told.slot, words, me.time_zone)
    link = f"{work.settings.base_url or house.base_url}/calendar"
    entry = Entry(
        uid=told.uid,
        sequence=told.sequence + 1,
        slot=told.slot,
        title=t("Interview"),
        location="",
        description="",
        link=link,
        organizer=told.organizer,
        attendee=Attendee(me.name, ascii_email(me.email)),
        called_off=True,
    )
    return LetterContent(
        subject=t("An interview is cancelled"),
        greeting=t("Hello, {name}!", name=me.name),
        paragraphs=(
            t("The interview below does not take place, or you do not take part in it any more."),
        ),
        button=t("Open the calendar"),
        link=link,
        facts=((t("When"), at),),
        small_print=(t("You get this letter because this interview concerned you."),),
        contact=signed_by_house(house),
        agency_name=house.name,
        calendar=calendar_file(entry, now=work.now),
    )
