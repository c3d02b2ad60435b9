"""Asking for a link at the door: as quick for an address nobody has as for a known one."""

import time
from statistics import median

from sqlalchemy import select

from benchmarks.houses import ROLES, Furnished, installed
from db.models import LinkRequest, SignInFailure
from services.access.links import SIGN_IN
from services.access.requests import ask_for_link
from services.installation import Installation
from services.viewer import DOORKEEPER
from services.work import Work, perform

_TIMES = 4  # for each address: one less than are refused
_ROUNDS = 10


def print_links(house: Furnished) -> None:
    """Print how long asking takes for known and unknown e-mails, by turns, as a ratio."""
    installation = installed(house.directory, house.database_url)
    known, unknown = [], []
    for number in range(_ROUNDS):
        perform(installation, DOORKEEPER, _forget)
        for again in range(_TIMES):
            for role in ROLES:
                mine = (f"{role}@bench.example", f"10.1.{number}.{again}")
                nobodys = (f"no-{role}@bench.example", f"10.2.{number}.{again}")
                # Who comes first takes turns, too: the second finds everything warm.
                pair = [(known, mine), (unknown, nobodys)]
                for found, (email, address) in pair if again % 2 else reversed(pair):
                    found.append(_seconds(installation, email, address))
    perform(installation, DOORKEEPER, _forget)
    installation.database.close()
    ratio = median(known) / median(unknown)
    print(f"\nasking for a link: known e-mail {ratio:.2f} times an unknown one")
    print(
        f"({median(known) * 1000:.1f} ms and {median(unknown) * 1000:.1f} ms, "
        f"medians of {len(known)} by turns)"
    )


def _forget(work: Work) -> None:
    """What was asked and counted before would be refused, or answered, meanwhile."""
    for model in (SignInFailure, LinkRequest):
        for row in work.scalars(select(model)):
            work.remove(row)


def _seconds(installation: Installation, email: str, address: str) -> float:
    began = time.perf_counter()
    perform(installation, DOORKEEPER, ask_for_link, email=email, purpose=SIGN_IN, address=address)
    return time.perf_counter() - began
