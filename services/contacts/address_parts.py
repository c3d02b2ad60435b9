"""What else of an address stands around a street and a house: the flat, the town, the code."""

from services.contacts.foreign_streets import OTHER_CODES, SPELT_POSTCODE, UK_POSTCODE
from services.contacts.regexes import regex

_MOST_PARTS = 6
_REACH = 90
_TOWN = (
    r"[A-ZÀ-ÞА-ЯІЇЄҐȘȚŁŚŻÇĞİŐŰČŠŽҚӨҰ][\w’'-]{2,20}(?:[ "
    r"-][A-ZÀ-ÞА-ЯІЇЄҐȘȚŁŚŻÇĞİ][\w’'-]{2,20}){0,2}"
)
_END = r"(?=[ ]{0,2}(?:[\n,.;:)|•·]|\Z))"
_GAP = r"(?:[,;]?[ ]{1,2}|, ?\n ?|,|\n {0,24}(?=\S)|[ ]?[|/][ ]?)"
_COUNT = r"(?:№ ?|#|[Nn]r\.? ?|[Nn]o\.? ?:? ?)?"
# Flats, floors and entrances, each with its number.
_UNIT = regex(
    rf"{_GAP}(?i:(?:квартира|кварт|кв|корпус|корп|строение|стр|подъезд|под|під.?їзд|під|этаж"
    rf"|поверх|эт"
    r"|пом(?:ешкання|ешк|ещение)?|приміщення|прим|домофон|секція|секция|офис|офіс|оф|комната"
    r"|кімната|комн"
    r"|ком|блок|лит(?:ера?)?|літ(?:ера?)?|вход|вхід|пәтер|п|apt|apartment|app|ap|flat|unit|suite"
    r"|ste|floor"
    r"|room"
    r"|bloc|bl|scara|sc|etaj|et|sector(?:ul)?|mieszkanie|mieszk|lokal|lok|m|daire|kat|d|top"
    r"|stiege|tür|wohnung"
    r"|whg|og|eg|bat|esc|entrance|door|bldg|building)"
    rf"(?:\.|(?!\w))(?:[ :]{{0,2}}|\n {{0,80}}){_COUNT}(?!(?:19|20)\d\d(?!\w))"
    r"(?:[a-z]?\d{1,4}[a-zа-я]?|[a-eа-ж])(?!\w"
    r"|[.,]\d))"
    r"|/\d{1,4}[A-Za-z]?(?:/\d{1,4})?(?![\w/]|[.,]\d)"
    r"|(?<=\d)[/-]\d{1,3}[A-Za-z]?(?![\w/-]|[.,]\d)|(?<=\d[a-z])-[a-z](?!\w)|(?<=\d)-[A-Z](?!\w)"
    r"|,? #\d{1,4}[A-Za-z]?(?!\w)|,? \d{1,2}\. ?(?:OG|EG|Stock|Etage)"
    r"(?: (?:links|rechts|mitte|vorne?|hinten))?(?!\w)"
    r"|,? (?i:\d{1,4}(?:-?й)? (?:подъезд|под\.|під.?їзд|этаж|эт\.|поверх|пов\.|п\.|кв\.?"
    r"|пәтер))(?!\w)"
    r"|,? (?:он |[^\W\d_]{4,8} )?[^\W\d_]{2,9}(?:н[шс]ы|н[шс]і) (?:пәтер|қабат)(?!\w)"
    r"|,? [а-яії]{4,10}(?:ий|ій|ый|ой) (?:пов(?:\.|ерх)|этаж|эт\.|под(?:ъезд|\.)|під.?їзд)"
    r"|,? \d{1,2}(?:[ºª°]|[oa](?!\w))(?: ?[A-Z](?!\w))?| (?:п|пәт)\.(?!\w)"
)
_CODE = regex(
    rf"{_GAP}(?:{UK_POSTCODE}|{SPELT_POSTCODE}|(?:[A-Z]{{2}} )?{OTHER_CODES}|[A-Z]{{2}},? "
    rf"\d{{5}}(?:-\d{{4}})?(?!\w)"
    r"|[A-Z]{2} {1,2}[A-Z]\d[A-Z] ?\d[A-Z]\d(?!\w)|(?: ?[-–—] ?)\d{6}(?!\d)"
    r"|[A-Z][a-z]{3,12} \d{5}(?:-\d{4})?(?!\d|[.,]\d)"
    r"|(?:[A-Z]{1,2}-)?\d{5,6}(?!\d|[.,]\d)|\d{2}-\d{3}(?!\d)"
    rf"|(?:(?:[A-Z]{{1,2}}-)?\d{{4}}|\d{{4}} [A-Z]{{2}}|\d{{3}} \d{{2}})(?= {_TOWN}{_END}))"
)
_TOWN_BEHIND = regex(
    rf"(?:, ?\n? ?|(?<=\d\w\w) |(?<=\d{{4}}) |(?<=\d [A-Z]{{2}}) |(?<=\d \d\d) "
    rf"){_TOWN}(?:/{_TOWN})?"
    rf"(?={_END}|, [A-Z][a-z]{{3,12}} \d{{5}}(?!\d)"
    rf"|,? (?:[A-Z]{{2,3}},? \d{{4,5}}|{UK_POSTCODE}|{OTHER_CODES}|\d{{5,6}})(?!\w)"
    rf"|,? {SPELT_POSTCODE})"
    rf"| ?[|/] ?{_TOWN}(?=,? (?:[A-Z]{{2,3}},? \d{{4,5}}|{UK_POSTCODE}|{OTHER_CODES})(?!\w))"
    rf"| {_TOWN} ?/ ?{_TOWN}{_END}| ?[-–] ?{_TOWN}{_END}|, {_TOWN}(?= ?[-–—] ?\d{{6}}(?!\d))"
    rf"|, {_TOWN}(?= (?:is|if|and|or|in|for|where|и|і|та|или|где|де|und|oder|i|lub|ve|și|sau"
    rf"|[A-Z]{{2}}{_END})(?!\w))| [A-Z]{{2}}{_END}"
    rf"|(?<=\d{{3}})(?<![–—-]\d{{4}})\n ?{_TOWN}(?=[ ]{{0,2}}(?:\n|\Z))"
    rf"|, (?:Co\.|County|jud\.|Jud\.|woj\.|обл\.) ?{_TOWN}"
    rf"|[, ]{{1,2}}(?:NW|NE|SW|SE|[NSEW])(?={_END}|,| (?:Unit|Apt|#))"
    rf"|,? {_TOWN} [A-Z]{{1,2}}\d{{1,2}}{_END}| [A-Z]{{1,2}}\d{{1,2}}{_END}"
)
_BEHIND = (_UNIT, _CODE, _TOWN_BEHIND)
_BEFORE = regex(
    r"(?:(?<!\w)(?i:flat|apt|apartment|unit|suite|block|blk|bldg|room|number|no\.?|house|nr\.?"
    r"|numer|plot|lot|villa|shop)"
    r"[ .]{0,2}#?[\w-]{0,12}(?: of|,)? "
    r"|c/o (?:[A-ZÄÖÜ][\w’'-]{1,20} ?){1,3}, |(?i:rear of |behind |above |near |off |next to "
    r"|corner of )"
    r"|(?<![\w’'-])(?:The )?(?:[A-Z][\w’'-]{1,20} ){0,3}(?:House|Cottage|Chapel|Mill|Mills|Lodge"
    r"|Hall|Court|Farm"
    r"|Barn|Villa|Manor|Tower|Towers|Building|Rectory|Vicarage|Gardens|Mansions?|Wharf|Grange"
    r"|Stables"
    r"|Residence|Heights|Apartments),? "
    r"|(?<!\w)(?:[Жж]/м|[Мм]кр-?н?\.?|[Мм]икрорайон|[Мм]ікрорайон|[Мм]асив|ЖК) "
    r"[«\"]?[\w’'-]{2,20}[»\"]?, "
    r"|(?<![\d-])\d{5,6},? |(?:Украина|Україна|Россия|Казахстан),? "
    r"|(?:Республика|Респ\.|Республіка)(?: [А-ЯІЇЄҐ][а-яіїєґ-]{2,20}){0,2},? "
    r"|(?<!\w)(?:РТ|РБ|РФ|РК|МО|ЛО|СПб|Спб|СПБ|Мск|ХМАО|ЯНАО|КБР|ЧР|РД),? "
    r"|(?<!\w)[А-ЯІЇЄҐ][а-яіїєґ-]{3,20} (?:район|р-н|область|обл\.?|край),? "
    r"|(?:(?<=[;|\"“«])|(?<=[:;|(•] )|(?<=\d, )|(?<=РТ, )|(?<=иву )|(?<=\n)|(?<=шкаю )|(?<=\n- )"
    r"|\A)"
    r"(?:(?:Набережн|Нижн|Верхн|Велик|Нов|Стар|Крив|Біл|Бел|Красн|Больш|Мал|Камен|Кам.ян|Усть"
    r"|Йошкар"
    r"|Мінеральн|Минеральн|Сергиев|Орехово|Южн|Півд|Північ)[а-яіїє]{0,4}[ -]"
    r"|(?:Наб|Ниж|Верх|Нов|Стар|Вел|Бол|Мал)\. )?"
    r"[А-ЯІЇЄҐ][а-яіїєґ’'-]{2,20}[,:] "
    r"|(?<![\w-])(?:\d{1,4}[A-Za-z]?|[A-Z])-"
    rf"|(?<![\w-])(?:[A-Z]{{1,2}}-)?(?:\d{{4,6}}|\d\d-\d{{3}}) {_TOWN}, "
    rf"|(?<![\w-]){_TOWN},? (?:\d{{5,6}}|\d\d-\d{{3}}), "
    r"|(?<!\w)(?:Block|Aufgang|Haus|Eingang) \w{1,2}, "
    rf"|(?<!\w)(?:[Ss]at(?:ul)?|[Cc]om(?:una|\.)|[Oo]raș(?:ul)?|[Mm]un\.|п\.|пос\.) ?{_TOWN}, "
    r"|(?<!\w)(?:Ortsteil|OT|Hof|Gut|Gutshof|Mühle|wieś|Wieś|sat|Sat) "
    r"|[жЖ]/|(?<=: )(?:[A-ZĄĆĘŁŃÓŚŹŻÄÖÜȘȚÎÂĂÇĞİ][\w’'-]{2,20} ?){1,2}, "
    r"|(?<=[:•|\n] )(?:[A-ZÇĞİÖŞÜ][\wçğıöşü]{2,20} ?){1,2}, (?=[A-ZÇĞİÖŞÜ][^,\n]{2,30} (?:Mah"
    r"|Mh)))\Z"
)


_CODE_IN_FRONT = regex(r"\d{5,6},")
_TOWN_OF_A_CODE = regex(
    r"(?:(?<=[:,;|•\n] )|(?<=\n)|\A)(?:(?:[мгсМГС]|смт)\. ?)?[А-ЯІЇЄҐA-Z][\w’'-]{2,20} \Z"
)


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the parts of an address before and behind it."""
    for _ in range(_MOST_PARTS):
        behind = next(
            (more for part in _BEHIND if (more := part.match(text, end, end + _REACH))), None
        )
        if not behind:
            break
        end = behind.end()
    for _ in range(_MOST_PARTS // 2):
        before = _BEFORE.search(text, max(0, start - _REACH // 2), start)
        if not before or before.start() == start:
            break
        start = before.start()
    if _CODE_IN_FRONT.match(text, start):
        town = _TOWN_OF_A_CODE.search(text, max(0, start - _REACH // 2), start)
        start = town.start() if town else start
    return start, end
