"""How letters leave: chosen by an administrator, read by whoever sends."""

from dataclasses import asdict, dataclass, field

from sqlalchemy import select

from db.models import Agency, Letter, MailSettings
from services import audit
from services.checks import check_all, check_choice, check_email, check_line, check_required
from services.conflicts import differing, refuse_stale
from services.errors import Conflict, Invalid
from services.folding import tidy
from services.installation import Installation
from services.mail.problems import OF_THE_WAY
from services.mail.secret_store import Kept, keep_secrets, where_kept
from services.mail.signature import bare_key, check_public_key
from services.permissions import Permission, require
from services.settings import Settings, SmtpServer
from services.viewer import Viewer
from services.work import Work, perform

SENDERS = ("file", "smtp", "sendgrid")
SECURITIES = ("starttls", "tls", "none")
REGIONS = ("global", "eu")
_HIGHEST_PORT = 65535
_LONGEST_SECRET = 500
_SECRETS = {"smtp_password", "sendgrid_key"}
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class MailForm:
    """What an administrator enters; a secret left empty stays as it is."""

    sender: str = "file"
    from_name: str = ""
    from_address: str = ""
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_security: str = "starttls"
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    sendgrid_region: str = "global"
    sendgrid_sandbox: bool = False
    sendgrid_key: str = field(default="", repr=False)
    webhook_key: str = ""


@dataclass(frozen=True, slots=True)
class MailView:
    """What is chosen now. Of the secrets only where they are kept."""

    form: MailForm
    version: int
    password_kept: Kept
    key_kept: Kept
    smtp_from_environment: bool


def mail_settings(work: Work) -> MailView:
    """What is chosen now, for the administrator's page. Raises NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    row = work.scalars(select(MailSettings)).one_or_none()
    password_kept, key_kept = where_kept(work.settings)
    return MailView(
        _form(work.settings, row),
        0 if row is None else row.version,
        password_kept,
        key_kept,
        work.settings.smtp is not None,
    )


def undecided(work: Work) -> bool:
    """Whether nobody has chosen yet how letters leave, and so they only lie in files.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    chosen = work.scalars(select(MailSettings)).one_or_none()
    return chosen is None and work.settings.letters.sender == "file"


def choose_way(installation: Installation, viewer: Viewer, *, form: MailForm, version: int) -> None:
    """Save how letters leave, and the secrets beside the database.

    Raises Invalid, Conflict, NotAllowed; OSError where the data directory cannot be written.
    """
    perform(installation, viewer, save_way, form=form, version=version)
    keep_secrets(
        installation.settings, smtp_password=form.smtp_password, sendgrid_key=form.sendgrid_key
    )


def save_way(work: Work, *, form: MailForm, version: int) -> None:
    """Save what is no secret; letters that waited for a closed way are tried again at once.

    Raises Invalid, Conflict (somebody saved since), NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    row = work.scalars(select(MailSettings)).one_or_none()
    if row is not None:
        refuse_stale(work, "mail", row.id, read=version, stands=row.version)
    elif version:
        raise Conflict
    _check(form, server_given=work.settings.smtp is not None)
    before = _no_secret(_form(work.settings, row))
    if row is None:
        row = work.add(MailSettings(version=0))
    for name in ("sender", "smtp_port", "smtp_security", "sendgrid_region", "sendgrid_sandbox"):
        setattr(row, name, getattr(form, name))
    for name in ("from_name", "from_address", "smtp_host", "smtp_user"):
        setattr(row, name, tidy(getattr(form, name)))
    row.webhook_key = bare_key(form.webhook_key)
    row.changed_at = work.now
    row.version += 1
    work.flush()
    changes = differing(before, _no_secret(_form(work.settings, row)))
    audit.record(work, "choose", "mail", row.id, version=row.version, changes=changes)
    waiting = select(Letter).where(Letter.state == "queued", Letter.problem.in_(OF_THE_WAY))
    for letter in work.scalars(waiting):
        letter.send_after, letter.attempts = work.now, 0


@dataclass(frozen=True, slots=True)
class Way:
    """How letters leave at this moment, everything filled in but the secrets."""

    sender: str
    from_name: str
    from_address: str
    smtp: SmtpServer
    sendgrid_region: str
    sendgrid_sandbox: bool
    webhook_key: str


def way(work: Work) -> Way:
    """How letters leave at this moment; in whoever's name letters are sent or shown."""
    form = _form(work.settings, work.scalars(select(MailSettings)).one_or_none())
    agency = work.only(Agency)
    entered = {
        "host": form.smtp_host,
        "port": form.smtp_port,
        "security": form.smtp_security,
        "user": form.smtp_user,
    }
    return Way(
        sender=form.sender,
        from_name=form.from_name or agency.name,
        from_address=form.from_address or agency.email,
        smtp=work.settings.smtp or SmtpServer.model_validate(entered),
        sendgrid_region=form.sendgrid_region,
        sendgrid_sandbox=form.sendgrid_sandbox,
        webhook_key=form.webhook_key,
    )


def sender_chosen(work: Work) -> tuple[str, bool]:
    """Which sender is chosen, and whether it only pretends (SendGrid's sandbox)."""
    form = _form(work.settings, work.scalars(select(MailSettings)).one_or_none())
    return form.sender, form.sender == "sendgrid" and form.sendgrid_sandbox


def _form(settings: Settings, row: MailSettings | None) -> MailForm:
    """The row as a form; before anything was chosen, what `config.yaml` says."""
    if row is None:
        chosen = settings.letters
        return MailForm(sender=chosen.sender, from_address=chosen.from_address)
    return MailForm(
        sender=row.sender,
        from_name=row.from_name,
        from_address=row.from_address,
        smtp_host=row.smtp_host,
        smtp_port=row.smtp_port,
        smtp_security=row.smtp_security,
        smtp_user=row.smtp_user,
        sendgrid_region=row.sendgrid_region,
        sendgrid_sandbox=row.sendgrid_sandbox,
        webhook_key=row.webhook_key,
    )


def _no_secret(form: MailForm) -> dict[str, object]:
    """What of the form may stand in the trail."""
    return {name: value for name, value in asdict(form).items() if name not in _SECRETS}


def _check(form: MailForm, *, server_given: bool) -> None:
    check_all(
        lambda: check_choice("sender", form.sender, SENDERS),
        lambda: check_line("from_name", form.from_name),
        lambda: check_email("from_address", form.from_address) if form.from_address.strip() else "",
        lambda: check_line("smtp_host", form.smtp_host),
        lambda: _check_host(form),
        lambda: _check_named(form, server_given=server_given),
        lambda: check_choice("smtp_security", form.smtp_security, SECURITIES),
        lambda: check_line("smtp_user", form.smtp_user),
        lambda: _check_open_login(form),
        lambda: check_choice("sendgrid_region", form.sendgrid_region, REGIONS),
        lambda: _check_secret("smtp_password", form.smtp_password),
        lambda: _check_secret("sendgrid_key", form.sendgrid_key.strip()),
        lambda: check_public_key("webhook_key", form.webhook_key),
    )


def _check_named(form: MailForm, *, server_given: bool) -> None:
    """A mail server that is chosen needs a name, unless the environment gives the whole server."""
    if form.sender == "smtp" and not server_given:
        check_required("smtp_host", form.smtp_host)


def _check_host(form: MailForm) -> None:
    if not 0 < form.smtp_port <= _HIGHEST_PORT:
        raise Invalid(smtp_port="not_a_port")
    host = form.smtp_host.strip()
    if host not in _THIS_MACHINE and any(one.isspace() or one in "/@:" for one in host):
        raise Invalid(smtp_host="not_a_host")


def _check_open_login(form: MailForm) -> None:
    """A password never travels in the clear, except to this very machine."""
    if (
        form.sender == "smtp"
        and form.smtp_security == "none"
        and form.smtp_user.strip()
        and form.smtp_host.strip() not in _THIS_MACHINE
    ):
        raise Invalid(smtp_security="open_login")


def _check_secret(field_name: str, secret: str) -> None:
    """What goes into a request's head or an SMTP line holds no invisible characters."""
    if len(secret) > _LONGEST_SECRET:
        raise Invalid(**{field_name: "too_long"})
    key_with_space = field_name == "sendgrid_key" and not (secret.isascii() and " " not in secret)
    if not secret.isprintable() or key_with_space:
        raise Invalid(**{field_name: "password_has_control_characters"})
