"""How large, long and slow a résumé file may be."""

from dataclasses import dataclass

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost before it is refused."""

    size: int = 15 * _MEGABYTE
    unpacked: int = 100 * _MEGABYTE
    entries: int = 2_000
    pages: int = 100
    characters: int = 2_000_000
    seconds: float = 20.0
    memory: int = 1024 * 1024 * 1024


LIMITS = Limits()
"""The limits in force; tests pass tighter ones."""
