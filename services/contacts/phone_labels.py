"""What stands right before a number as its label: of a telephone, or of some register."""

import re
from collections.abc import Sequence

from services.contacts.digits import Group
from services.contacts.regexes import regex

ENDS_IN_LABEL = regex(
    r"(?:^|[^\w])(?:тел|моб|т|м|tel|mob|phone|ph|cell|fax|факс|viber|whatsapp|tg|telegram|p|t"
    r"|m)\Z",
    re.IGNORECASE,
)
# Of a register, a school, a key; not of a network.
_REGISTER = regex(
    r"(?<!\w)(?!TEL|TLF|MOB|MTC|МТС|GSM|KOM|CELL|WA|TG|PH|SMS|FAX|ТЕЛ|МОБ|СОТ|КС)[A-ZА-ЯІЇЄ]{2,6}"
    r"(?: ?(?:№|#|ID))?[ :#]{1,3}\Z"
)
# "Te1. 0143 …", "мo6. 067 …": of a scan, or typed so.
LABEL_DRAWN_ALIKE = regex(
    r"(?<!\w)(?:[tт][eе][lл]?1|[tт][eе]1(?:e[fp]h?on)?|[mм][oо0][bвб6](?:i[1l])?|[mм][oо0]bi1"
    r"|ce[l1]{2})"
    r"\.?[ :]{1,3}(?=[+(]?\d)",
    re.IGNORECASE,
)


# "X 4 447 118.204, Y 512 330.114": where a point lies on a map.
_OF_A_MAP = regex(r"(?<![^\W_])[XYZХУ] ?[=:]? ?(?:\d{1,3} )?\Z")


def is_numbered(text: str, start: int, groups: Sequence[Group], separators: Sequence[str]) -> bool:
    """What stands right behind a word or the short name of a register: experiment 417-2209."""
    before = text[max(0, start - 12) : start]
    if "." in separators and _OF_A_MAP.search(before):
        return True
    if len(groups) == 1 and groups[0].digits[0] not in "0378":
        return _REGISTER.search(before) is not None and not ENDS_IN_LABEL.search(
            before.rstrip(": ")
        )
    lengths = tuple(len(group.digits) for group in groups)
    return lengths == (3, 4) and separators == ["-"] and re.search(r"\w\.? \Z", before) is not None
