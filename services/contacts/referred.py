"""Mailboxes told in two halves far apart, or by something that is known: "same nick at gmail".

"Имя ящика n.petrov, сервис – gmail", "yahoo.com, utilizator ana_p", "имя.фамилия на яндексе".
"""

from collections.abc import Iterator, Sequence

from services.contacts.accounts import has_a_choice
from services.contacts.doubt_words import PROVIDER, TRADE
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex

_ENDING = (
    r"(?:(?: ?[.,] ?| (?:dot|точка|крапка|punkt|punct|nokta|kropka|нүкте) )"
    r"(?:com?|net|org|ru|ua|by|kz|pl|de|ro|me|tr|uk|ру|ком|нет|юа|уа|кз|ми|ме)(?:\.uk)?(?!\w))?"
)
_HOST = (
    rf"(?:{PROVIDER.pattern}){_ENDING}"
    r"(?:['’-]?(?:д[ае]|т[ае]|d[ae]|t[ae])(?!\w))?"
)
_USER = (
    r"(?<![^\W\d_])(?:логин\w{0,2}|логін\w{0,2}|имя(?: (?:ящика|почты|пользователя))?"
    r"|ім.?я(?: (?:скриньки|користувача))?|ник\w{0,2}|нік\w{0,2}|user(?: ?name)?|log ?in"
    r"|nick(?:name)?"
    r"|(?:mailbox|box|account) name|benutzer(?:name)?|nazwa(?: (?:skrzynki|użytkownika))?"
    r"|kullanıcı(?: adım?)?|utilizator(?:ul)?|nume(?:le)?(?: de utilizator)?|пайдаланушы(?: аты)?"
    r"|до собаки|перед собакой|before the at|vor dem at)(?![^\W\d_])"
)
_SIGNS = r"(?P<gap>[ :=–—«\"'(-]{1,4}(?:(?:is|это|це|to|ist|este|e|:) )?)"
_TELLS = regex(r"[:=–—«\"'-]|is|это|це|to|ist|este")
_NAME = r"[a-z][\w.+-]{2,40}\w"
_CHOSEN = r"[a-z][a-z0-9]*(?:[._][a-z0-9]+){1,3}|[a-z]{3,20}\d{1,6}"
_USER_FIRST = regex(rf"{_USER}{_SIGNS}(?P<name>{_NAME})[\"'»)]?[ ,;–—(-][^\n!?]{{0,40}}?{_HOST}")
_HOST_FIRST = regex(
    rf"{_HOST}[ ,;:–—(-]{{1,3}}(?:[^\n!?]{{0,16}}?){_USER}{_SIGNS}(?P<name>{_NAME})(?![\w@])"
)
_SAYS_MAIL = r"(?:mail\w{0,3}|почт\w|пошт\w|ящик|скриньк\w|poczt\w|post[aă]\w{0,2}|c[ăa]su[țt]a)"
# "bohdana.psy, живе вона на proton крапка me", "email's gmail, ellie.voss".
_LIVES_AT = regex(
    rf"(?<![\w.@/-])(?:{_CHOSEN}) ?, (?:[^\W\d_'’]{{1,8}}(?:['’]s)? ){{1,4}}{_HOST}"
    rf"|{_SAYS_MAIL}(?:['’]s)?[ :–—-]{{1,3}}(?P<host>{_HOST}), (?:{_CHOSEN})(?![\w@])"
    rf"|(?:{_SAYS_MAIL}|gmail)[ :–—-]{{1,3}}(?P<own>{_NAME}(?: \([^()\n]{{2,30}}\))? {_HOST})"
)
_SAME = (
    r"(?<![^\W\d_])(?:(?:ник|нік|nick|логин|логін) )?(?:т(?:от|а|е|о|ой|ем|аким?|акой|ака[яж]?) же"
    r"|т(?:ой|а|е|ака|акий|им) сам\w{1,3}|таки?й самий|the same|same|identical|gleiche\w?"
    r"|(?:der|die|das)selbe\w?"
    r"|t(?:en|a|o|aki|ym) sam\w{0,2}|aynı|acela[șş]i|aceea[șş]i|la fel|дәл сол|бірдей"
    r"|сол)(?![^\W\d_])"
)
_NAMED = (
    r"(?:[ ,]{1,3}(?:ник\w{0,4}|нік\w{0,4}|логин|логін|имя|ім.?я|адрес\w?|назв\w"
    r"|(?:user|nick)? ?name|nick|handle|log ?in|account|address|benutzername|nazwa"
    r"|adres"
    r"|kullanıcı(?: adı)?|isim|ad|nume(?:le)?|utilizator|adresă|аты?)(?![^\W\d_])"
    r"|[ ,–—-]{1,4}(?:(?:а|и|і|но|але|but|just|und|ama|dar|ale) )?(?:только|лишь|тільки|лише"
    r"|only|at|nur"
    r"|bei|tylko|na|doar|pe|sadece|на)(?![^\W\d_]))"
)
_OF_NAMES = (
    r"(?:(?:моё |мое |моє |моя |мої |my |mein )?(?:имя|ім.?я|first ?name|name|vorname|imi[ęe]"
    r"|isim|prenume"
    r"|nume|фамилия|прізвище|last ?name|surname|nachname|nazwisko|soyad\w{0,2}|ad\w{0,2}|аты|тегі)"
    r"(?: ?[._+-] ?| (?:точка|крапка|dot|punkt|kropka|nokta|punct|нижнее \w{4,14}|underscore|и|і"
    r"|and|und"
    r"|i|ve|și) | )"
    r"(?:фамилия|прізвище|last ?name|surname|nachname|nazwisko|soyad\w{0,2}|prenume|имя|ім.?я|nume"
    r"|first ?name|vorname|imi[ęe]|тегі))"
)
_BY_REFERENCE = regex(
    rf"(?:{_SAME}{_NAMED}|(?<!\w){_OF_NAMES}"
    rf"|(?<!\w)der name)(?:[^\n!?@]{{0,50}}?(?:@ ?)?)[ @(,.–—-]{_HOST}"
)
_ASKS_MAIL = regex(
    r"mail|м[еэ]йл|почт|пошт|ящик|скриньк|poczt|post[aă]|домен|domain|@|gmail|yandex|яндекс|proton"
    r"|протон|gmx|ukr|укр|wp\.|onet|outlook"
)


def referred(copy: Copy, start: int, end: int, here: Sequence[Span]) -> Iterator[Span]:
    """Mailboxes of this stretch that only a reader puts together."""
    low = copy.lower
    if any(span.kind == "email" and _is_whole(low, span) for span in here):
        return
    if not PROVIDER.search(low, start, end) or TRADE_BUT_SERVICE.search(low, start, end):
        return
    for pattern in (_USER_FIRST, _HOST_FIRST):
        for match in pattern.finditer(low, start, end):
            if _TELLS.search(match["gap"]) or has_a_choice(match["name"]) or "." in match["name"]:
                yield Span("email", *match.span())
    for match in _LIVES_AT.finditer(low, start, end):
        group = next((name for name in ("host", "own") if match[name]), 0)
        yield Span("email", match.start(group), match.end())
    if _ASKS_MAIL.search(low, start, end):
        for match in _BY_REFERENCE.finditer(low, start, end):
            yield Span("email", *match.span())


TRADE_BUT_SERVICE = regex(TRADE.pattern.replace(r"|сервис\w*", "").replace(r"|сервіс\w*", ""))
"""A mail service is a service, too."""


def _is_whole(low: str, span: Span) -> bool:
    return "@" in low[span.start : span.end]
