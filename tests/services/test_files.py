"""Files: a random name that says nothing, whole or not there, and never outside the folder."""

import pytest

from services.errors import NotFound
from services.files import FileStore


@pytest.fixture
def store(tmp_path):
    return FileStore(tmp_path / "files")


def test_what_is_put_is_read_byte_for_byte_under_a_name_of_its_own(store, tmp_path):
    content = bytes(range(256)) * 10
    names = {store.put(content) for _ in range(3)}
    assert len(names) == 3
    assert store.names() == names
    assert {store.read(name) for name in names} == {content}
    assert store.read(store.put(b"")) == b""
    for folder in (tmp_path / "files", *(tmp_path / "files").iterdir()):
        assert folder.stat().st_mode & 0o077 == 0
    assert not list((tmp_path / "files").rglob("*.part"))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../../etc/passwd",
        "/etc/passwd",
        "a" * 39,
        "a" * 41,
        "a" * 39 + "/",
        "..%2f" * 8,
        "\x00",
    ],
)
def test_no_other_name_leads_anywhere(store, name):
    for act in (store.read, store.remove):
        with pytest.raises(NotFound):
            act(name)


def test_missing_and_removed_are_the_same(store):
    name = store.put(b"x")
    store.remove(name)
    store.remove(name)
    for gone in (name, "0" * 40):
        with pytest.raises(NotFound) as refused:
            store.read(gone)
        assert refused.value.fields == {"model": "file"}
    assert store.names() == set()


def test_what_was_never_finished_is_no_file(store, tmp_path):
    name = store.put(b"x")
    folder = tmp_path / "files" / name[:2]
    (folder / f"{name[:2]}{'0' * 38}.part").write_bytes(b"half")
    assert store.names() == {name}
