"""Mailboxes told without the sign @: the name and the service apart, or an odd sign between them.

"my gmail is ivan.77", "почта на яндексе, логин ivan_p", "ivan.p (ukr.net)", "ivan.p # mail.ru".
"""

import re
from collections.abc import Iterator

from services.contacts.domains import MAIL_HOSTS, is_ending
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex
from services.contacts.wording import words

_ENDING = r"(?: ?[.,] ?(?:com|ru|net|org|ua|by|kz|pl|de|ro|me|tr|рф|ру|ком|нет|юа|уа)(?!\w))"
# Services that are nothing else but mail, and those that are a company, too.
_ONLY_MAIL = (
    r"g[ -]?mail\w{0,2}|google ?mail|г[ -]?м[еэ]йл\w{0,3}|гмайл\w{0,2}|дж(?:и|і)м[еэ]йл\w{0,3}"
    r"|жм[еэ]йл\w{0,3}|ukr\.net|укр[.-]?нет\w{0,2}|proton ?mail|протонмейл\w{0,2}|hotmail"
    r"|хотмейл\w?|rambler"
    r"|рамблер\w{0,2}|icloud|gmx|interia|bigmir|zoho ?mail|fastmail|tutanota|inbox\.ru|bk\.ru"
    r"|list\.ru"
    r"|mail\.ru|м[еэ]йл[ .]?ру|wp\.pl|o2\.pl|onet\.pl|web\.de|meta\.ua|i\.ua|freemail|ymail"
    r"|яндекс[ .-]?почт\w{1,2}|yandex[ .-]?mail|live\.com|aol"
)
_ALSO_MAIL = (
    r"яндекс\w{0,8}|yandex\w{0,2}|outlook|аутлук\w?|yahoo|яху|google(?:['’]?s)?|гугл\w{0,8}|mail"
    r"|м[еэ]йл\w?|wp|o2|onet|proton|протон\w?|gmx|ukr|укр"
)
_BOX = r"(?:[ -]?(?:postfach|konto|ящик|скринька|account|box|почт[аы]|пошта|mail|one)(?!\w))"
_SERVICE = regex(
    rf"(?<![\w.@-])(?P<service>{_ONLY_MAIL}"
    rf"|{_ALSO_MAIL})(?!\w){_ENDING}?{_BOX}?"
)
_SAYS_MAIL = regex(
    r"почт|пошт|e-?mail|(?:need|want|by|for|via) mail(?!\w)|inbox"
    r"|имейл|[іе]мейл|ящик|скриньк|мыл[оеа]|мейл|логин|логін|mailbox|скринька"
    r"|адрес|poczt"
    r"|адреса|adres|e-?posta"
)
_NAME = r"(?P<name>[a-z][\w+-]{0,30}(?:[._][\w+-]{1,30}){0,3})"
_FILLER = (
    r"(?:is|это|це|то|логин\w{0,2}|логін\w{0,2}|login|user(?: ?name)?|name|имя(?: ящика)?|ім.я"
    r"|ящик|адрес\w?"
    r"|address|account|аккаунт|акаунт|id|ник|нік|моя|мой|мій|my|мне|there|там|как|як|почта|пошта"
    r"|mail|e-?mail"
    r"|box|mailbox|скринька|под|під|under|named|jest|to|ist|lautet"
    r"|before it|before that|перед ним|перед ней|до него|до неё|спереди|спереду|впереди|davor)"
)
_AFTER = regex(
    rf"[ )\"»]{{0,2}}(?=[ ,:=>(«\"–—-])(?P<gap>(?:[ ,:=>(«\"–—-]{{0,3}}(?:{_FILLER}(?!\w)["
    rf" ,:=–—-]{{0,3}}){{0,4}}))"
    rf"(?<=[ :=>(«\"–—-]){_NAME}(?![\w@]|[./]\w)"
)
_TELLS = regex(rf"[:=>–—-]|(?<!\w){_FILLER}(?!\w)")
_BETWEEN = (
    r"(?:на|в|у|on|at|в домене|домен|host|хост|сервер|server|domain|почта|пошта|mail|дальше|далее"
    r"|далі|потом|потім"
    r"|затем|then|and|а|и|і|та|как|як|обычно|зазвичай|звичайно|стандартно|usual|the|it.?s|it is"
    r"|this is|that.?s|an?"
    r"|мой|моя|мій|my|это|це|собака|равлик|знак|плюс|plus|ну и|тоже|просто|just|with|with the"
    r"|всіх|всех|у всех|everyone|everybody|else|always|всегда|завжди"
    r"|через|auf|bei|na|pe|ist)"
)
_BEFORE = regex(
    rf"(?<![\w.@/-]){_NAME}(?P<gap>[ ,;(\[«\"@–—-]{{1,4}}(?:{_BETWEEN}(?!\w)["
    rf" ,:–—@-]{{1,3}}){{0,5}}@? ?)\Z"
)
_ODD_SIGN = (
    r"(?:[*·|•=~^]|[ ]?(?:[#$%^&=~!]|[^\w\s.,;:@()\[\]{}/|•·*<>«»\"'’+→←▪●○◦✓-])[ ]?"
    r"| ?\([^()\n]{1,24}\) ?| ?\[[^\[\]\n]{1,24}\] ?| ?<[^<>\n]{1,24}> ?)"
)
_ODDLY = regex(rf"(?<![\w.@/-])[a-z0-9][\w+-]{{0,30}}(?:[._]?[\w+-]{{1,30}}){{0,3}}{_ODD_SIGN}\Z")
_HOST = regex(rf"(?<![\w.@-])(?:{MAIL_HOSTS}){_ENDING}")
_TOLD_BY_A_HOST = regex(
    r"mail|м[еэ]йл|майл|yandex|яндекс|ukr|укр|rambler|рамблер|outlook|аутлук|yahoo|icloud|gmx"
    r"|inbox|bk\.|list\."
    r"|proton|google|гугл|meta|i\.ua|web\.|wp\.|o2\.|onet|interia|bigmir|zoho|live|abv|seznam"
    r"|tutanota|aol"
)
_CHOSEN = regex(r"\w[._]\w|[a-z]\d|\d[a-z]|\w[+-]\w*[._\d]")
_NO_NAME = words(
    """api client clients server sync app apps and the with for from imap smtp pop3 oauth oauth2
    workspace drive docs calendar exchange office marketing analytics ads account accounts
    login auth search cloud maps python java linux windows excel word teams sheets address
    service services mail email box"""
)
_SIDE = 90
_SIGN = (
    r"(?:знак\w{0,3} |значк\w{1,3} |the )?(?:собак\w{1,2}|собач\w{2,3}|равлик\w{0,3}|песик\w{0,2}"
    r"|@|at(?:[ -]sign)?|małp\w{1,2}|klammeraffe\w?)"
)
_A_SIGN = regex(rf"(?:до|после|перед|після|before|after|vor|nach|przed|po) {_SIGN}(?!\w)")
_LINK = (
    r"[ ,;:.—–-]{1,4}(?:(?:[а-яіїє]{1,12}|then|and|after|is|comes|it|that|the|@)[ "
    r",:—–-]{1,3}){0,5}"
)
_ANY_HOST = rf"(?:{MAIL_HOSTS})(?:{_ENDING})?|[a-z0-9-]{{2,40}}\.[a-z]{{2,6}}"
# "до собаки ivan.p, после – mail.ru", and the other way round.
_HALVES = regex(
    rf"(?<!\w)(?:(?:до|перед|before|vor|przed) {_SIGN}{_LINK}{_NAME}(?:{_LINK}(?:{_SIGN})?[ "
    rf",:—–-]{{0,3}}"
    rf"(?:{_ANY_HOST})(?![\w-]))?"
    rf"|(?:после|після|after|nach|po) {_SIGN}{_LINK}(?P<host>{_ANY_HOST}){_LINK}"
    rf"(?:{_SIGN}{_LINK})?[a-z][\w.+-]{{2,40}}\w)"
)


def mailboxes(copy: Copy) -> Iterator[Span]:
    """Mailboxes of which the name and the service stand apart."""
    low = copy.lower
    if not _TOLD_BY_A_HOST.search(low):
        return
    for host in _HOST.finditer(low):
        line = max(low.rfind("\n", 0, host.start()) + 1, host.start() - _SIDE)
        if oddly := _ODDLY.search(low, line, host.start()):
            yield Span("email", oddly.start(), host.end())
    for halves in _HALVES.finditer(low) if _A_SIGN.search(low) else ():
        yield Span("email", halves.start("name" if halves["name"] else "host"), halves.end())
    for service in _SERVICE.finditer(low):
        yield from _before(copy, service)
        yield from _after(copy, service)


def _before(copy: Copy, service: re.Match[str]) -> Iterator[Span]:
    """ivan.p (gmail), ivan_p на яндексе, ivan.p, дальше как обычно @gmail.com."""
    low = copy.lower
    line = max(low.rfind("\n", 0, service.start()) + 1, service.start() - _SIDE)
    match = _BEFORE.search(low, line, service.start())
    if not match or not _is_name(copy, match, service):
        return
    spoken = match["gap"].strip(" ,") or match["gap"].startswith(",")
    told = _SAYS_MAIL.search(low, max(0, match.start() - 24), match.start())
    chosen = _CHOSEN.search(match["name"])
    alone = not low[line : match.start()].strip(" •*-") and re.search(r"[,(–—-]", match["gap"])
    if spoken and (chosen or told or alone):
        end = service.end() + (low[service.end() : service.end() + 1] in ")]")
        yield Span("email", match.start(), end)


def _after(copy: Copy, service: re.Match[str]) -> Iterator[Span]:
    """gmail: ivan.p, my gmail is ivan77, почта на яндексе, логин ivan_p."""
    match = _AFTER.match(copy.lower, service.end())
    says = _TELLS.search(match["gap"]) or _SAYS_MAIL.search(service[0]) if match else None
    if match and _is_name(copy, match, service) and says:
        told = _SAYS_MAIL.search(copy.lower, max(0, service.start() - 24), match.start("name"))
        if _CHOSEN.search(match["name"]) or told:
            yield Span("email", service.start(), match.end("name"))


def _is_name(copy: Copy, match: re.Match[str], service: re.Match[str]) -> bool:
    name = match["name"]
    if not name.isascii() or name in _NO_NAME or len(name) < 4:  # noqa: PLR2004
        return False
    if not copy.text[match.start("name") : match.end("name")].islower():
        return False
    if is_ending(name.rpartition(".")[2], common=True) and "." in name:
        return False
    if re.fullmatch(_ONLY_MAIL, service["service"]):
        return True
    before = copy.lower[max(0, service.start() - _SIDE) : service.start()].rpartition("\n")[2]
    after = service[0] + copy.lower[service.end() : service.end() + _SIDE // 3].partition("\n")[0]
    return _SAYS_MAIL.search(before) is not None or _SAYS_MAIL.search(after) is not None
