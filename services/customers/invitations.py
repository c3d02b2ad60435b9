"""The invitation letter: who invites, for what, the address, the login, one button."""

from sqlalchemy import select

from db.models import Agency, User, Vacancy, VacancyCustomer
from services.access.links import SET_PASSWORD, new_link
from services.i18n import translator
from services.mail.letters import LetterContent
from services.mail.outbox import LetterKind, queue
from services.mail.signing import signed_by
from services.vacancies.following import follows_open_vacancy
from services.work import Work


def invite(work: Work, *, customer: User, vacancy_id: int | None) -> None:
    """Queue the letter with which a customer gets into the system for the first time."""
    agency = work.scalars(select(Agency)).one()
    recruiter = work.one(User, work.viewer.user_id)
    vacancy = work.one(Vacancy, vacancy_id).title if vacancy_id is not None else ""
    words = translator(customer.language)
    t = words.text
    address = work.settings.base_url or agency.base_url
    secret = new_link(work, user_id=customer.id, purpose=SET_PASSWORD)
    link = f"{address}/set-password?token={secret}"
    purpose = (
        t(
            "{recruiter} from {agency} invites you to follow the selection for the vacancy "
            "“{vacancy}”.",
            recruiter=recruiter.name,
            agency=agency.name,
            vacancy=vacancy,
        )
        if vacancy
        else t(
            "{recruiter} from {agency} invites you. A vacancy is being prepared for you.",
            recruiter=recruiter.name,
            agency=agency.name,
        )
    )
    content = LetterContent(
        subject=t("{agency}: your access to candidates", agency=agency.name),
        greeting=t("Hello, {name}!", name=customer.name),
        paragraphs=(
            purpose,
            t(
                "You will see the candidates presented to you, read their resumes and answer "
                "with a note or a click."
            ),
        ),
        button=t("Set a password and sign in"),
        link=link,
        facts=((t("Address"), address), (t("Your login"), customer.email)),
        small_print=(
            words.plural(
                "The button works once, for {count} day. If you did not expect this letter, "
                "you need not do anything.",
                "The button works once, for {count} days. If you did not expect this letter, "
                "you need not do anything.",
                work.settings.access.password_link_days,
            ),
        ),
        contact=signed_by(recruiter, agency),
        agency_name=agency.name,
    )
    queue(
        work,
        kind=LetterKind.INVITATION,
        recipient=customer,
        reply_to=recruiter.email,
        content=content,
        vacancy_id=vacancy_id,
    )


def newest_vacancy(work: Work, *, customer_id: int) -> int | None:
    """The vacancy a customer was tied to last, while it is open; None where there is none."""
    newest: int | None = work.scalars(
        select(Vacancy.id)
        .join(VacancyCustomer, VacancyCustomer.vacancy_id == Vacancy.id)
        .where(
            follows_open_vacancy(customer_id),
        )
        .order_by(VacancyCustomer.tied_at.desc(), Vacancy.id.desc()),
    ).first()
    return newest
