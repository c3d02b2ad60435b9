"""The dispatcher: takes queued letters to the sender, one at a time, after their commit.

A letter is claimed and that is committed before the sender is called, so whatever ends the process
in between leaves a trace: "sending" at the next start becomes "unknown". The call itself runs
outside of any unit of work.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select

from db.models import Agency, Candidate, Letter, User
from services.errors import NotFound
from services.installation import Installation
from services.mail.backoff import next_try
from services.mail.configuration import Way, way
from services.mail.enclosures import enclosures_of
from services.mail.late import write_as_it_leaves
from services.mail.message import Envelope, compose, is_address, logo_of
from services.mail.outbox import KINDS_OF_NEWS, LetterKind
from services.mail.problems import OF_THE_WAY
from services.mail.senders import NotTaken, Parcel, Sender, Unanswered
from services.mail.senders.choice import sender_for
from services.viewer import POSTMAN
from services.work import Work, perform, reading

BATCH = 20
MOST_ATTEMPTS = 5
# No call takes this long: what was claimed earlier than that, nobody is sending any more.
LOST_AFTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Taken:
    """The sender took the letter, and what it calls it."""

    sender: str
    stored_as: str


Outcome = Taken | NotTaken | Unanswered


def dispatch(
    installation: Installation,
    sender: Sender | None = None,
    *,
    stopped: Callable[[], bool] = lambda: False,
    rest: Callable[[float], object] = lambda _seconds: None,
) -> int:
    """Send letters that are due, a batch of them at most; returns how many left.

    Without a `sender` the one that an administrator chose. Ends early once it is stopped, or
    when the way turns out to be closed. After each letter it rests, told how many seconds of
    computing that letter took: people who read pages meanwhile come first.
    """
    with reading(installation, POSTMAN) as work:
        letter_ids = due(work)
        chosen = way(work) if letter_ids and sender is None else None
    if chosen is not None:
        sender = sender_for(installation.settings, chosen)
    if sender is None:
        return 0
    left = 0
    try:
        for letter_id in letter_ids:
            if stopped():
                break
            began = time.thread_time()
            outcome = _send(installation, sender, letter_id)
            rest(time.thread_time() - began)
            left += isinstance(outcome, Taken)
            if isinstance(outcome, NotTaken) and outcome.whose == "way":
                break
    finally:
        sender.close()
    return left


def due(work: Work) -> list[int]:
    """The letters whose turn it is, oldest first; none while the way is known to be closed."""
    waiting = (
        select(Letter.id)
        .where(Letter.state == "queued", Letter.send_after <= work.now)
        .order_by(Letter.id)
        .limit(BATCH)
    )
    found = [int(letter_id) for letter_id in work.scalars(waiting)]
    return [] if found and _way_is_closed(work) else found


def find_lost(work: Work, *, older_than: timedelta = timedelta()) -> int:
    """Mark letters that a crash left between call and answer as unknown; returns how many.

    Called at the start, and later for what was claimed long ago. Nobody can know whether they
    left, so they are never sent again by themselves.
    """
    before = work.now - older_than
    lost = work.scalars(
        select(Letter).where(
            Letter.state == "sending",
            or_(Letter.claimed_at.is_(None), Letter.claimed_at <= before),
        )
    ).all()
    for letter in lost:
        letter.state, letter.problem, letter.settled_at = "unknown", "interrupted", work.now
    return len(lost)


def claim(work: Work, *, letter_id: int, sender: str = "file") -> Parcel | None:
    """Mark a letter as being sent and return it; None if it is not to leave any more.

    The recipient is read once more: a letter to a blocked person does not leave. Nor does one
    whose addresses no header can hold: it has failed, and holds nobody else's letter up.
    """
    letter = work.one(Letter, letter_id)
    if not _is_due(letter, work.now):
        return None
    if not _may_be_written_to(work, letter):
        _fail(work, letter, "recipient_blocked")
        return None
    chosen = way(work)
    if not is_address(chosen.from_address):
        # The agency's fault, not the letter's: every letter waits until it is mended.
        letter.attempts += 1
        letter.problem = "from_missing"
        letter.send_after = next_try(work.now, letter.attempts, NotTaken(letter.problem))
        return None
    try:
        message = compose(
            _envelope_of(work, letter, chosen),
            text=letter.text,
            html=letter.html,
            now=work.now,
            logo=logo_of(work.files, letter.logo),
            calendar=letter.calendar,
            enclosures=enclosures_of(work, letter),
        )
    except NotFound:
        _fail(work, letter, "file_missing")
        return None
    except ValueError:  # header defects and unencodable characters are ValueErrors
        _fail(work, letter, "cannot_be_written")
        return None
    letter.state, letter.sender, letter.claimed_at = "sending", sender, work.now
    letter.attempts += 1
    return Parcel(letter.id, letter.kind, message)


def _is_due(letter: Letter, now: datetime) -> bool:
    """Whether it still leaves now, with words that still hold."""
    # Put off since it was found due: somebody had more to tell in it.
    if letter.state != "queued" or letter.send_after > now:
        return False
    # Its words may have been taken back since they were written: they hold no more.
    return letter.kind != LetterKind.INTERVIEW_COPY or bool(letter.subject)


def settle(work: Work, *, letter_id: int, outcome: Outcome) -> None:
    """Write down how a call ended.

    What the letter itself is refused for is tried again five times at most, or not at all; what
    is wrong with the way lets every letter wait until it is mended. What the provider has told
    meanwhile about the letter is not taken back.
    """
    letter = work.one(Letter, letter_id)
    if letter.state not in {"sending", "unknown"}:
        return
    if isinstance(outcome, Taken):
        letter.state, letter.sent_at, letter.stored_as = "sent", work.now, outcome.stored_as
        letter.problem = letter.said = ""
        return
    if isinstance(outcome, Unanswered):
        letter.state, letter.problem, letter.said = "unknown", outcome.problem, outcome.said
        letter.settled_at = work.now
        return
    if outcome.whose == "letter" and letter.problem in OF_THE_WAY:
        letter.attempts = 1  # what the way cost is not the letter's fault
    used_up = outcome.whose == "letter" and letter.attempts >= MOST_ATTEMPTS
    if not outcome.again or used_up:
        _fail(work, letter, outcome.problem)
    else:
        letter.state, letter.problem = "queued", outcome.problem
        letter.send_after = next_try(work.now, letter.attempts, outcome)
    letter.said = outcome.said


def _may_be_written_to(work: Work, letter: Letter) -> bool:
    """Whether a user's access is open; whether a candidate is still one of the base."""
    if letter.candidate_id is not None:
        return work.one(Candidate, letter.candidate_id).archived_at is None
    return work.one(User, letter.recipient_id or 0).blocked_at is None


def _envelope_of(work: Work, letter: Letter, chosen: Way) -> Envelope:
    """What of a stored letter goes into its headers."""
    address = work.settings.base_url or work.scalars(select(Agency)).one().base_url
    chooses = letter.kind in KINDS_OF_NEWS or (
        letter.kind == LetterKind.INTERVIEW_REMINDER and letter.recipient_id is not None
    )
    return Envelope(
        letter_id=letter.id,
        from_name=chosen.from_name,
        from_address=chosen.from_address,
        to_name=letter.to_name,
        to_email=letter.to_email,
        reply_to=letter.reply_to,
        subject=letter.subject,
        language=letter.language,
        unsubscribe=f"{address}/settings" if chooses and address else "",
    )


def _send(installation: Installation, sender: Sender, letter_id: int) -> Outcome | None:
    write_as_it_leaves(installation, letter_id=letter_id)
    parcel = perform(installation, POSTMAN, claim, letter_id=letter_id, sender=sender.name)
    if parcel is None:
        return None
    outcome: Outcome
    try:
        outcome = Taken(sender.name, sender.send(parcel))
    except (NotTaken, Unanswered) as told:
        outcome = told
    except Exception as error:  # noqa: BLE001 - a sender's own fault: nobody knows how far it came
        outcome = Unanswered(type(error).__name__)
    perform(installation, POSTMAN, settle, letter_id=letter_id, outcome=outcome)
    return outcome


def _way_is_closed(work: Work) -> bool:
    """Whether a letter has just met a closed way: until its next try the others wait, too."""
    holding = (
        select(Letter.id)
        .where(
            Letter.state == "queued",
            Letter.send_after > work.now,
            Letter.problem.in_(OF_THE_WAY),
        )
        .limit(1)
    )
    return work.scalar(holding) is not None


def _fail(work: Work, letter: Letter, problem: str) -> None:
    letter.state, letter.problem, letter.settled_at = "failed", problem, work.now
