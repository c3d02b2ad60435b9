"""Several files at once: read in turns, each its owner's alone, saved once or not at all."""

import threading
from dataclasses import replace

import pytest

from db.models import Application, Candidate, CandidateContact, ResumeOriginal, Stage, Vacancy
from services.access.sessions import end_sessions_of, new_ticket, start_session, viewer_of
from services.batches import desk as desk_of_the_house
from services.batches import taking
from services.batches.batch import MOST_BYTES, MOST_FILES, Dropped
from services.batches.desk import Desk
from services.batches.dropping import batch_of, cancel, decide, drop, drop_ended, type_into
from services.batches.proposed import form_of
from services.batches.saving import save
from services.documents import LIMITS, ReadDocument, propose
from services.errors import BatchRefused, DocumentRefused, KnownAlready, NotAllowed, NotFound
from services.viewer import DOORKEEPER
from tests.factories import alter, stored

pytestmark = pytest.mark.thorough

PATIENCE = 30


class Reading:
    """A reader in the place of the one with processes: it reads texts, and waits where told."""

    def __init__(self):
        self.read, self.at_once, self.most_at_once = [], 0, 0
        self.go_on, self.began = threading.Event(), threading.Event()
        self.go_on.set()
        self.stopped = []

    def __call__(self, file, skills, stopped):
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.began.set()
        assert self.go_on.wait(PATIENCE)
        self.at_once -= 1
        self.read.append(file.name)
        if stopped.is_set():
            self.stopped.append(file.name)
        if file.content.startswith(b"broken"):
            raise DocumentRefused(reason="encrypted")
        if file.content.startswith(b"bug"):
            raise ZeroDivisionError
        text = file.content.decode()
        document = ReadDocument("txt", "text/plain", readable=bool(text.strip()), html=f"<p>{text}</p>", text=text)  # fmt: skip
        return document, propose(text, skills=skills)


@pytest.fixture
def reading(house):
    reader = Reading()
    house.installation = replace(house.installation, desk=Desk(reader))
    yield reader
    reader.go_on.set()
    house.installation.desk.close()


def resume(name, email=""):
    return Dropped(f"{name}.txt", f"{name}\nAnalyst\n{email}\n".encode())


def dropped(house, viewer, *files, **named):
    drop(house.installation, viewer, files=files, **named)
    wait(house)
    return batch_of(house.installation, viewer)


def wait(house):
    if (reader := house.installation.desk.reader) is not None:
        reader.join(PATIENCE)


def names(house):
    return sorted(f"{one.first_name} {one.last_name}" for one in stored(house, Candidate))


def on_new_session(house, viewer):
    ticket = house.do(DOORKEEPER, new_ticket, user_id=viewer.user_id, remember=True)
    secret, _ = house.do(DOORKEEPER, start_session, ticket=ticket)
    return house.ask(DOORKEEPER, viewer_of, secret=secret)


def test_they_are_read_and_wait_and_one_press_saves_them_linked(house, people, reading):
    before = names(house)
    batch = dropped(
        house,
        people.recruiter,
        resume("Ada Lovelace", "ada@mail.example"),
        Dropped("locked.pdf", b"broken"),
        Dropped("odd.pdf", b"bug"),
        Dropped("scan.pdf", b"  "),
        resume("Grace Hopper"),
        vacancy_id=people.acme_vacancy,
    )
    assert [one.state for one in batch.files] == ["ready", "refused", "refused", "ready", "ready"]
    assert [one.reason for one in batch.files if one.reason] == ["encrypted", "damaged"]
    assert (batch.file(4).is_file_only, batch.is_busy, batch.is_done) == (True, False, False)
    assert names(house) == before, "nothing is saved before somebody says so"

    done = save(house.installation, people.recruiter)
    assert (done.added, done.updated, done.refused) == (2, 0, 0)
    assert set(names(house)) - set(before) == {"Ada Lovelace", "Grace Hopper"}
    first = min(stored(house, Stage, vacancy_id=people.acme_vacancy), key=lambda one: one.position)
    for file in batch_of(house.installation, people.recruiter).files:
        if file.candidate_id is None:
            continue
        (linked,) = stored(house, Application, candidate_id=file.candidate_id)
        assert (linked.stage_id, linked.presented_at) == (first.id, None)
        (original,) = stored(house, ResumeOriginal, candidate_id=file.candidate_id)
        assert house.installation.files.read(original.stored_as).startswith(file.name[:3].encode())
    assert batch_of(house.installation, people.recruiter).weight == len(b"  "), "the rest is let go"


def test_what_one_is_refused_for_stands_at_it_and_the_others_are_saved(house, people, reading):
    batch = dropped(house, people.recruiter, resume("Ada Lovelace"), resume("Grace Hopper"))
    wrong = replace(form_of(batch.file(1)), headline="x" * 5000)
    change(house, people, batch, 1, wrong)
    assert save(house.installation, people.recruiter).refused == 1
    after = batch_of(house.installation, people.recruiter)
    assert after.file(1).problem.problems == {"headline": "too_long"}
    assert (after.file(1).state, after.file(2).state) == ("ready", "saved")
    assert "Ada Lovelace" not in names(house)
    change(house, people, batch, 1, replace(wrong, headline="Analyst", first_name="Augusta"))
    assert save(house.installation, people.recruiter).added == 1
    assert names(house).count("Grace Hopper") == names(house).count("Augusta Lovelace") == 1
    assert batch_of(house.installation, people.recruiter).is_done
    with pytest.raises(NotFound):  # it is saved: what is typed now has no place
        change(house, people, batch, 1, wrong)


def change(house, people, batch, number, form):
    type_into(house.installation, people.recruiter, batch_id=batch.id, number=number, form=form)


def test_a_vacancy_that_is_gone_meanwhile_leaves_no_half_of_a_candidate(house, people, reading):
    dropped(house, people.recruiter, resume("Ada Lovelace"), vacancy_id=people.acme_vacancy)
    before = len(stored(house, CandidateContact))
    for stage in stored(house, Stage, vacancy_id=people.acme_vacancy):
        alter(house, Stage, stage.id, removed_at=house.clock.now)
    assert save(house.installation, people.recruiter).refused == 1
    assert isinstance(batch_of(house.installation, people.recruiter).file(1).problem, NotFound)
    assert "Ada Lovelace" not in names(house)
    assert (len(stored(house, CandidateContact)), before) == (before, before)
    with pytest.raises(NotFound):
        cancel(house.installation, people.recruiter)
        drop(house.installation, people.recruiter, files=[resume("A B")], vacancy_id=1)
    assert stored(house, Vacancy, id=1) == []


def test_pressed_twice_at_once_or_again_nothing_is_made_twice(house, people, reading):
    files = [resume(f"Ada Number{word}") for word in ("One", "Two", "Three", "Four", "Five")]
    dropped(house, people.recruiter, *files, vacancy_id=people.acme_vacancy)
    together, done = threading.Barrier(3), []

    def press():
        together.wait(PATIENCE)
        done.append(save(house.installation, people.recruiter))

    presses = [threading.Thread(target=press) for _ in range(3)]
    for one in presses:
        one.start()
    for one in presses:
        one.join(PATIENCE)
    assert sum(one.added for one in done) == len(files)
    assert save(house.installation, people.recruiter).added == 0
    assert len([one for one in names(house) if one.startswith("Ada ")]) == len(files)


def test_who_looks_like_somebody_waits_until_it_is_said(house, people, reading):
    (known,) = stored(house, CandidateContact, candidate_id=people.maryana, kind="email")
    same = resume("Marianna Kovalenko", known.value)
    batch = dropped(house, people.recruiter, same, vacancy_id=people.acme_vacancy)
    before = names(house)
    assert save(house.installation, people.recruiter).refused == 1
    assert isinstance(batch_of(house.installation, people.recruiter).file(1).problem, KnownAlready)
    assert names(house) == before
    originals = len(stored(house, ResumeOriginal, candidate_id=people.maryana))

    what = {"batch_id": batch.id, "number": 1}
    decide(house.installation, people.recruiter, plan="update", candidate_id=people.maryana, **what)
    assert save(house.installation, people.recruiter).updated == 1
    assert save(house.installation, people.recruiter).updated == 0
    assert names(house) == before
    assert len(stored(house, ResumeOriginal, candidate_id=people.maryana)) == originals + 1
    (maryana,) = stored(house, Candidate, id=people.maryana)
    assert (maryana.first_name, maryana.last_name) == ("Maryana", "Tkachenko")
    mine = {"candidate_id": people.maryana, "vacancy_id": people.acme_vacancy}
    assert len(stored(house, Application, **mine)) == 1

    # The very same file again: it is known by itself, and he has it already.
    batch = dropped(house, people.recruiter, replace(same, name="again.txt"))
    assert save(house.installation, people.recruiter).refused == 1
    what = {"batch_id": batch.id, "number": 1}
    decide(house.installation, people.recruiter, plan="update", candidate_id=people.maryana, **what)
    assert save(house.installation, people.recruiter).updated == 1
    assert len(stored(house, ResumeOriginal, candidate_id=people.maryana)) == originals + 1

    # Said to be another person, or left out.
    batch = dropped(house, people.recruiter, same, resume("Left Out"))
    decide(house.installation, people.recruiter, batch_id=batch.id, number=1, plan="add")
    decide(house.installation, people.recruiter, batch_id=batch.id, number=2, plan="skip")
    assert save(house.installation, people.recruiter).added == 1
    assert set(names(house)) - set(before) == {"Marianna Kovalenko"}
    assert batch_of(house.installation, people.recruiter).is_done


def test_two_files_of_one_person_make_one_candidate(house, people, reading):
    both = [resume(name, "ada@mail.example") for name in ("Ada Lovelace", "Augusta Lovelace")]
    dropped(house, people.recruiter, *both)
    done = save(house.installation, people.recruiter)
    assert (done.added, done.refused) == (1, 1)


def test_cancelled_while_it_is_read_nothing_of_it_is_left(house, people, reading):
    reading.go_on.clear()
    files = [resume("Ada Lovelace"), resume("Grace Hopper")]
    drop(house.installation, people.recruiter, files=files, vacancy_id=people.acme_vacancy)
    assert reading.began.wait(PATIENCE)
    assert batch_of(house.installation, people.recruiter).is_reading
    cancel(house.installation, people.recruiter)
    assert batch_of(house.installation, people.recruiter) is None
    reading.go_on.set()
    wait(house)
    assert (reading.read, reading.stopped) == (["Ada Lovelace.txt"],) * 2
    assert batch_of(house.installation, people.recruiter) is None
    assert save(house.installation, people.recruiter).added == 0
    assert not {"Ada Lovelace", "Grace Hopper"} & set(names(house))
    cancel(house.installation, people.recruiter)  # there is nothing: no error


def test_one_file_at_a_time_in_the_house_and_by_turns(house, people, reading):
    reading.go_on.clear()
    mine = [resume(f"Mine {word}") for word in ("One", "Two", "Three")]
    drop(house.installation, people.recruiter, files=mine)
    assert reading.began.wait(PATIENCE)
    drop(house.installation, people.admin, files=[resume("Hers One"), resume("Hers Two")])
    reading.go_on.set()
    wait(house)
    assert reading.read[1:4] == ["Hers One.txt", "Mine Two.txt", "Hers Two.txt"]
    assert reading.most_at_once == 1


def test_what_is_not_taken_is_said_by_name(house, people, reading, monkeypatch):
    large = Dropped("large.pdf", b"x" * (LIMITS.size + 1))
    same = replace(resume("Ada Lovelace"), name="copy.txt")
    others = [resume(f"Number {number}") for number in range(MOST_FILES)]
    monkeypatch.setattr(taking, "MOST_BYTES", 300)
    batch = dropped(house, people.recruiter, large, resume("Ada Lovelace"), same, *others)
    assert len(batch.files) == MOST_FILES
    assert batch.too_many == ("Number 17.txt", "Number 18.txt", "Number 19.txt")
    assert (batch.files[0].reason, batch.files[2].reason) == ("too_large", "twice")
    assert batch.files[2].like == "Ada Lovelace.txt"
    assert batch.files[-1].reason == "too_large_together"
    assert batch.weight <= 300


def test_there_is_room_for_so_much_and_one_batch_of_each(house, people, reading, monkeypatch):
    with pytest.raises(BatchRefused) as refused:
        drop(house.installation, people.recruiter, files=[])
    assert refused.value.fields["reason"] == "no_files"
    dropped(house, people.recruiter, resume("Ada Lovelace"))
    with pytest.raises(BatchRefused) as refused:
        drop(house.installation, people.recruiter, files=[resume("Grace Hopper")])
    assert refused.value.fields["reason"] == "one_open"
    monkeypatch.setattr(desk_of_the_house, "MOST_BYTES_OF_ALL", 30)
    with pytest.raises(BatchRefused) as refused:
        drop(house.installation, people.admin, files=[resume("Grace Hopper")])
    assert refused.value.fields["reason"] == "desk_full"
    assert MOST_BYTES <= 100_000_000


def test_a_batch_is_its_owners_alone_and_goes_with_his_session(house, people, reading):
    here, elsewhere = (on_new_session(house, people.recruiter) for _ in range(2))
    batch = dropped(house, here, resume("Ada Lovelace"))
    for other in (elsewhere, people.recruiter, people.admin):
        assert batch_of(house.installation, other) is None
        cancel(house.installation, other)
        assert save(house.installation, other).added == 0
        with pytest.raises(NotFound):
            decide(house.installation, other, batch_id=batch.id, number=1, plan="skip")
    drop_ended(house.installation)
    assert batch_of(house.installation, here) == batch
    house.do(DOORKEEPER, end_sessions_of, user_id=here.user_id)
    drop_ended(house.installation)
    assert batch_of(house.installation, here) is None
    assert house.installation.desk.owners() == []


def test_what_is_left_alone_for_hours_is_let_go(house, people, reading):
    here = on_new_session(house, people.recruiter)
    dropped(house, here, resume("Ada Lovelace"))
    owner = (here.user_id, here.session_id)
    house.installation.desk.tidy([owner])
    assert house.installation.desk.owners() == [owner]
    house.installation.desk.tidy([owner], left_alone=0)
    assert house.installation.desk.owners() == []


@pytest.mark.parametrize("who", ["iryna", "pavlo", "greta", "leo", "bohdan"])
def test_customers_have_no_way_to_it(house, people, reading, who):
    customer, house_ = getattr(people, who), house.installation
    form = form_of(dropped(house, people.recruiter, resume("Ada Lovelace")).file(1))
    for act in (
        lambda: drop(house_, customer, files=[resume("A B")], vacancy_id=people.acme_vacancy),
        lambda: batch_of(house_, customer),
        lambda: cancel(house_, customer),
        lambda: type_into(house_, customer, batch_id=1, number=1, form=form),
        lambda: decide(house_, customer, batch_id=1, number=1, plan="add"),
        lambda: save(house_, customer),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert len(house_.desk.owners()) == 1


def test_the_desk_reads_real_files_in_their_own_process(house, people):
    batch = dropped(
        house,
        people.recruiter,
        Dropped("ada.txt", b"Ada Lovelace\nAnalyst\nada@mail.example\n"),
        Dropped("empty.pdf", b""),
    )
    assert [(one.state, one.reason) for one in batch.files] == [("ready", ""), ("refused", "empty")]
    assert form_of(batch.file(1)).last_name == "Lovelace"
