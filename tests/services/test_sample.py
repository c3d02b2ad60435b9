"""The sample in an installation: the demo with its accounts, and beside a real agency."""

import subprocess
import sys
from contextlib import contextmanager

import pytest
from sqlalchemy import select

from db.engine import open_database
from db.errors import DuplicateKey
from db.models import (
    AccessLink,
    Agency,
    Application,
    Credential,
    Letter,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.access.passwords import matches
from services.access.set_up import SetUpForm, set_up, set_up_code
from services.candidates.listing import candidates
from services.mail.archive import letters
from services.notifications import unread_count
from services.sample import DEMO_PASSWORD, demo_accounts, fill_demo, fill_with_sample_data
from services.vacancies.views import vacancies
from services.viewer import Viewer
from tests.house import QuickHasher, open_house, prepare
from tests.people import viewer
from tests.services.seen_twice import assert_seen_alike
from tools import demo
from tools.failure import CannotBeHad

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def demo_house(request, database, tmp_path_factory):
    """A demo for the whole module: its tests only look at it."""
    databases = request.getfixturevalue(f"_{database}")
    url = databases.fresh(prepare)
    house = open_house(url, tmp_path_factory.mktemp("demo"))
    fill_demo(house.installation, base_url="http://127.0.0.1:8501")
    yield house
    house.installation.database.close()
    databases.drop(url)


def rows(house, statement):
    with house.installation.database.new_session() as session:
        return session.execute(statement).all()


def test_the_accounts_sign_in_and_nobody_else(demo_house):
    statement = select(User.email, Credential.password_hash).join(
        Credential, Credential.user_id == User.id
    )
    hashes = dict(tuple(row) for row in rows(demo_house, statement))
    assert set(hashes) == {account.email for account in demo_accounts()}
    assert set(hashes) == {
        f"{name}@demo.example" for name in ("admin", "recruiter", "acme", "globex")
    }
    hasher = demo_house.installation.hasher
    for password_hash in hashes.values():
        assert matches(hasher, DEMO_PASSWORD, password_hash)
        assert not matches(hasher, "demo-Candela-2", password_hash)


def test_each_account_finds_its_work(demo_house):
    recruiter, acme, globex = (
        viewer(demo_house, f"{name}@demo.example") for name in ("recruiter", "acme", "globex")
    )
    assert demo_house.ask(recruiter, candidates).found == 80
    of_acme = {row.title for row in demo_house.ask(acme, vacancies).rows}
    of_globex = {row.title for row in demo_house.ask(globex, vacancies).rows}
    assert len(of_acme) == 4
    assert len(of_globex) == 5
    assert not of_acme & of_globex
    for customer in (acme, globex):
        assert any(row.unopened for row in demo_house.ask(customer, vacancies).rows)
        assert demo_house.ask(customer, unread_count) > 0
    assert demo_house.ask(recruiter, unread_count) > 0


def test_invitation_letters_lie_in_the_archive_and_open_nothing(demo_house):
    recruiter = viewer(demo_house, "recruiter@demo.example")
    sent = demo_house.ask(recruiter, letters).rows
    assert len(sent) == 7
    assert {row.state for row in sent} == {"sent"}
    assert len({row.to_email for row in sent}) == 7
    assert [row.created_at for row in sent] == sorted(
        (row.created_at for row in sent), reverse=True
    )
    assert all(row.created_at < row.sent_at or row.created_at == row.sent_at for row in sent)
    folder = demo_house.installation.settings.data_dir / "letters"
    stored = {row[0] for row in rows(demo_house, select(Letter.stored_as))}
    assert stored == {path.name for path in folder.glob("*.eml")}
    assert None not in {row[0] for row in rows(demo_house, select(AccessLink.used_at))}
    (blocked,) = rows(demo_house, select(User).where(User.blocked_at.is_not(None)))
    assert blocked[0].name == "Богдан Кравець"


def test_a_second_demo_in_the_same_database_is_refused_whole(demo_house):
    before = rows(demo_house, select(Vacancy.id))
    with pytest.raises(DuplicateKey):
        fill_demo(demo_house.installation, base_url="")
    assert rows(demo_house, select(Vacancy.id)) == before


def test_beside_a_real_agency_it_adds_people_who_cannot_sign_in(house):
    form = SetUpForm(
        agency_name="Light & Co",
        agency_phone="",
        agency_email="",
        base_url="https://light.example",
        name="Lina Light",
        email="lina@light.example",
        password="a long enough password",
        language="en",
        time_zone="Europe/London",
    )
    set_up(house.installation, code=set_up_code(house.installation) or "", form=form)
    fill_with_sample_data(house.installation)
    assert rows(house, select(Agency.name)) == [("Light & Co",)]
    assert len(rows(house, select(Credential.user_id))) == 1
    emails = {row[0] for row in rows(house, select(User.email))}
    assert len(emails) == 11
    assert not any(email.endswith("@demo.example") for email in emails)
    lina = viewer(house, "lina@light.example")
    assert house.ask(lina, candidates).found == 80
    assert house.ask(lina, letters).rows


# ---------------------------------------------------------------- python -m tools.demo


def make(data_dir, **environment):
    demo.make_demo(data_dir, environment, address="http://here", hasher=QuickHasher())


def base_url(data_dir):
    database = open_database(f"duckdb:///{data_dir / 'candela.duckdb'}")
    with database.new_session() as session:
        found = session.scalar(select(Agency.base_url))
    database.close()
    return found


def files(data_dir):
    folders = (*(data_dir / "files").glob("??/*"), *(data_dir / "letters").iterdir())
    return {path.name for path in folders}


def test_the_command_makes_a_demo_and_makes_it_anew_unless_it_runs(tmp_path):
    data_dir = tmp_path / "demo"
    make(data_dir)
    assert base_url(data_dir) == "http://here"
    assert (data_dir / "demo").exists()
    secret, former = (data_dir / "secret").read_bytes(), files(data_dir)
    assert len(former) == 80 + 7
    (data_dir / "candela.duckdb.before-0001").touch()
    with running(data_dir), pytest.raises(CannotBeHad, match="running"):
        make(data_dir)
    assert files(data_dir) == former
    make(data_dir)
    assert base_url(data_dir) == "http://here"
    assert (data_dir / "secret").read_bytes() == secret
    assert len(files(data_dir)) == 80 + 7
    assert not files(data_dir) & former
    assert not (data_dir / "candela.duckdb.before-0001").exists()


@contextmanager
def running(data_dir):
    """Another process that works with the demo."""
    holder = (
        "import sys; from db.engine import open_database; "
        "held = open_database(sys.argv[1]).engine.connect(); print('held', flush=True); input()"
    )
    arguments = [sys.executable, "-c", holder, f"duckdb:///{data_dir / 'candela.duckdb'}"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdout.readline() == b"held\n"
        yield
        server.communicate(b"\n")


def test_the_command_never_touches_a_database_that_is_no_demo(tmp_path):
    database = tmp_path / "candela.duckdb"
    database.write_bytes(b"somebody's work")
    with pytest.raises(CannotBeHad, match="no demo"):
        make(tmp_path)
    assert database.read_bytes() == b"somebody's work"
    assert {path.name for path in tmp_path.iterdir()} == {"candela.duckdb"}
    with pytest.raises(CannotBeHad, match="CANDELA_DATABASE_URL"):
        make(tmp_path / "demo", CANDELA_DATABASE_URL="postgresql://real/candela")
    assert not (tmp_path / "demo").exists()


def test_what_is_printed_names_every_account_and_the_address(tmp_path):
    table = demo.table("http://127.0.0.1:8501", tmp_path)
    for account in demo_accounts():
        assert account.email in table
    assert DEMO_PASSWORD in table
    assert "http://127.0.0.1:8501" in table


@pytest.mark.wide
def test_staff_who_look_on_see_what_each_customer_of_the_demo_sees(demo_house):
    people = [row for (row,) in rows(demo_house, select(User))]
    staff = next(viewer_of(row) for row in people if row.role == "recruiter")
    linked = rows(demo_house, select(Application.candidate_id, Application.vacancy_id))
    ties = rows(demo_house, select(VacancyCustomer.customer_id, VacancyCustomer.vacancy_id))
    shown = 0
    for row in people:
        his = {vacancy_id for customer_id, vacancy_id in ties if customer_id == row.id}
        if row.role == "customer":
            seen = assert_seen_alike(
                demo_house,
                staff,
                viewer_of(row),
                candidates=[one for one, vacancy_id in linked if vacancy_id in his],
                vacancies=his,
            )
            shown += sum(one.get("of_candidate", "nothing") != "nothing" for one in seen)
    assert shown > 50


def viewer_of(row):
    return Viewer.of(row.id, row)
