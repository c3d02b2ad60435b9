"""What is read instead of an employer's name: "a bank in Kyiv", in the language of the text."""

import re

from services.i18n.written import Language

_KINDS: tuple[tuple[str, dict[Language, str]], ...] = (
    (
        r"bank|банк|сбер|тиньк|пумб|\bpumb\b",
        {"en": "a bank", "uk": "банк", "ru": "банк"},
    ),
    (
        r"insur|страх",
        {"en": "an insurance company", "uk": "страхова компанія", "ru": "страховая компания"},
    ),
    (
        r"telecom|телеком|kyivstar|ки[їе]встар|vodafone|lifecell|beeline|билайн|мегафон|\bмтс\b",
        {"en": "a telecom company", "uk": "оператор зв’язку", "ru": "оператор связи"},
    ),
    (
        (
            r"market|маркет|retail|shop|store|магазин|rozetka|розетк|silpo|сільпо|\bатб\b|\batb\b|ozon"
            r"|wildberries|ашан|auchan|foxtrot|фокстрот|comfy|магнит|пят[её]рочк|allo\b|алло\b"
        ),
        {"en": "a retailer", "uk": "торговельна мережа", "ru": "торговая сеть"},
    ),
    (
        r"logist|логіст|логист|пошта|почта|delivery|transport|транспорт|експедит|экспедит|cargo",
        {"en": "a logistics company", "uk": "логістична компанія", "ru": "логистическая компания"},
    ),
    (
        r"clinic|клін|клин|hospital|лікар|больниц|medical|медич|медицин",
        {"en": "a clinic", "uk": "медичний заклад", "ru": "медицинское учреждение"},
    ),
    (
        r"pharm|фарм|аптек",
        {
            "en": "a pharmaceutical company",
            "uk": "фармацевтична компанія",
            "ru": "фармацевтическая компания",
        },
    ),
    (
        r"hotel|готел|отел|гостиниц|restaurant|ресторан|cafe|кафе",
        {"en": "a hospitality business", "uk": "заклад гостинності", "ru": "заведение"},
    ),
    (
        r"audit|аудит|consult|консалт|deloitte|kpmg|\bpwc\b|\bey\b",
        {
            "en": "a consulting firm",
            "uk": "консалтингова компанія",
            "ru": "консалтинговая компания",
        },
    ),
    (
        r"\blaw\b|legal|юрид|адвокат",
        {"en": "a law firm", "uk": "юридична компанія", "ru": "юридическая компания"},
    ),
    (
        r"\bagro|агро|\bfarm\b|ферм",
        {"en": "an agricultural company", "uk": "агрокомпанія", "ru": "агрокомпания"},
    ),
    (
        r"build|construct|буд|строй|строит|девелоп",
        {
            "en": "a construction company",
            "uk": "будівельна компанія",
            "ru": "строительная компания",
        },
    ),
    (
        r"завод|комбінат|комбинат|фабрик|factory|plant\b|steel|металург|металлург|машино",
        {"en": "a factory", "uk": "виробниче підприємство", "ru": "производственное предприятие"},
    ),
    (
        r"media|медіа|медиа|реклам|advert|marketing|маркетинг|studio|студі|студи|creative",
        {"en": "an agency", "uk": "агентство", "ru": "агентство"},
    ),
    (
        (
            r"\bit\b|\bіт\b|\bит\b|айті|айти|soft|софт|tech|digital|cloud|systems|\blabs?\b|\bdev|epam"
            r"|luxoft|globallogic|ciklum|intellias|eleks|infopulse|n-?ix\b|netcracker|sigma|yandex"
            r"|яндекс|google|data"
        ),
        {"en": "an IT company", "uk": "ІТ-компанія", "ru": "ИТ-компания"},
    ),
)
_COMPANY: dict[Language, str] = {"en": "a company", "uk": "компанія", "ru": "компания"}
_OF_KIND = tuple((re.compile(kind, re.IGNORECASE), said) for kind, said in _KINDS)

# How a city is written in any of the languages, and how one says that something is there.
_CITIES: tuple[tuple[str, str, str, str], ...] = (
    (r"ки[їе]в\w{0,3}|kyiv|kiev", "in Kyiv", "у Києві", "в Киеве"),
    (r"льв[іо]в\w{0,3}|lviv|lwów", "in Lviv", "у Львові", "во Львове"),
    (r"одес+\w{0,2}|odes+a", "in Odesa", "в Одесі", "в Одессе"),
    (r"харк[іо]в\w{0,3}|харьков\w{0,2}|kharkiv|kharkov", "in Kharkiv", "у Харкові", "в Харькове"),
    (r"дн[іе]пр\w{0,7}|dnipro\w*", "in Dnipro", "у Дніпрі", "в Днепре"),
    (r"запор[іо]ж\w{0,4}|zaporizhzh?ia", "in Zaporizhzhia", "у Запоріжжі", "в Запорожье"),
    (r"вінниц\w{0,2}|винниц\w{0,2}|vinnytsia", "in Vinnytsia", "у Вінниці", "в Виннице"),
    (r"полтав\w{0,2}|poltava", "in Poltava", "у Полтаві", "в Полтаве"),
    (r"чернівц\w{0,3}|черновц\w{0,3}|chernivtsi", "in Chernivtsi", "у Чернівцях", "в Черновцах"),
    (r"ужгород\w{0,2}|uzhhorod", "in Uzhhorod", "в Ужгороді", "в Ужгороде"),
    (r"москв\w{0,2}|moscow", "in Moscow", "у Москві", "в Москве"),
    (r"санкт-петербург\w{0,2}|st\.? petersburg", "in St Petersburg",
     "у Петербурзі", "в Петербурге"),
    (r"мінськ\w{0,2}|минск\w{0,2}|minsk", "in Minsk", "у Мінську", "в Минске"),
    (r"алмат[иы]|almaty", "in Almaty", "в Алмати", "в Алматы"),
    (r"астан\w{1,2}|astana", "in Astana", "в Астані", "в Астане"),
    (r"варшав\w{0,2}|warsaw|warszaw\w{0,2}", "in Warsaw", "у Варшаві", "в Варшаве"),
    (r"краков\w{0,2}|краків|krak[oó]w", "in Kraków", "у Кракові", "в Кракове"),
    (r"вроцлав\w{0,2}|wroc[lł]aw", "in Wrocław", "у Вроцлаві", "во Вроцлаве"),
    (r"берлін\w{0,2}|берлин\w{0,2}|berlin", "in Berlin", "у Берліні", "в Берлине"),
    (r"мюнхен\w{0,2}|munich|münchen", "in Munich", "у Мюнхені", "в Мюнхене"),
    (r"прага|пра[гз]\w|prague|praha", "in Prague", "у Празі", "в Праге"),
    (r"лондон\w{0,2}|london", "in London", "у Лондоні", "в Лондоне"),
    (r"відень|вен[аеы]|vienna", "in Vienna", "у Відні", "в Вене"),
    (r"стамбул\w{0,2}|istanbul", "in Istanbul", "у Стамбулі", "в Стамбуле"),
    (r"риг[аеиу]|riga", "in Riga", "у Ризі", "в Риге"),
    (r"таллинн?\w{0,2}|таллінн?\w{0,2}|tallinn", "in Tallinn", "у Таллінні", "в Таллинне"),
    (r"вільнюс\w{0,2}|вильнюс\w{0,2}|vilnius", "in Vilnius", "у Вільнюсі", "в Вильнюсе"),
    (r"тб[іи]л[іи]с[іи]|tbilisi", "in Tbilisi", "у Тбілісі", "в Тбилиси"),
    (r"єреван\w{0,2}|ереван\w{0,2}|yerevan", "in Yerevan", "у Єревані", "в Ереване"),
    (r"кишин[её]в\w{0,2}|chi[sș]in[aă]u", "in Chișinău", "у Кишиневі", "в Кишинёве"),
)  # fmt: skip
_IN_CITY = tuple(
    (re.compile(rf"(?<!\w)(?:{city})(?!\w)", re.IGNORECASE), {"en": en, "uk": uk, "ru": ru})
    for city, en, uk, ru in _CITIES
)


def neutral_words(name: str, line: str, language: Language) -> str:
    """What kind of employer it is by its name, and where by its line."""
    kind = next((said for kind, said in _OF_KIND if kind.search(name)), _COMPANY)
    beside = line.replace(name, " ")
    where = next((said for city, said in _IN_CITY if city.search(beside)), None)
    return " ".join(filter(None, (kind[language], where[language] if where else "")))


def is_a_city(text: str) -> bool:
    """Whether nothing but a city stands there."""
    return any(city.fullmatch(text.strip()) for city, _ in _IN_CITY)
