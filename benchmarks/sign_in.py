"""Signing in: as slow for an address nobody has as for a wrong password."""

import time
from contextlib import suppress
from statistics import median

from sqlalchemy import select

from benchmarks.houses import PASSWORD, ROLES, Furnished, installed
from db.models import SignInFailure
from services.access.sign_in import sign_in
from services.errors import SignInRefused
from services.installation import Installation
from services.viewer import DOORKEEPER
from services.work import Work, perform

_TRIES = 4  # one less than lock an account


def print_sign_in(house: Furnished) -> None:
    """Print how long a known and an unknown e-mail take, by turns, as a ratio."""
    installation = installed(house.directory, house.database_url)
    perform(installation, DOORKEEPER, _forget_failures)
    known, unknown = [], []
    for number in range(_TRIES * len(ROLES)):
        role = ROLES[number % len(ROLES)]
        known.append(_seconds(installation, f"{role}@bench.example", f"10.0.1.{number}"))
        unknown.append(_seconds(installation, f"nobody{number}@bench.example", f"10.0.2.{number}"))
    installation.database.close()
    ratio = median(known) / median(unknown)
    print(f"\nsigning in with a wrong password: known e-mail {ratio:.2f} times an unknown one")
    print(f"({median(known):.2f} s and {median(unknown):.2f} s, medians of {len(known)} by turns)")


def _forget_failures(work: Work) -> None:
    """An earlier run may have left the accounts close to being locked."""
    for counted in work.scalars(select(SignInFailure)):
        work.remove(counted)


def _seconds(installation: Installation, email: str, address: str) -> float:
    began = time.perf_counter()
    with suppress(SignInRefused):
        sign_in(installation, email=email, password=PASSWORD[::-1], address=address, remember=False)
    return time.perf_counter() - began
