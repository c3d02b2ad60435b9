"""News by letter: what a person was told, bundled as he chose, and written when it leaves.

A letter of news is only a name for its events until it goes out: what it says is read at that
moment, in the name of its reader. Whatever was taken back, hidden or read meanwhile is not in it;
where nothing is left, no letter leaves.
"""

from collections.abc import Sequence
from itertools import groupby

from sqlalchemy import select

from db.models import Notification, User
from services.agency import agency
from services.i18n import Translator, translator
from services.ids import key_text
from services.installation import Installation
from services.mail.letters import Contact, LetterContent, Section
from services.mail.outbox import LetterKind, queue_unwritten
from services.mail.signing import signed_by, signed_by_house
from services.notifications import NotificationView, told_in
from services.notifications.bundles import Bundle, due_bundles
from services.notifications.choices import Delivery
from services.notifications.wording import BY_ITSELF, what_happened
from services.vacancies.views import my_recruiter
from services.viewer import POSTMAN
from services.work import Work, perform, reading

_PERSONAL = {"mentioned", "reminder"}
_KINDS = {Delivery.AT_ONCE: LetterKind.NEWS, Delivery.DAILY: LetterKind.DIGEST}


def queue_news(installation: Installation) -> int:
    """Queue a letter for every bundle of events that is due; returns how many."""
    with reading(installation, POSTMAN) as work:
        bundles = due_bundles(work)
    return sum(perform(installation, POSTMAN, settle_bundle, bundle=bundle) for bundle in bundles)


def settle_bundle(work: Work, *, bundle: Bundle) -> bool:
    """Settle the events of a bundle, once: in one letter, or in none. Tells whether in one."""
    unsettled = work.scalars(
        select(Notification).where(
            Notification.id.in_(bundle.notification_ids), Notification.lettered_at.is_(None)
        ),
    ).all()
    if not unsettled:
        return False
    letter_id = None
    if bundle.delivery is not Delivery.OFF:
        recipient = work.one(User, bundle.recipient_id)
        letter_id = queue_unwritten(
            work,
            kind=LetterKind.VACANCY_ADDED if bundle.added else _KINDS[bundle.delivery],
            recipient=recipient,
            vacancy_id=bundle.vacancy_id,
        )
        work.flush()
    for told in unsettled:
        told.lettered_at, told.letter_id = work.now, letter_id
    return letter_id is not None


def news(work: Work, *, letter_id: int) -> LetterContent | None:
    """What the letter tells the viewer; None where nothing is left. Raises NotAllowed."""
    told = told_in(work, letter_id=letter_id)
    if not told:
        return None
    words = translator(work.viewer.language)
    t = words.text
    house = agency(work)
    address = work.settings.base_url or house.base_url
    vacancies = {one.vacancy_id for one in told}
    if len(vacancies) == 1 and told[0].vacancy:
        subject = t("{vacancy}: news for you ({count})", vacancy=told[0].vacancy, count=len(told))
    else:
        subject = t("{agency}: news for you ({count})", agency=house.name, count=len(told))
    button, place = _way(told, words)
    return LetterContent(
        subject=subject,
        greeting=t("Hello, {name}!", name=work.viewer.name),
        paragraphs=(t("This has happened:"),),
        button=button,
        link=f"{address}{place}",
        facts=(),
        small_print=(_why(told, words), chosen_in_settings(words, address)),
        contact=_contact(work),
        agency_name=house.name,
        sections=tuple(_sections(work, told, words)),
    )


def chosen_in_settings(words: Translator, address: str) -> str:
    """Where whoever gets a letter of news chooses how, and whether, the next one comes."""
    return words.text(
        "How and when letters reach you is chosen in your settings: {address}",
        address=f"{address}/settings",
    )


def _why(told: Sequence[NotificationView], words: Translator) -> str:
    """Why the letter has come: what concerns one personally comes without following anything."""
    kinds = {one.kind for one in told}
    if kinds == {"mentioned"}:
        return words.text("You get this letter because you were named in a note.")
    if kinds == {"reminder"}:
        return words.text("You get this letter because you asked to be reminded.")
    if any(kind in _PERSONAL or kind.startswith("interview") for kind in kinds):
        return words.text(
            "You get this letter because you follow these vacancies, or because something in it "
            "concerns you."
        )
    return words.text("You get this letter because you follow these vacancies.")


def _sections(work: Work, told: Sequence[NotificationView], words: Translator) -> list[Section]:
    """By vacancy; who did it stands behind each event."""
    by_vacancy = sorted(told, key=lambda one: (one.vacancy, one.vacancy_id or 0))
    return [
        Section(
            heading=events[0].vacancy or words.text("Reminders"),
            lines=tuple(_line(work, one, words) for one in events),
        )
        for _, group in groupby(by_vacancy, key=lambda one: one.vacancy_id)
        if (events := sorted(group, key=lambda one: (one.told_at, one.id)))
    ]


def _line(work: Work, one: NotificationView, words: Translator) -> str:
    """What happened and who did it; a day comes by itself."""
    happened = what_happened(one, words, zone=work.viewer.time_zone, now=work.now)
    return happened if one.kind in BY_ITSELF else f"{happened} – {_who(one)}"


def _who(one: NotificationView) -> str:
    return f"{one.actor} ({one.actor_company})" if one.actor_company else one.actor


def _way(told: Sequence[NotificationView], words: Translator) -> tuple[str, str]:
    """One button: to the candidate, the vacancy, or all notifications."""
    first = told[0]
    same = {(one.candidate_id, one.application_id) for one in told} == {
        (first.candidate_id, first.application_id)
    }
    if same and first.candidate_id is not None:
        place = f"/candidate?id={key_text(first.candidate_id)}"
        app = "" if first.application_id is None else f"&app={key_text(first.application_id)}"
        return words.text("Open the candidate"), f"{place}{app}{_part_of_it(told)}"
    if first.vacancy_id is not None and len({one.vacancy_id for one in told}) == 1:
        return words.text("Open the vacancy"), f"/vacancy?id={key_text(first.vacancy_id)}"
    return words.text("Open all news"), "/notifications"


def _part_of_it(told: Sequence[NotificationView]) -> str:
    """Where feedback is asked for, the notes; of one interview, its details."""
    if {one.kind for one in told} == {"interview_feedback"}:
        return "#notes"
    about = {one.interview_id for one in told}
    (key,) = about if len(about) == 1 else (None,)
    return "" if key is None else f"&interview={key_text(key)}"


def _contact(work: Work) -> Contact:
    """A customer's recruiter; for staff the house itself."""
    house = agency(work)
    return (
        signed_by(my_recruiter(work), house) if work.viewer.is_customer else signed_by_house(house)
    )
