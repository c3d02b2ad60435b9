"""The crowd’s attachments: for each condition of their rule one inside and one outside."""

from collections.abc import Iterator

from db.base import Base
from db.keys import new_key
from db.models import Application, AttachmentOpening, Notification
from tests.factories import an_attachment
from tests.house import House
from tests.people import People


def files_of(house: House, people: People, application: Application) -> Iterator[Base]:
    """Opened here, hidden again, taken away, opened elsewhere, to nobody; read and unread.

    Of each opening three customers were told.
    """
    now, staff = house.clock.now, people.recruiter.user_id
    acme, globex = people.acme_vacancy, people.globex_vacancy
    here = application.vacancy_id
    elsewhere = globex if here == acme else acme
    for readable, archived_at, opened in (
        (True, None, ((here, None),)),
        (False, None, ((here, None), (elsewhere, None))),
        (True, None, ((here, now), (elsewhere, None))),
        (True, now, ((here, None),)),
        (True, None, ()),
    ):
        file = an_attachment(
            house, application.candidate_id, staff, readable=readable, archived_at=archived_at
        )
        yield file
        for vacancy_id, hidden_at in opened:
            opening = AttachmentOpening(
                id=new_key(),
                attachment_id=file.id,
                vacancy_id=vacancy_id,
                opened_at=now,
                opened_by_id=staff,
                hidden_at=hidden_at,
            )
            yield opening
            for one in (people.iryna, people.pavlo, people.greta):
                yield Notification(
                    recipient_id=one.user_id,
                    event=f"attachment:{opening.id}:",
                    kind="attachment",
                    actor_id=staff,
                    vacancy_id=vacancy_id,
                    application_id=application.id,
                    created_at=now,
                    due_at=now,
                )
