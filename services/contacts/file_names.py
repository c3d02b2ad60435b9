"""Contacts in the name of a file: CV_Petrenko_0686417025.docx, tg_ivanpetrov.pdf."""

from collections.abc import Iterator

from services.contacts.accounts import is_ordinary
from services.contacts.digits import can_be_dialled
from services.contacts.found import Span
from services.contacts.not_accounts import PLAIN_WORDS
from services.contacts.regexes import regex
from services.contacts.wording import words

_ENDING = (
    r"\.(?:pdf|docx?|odt|rtf|txt|html?|jpe?g|png|webp|heic|zip|rar|7z|xlsx?|pptx?|csv|vcf|mp[34]"
    r"|ogg)(?!\w)"
)
_FILE = regex(_ENDING)
_NUMBER = regex(
    r"(?<=[^\W\d][_ ()-])(?P<digits>\+?\d(?:[ _.()-]{0,2}\d){9,12})"
    rf"(?=[_ ()-]{{0,2}}(?:[^\W\d][\w ()-]{{0,40}})?{_ENDING})"
)
_ACCOUNT = regex(
    r"(?<![^\W_])(?:tg|telegram|tlg|insta|instagram|inst|vk|viber|skype|discord|wa|fb|linkedin"
    r"|github|тг|телеграм|инста|вк)[_-]"
    rf"(?P<name>@?[a-z][a-z0-9.]*(?:[_-][a-z0-9.]+)?(?:#\d{{4}})?)(?={_ENDING})"
)
_A_DAY = regex(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")  # IMG_2023111512.jpg
_OF_FILES = words("export backup chat photo image screen screenshot cv resume logo avatar")
_SHORTEST = 4


def in_file_names(low: str) -> Iterator[Span]:
    """Numbers and accounts between the words of a file's name, in a text in small letters."""
    if not _FILE.search(low):
        return
    for match in _NUMBER.finditer(low):
        digits = "".join(filter(str.isdigit, match["digits"]))
        if can_be_dialled(digits) and not _A_DAY.match(digits):
            yield Span("phone", *match.span("digits"))
    for match in _ACCOUNT.finditer(low):
        parts = match["name"].replace("-", "_").split("_")
        plain = any(one in _OF_FILES or one in PLAIN_WORDS or is_ordinary(one) for one in parts)
        if len(match["name"]) >= _SHORTEST and not plain:
            yield Span("handle", *match.span("name"))
