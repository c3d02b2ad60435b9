"""What stays from run to run of the state machine."""

from sqlalchemy import delete, update

from db.models import (
    Application,
    AuditEntry,
    Candidate,
    Note,
    NoteChange,
    NoteReader,
    Notification,
    Opening,
    Presentation,
    StageChange,
    User,
    VacancyCustomer,
)
from tests.factories import stage_id
from tests.house import House
from tests.people import People
from tests.services.model import STAGES

_OF_A_RUN = (
    *(NoteReader, NoteChange, Note, Opening, Presentation, StageChange, Notification),
    *(Application, VacancyCustomer, AuditEntry),
)


class World:
    """What stays from run to run: the house, its people, two vacancies and three candidates."""

    def __init__(self, house: House, people: People) -> None:
        self.house = house
        self.staff = people.recruiter
        self.customers = {
            name: getattr(people, name) for name in ("iryna", "pavlo", "greta", "leo")
        }
        self.vacancies = {"acme": people.acme_vacancy, "globex": people.globex_vacancy}
        names = ("maryana", "yurii", "sofia")
        self.candidates = {name: getattr(people, name) for name in names}
        self.stages = {
            (vacancy, key): stage_id(house, vacancy_id, key)
            for vacancy, vacancy_id in self.vacancies.items()
            for key in STAGES
        }
        self.hidden = {name: viewer.contacts_hidden for name, viewer in self.customers.items()}

    def tidy(self) -> None:
        """Forget what a run has left behind."""
        database = self.house.installation.database
        with database.writing(), database.new_session() as session:
            for model in _OF_A_RUN:
                session.execute(delete(model))
            session.execute(update(User).values(blocked_at=None))
            session.execute(update(Candidate).values(headline="Python engineer"))
            session.commit()
