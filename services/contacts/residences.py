"""What stands after "address:" or "I live at" and has a house in it, however it is written."""

import re
from collections.abc import Iterator

from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex
from services.contacts.wording import words

_LABEL = regex(
    r"(?<![\w-])(?:(?P<noun>(?:(?:домашн|фактическ|почтов|постоянн|поштов|фактичн"
    r"|постійн)\w{1,3} )?адрес[аау]?"
    r"(?: (?:проживани?я|регистрации|прописки|жительства|проживання|реєстрації|місця проживання"
    r"|дом\w*|фактич\w+))?"
    r"|место (?:жительства|проживания|регистрации)|місце (?:проживання|реєстрації)|прописка"
    r"|(?:регистрация|реєстрація|(?:студенческое |студентський )?(?:общежитие|общага|гуртожиток)"
    r"|dorm(?:itory)?|hostel|akademik|wohnheim|yurt|cămin(?:ul)?|жатақхана\w{0,3}|тұрағым|мекен"
    r")(?= ?:)"
    r"|проживани?я|проживання|(?:home |residential |postal |current |permanent |mailing )?address"
    r"|residence"
    r"|postal|adres(?: (?:zamieszkania|zameldowania|domowy|korespondencyjny))?|zamieszkani[ea]"
    r"|anschrift|adresse"
    r"|wohnort|wohnanschrift|wohnsitz|мекен-?жай\w{0,4}|тұрғылықты (?:жер|мекен)\w{0,4}"
    r"|тұратын жер\w{0,4}|adresim"
    r"|(?:ev |ikamet )?adresi?|ikametgah\w{0,3}|ikamet|oturduğum yer|adresa(?: de domiciliu)?"
    r"|domicili\w{0,2}"
    r"|reședinț\w"
    r"|oturduğu yer|evim(?:in adresi)?|adr\.?(?= ?:)|адр\.?|за адресою|по адресу|мекен[ -]?жайым"
    r"|үйім(?:ді)?|үй(?= ?:)|мекені"
    r"|(?:домашн\w{1,3} )?(?:дом(?:а я на|а)?|дім|вдома|домашн\w{1,2}|хата|квартира)(?= ?[:=—–-] "
    r"| на )"
    r"|место обитания|місце мешкання|обитаю|квартирую|обитает|приезжа\w{2,3}(?: сюда)?(?= ?:)"
    r"|приїжджа\w{2,3}(?= ?:)|(?:документ\w|письма|листи|посылк\w|почту) (?:сюда|сюди)(?= ?:)"
    r"|забрать документы можно(?= ?:)|(?:офіс|офис) [іи] (?:дім|дом)"
    r"|(?:current |my )?(?:home|house|digs|lodgings?|residence|flat|place)(?= ?[:=—–-])|where i "
    r"live(?= ?[:=—–-])"
    r"|present lodging|post(?=:)|find me at|dom(?= ?[:=—–-])|do domu|acasă|stau(?= în)|ort(?= "
    r"?[:|])"
    r"|(?:zu hause|zuhause|daheim)(?= ?[:=—–-])|[⌂🏠🏡📍🏘🗺])"
    r"|(?P<verb>прожива[юе]т?|живу|живёт|живет|прописан[ао]?|зарегистрирован[ао]?|мешкаю|проживаю"
    r"|зареєстрован\w{1,2}"
    r"|(?:я )?мешкає|живём|живемо|i live|lives?|resid(?:es?|ing)|living|based(?! at )|located"
    r"|zamieszkał[ay]|mieszkam|wohnhaft|wohnt"
    r"|ich wohne|wohne|wir wohnen|mieszkamy|zam\.|locuim|evimiz|ikamet ediyorum"
    r"|my (?:place|home|flat|house|room) is|we(?: are|['’]re|['’]ve lived| live) (?:at|on)"
    r"|(?:i['’]m |i )?stay(?:ing)? at|(?:send|post|deliver|mail)(?: [^\W\d_]{2,10})? to"
    r"|тұрамын|oturuyorum"
    r"|locuiesc|locuiește|locuieste|stau|domiciliat[ăa]?))(?!\w)"
)
HOME = _LABEL
"""What tells of a home; numbers in words behind it are those of a house."""

_WORDS = words(
    """адрес адреса адресу адресою проживания проживание проживаня проживання место місце прописка
    регистрация реєстрація address residence postal adres zamieszkania zamieszkanie anschrift
    adresse wohnort wohnanschrift wohnsitz тұрғылықты тұратын adresim adresi ikametgah ikamet
    oturduğum oturduğu adresa domiciliu domiciliul evim evimin adr адр үйім үйімді үй мекені дом
    дома дім вдома хата квартира обитания мешкання обитаю квартирую обитает сюда сюди home house
    digs lodging lodgings flat place live lives living post find dom domu acasă stau ort hause
    zuhause daheim проживаю проживает прожива проживаю живу живёт живет прописан прописана
    прописано зарегистрирован зарегистрирована мешкаю мешкає зареєстрований зареєстрована живём
    живемо resides residing reside based located zamieszkały zamieszkała mieszkam wohnhaft wohnt
    wohne тұрамын oturuyorum locuiesc locuiește locuieste domiciliat domiciliată документы можно
    домашний домашня домашній домашняя общежитие общага гуртожиток dorm dormitory hostel akademik
    wohnheim yurt cămin căminul жатақхана жатақханам тұрағым мекен
    zam my we ve send deliver mail staying stay mieszkamy locuim evimiz
    wohnen жай мекенжай мекенжайы мекенжайым жайым жайы"""
)
_GLYPHS = regex("[⌂🏠🏡📍🏘🗺]")
_STEMS = ("мекен", "ikamet", "reședinț", "приезжа", "приїжджа", "прожив", "domicili")


def may_be_told(copy: Copy) -> bool:
    """Whether a word of the text can tell of a home at all."""
    found = copy.words
    return (
        not _WORDS.isdisjoint(found)
        or any(word.startswith(_STEMS) for word in found)
        or _GLYPHS.search(copy.text) is not None
    )


_NO_HOME = regex(
    r" (?:электронн|эл\.|почты|e-?mail|имейл|пошти|електронн|сайта|сайту|сторінки|страницы|bar"
    r"|book|line|space|офиса|офісу"
    r"|работы|роботи|месту|клиент|клієнт|заказчик|замовник|работодат|роботодав|компани|компані"
    r"|объект|об.єкт|доставк"
    r"|магазин|склад|the|all|any|these|key|web)|(?:^|\W)(?:e-?mail|mail|ip|mac|web|url|site"
    r"|internet|wallet|bitcoin) ?\Z"
)
_BRIDGE = regex(
    r"(?:[ :=*|–—-]{0,5}(?:по адресу|за адресою|по|за|at|in|на|в|у|pod adresem|w|przy|în|la|pe|str"
    r"|unter|in der|am|address|адрес"
    r"|адреса|is|це|это)(?![\w.]))?[ :=*|–—.-]{0,6}\n?[ ]{0,3}"
)
_STOPS = regex(
    r"[;•·\t▪●→]|\s\|\s|\n\n| {3,}|(?<=[\w)]{6})[.!?](?=\s|\Z)(?! \d)|(?<=\d)[.!?](?=\s|\Z)"
    r"|[\s,.(]+(?:тел(?:ефон)?|моб(?:ільний|ильный)?|e-?mail|mail|phone|tel|mobile|cell|пошта"
    r"|почта|телеграм|telegram"
    r"|skype|viber|вк|vk|linkedin|github|город|місто|miasto|oraș|метро|рядом|біля|near|это|це"
    r"|дата|date"
    r"|гражданство|громадянство|возраст|вік|open to|nationality|data|geburtsdatum|ст\.м"
    r"|ожидаем\w+|желаем\w+"
    r"|зарплат\w+|готов\w*)(?!\w)"
)
_UNITS = (
    r"(?:лет|год|рок|міс|мес|дн|нед|тиж|час|годин|мин|хв|км|метр|м²|кв\.? ?м|дет|діт|раз|шт|чел"
    r"|осіб"
    r"|руб|грн|year|month|day|week"
    r"|hour|min|km|miles?|kids|child|people|lat|roku|miesi|jahr|monat|stunden|ani|luni|yıl"
    r"|ay(?!\w)|dakika|жыл|ай(?!\w)|%)"
)
_HOUSE = regex(
    rf"(?<![\d.,$€£₴₽+/-])(?!(?:19|20)\d\d(?![/-]?\d)|24/7"
    rf"|[52]/2(?!\d)|\d{{1,3}} \d00(?!\d))\d{{1,4}}(?:[ -]?[a-zа-яі](?!\w))?(?:[/-]\d{{1,4}}\w?)?"
    rf"(?!\d|[.,:]\d| ?{_UNITS})(?=\s*(?:\Z|[,./)\n-]|кв|к\.|корп|стр|д\.|дом|үй|пәтер|m\.? ?\d"
    rf"|ap|apt|flat|bl|bloc|lok|d\b"
    rf"|daire|mieszk|no\b|nr|подъезд|под\.|эт|пов|\d|[a-zа-яіїєґäöüßçğışöüâăîșțł]{{4,}}))"
)
_NAME = regex(r"[^\W\d_]{3,}")
_WITH_A_VERB = regex(
    r"(?<!\w)(?:ул|вул|пр-?к?т|просп|бульв|б-р|пер\.|пров|кв\.|дом \d|буд|көше|street|st\b|str\b"
    r"|road|rd|ave|lane|ul\."
    r"|grove|walk|close|court|crescent|gardens|drive|terrace|mews|mount|strada|calea|aleea|ulic\w"
    r"|nr\.|mah|cad|sok)|[^\W\d_]{3,}[.,]? {1,2}(?!24/7|5/2|2/2)\d{1,4}[^\W\d]?"
    r"(?:[ ,/-]{1,3}(?:кв|к|m|ap|apt|app|flat|bl|bloc|lok|d|daire|үй|пәтер|корп|\d)|\s*\Z|\s*[,/])"
)
_GOES_ON = regex(
    r"\n {0,3}(?=(?:ул|вул|д\.|дом|буд|кв|корп|под|пр-?к?т|просп|б-р|бульв|\d{1,4}(?:[ ,/-]"
    r"|-?(?:үй|пәтер)|\Z|\n)|\d{5,6}(?!\d)"
    r"|\d\d-\d{3}|ap|apt|flat|bl|sc|no[ :.]|nr|daire|d[.:]|[\w’'-]{3,20} \d{1,4}(?!\d|[.,]\d)"
    r"|[\w’'-]{3,20}/[\w’'-]{3,20}"
    r"|[\w’'. -]{3,30}(?:к-сі|көшесі|cad|sok|mah|bulvar)|(?:г|м"
    r"|с)\. ?[\w’'-]{3,20},? ?\d?))[^\n;•|]{1,60}"
)
_ROAD = regex(
    r"(?<!\w)(?:ul|str|st|street|road|rd|avenue|ave|lane|no|nr|mah|cad|sok|apt|flat|calea|aleea"
    r"|bd)(?!\w)|\w(?:str|weg|platz|allee)(?!\w)"
)
# What is counted, and no house: "at home: 2 screens", "own place: 13.3 kW".
_THINGS = regex(r"\d{1,4}(?:\.\d+ | [a-z]{3,15}s?(?:[,;.]| of ))|\d{1,3}(?:\.\d{1,3}){3}(?!\d)")
_LONGEST = 120


def residences(copy: Copy) -> Iterator[Span]:
    """Addresses told by the words before them."""
    low = copy.lower
    done = 0
    for label in _LABEL.finditer(low) if may_be_told(copy) else ():
        if label.start() < done or is_no_home(low, *label.span()):
            continue
        bridge = _BRIDGE.match(low, label.end())
        start = bridge.end() if bridge else label.end()
        end = _end(low, start)
        told = low[start:end]
        house = _HOUSE.search(told)
        if not house or not _NAME.search(told[: house.start()] + " " + told[house.end() :]):
            continue
        if (
            label["noun"]
            and not re.search(r"[:–—=\n|⌂🏠🏡📍🏘🗺-]", low[label.end() - 1 : start])
            and not _WITH_A_VERB.search(told)
        ):
            continue
        between = low[label.end() : start]
        if label["verb"] and ("\n" in between.partition(":")[0] or not _WITH_A_VERB.search(told)):
            continue
        if tells_of_things(copy.text, start) and not _ROAD.search(told):
            continue
        if told.isascii() and copy.text[start].islower() and not _ROAD.search(told):
            continue
        done = end
        yield Span("address", start, end)


def is_no_home(low: str, cue_start: int, cue_end: int) -> bool:
    """Whether the words around it make the address one of mail, of a machine or of an office."""
    before = low[max(0, cue_start - 10) : cue_start].rpartition("\n")[2]
    return _NO_HOME.search(before) is not None or _NO_HOME.match(low, cue_end) is not None


def tells_of_things(text: str, start: int) -> bool:
    """Whether something is counted here, and no house told."""
    return _THINGS.match(text, start) is not None


def _end(low: str, start: int) -> int:
    """Where the address ends: with its line, its sentence, before the next thing that is told."""
    stop = min(len(low), start + _LONGEST)
    line = low.find("\n", start, stop)
    end = line if line >= 0 else stop
    while end < stop and (more := _GOES_ON.match(low, end)):
        end = min(more.end(), stop)
    stops = _STOPS.search(low, start, end)
    if stops:
        end = stops.start()
    return start + len(low[start:end].rstrip(" ,.-–—\n"))
