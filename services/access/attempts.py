"""Counted attempts: per account and per address, kept in the database, forgotten after a while."""

import hashlib
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Network, ip_address

from sqlalchemy import select

from db.models import SignInFailure
from services.work import Work


def subject(kind: str, value: str) -> str:
    """The digest under which something is counted."""
    return hashlib.sha256(f"{kind}:{value}".encode("utf-8", "surrogatepass")).hexdigest()


def counted_as(address: str) -> str:
    """One address in all its spellings; of IPv6 the /64, for every household has 2^64 of them."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return ""  # whatever is no address counts as one: made-up ones would each be let through
    if isinstance(found, IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or IPv6Network((found, 64), strict=False))


def counter(work: Work, *, counted: str) -> SignInFailure:
    """The counter of a subject, started anew once its lock or its window has passed."""
    found: SignInFailure | None = work.scalars(
        select(SignInFailure).where(SignInFailure.subject == counted),
    ).one_or_none()
    if found is None:
        return work.add(SignInFailure(subject=counted, failures=0, last_failure_at=work.now))
    if found.last_failure_at + _lock(work) <= work.now:
        found.failures, found.locked_until = 0, None
    return found


def count(work: Work, *, counters: list[tuple[SignInFailure, int]]) -> int | None:
    """Count one more attempt on each counter, up to its limit; the minutes to wait where it is met.

    A locked attempt is not counted: the lock does not grow by knocking at it.
    """
    for one, _ in counters:
        if one.locked_until is not None and one.locked_until > work.now:
            return _minutes_until(one.locked_until, work.now)
    for one, limit in counters:
        one.failures += 1
        one.last_failure_at = work.now
        if one.failures >= limit:
            one.locked_until = work.now + _lock(work)
    return None


def _lock(work: Work) -> timedelta:
    return timedelta(minutes=work.settings.access.locked_minutes)


def _minutes_until(instant: datetime, now: datetime) -> int:
    return max(1, -int(-(instant - now).total_seconds() // 60))
