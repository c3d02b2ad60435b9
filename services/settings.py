"""Settings: `config.yaml` for what may be read by anyone, the environment for the rest."""

import os
import secrets
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote, urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

Positive = Annotated[int, Field(gt=0)]


class SettingsError(Exception):
    """The configuration cannot be used; the message says where and why, in plain words."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class AccessSettings(_Section):
    """Sessions, links and lock-out."""

    session_hours: Positive = 12
    remembered_days_staff: Positive = 14
    remembered_days_customer: Positive = 60
    password_link_days: Positive = 7
    new_password_link_minutes: Positive = 60
    sign_in_link_minutes: Positive = 15
    failures_until_locked: Positive = 5
    links_per_account: Positive = 5
    links_per_address: Positive = 30
    locked_minutes: Positive = 15
    ends_after_days: Positive = 14
    warned_days_before: Positive = 3


class PresentingSettings(_Section):
    """Presenting candidates."""

    undo_seconds: Annotated[int, Field(ge=0)] = 10


class InterviewSettings(_Section):
    """What comes by itself before and after an interview; 0 hours: nobody is reminded.

    The late reminder is for who was told too late for the usual one, and comes nearer to it.
    """

    reminder_hours_before: Annotated[int, Field(ge=0, le=168)] = 24
    late_reminder_hours_before: Annotated[int, Field(ge=0, le=168)] = 2
    feedback_minutes_after: Annotated[int, Field(ge=0, le=1440)] = 30


class LetterSettings(_Section):
    """How letters leave until an administrator chooses in Account settings."""

    sender: Literal["file", "smtp", "sendgrid"] = "file"
    from_address: str = ""
    quiet_minutes: Annotated[int, Field(ge=0)] = 10
    longest_wait_minutes: Positive = 60


Security = Literal["starttls", "tls", "none"]


class SmtpServer(_Section):
    """An SMTP server and who signs in there."""

    host: str
    port: Annotated[int, Field(ge=1, le=65535)]
    security: Security
    user: str = ""
    password: str = Field(default="", repr=False)


class ListSettings(_Section):
    """Lists."""

    page_size: Annotated[int, Field(ge=1, le=200)] = 50


class DocumentSettings(_Section):
    """Files that are received. `read_scans`: by Tesseract, where it is installed."""

    read_scans: bool = False


class _File(_Section):
    access: AccessSettings = AccessSettings()
    presenting: PresentingSettings = PresentingSettings()
    interviews: InterviewSettings = InterviewSettings()
    letters: LetterSettings = LetterSettings()
    lists: ListSettings = ListSettings()
    documents: DocumentSettings = DocumentSettings()


class Settings(_File):
    """Everything that configures one installation.

    `data_dir` holds the database (unless `database_url` names another), files, letters and
    the secret. `demo` is true only for a database made by `make demo`. `smtp` and `sendgrid_key`
    are what the environment says; it wins over what is entered in Account settings.
    """

    data_dir: Path
    database_url: str
    base_url: str
    secret: bytes
    demo: bool
    smtp: SmtpServer | None = None
    sendgrid_key: str = Field(default="", repr=False)


def load_settings(config: Path, environment: dict[str, str] | None = None) -> Settings:
    """Read the configuration file and the environment; make the secret on the first start.

    Raises SettingsError for an unreadable file, an unknown key, a value of the wrong kind, and a
    data directory that cannot be written.
    """
    environment = dict(os.environ) if environment is None else environment
    data_dir = Path(environment.get("CANDELA_DATA_DIR") or "var").resolve()
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        secret = _secret(data_dir, environment)
    except OSError as error:
        message = f"The data directory {data_dir} cannot be written: {error.strerror}"
        raise SettingsError(message) from error
    default_url = f"duckdb:///{data_dir / 'candela.duckdb'}"
    try:
        return Settings(
            **_read(config).model_dump(),
            data_dir=data_dir,
            database_url=environment.get("CANDELA_DATABASE_URL") or default_url,
            base_url=environment.get("CANDELA_BASE_URL", "").rstrip("/"),
            secret=secret,
            demo=(data_dir / "demo").exists(),
            smtp=_smtp(environment.get("CANDELA_SMTP_URL", "")),
            sendgrid_key=(
                environment.get("CANDELA_SENDGRID_API_KEY")
                or environment.get("CANDELA_SENDGRID_KEY", "")
            ).strip(),
        )
    except ValidationError as error:
        raise SettingsError(_explained(config, error)) from None


class _NoDuplicates(yaml.SafeLoader):
    """YAML whose mappings refuse the same key twice: the second would win unnoticed."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:  # noqa: FBT001, FBT002 - PyYAML's signature
        keys = [key.value for key, _ in node.value]
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            message = f"line {node.start_mark.line + 1}: {', '.join(twice)} stands there twice"
            raise SettingsError(message)
        return super().construct_mapping(node, deep)


def _read(config: Path) -> _File:
    try:
        loaded = yaml.load(config.read_text("utf-8"), _NoDuplicates)  # noqa: S506 - a SafeLoader
        return _File.model_validate(loaded or {})
    except FileNotFoundError:
        return _File()
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        message = f"{config.name} cannot be read: {error}"
        raise SettingsError(message) from None
    except ValidationError as error:
        raise SettingsError(_explained(config, error)) from None


def _explained(config: Path, error: ValidationError) -> str:
    problems = "; ".join(
        f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in error.errors()
    )
    return f"{config.name}: {problems}"


_SCHEMES: dict[str, tuple[Security, int]] = {
    "smtp": ("starttls", 587),
    "smtps": ("tls", 465),
    "smtp+plain": ("none", 25),
}


def _smtp(url: str) -> SmtpServer | None:
    """The server in `smtp://user:password@host:port` (smtps: TLS at once; smtp+plain: none)."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        security, usual = _SCHEMES[parts.scheme]
        return SmtpServer(
            host=parts.hostname or "",
            port=parts.port or usual,
            security=security,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )
    except (ValueError, KeyError):
        message = "CANDELA_SMTP_URL is not of the form smtp://user:password@host:587"
        raise SettingsError(message) from None


_SECRET_BYTES = 32


def _secret(data_dir: Path, environment: dict[str, str]) -> bytes:
    """The key that signs what leaves the house: from the environment or a 0600 file."""
    given = environment.get("CANDELA_SECRET", "")
    if given:
        if len(given.encode()) < _SECRET_BYTES:
            message = f"CANDELA_SECRET is shorter than {_SECRET_BYTES} bytes"
            raise SettingsError(message)
        return given.encode()
    file = data_dir / "secret"
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        found = file.read_bytes()
        if len(found) < _SECRET_BYTES:
            message = f"{file.name} in the data directory is damaged: remove it to make a new one"
            raise SettingsError(message) from None
        return found
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(secrets.token_hex(_SECRET_BYTES).encode())
    return file.read_bytes()
