"""Words right before an address that make it an institution's, or the place of a meeting."""

from services.contacts.regexes import regex

_TOWN = r"(?:(?:г\.|м\.|город|місто)? ?[^\W\d_][\w’'-]{2,20}, )?(?:\d{5,6},? )?"
_QUOTED = r"[«\"“„][^«»\"“”„\n]{2,40}[»\"”]"
# As the subject only: of "инженер завода, ул. Мира 5" the address is his own.
_INSTITUTION = (
    r"(?:(?:поли)?клиника|(?:полі)?клініка|больница|лікарня|госпиталь|госпіталь|диспансер|аптека"
    r"|школа|лицей|ліцей|гимназия|гімназія|университет|університет|академия|академія|колледж|коледж"
    r"|детский сад|дитячий садок|библиотека|бібліотека|отель|готель|гостиница|ресторан|завод"
    r"|фабрика|магазин|аурухана|емхана|мектеп|hospital|clinic|infirmary|school|college|academy"
    r"|university|library|hotel|restaurant|nursery|klinik|klinikum|krankenhaus|grundschule"
    r"|gymnasium|universität|szpital|przychodnia|szkoła|uniwersytet|liceum|spitalul|liceul|școala"
    r"|universitatea|grădinița|hastanesi|okulu|üniversitesi)"
)
_CENTRE = r"(?:бц|тц|трц|трк|(?:бизнес|бізнес|business)[ -](?:центр|centre|center)|торговый центр)"
_OF_ITS_NAME = regex(
    rf"(?:(?<!\w){_INSTITUTION}(?: ?(?:№|no\.?|nr\.?) ?\d{{1,4}})?(?: {_QUOTED}|"
    r" of (?:[a-z][\w’'-]{2,20} ?){1,3})?[,:(] ?\(?"
    rf"|(?<!\w){_CENTRE} {_QUOTED}[,:(] ?"
    rf"|(?<!\w)[^\W\d_]{{2,20}} {_QUOTED} \(){_TOWN}\Z"
)
_WHERE_PEOPLE_LIVE = regex(r"(?<!\w)(?:жк|жилой|жилом|житлов\w+|общежити\w|гуртожит\w+)(?!\w)")
_WORKS = regex(
    r"(?<!\w)(?:прац\w+|работ\w+|служ\w+|трудо\w+|work\w*|employed|arbeite\w*|tätig|pracuj\w*"
    r"|pracowa\w+|lucr\w+|çalış\w+) (?:в|у|на|at|in|for|bei|w|la|în)(?: [^\W\d_][\w’'-]{1,20}){0,3}"
    r" (?:лікарн|больниц|поликлин|поліклін|клин|клін|шко|лице|ліце|гимнази|гімназі"
    r"|универси|універси"
    r"|институт|інститут|завод|фабри|готел|отел|ресторан|аптек|hospital|clinic|school|college"
    r"|universi|klinik|krankenhaus|schule|szpital|szko|spital|hastane)[\w’'-]{0,8}"
    rf"(?: ?(?:№|no\.?|nr\.?) ?\d{{1,4}})?, {_TOWN}\Z"
)
_OFFICE = regex(
    r"(?<!\w)(?:(?:client|customer|employer)(?:['’]?s)? (?:office|site)"
    r"|оф[иі]с\w{0,2} (?:заказчика|клиента|компании|замовника|клієнта|компанії)"
    r"|(?:служебн|рабоч|службов|робоч)\w{2,3} каб[иі]нет\w?|biur\w klienta|sediul clientului"
    rf"|büro des kunden)(?: (?:at|по адресу|за адресою|przy))?[:,(]? "
    rf"(?:ауд\. \d{{1,4}}, )?{_TOWN}\Z"
)
_MEETING = regex(
    r"(?<!\w)(?:собеседовани\w{1,2}|сп[іi]вбесід\w{1,2}|interview|interviul?|vorstellungsgespräch"
    r"|rozmow[aęy]|görüşme\w{0,3}|mülakat|сұхбат|встреча|зустріч)(?!\w)"
    r"[^\n!?]{0,40}?(?:\d{1,2}[./: ]\d|(?<!\w)(?:room|ora|о|в|at|um|o) \d|\d uhr)[^\n!?]{0,40}?"
    rf"(?:[,:(–-] ?|:){_TOWN}\Z"
)


def is_an_institutions(low: str, begin: int, start: int) -> bool:
    """Whether the line from `begin` says so of an address at `start`, in small letters."""
    before = low[begin:start]
    if any(one.search(before) for one in (_OFFICE, _MEETING, _WORKS)):
        return True
    return _OF_ITS_NAME.search(before) is not None and _WHERE_PEOPLE_LIVE.search(before) is None
