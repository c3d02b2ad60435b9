"""The letter about another vacancy: one for all that were added within quiet minutes.

It tells of what its reader was told in the app (`news.py` bundles it as he chose), and is written
when it leaves, in his name: a vacancy he was untied from meanwhile is not in it, and where none is
left, no letter leaves.
"""

from sqlalchemy import select

from db.models import Notification, Vacancy, VacancyCustomer
from services.agency import agency
from services.i18n import translator
from services.ids import key_text
from services.mail.letters import LetterContent, Section
from services.mail.news import chosen_in_settings
from services.mail.signing import signed_by
from services.permissions import Permission, require
from services.vacancies.following import follows_open_vacancy
from services.vacancies.views import my_recruiter
from services.work import Work


def vacancies_added(work: Work, *, letter_id: int) -> LetterContent | None:
    """What the letter tells the viewer: his open vacancies in it; None where none is left.

    What he has read in the app meanwhile is left out. Raises NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_READ)
    rows = work.rows(
        select(Vacancy.id, Vacancy.title)
        .join(VacancyCustomer, VacancyCustomer.vacancy_id == Vacancy.id)
        .join(Notification, Notification.vacancy_id == Vacancy.id)
        .where(
            follows_open_vacancy(work.viewer.user_id),
            Notification.letter_id == letter_id,
            Notification.read_at.is_(None),
        )
        .order_by(VacancyCustomer.tied_at, Vacancy.id),
    ).all()
    if not rows:
        return None
    words = translator(work.viewer.language)
    t = words.text
    house = agency(work)
    recruiter = my_recruiter(work)
    address = work.settings.base_url or house.base_url
    one = rows[0] if len(rows) == 1 else None
    told = words.plural(
        "{recruiter} has opened {count} vacancy to you: you see the candidates that are "
        "presented in it and can answer.",
        "{recruiter} has opened {count} vacancies to you: you see the candidates that are "
        "presented in them and can answer.",
        len(rows),
        recruiter=recruiter.name,
    )
    return LetterContent(
        subject=t(
            "{agency}: the vacancy “{vacancy}” is open to you", agency=house.name, vacancy=one.title
        )
        if one
        else t("{agency}: new vacancies for you ({count})", agency=house.name, count=len(rows)),
        greeting=t("Hello, {name}!", name=work.viewer.name),
        paragraphs=(told,),
        sections=(Section(t("New for you"), tuple(row.title for row in rows)),),
        button=t("Open the vacancy") if one else t("Open my vacancies"),
        link=f"{address}/vacancy?id={key_text(one.id)}" if one else f"{address}/vacancies",
        facts=(),
        small_print=(
            t("You get this letter because you were added to this selection."),
            chosen_in_settings(words, address),
        ),
        contact=signed_by(recruiter, house),
        agency_name=house.name,
    )
