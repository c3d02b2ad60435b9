"""All detectors together: what they report becomes one list without overlaps."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from urllib.parse import unquote

from services.contacts.addresses import addresses
from services.contacts.cells import over_cells
from services.contacts.columns import Column, columns, goes_on_below
from services.contacts.doubts import doubts
from services.contacts.echoes import echoes
from services.contacts.emails import emails
from services.contacts.fields import fields
from services.contacts.file_names import in_file_names
from services.contacts.folding import Copy, fold
from services.contacts.found import Found, Kind, Span
from services.contacts.handles import handles
from services.contacts.heading import accounts_of_the_name_told
from services.contacts.known import known_backwards, known_contacts
from services.contacts.last_digits import last_digits
from services.contacts.links import links
from services.contacts.mail_fields import mail_fields
from services.contacts.mailboxes import mailboxes
from services.contacts.names import names_as_accounts
from services.contacts.phones import phones
from services.contacts.records import records
from services.contacts.regexes import regex
from services.contacts.spared import LONGEST, spared_key
from services.contacts.spelled import with_signs
from services.contacts.told_paths import told_paths
from services.contacts.workplaces import is_workplace

_RANK: dict[Kind, int] = {"email": 0, "url": 1, "handle": 2, "phone": 3, "address": 4}
_ROUNDS = 4
_TIMES_QUOTED = 3
_SPACE = regex(r"\s")


def find(
    text: str,
    *,
    known: Sequence[str] = (),
    names: Sequence[str] = (),
    spared: Sequence[str] = (),
) -> list[Found]:
    """Every contact in the text, in order, none overlapping another.

    `known` are contacts that are certain, the candidate's stored ones: they are found in any
    spelling, a phone by its digits, an e-mail address in any case, an account with or without @.
    `names` are his full names: accounts made of them (ivan.petrenko, ipetrenko90) are found, too.
    `spared` are strings of which somebody has said that they are none: where exactly one of them
    is found, it is left alone, unless a known contact stands in it.
    """
    copy = with_signs(fold(text))
    stored = [*known_contacts(copy, known), *known_backwards(copy, known)]
    certain = chain(stored, names_as_accounts(copy, names))
    said = {spared_key(one) for one in spared if len(one) <= LONGEST}
    found: list[Found] = []
    told = list(_all_kinds(copy))
    for span, doubtful in _apart(told, certain, doubts(copy, told)):
        start, end = copy.origin(span.start, span.end)
        there = text[start:end]
        is_said = said and _is_one_of(there, said) and not _holds_one_of(span, stored)
        if is_said and not _is_known(text, start, end, known):
            continue
        found.append(Found(span.kind, start, end, there, doubtful))
    found += _in_columns(text, said)
    return _joined(text, sorted(found, key=lambda one: (one.start, -one.end)))


def _joined(text: str, found: Iterable[Found]) -> list[Found]:
    """One for those that overlap: in words that stand for both, in a column and beside it."""
    joined: list[Found] = []
    for one in found:
        if not joined or one.start >= joined[-1].end:
            joined.append(one)
            continue
        last = joined[-1]
        end, both = max(last.end, one.end), last.doubtful and one.doubtful
        joined[-1] = Found(last.kind, last.start, end, text[last.start : end], both)
    return joined


def _in_columns(text: str, said: Collection[str]) -> Iterator[Found]:
    """What goes on from line to line within a column, each line of it."""
    for column in columns(text):
        for span, doubtful, lines in _down(column):
            for start, end in lines:
                if not (said and _is_one_of(text[start:end], said)):
                    yield Found(span.kind, start, end, text[start:end], doubtful)


def _down(column: Column) -> Iterator[tuple[Span, bool, list[tuple[int, int]]]]:
    """What is found over several lines of a column, and where each line of it stands."""
    copy = with_signs(fold(column.text))
    told = list(_all_kinds(copy))
    for span, doubtful in _apart(told, (), doubts(copy, told)):
        lines = column.places(*copy.origin(span.start, span.end))
        if len(lines) > 1 and goes_on_below(span.kind, copy.text[span.start : span.end]):
            yield span, doubtful, lines


def _is_one_of(there: str, said: Collection[str]) -> bool:
    return len(there) <= LONGEST and spared_key(there) in said


def _holds_one_of(span: Span, stored: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in stored)


def holds_known(text: str, known: Sequence[str]) -> bool:
    """Whether one of these contacts stands in the text, in any spelling.

    Signs written as %41, in the text or in the contact, are read as what they stand for.
    """
    told = tuple(dict.fromkeys(spelled for one in known for spelled in _unquoted(one)))
    if not told:
        return False
    return any(
        any(known_contacts(copy, told)) or any(known_backwards(copy, told))
        for spelled in _unquoted(text)
        for plain in (fold(spelled),)
        for copy in (plain, with_signs(plain))
    )


def _unquoted(text: str) -> list[str]:
    """The text as it stands, and as it is read with the signs behind %41."""
    found = [text]
    for _ in range(_TIMES_QUOTED):
        plain = unquote(found[-1])
        if plain == found[-1]:
            break
        found.append(plain)
    return found


def _is_known(text: str, start: int, end: int, known: Sequence[str]) -> bool:
    """Whether a known contact stands here, also one that %41 for one of its signs cuts in two."""
    if holds_known(text[start:end], known):
        return True
    before = _SPACE.split(text[max(0, start - LONGEST) : start])[-1]
    after = _SPACE.split(text[end : end + LONGEST], maxsplit=1)[0]
    whole = f"{before}{text[start:end]}{after}"
    return "%" in whole and holds_known(whole, known)


def _all_kinds(copy: Copy) -> Iterator[Span]:
    told = [*emails(copy), *mailboxes(copy), *mail_fields(copy), *phones(copy)]
    told += over_cells(copy)
    told += in_file_names(copy.lower)
    told += last_digits(copy.lower, told)
    told += handles(copy, near=told)
    told += accounts_of_the_name_told(copy)
    told += echoes(copy, told)
    yield from told
    yield from links(copy, near=told)
    yield from (one for one in addresses(copy) if not is_workplace(copy, one))
    yield from records(copy)
    yield from fields(copy)
    yield from told_paths(copy)


def redact(
    text: str,
    *,
    known: Sequence[str] = (),
    names: Sequence[str] = (),
    spared: Sequence[str] = (),
    mark: str = "…",
) -> str:
    """The text with every contact replaced by the mark; finding contacts in it again gives none."""
    for _ in range(_ROUNDS):
        found = find(text, known=known, names=names, spared=spared)
        if not found:
            break
        text = without(text, found, mark)
    return text


def without(text: str, found: Iterable[Found], mark: str) -> str:
    """The text with what was found replaced by the mark."""
    parts: list[str] = []
    done = 0
    for contact in found:
        parts += [text[done : contact.start], mark]
        done = contact.end
    return "".join([*parts, text[done:]])


def _apart(
    spans: Iterable[Span], certain: Iterable[Span], doubted: Iterable[Span]
) -> list[tuple[Span, bool]]:
    """Overlapping reports become one; the certain and then the stronger kind names it.

    With each, whether nothing but a doubt speaks for it.
    """
    ranked = [(span, _RANK[span.kind]) for span in spans]
    ranked += [(span, -1) for span in certain]
    ranked += [(span, _RANK[span.kind] + len(_RANK)) for span in doubted]
    ranked.sort(key=lambda item: (item[0].start, item[0].end))
    apart: list[tuple[Span, int]] = []
    for span, rank in ranked:
        if apart and span.start < apart[-1][0].end:
            last, last_rank = apart[-1]
            kind = last.kind if last_rank <= rank else span.kind
            joined = Span(kind, last.start, max(last.end, span.end))
            apart[-1] = (joined, min(rank, last_rank))
        else:
            apart.append((span, rank))
    return [(span, rank >= len(_RANK)) for span, rank in apart]
