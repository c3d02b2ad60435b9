"""Dropped files after a restart: the same owner finds them again, and nobody else does."""

import logging
import os
from dataclasses import replace

import pytest

from db.models import Candidate
from services.access.sessions import end_sessions_of
from services.batches.batch import Dropped
from services.batches.desk import Desk
from services.batches.dropping import batch_of, cancel, decide, drop, drop_ended, type_into
from services.batches.proposed import form_of
from services.batches.saving import save
from services.batches.shelf import KEPT_SECONDS, Shelf
from services.candidates.forms import ContactForm
from services.candidates.particulars import LanguageForm, ParticularsForm
from services.errors import BatchRefused, CannotStore, KnownAlready
from services.viewer import DOORKEEPER
from tests.factories import stored
from tests.services.test_batches import Reading, dropped, names, on_new_session, resume, wait


@pytest.fixture
def root(tmp_path):
    return tmp_path / "dropped"


@pytest.fixture
def restart(house, root):
    """Begin with a new desk, as a new process does; returns what reads there."""

    def begun():
        house.installation.desk.close()
        reader = Reading()
        house.installation = replace(house.installation, desk=Desk(reader, Shelf(root)))
        return reader

    begun()
    yield begun
    house.installation.desk.close()


@pytest.fixture
def here(house, people):
    """The recruiter in one of her sessions."""
    return on_new_session(house, people.recruiter)


def found(house, viewer):
    """The batch once it is read again."""
    batch_of(house.installation, viewer)
    wait(house)
    return batch_of(house.installation, viewer)


def on_disk(root):
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def test_after_a_restart_it_is_found_as_it_was_left(house, people, restart, here):
    files = [resume("Ada Lovelace", "ada@mail.example"), Dropped("locked.pdf", b"broken")]
    files += [resume("Grace Hopper"), resume("Left Out"), files[0]]
    batch = dropped(house, here, *files, vacancy_id=people.acme_vacancy, too_large=("huge.pdf",))
    typed = replace(
        form_of(batch.file(1)),
        first_name="Augusta",
        headline="x" * 5000,
        contacts=(ContactForm("email", "ada@mail.example"), ContactForm("phone", "\ud800")),
        particulars=ParticularsForm(languages=(LanguageForm("en", "native"),)),
    )
    what = {"batch_id": batch.id}
    type_into(house.installation, here, number=1, form=typed, **what)
    decide(house.installation, here, number=4, plan="skip", **what)
    before = batch_of(house.installation, here)

    reader = restart()
    after = found(house, here)
    assert after == before
    assert sorted(reader.read) == ["Ada Lovelace.txt", "Grace Hopper.txt", "Left Out.txt"]
    assert save(house.installation, here).refused == 1  # the headline
    kept = found(house, here)
    assert [one.state for one in kept.files] == ["ready", "refused", "saved", "ready", "refused"]
    restart()
    again = found(house, here)
    assert [replace(one, problem=None) for one in kept.files] == list(again.files)
    assert names(house).count("Grace Hopper") == 1


def test_it_is_its_owners_alone_after_a_restart(house, people, restart, here, root):
    dropped(house, here, resume("Ada Lovelace"))
    restart()
    elsewhere = on_new_session(house, people.recruiter)
    for other in (elsewhere, people.recruiter, on_new_session(house, people.admin)):
        assert found(house, other) is None
        cancel(house.installation, other)
        assert save(house.installation, other).added == 0
    assert found(house, here).files[0].name == "Ada Lovelace.txt"
    assert [oct(one.stat().st_mode & 0o077) for one in (root, *root.iterdir())] == ["0o0", "0o0"]


def test_called_off_or_saved_nothing_of_it_is_left_on_the_disk(house, restart, here, root):
    dropped(house, here, resume("Ada Lovelace"), resume("Grace Hopper"))
    assert on_disk(root) == ["1", "2", "record.json"]
    cancel(house.installation, here)
    assert list(root.iterdir()) == []
    restart()
    assert found(house, here) is None
    dropped(house, here, resume("Ada Lovelace"))
    restart()
    drop_again = [resume("Grace Hopper")]
    with pytest.raises(BatchRefused) as refused:  # before anybody has looked at the former one
        drop(house.installation, here, files=drop_again)
    assert refused.value.fields["reason"] == "one_open"
    wait(house)
    assert save(house.installation, here).added == 1
    assert on_disk(root) == ["record.json"]
    dropped(house, here, *drop_again)
    assert on_disk(root) == ["1", "record.json"]
    assert len(list(root.iterdir())) == 1


def test_saved_while_the_server_died_nobody_is_made_twice(house, restart, here, monkeypatch):
    """The candidate is there, and that he was saved was not written down."""
    batch = dropped(house, here, resume("Ada Lovelace"), resume("Ada Lovelace", "l@mail.example"))
    for number in (1, 2):
        decide(house.installation, here, batch_id=batch.id, number=number, plan="add")
    desk = house.installation.desk
    monkeypatch.setattr(desk, "settle", lambda *_: None)
    assert save(house.installation, here).added == 2
    restart()
    assert [one.state for one in found(house, here).files] == ["ready", "ready"]
    assert save(house.installation, here).refused == 2
    assert all(isinstance(one.problem, KnownAlready) for one in found(house, here).files)
    assert names(house).count("Ada Lovelace") == 2


def test_it_goes_with_its_session_and_after_a_day(house, people, restart, here, root):
    dropped(house, here, resume("Ada Lovelace"))
    owner, desk = (here.user_id, here.session_id), house.installation.desk
    desk.tidy([owner], left_alone=0)
    assert desk.owners() == []
    assert found(house, here).files[0].state == "ready", "out of memory, but not lost"
    (folder,) = root.iterdir()
    long_ago = folder.stat().st_mtime - KEPT_SECONDS
    os.utime(folder, (long_ago, long_ago))
    drop_ended(house.installation)
    assert folder.exists(), "it lies on the desk"
    restart()
    os.utime(folder, (long_ago, long_ago))
    drop_ended(house.installation)
    assert list(root.iterdir()) == []
    dropped(house, here, resume("Ada Lovelace"))
    restart()
    house.do(DOORKEEPER, end_sessions_of, user_id=here.user_id)
    drop_ended(house.installation)
    assert list(root.iterdir()) == []


def test_a_disk_that_takes_nothing(house, restart, here, root, monkeypatch, caplog):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotStore):
        drop(house.installation, here, files=[resume("Ada Lovelace")])
    assert (list(root.iterdir()), batch_of(house.installation, here)) == ([], None)
    monkeypatch.undo()
    batch = dropped(house, here, resume("Ada Lovelace"))
    monkeypatch.setattr(os, "fsync", full)
    with caplog.at_level(logging.CRITICAL):
        decide(house.installation, here, batch_id=batch.id, number=1, plan="skip")
    assert batch_of(house.installation, here).file(1).plan == "skip"


def test_what_another_version_has_written_is_read_as_far_as_it_goes(
    house, restart, here, root, caplog
):
    batch = dropped(house, here, resume("Ada Lovelace"))
    typed = replace(form_of(batch.file(1)), first_name="Augusta")
    type_into(house.installation, here, batch_id=batch.id, number=1, form=typed)
    (record,) = root.rglob("record.json")
    restart()
    words = record.read_text()
    with caplog.at_level(logging.CRITICAL):
        record.write_text(words.replace('"headline"', '"a line"'))
        assert form_of(found(house, here).file(1)).first_name == "Ada"
        restart()
        record.write_text("{")
        assert found(house, here) is None
    dropped(house, here, resume("Grace Hopper"))
    assert len(stored(house, Candidate)) == len(names(house))
