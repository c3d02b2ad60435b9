"""The model beside the real house: what a customer is given is compared with what it says."""

import dataclasses
from collections import Counter
from contextlib import contextmanager

import pytest
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Application, CandidateContact, Note
from services.applications.views import of_vacancy
from services.candidates.listing import candidates
from services.candidates.views import candidate
from services.errors import CandelaError, NotFound
from services.notes.readers import possible_readers
from services.notes.views import notes
from services.vacancies.views import vacancies
from tests.house import House
from tests.services import seen_twice
from tests.services.model import Model
from tests.services.world import World


class Played(Model):
    """A model that knows the rows its names stand for, and looks at what each customer sees."""

    house: House
    world: World
    ids: dict[tuple[str, str], int]
    looked: bool

    def viewer(self, customer: str):
        known = self.world.customers[customer]
        return dataclasses.replace(known, contacts_hidden=self.hidden[customer])

    @contextmanager
    def refused(self, *reasons: type[CandelaError]):
        with pytest.raises(reasons):
            yield
        self.looked = True  # what a refused act may have left is seen after the next one

    def _check(self, work, customer: str) -> None:
        shown = self.shown_to(customer)
        mine = {
            vacancy for vacancy in self.world.vacancies
            if (vacancy, customer) in self.tied and customer not in self.blocked
        }  # fmt: skip
        seen = {row.id: row for row in vacancies(work).rows}
        assert set(seen) == {self.world.vacancies[vacancy] for vacancy in mine}
        for vacancy in mine:
            ones = [self.applications[key] for key in shown if key[1] == vacancy]
            row = seen[self.world.vacancies[vacancy]]
            counts = {one.stage.key: one.candidates for one in row.stages if one.candidates}
            assert counts == Counter(one.stage for one in ones)
            assert row.considered == sum(one.stage != "refused" for one in ones)
            assert row.unopened == sum(customer not in one.opened for one in ones)
        assert set(work.scalars(select(Application.id))) == {self.ids[key] for key in shown}
        read = {note_id for note_id, note in self.notes.items() if self.reads(customer, note)}
        assert set(work.scalars(select(Note.id))) == read
        open_to_him = () if self.hidden[customer] else shown
        assert set(work.scalars(select(CandidateContact.candidate_id))) == {
            self.world.candidates[candidate] for candidate, _ in open_to_him
        }

    def _check_preview(self, customer: str) -> None:
        """Staff who look on as him are given what his own pages are."""
        seen_twice.assert_seen_alike(
            self.house,
            self.world.staff,
            self.viewer(customer),
            candidates=self.world.candidates.values(),
            vacancies=self.world.vacancies.values(),
        )

    def _check_pages(self, work, customer: str) -> None:
        shown = self.shown_to(customer)
        page = candidates(work)
        per_candidate = Counter(self.world.candidates[candidate] for candidate, _ in shown)
        assert {row.id: row.applications for row in page.rows} == per_candidate
        assert page.found == len(per_candidate)
        for name, candidate_id in self.world.candidates.items():
            if not any(key[0] == name for key in shown):
                with self.refused(NotFound):
                    candidate(work, candidate_id=candidate_id)
                continue
            card = candidate(work, candidate_id=candidate_id)
            assert bool(card.contacts) == (not self.hidden[customer])
            found = {note.id for note in notes(work, candidate_id=candidate_id)}
            assert found == {
                note_id
                for note_id, note in self.notes.items()
                if note.candidate == name and self.reads(customer, note)
            }
        for vacancy, vacancy_id in self.world.vacancies.items():
            if (vacancy, customer) not in self.tied or customer in self.blocked:
                with self.refused(NotFound):
                    of_vacancy(work, vacancy_id=vacancy_id)
                continue
            rows = of_vacancy(work, vacancy_id=vacancy_id).rows
            assert {row.id for row in rows} == {self.ids[key] for key in shown if key[1] == vacancy}

    # ------------------------------------------------------------ words for the acts

    def _pair(self, vacancy: str, customer: str) -> dict[str, int]:
        return {
            "vacancy_id": self.world.vacancies[vacancy],
            "customer_id": self.world.customers[customer].user_id,
        }

    def _move(self, key: tuple[str, str], stage: str) -> dict[str, int]:
        return {
            "application_id": self.ids[key],
            "to_stage_id": self.world.stages[key[1], stage],
        }

    def _on(self, candidate: str, vacancy: str | None) -> dict[str, int | None]:
        return {
            "candidate_id": self.world.candidates[candidate],
            "application_id": None if vacancy is None else self.ids[candidate, vacancy],
        }

    def _draw_readers(self, data, candidate: str, vacancy: str | None):
        """Some of those who may be named, by side."""
        offered = self.house.ask(self.world.staff, possible_readers, **self._on(candidate, vacancy))
        assert {reader.name for reader in offered} == self.may_be_named(candidate, vacancy)
        return [(reader.name, reader) for reader in offered if data.draw(st.booleans())]

    def _learn_ids(self, vacancy: str) -> None:
        """Presenting links where needed: learn the keys of what it made."""
        with self.house.installation.database.new_session() as session:
            names = {value: name for name, value in self.world.candidates.items()}
            for row in session.scalars(
                select(Application).where(Application.vacancy_id == self.world.vacancies[vacancy])
            ):
                self.ids[names[row.candidate_id], vacancy] = row.id
