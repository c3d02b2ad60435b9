"""The contacts that one résumé gives: which, and each written clean or disguised."""

import random
from dataclasses import dataclass

from benchmarks.contacts.written.addresses import address
from benchmarks.contacts.written.hidden_mail import hidden_mail
from benchmarks.contacts.written.hidden_name import hidden_name, hidden_page
from benchmarks.contacts.written.hidden_phone import hidden_phone
from benchmarks.contacts.written.hidden_phone_held import held_hidden_phone
from benchmarks.contacts.written.marks import marked
from benchmarks.contacts.written.people import Person
from benchmarks.contacts.written.phones import written
from benchmarks.contacts.written.raws import SOCIAL, TECHNICAL, Raw, mail, phone, social

_WITH_AT = {"telegram", "instagram"}


@dataclass(frozen=True, slots=True)
class Item:
    """A contact ready to stand in a text: marked."""

    service: str
    kind: str
    text: str


def some_items(
    chance: random.Random,
    person: Person,
    language: str,
    *,
    held: bool,
    hidden: bool,
    hand: int,
    technical: bool,
) -> list[Item]:
    """Two to six contacts of one person, the way to write each drawn for itself."""
    raws: list[Raw] = []
    if chance.random() < 0.9:
        raws.append(phone(chance, language))
    if chance.random() < 0.9 or not raws:
        raws.append(mail(chance, person, language, held=held))
    if chance.random() < 0.25:
        raws.append(phone(chance, language, fixed=chance.random() < 0.6))
    services = SOCIAL[language].split() + (TECHNICAL.split() if technical else [])
    wanted = dict.fromkeys(chance.choices(services, k=chance.choice((1, 2, 2, 3))))
    raws += [social(chance, person, language, service, held=held) for service in wanted]
    if chance.random() < 0.15:
        raws.append(phone(chance, language, service="referee"))
    items = [_item(chance, raw, language, held=held, hidden=hidden, hand=hand) for raw in raws]
    if chance.random() < 0.35:
        where = address(chance, language, held=held, hard=hidden)
        items.append(Item("address", "address", marked("address", where)))
    return items


def _item(
    chance: random.Random, raw: Raw, language: str, *, held: bool, hidden: bool, hand: int
) -> Item:
    if raw.number:
        if not hidden:
            text = marked("phone", written(chance, raw.number))
        elif held:
            text = held_hidden_phone(chance, raw.number, language, hand=hand)
        else:
            text = hidden_phone(chance, raw.number, language, hand=hand)
        return Item(raw.service, raw.kind, text)
    text = raw.text
    if hidden and raw.kind == "email":
        text = hidden_mail(chance, text, language, held=held, hand=hand)
    elif hidden and raw.kind == "url":
        text = hidden_page(chance, text, language, held=held, hand=hand)
    elif hidden:
        text = hidden_name(
            chance, text, language, held=held, hand=hand, with_at=raw.service in _WITH_AT
        )
    return Item(raw.service, raw.kind, marked(raw.kind, text))
