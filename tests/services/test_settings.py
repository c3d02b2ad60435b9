"""Settings: every mistake is said in plain words, nothing is guessed, the secret is private."""

import pytest

from services.settings import SettingsError, load_settings
from tests.architecture.reading import ROOT


@pytest.fixture
def load(tmp_path):
    """Load a configuration text with an environment."""

    def loaded(text="", **environment):
        config = tmp_path / "config.yaml"
        config.write_text(text, "utf-8")
        return load_settings(config, {"CANDELA_DATA_DIR": str(tmp_path / "data")} | environment)

    return loaded


def test_the_file_we_ship_says_what_holds_without_it(load, tmp_path):
    shipped = load((ROOT / "config.yaml").read_text("utf-8"))
    assert shipped == load("") == load("# nothing but a comment\n")
    absent = load_settings(tmp_path / "none.yaml", {"CANDELA_DATA_DIR": str(tmp_path / "data")})
    assert absent == shipped


def test_what_is_set_is_heard_and_the_rest_keeps_its_default(load):
    settings = load("access:\n  session_hours: 3\nlists:\n  page_size: 10\n")
    assert (settings.access.session_hours, settings.lists.page_size) == (3, 10)
    assert settings.access.locked_minutes == 15


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("access:\n\tsession_hours: 3", "cannot be read"),
        ("access: [1, 2", "cannot be read"),
        ("access:\n  session_hours: 3\n  session_hours: 4", "session_hours stands there twice"),
        ("lists: {}\nlists: {}", "line 1: lists stands there twice"),
        ("acess:\n  session_hours: 3", "acess"),
        ("access:\n  session_hour: 3", "access.session_hour"),
        ("access:\n  session_hours: twelve", "access.session_hours"),
        ("access:\n  session_hours: '12'", "access.session_hours"),
        ("access:\n  session_hours: 0", "access.session_hours"),
        ("access:\n  session_hours: 1.5", "access.session_hours"),
        ("access:\n  session_hours: true", "access.session_hours"),
        ("access: 5", "access"),
        ("lists:\n  page_size: 201", "lists.page_size"),
        ("letters:\n  sender: pigeon", "letters.sender"),
        ("- a list", "config.yaml"),
        ("just words", "config.yaml"),
        ("? [complex, key]\n: 1", "config.yaml"),
        ("? {a: 1}\n: 1", "config.yaml"),
        ("access: !!python/object/apply:os.system ['true']", "cannot be read"),
        ("secret: abc", "secret"),
        ("data_dir: /", "data_dir"),
    ],
)
def test_a_mistake_is_named(load, text, said):
    with pytest.raises(SettingsError) as refused:
        load(text)
    assert said in str(refused.value)


def test_bytes_that_are_no_text_are_named(load, tmp_path):
    load()
    (tmp_path / "latin.yaml").write_bytes(b"access: {} # \xff")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "latin.yaml", {"CANDELA_DATA_DIR": str(tmp_path / "data")})
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path, {"CANDELA_DATA_DIR": str(tmp_path / "data")})


def test_the_secret_is_made_once_and_for_the_owner_only(load, tmp_path):
    first = load()
    file = tmp_path / "data" / "secret"
    assert file.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert len(first.secret) >= 32
    assert load().secret == first.secret
    file.unlink()
    assert load().secret != first.secret


@pytest.mark.parametrize("secret", ["x", "x" * 31, "їжак"])
def test_a_short_secret_is_refused(load, secret):
    with pytest.raises(SettingsError, match="CANDELA_SECRET is shorter than 32 bytes"):
        load(CANDELA_SECRET=secret)
    assert load(CANDELA_SECRET="x" * 32).secret == b"x" * 32


def test_a_damaged_secret_file_is_named_and_not_replaced(load, tmp_path):
    load()
    file = tmp_path / "data" / "secret"
    file.write_bytes(b"short")
    with pytest.raises(SettingsError, match="damaged"):
        load()
    assert file.read_bytes() == b"short"


def test_a_data_directory_that_cannot_be_written_is_named(load, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "file").write_text("no folder")
    for nowhere in ("/sys/candela", str(tmp_path / "data" / "file" / "below")):
        with pytest.raises(SettingsError, match=r"data directory .* cannot be written: "):
            load(CANDELA_DATA_DIR=nowhere)


def test_where_things_lie(load, tmp_path):
    plain = load()
    assert plain.database_url == f"duckdb:///{tmp_path / 'data' / 'candela.duckdb'}"
    assert (plain.base_url, plain.demo) == ("", False)
    given = load(
        CANDELA_DATABASE_URL="postgresql://candela@db/candela",
        CANDELA_BASE_URL="https://candela.example/",
    )
    assert given.database_url == "postgresql://candela@db/candela"
    assert given.base_url == "https://candela.example"
    (tmp_path / "data" / "demo").touch()
    assert load().demo


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("", None),
        ("smtp://mail.example", ("mail.example", 587, "starttls", "", "")),
        ("smtp://me%40x.example:p%3Aw%2F@mail.example:2525",
         ("mail.example", 2525, "starttls", "me@x.example", "p:w/")),
        ("smtps://me:pw@mail.example", ("mail.example", 465, "tls", "me", "pw")),
        ("smtp+plain://localhost", ("localhost", 25, "none", "", "")),
    ],
)  # fmt: skip
def test_a_mail_server_of_the_environment(load, url, found):
    smtp = load(CANDELA_SMTP_URL=url).smtp
    assert (smtp and (smtp.host, smtp.port, smtp.security, smtp.user, smtp.password)) == found


@pytest.mark.parametrize(
    "url", ["mail.example", "http://mail.example", "smtp://a:99999", "smtp://["]
)
def test_a_mail_server_that_is_none_is_named_without_its_password(load, url):
    with pytest.raises(SettingsError, match="CANDELA_SMTP_URL is not of the form"):
        load(CANDELA_SMTP_URL=url)


def test_the_key_of_sendgrid_by_either_name(load):
    assert load().sendgrid_key == ""
    assert load(CANDELA_SENDGRID_KEY=" SG.a ").sendgrid_key == "SG.a"
    assert load(CANDELA_SENDGRID_API_KEY="SG.b", CANDELA_SENDGRID_KEY="SG.a").sendgrid_key == "SG.b"
    assert "SG.a" not in repr(load(CANDELA_SENDGRID_KEY="SG.a"))
