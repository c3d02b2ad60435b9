"""Postal addresses that name a street and a house."""

import re
from collections.abc import Iterator

from services.contacts.found import Span

_CYRILLIC = re.compile(
    r"(?<!\w)(?:вул(?:иця|\.)?|ул(?:ица|\.)|просп(?:ект|\.)|пр-?т\.?|проспект|бульвар|б-р|бул\.|пер\."
    r"|переулок|пров(?:улок|\.)|площа|площадь|пл\.|наб(?:ережна|ережная|\.)|шосе|шоссе|мкр\.?"
    r"|мікрорайон|микрорайон)"
    r" {0,2}[«\"]?(?:[\w’'-]{1,30}[ .]{1,2}){0,3}[\w’'-]{2,30}[»\"]?,? {0,2}"
    r"(?:(?:д|буд|дом|будинок|б)\.? ?)?\d{1,4}(?:[/-]\d{1,4})?[а-яіa-z]?(?!\w)"
    r"(?:,? {0,2}(?:корп|к|стр|кв|квартира|оф|офіс|офис)\.? ?\d{1,4})*",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"(?<![\w.,])\d{1,5}[A-Za-z]?,? (?:[NSEW]\.? )?(?:[A-Z][\w’'.-]{0,30} ){1,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Sq|Terrace"
    r"|Crescent|Highway|Hwy|Parkway|Pkwy)(?![\w’'-])\.?"
    r"(?! (?:Journal|Bank|Capital|Partners|Group|Ltd|Inc|LLC|School))"
    r"(?:,? (?:Apt|Apartment|Suite|Unit|Flat|Fl|Floor)\.? ?#?[\w-]{1,8})?"
)
_EUROPEAN = re.compile(
    r"(?<!\w)(?:[Uu]l\.|[Aa]l\.|[Oo]s\.|Rue|Via|Calle|Avenida|Piazza) (?:[\w’'.-]{1,30} ){0,3}"
    r"[A-ZŁŚŻ][\w’'.-]{1,30},? "
    r"\d{1,4}[A-Za-z]?(?:[/ ]?(?:m\.? ?)?\d{1,4})?(?!\w)"
    r"|(?<!\w)[A-ZÄÖÜ][\wäöüß-]{2,30}(?:straße|strasse|str\.|gasse|weg|platz|allee) "
    r"\d{1,4} ?[a-z]?(?!\w)"
)


def addresses(text: str) -> Iterator[Span]:
    """Postal addresses in folded text: street and house, with the flat where it is written."""
    for pattern in (_CYRILLIC, _ENGLISH, _EUROPEAN):
        for match in pattern.finditer(text):
            yield Span("address", match.start(), match.end())
