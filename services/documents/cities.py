"""Cities that résumés name, in the three languages."""

import re

_CITIES = """
Київ|Киев|Kyiv|Kiev Харків|Харьков|Kharkiv Одеса|Одесса|Odesa|Odessa Дніпро|Днепр|Dnipro
Донецьк|Донецк|Donetsk Запоріжжя|Запорожье|Zaporizhzhia Львів|Львов|Lviv
Миколаїв|Николаев|Mykolaiv Вінниця|Винница|Vinnytsia Херсон|Kherson Полтава|Poltava
Чернігів|Чернигов|Chernihiv Черкаси|Черкассы|Cherkasy Житомир|Zhytomyr Суми|Сумы|Sumy
Хмельницький|Хмельницкий|Khmelnytskyi Чернівці|Черновцы|Chernivtsi Рівне|Ровно|Rivne
Тернопіль|Тернополь|Ternopil Луцьк|Луцк|Lutsk Ужгород|Uzhhorod Бровари|Бровары|Brovary
Ірпінь|Ирпень|Irpin Буча|Bucha Івано-Франківськ|Ивано-Франковск|Ivano-Frankivsk
Кропивницький|Кропивницкий|Kropyvnytskyi Москва|Moscow
Санкт-Петербург|Петербург|Saint_Petersburg|St._Petersburg Новосибирск|Novosibirsk
Екатеринбург|Yekaterinburg Казань|Kazan Нижний_Новгород|Nizhny_Novgorod Самара|Samara Омск|Omsk
Челябинск|Chelyabinsk Ростов-на-Дону|Rostov-on-Don Уфа|Ufa Красноярск|Krasnoyarsk Пермь|Perm
Воронеж|Voronezh Волгоград|Volgograd Краснодар|Krasnodar Саратов|Saratov Тюмень|Tyumen
Минск|Мінськ|Minsk Алматы|Алмати|Almaty Астана|Astana Тбилиси|Тбілісі|Tbilisi Ереван|Yerevan
Варшава|Warsaw|Warszawa Краків|Краков|Krakow|Kraków Вроцлав|Wroclaw|Wrocław Гданськ|Gdansk|Gdańsk
Прага|Prague|Praha Берлін|Берлин|Berlin Мюнхен|Munich|München Гамбург|Hamburg Відень|Вена|Vienna
Лондон|London Париж|Paris Амстердам|Amsterdam Лісабон|Лиссабон|Lisbon Мадрид|Madrid
Барселона|Barcelona Рим|Rome Мілан|Милан|Milan Дублін|Дублин|Dublin Вільнюс|Вильнюс|Vilnius
Рига|Riga Таллінн|Таллин|Tallinn Бухарест|Bucharest Будапешт|Budapest Софія|Sofia Стамбул|Istanbul
Дубай|Dubai Тель-Авів|Tel_Aviv Нью-Йорк|New_York San_Francisco Los_Angeles Seattle Boston Chicago
Austin Toronto Vancouver Sydney Melbourne Singapore Tokyo Zurich Zürich Geneva Stockholm Oslo
Copenhagen Helsinki Brussels Manchester Edinburgh Frankfurt Cologne Köln Düsseldorf Stuttgart
Познань|Poznan|Poznań Лодзь|Lodz|Łódź Катовіце|Катовице|Katowice Люблін|Люблин|Lublin Щецин|Szczecin
Брно|Brno Порту|Porto Валенсія|Валенсия|Valencia Ліон|Лион|Lyon Афіни|Афины|Athens Белград|Belgrade
Загреб|Zagreb Любляна|Ljubljana Братислава|Bratislava Кишинів|Кишинев|Кишинёв|Chisinau Бішкек|Бишкек
Ташкент|Tashkent Баку|Baku Батумі|Батуми|Batumi Каунас|Kaunas Жешув|Rzeszów
Біла_Церква|Белая_Церковь
Кам’янець-Подільський Дрогобич|Дрогобыч Мукачево Бориспіль|Борисполь Кременчук|Кременчуг
Маріуполь|Мариуполь|Mariupol Кривий_Ріг|Кривой_Рог Мелітополь|Мелитополь Бердянськ|Бердянск
Томск Тула Ярославль Иркутск Хабаровск Владивосток Барнаул Кемерово Рязань Пенза Липецк Киров
Чебоксары
Калининград|Kaliningrad Брянск Курск Иваново Магнитогорск Тверь Ставрополь Белгород Сочи Гомель
Брест Гродно Витебск Могилев|Могилёв Шымкент Караганда
Washington Denver Atlanta Miami
"""
_KNOWN = {
    spelling.replace("_", " ").casefold(): spelling.replace("_", " ")
    for spelling in re.split(r"[\s|]+", _CITIES.strip())
}
_FIRST_SPELLING = {
    spelling.replace("_", " ").casefold(): city.partition("|")[0].replace("_", " ")
    for city in _CITIES.split()
    for spelling in city.split("|")
}
_PREFIX = re.compile(r"(?:м|г|місто|город|city of|смт|с)\.?\s+(?=[^\W\d_])", re.IGNORECASE)
_AND_STATE = re.compile(
    r"(?P<city>[A-Z][\w.’'-]+(?:[ -][A-Z][\w.’'-]+){0,3}), "
    r"(?:[A-Z]{2}|USA|UK|Ukraine|Poland|Germany|Czechia"
    r"|Portugal|Spain|Italy|France|Canada|Netherlands|Austria|Switzerland|Türkiye|Turkey|Georgia"
    r"|United Kingdom|United States)(?: \d{4,6})?\Z"
)


def city_in(text: str, *, whole: bool = False) -> str:
    """The city that a short text names; with `whole` only where it names nothing else."""
    text = text.strip()
    state = _AND_STATE.match(text)
    if state:
        return state["city"]
    parts = [_PREFIX.sub("", part.strip()) for part in re.split(r"[,;/(]", text)]
    for part in parts[:2] if whole else parts:
        known = _KNOWN.get(part.strip(" .)").casefold())
        if known and (not whole or len(text) <= len(known) + 25):
            return known
    return ""


def plain_city(text: str) -> str:
    """A city as somebody wrote it, without what stands before and behind its name.

    Where it is a known one, in one spelling whatever the language: Kyiv, Киев and м. Київ are one.
    """
    bare = _PREFIX.sub("", re.split(r"[,;/(]", text.strip(), maxsplit=1)[0].strip()).strip(" .")
    return _FIRST_SPELLING.get(bare.casefold(), bare)
