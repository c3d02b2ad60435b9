"""E-mail addresses that lost their sign behind a label, or stand in two fields of a form."""

from collections.abc import Iterator

from services.contacts.domains import MAIL_HOSTS
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex

_LABEL = (
    r"(?<!\w)(?:e[ -]?ma[i1]l|ema[i1]l|mailbox|mail|мейл|[еэі]-?ме[йі]л|почт\w|пошт\w|poczta"
    r"|e-?posta|скриньк\w"
    r"|pochta|poshta|ящик)"
)
_ENDING = r"(?:com|ru|net|org|ua|by|kz|pl|de|ro|me|tr|co\.uk|co uk|uk)"
# "Почта ostapchuk lm mail ru", "E mail bronwyn.maddocks yahoo.co.uk".
_NO_SIGN = regex(
    rf"{_LABEL}[ :=|–-]{{1,4}}(?P<name>(?:[a-z][\w.+-]{{1,30}} ){{1,3}}(?:на |at |on |w |bei )?)"
    rf"(?:{MAIL_HOSTS}|укрнет\w?)(?:[. ]{_ENDING}(?![\w.]))?(?=[\s,.;)]|\Z)"
)
# "E-mail (логин)  n.kryuk / E-mail (домен)  rostel.ru": the halves in two fields of a form.
_TWO_FIELDS = regex(
    rf"{_LABEL}(?: ?[(\[]?[^\W\d_]{{2,12}}[)\]]?"
    rf"| \d)?[ :=|]{{1,3}}(?P<name>[a-z][\w.+-]{{2,40}})[ |]{{0,3}}\n"
    r"[ |]{0,3}(?:e-?mail|mail|почт\w|пошт\w|e-?posta|скриньк\w|домен\w?|domain|provider)"
    r"(?: ?[(\[]?[^\W\d_]{2,12}[)\]]?| \d)?[ :=|]{1,3}"
    r"(?P<rest>(?:[a-z0-9._-]{1,20}(?=@))?@? ?[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,20}){1,2})(?!\w)"
)
# "moc.liamg@vortep.navi", from right to left.
_BACKWARDS = regex(
    r"(?<![\w.@-])(?:moc|ur|ten|gro|au|lp|ed|or|zk|yb|em)\.(?:liam\w?|xednay|rku|relbmar|kooltuo"
    r"|liamtoh|notorp|duolci|oohay|xmg|xobni|kb|tsil|pw|teno|bew|airetni)(?:\.[\w-]{2,20})?"
    r"@[\w+-]{1,30}(?:\.[\w+-]{1,30}){0,3}"
)
_TOLD = regex(r"mail|ма?[ей]л|ме[йі]л|почт|пошт|poczt|post|скриньк|pocht|posht|ящик")


def mail_fields(copy: Copy) -> Iterator[Span]:
    """Addresses in a copy of the text, from the name to the host."""
    low = copy.lower
    for match in _BACKWARDS.finditer(low) if "@" in low else ():
        yield Span("email", *match.span())
    if not _TOLD.search(low):
        return
    for pattern in (_NO_SIGN, _TWO_FIELDS):
        for match in pattern.finditer(low):
            yield Span("email", match.start("name"), match.end())
