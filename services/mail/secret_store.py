"""What lets us in at the provider: from the environment or a 0600 file, never the database."""

import json
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from services.settings import Settings

_FILE = "mail-secrets.json"
Kept = Literal["", "file", "environment"]


@dataclass(frozen=True, slots=True)
class MailSecrets:
    """The password of the SMTP user and SendGrid's key; "" where there is none."""

    smtp_password: str = field(default="", repr=False)
    sendgrid_key: str = field(default="", repr=False)


def mail_secrets(settings: Settings) -> MailSecrets:
    """What is known now; the environment wins over the file."""
    found = _stored(settings.data_dir)
    if settings.smtp is not None:
        found = replace(found, smtp_password=settings.smtp.password)
    if settings.sendgrid_key:
        found = replace(found, sendgrid_key=settings.sendgrid_key)
    return found


def where_kept(settings: Settings) -> tuple[Kept, Kept]:
    """Where password and key come from, without telling them; "" for what there is not."""
    stored = _stored(settings.data_dir)
    password: Kept = "file" if stored.smtp_password else ""
    key: Kept = "file" if stored.sendgrid_key else ""
    if settings.smtp is not None:
        password = "environment" if settings.smtp.password else ""
    return password, "environment" if settings.sendgrid_key else key


def keep_secrets(settings: Settings, *, smtp_password: str = "", sendgrid_key: str = "") -> None:
    """Write down what was entered; what was left empty stays as it is. Raises OSError."""
    stored = _stored(settings.data_dir)
    wanted = MailSecrets(
        smtp_password or stored.smtp_password, sendgrid_key.strip() or stored.sendgrid_key
    )
    if wanted == stored:
        return
    unfinished = settings.data_dir / f"{_FILE}.part"
    unfinished.unlink(missing_ok=True)
    # Made anew, so that it is its owner's from the first byte on.
    descriptor = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
        content = {"smtp_password": wanted.smtp_password, "sendgrid_key": wanted.sendgrid_key}
        json.dump(content, handle)
        handle.flush()
        os.fsync(handle.fileno())
    unfinished.replace(settings.data_dir / _FILE)


def _stored(data_dir: Path) -> MailSecrets:
    try:
        found = json.loads((data_dir / _FILE).read_text("utf-8"))
        return MailSecrets(str(found["smtp_password"]), str(found["sendgrid_key"]))
    except (OSError, ValueError, KeyError, TypeError):
        # Missing or damaged: the way is closed until somebody enters them again, and says so.
        return MailSecrets()
