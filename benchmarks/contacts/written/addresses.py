"""Home addresses, as they are written in each country, clean and made hard to see.

Per language: streets, towns with a postcode, then the forms, clean and hard; "-held" marks what
belongs to the held-out part, ¶ the end of a line, `{w}` the house's number in words.
"""

import random

_WORDS = {
    "uk": "п'ять сім дванадцять п'ятнадцять двадцять",
    "ru": "пять семь двенадцать пятнадцать двадцать",
    "en": "five seven twelve fifteen twenty",
    "pl": "pięć siedem dwanaście piętnaście dwadzieścia",
    "de": "fünf sieben zwölf fünfzehn zwanzig",
    "kk": "бес жеті он_екі он_бес жиырма",
    "tr": "beş yedi on_iki on_beş yirmi",
    "ro": "cinci șapte doisprezece cincisprezece douăzeci",
}
_COUNTRIES = {
    "uk": """
streets | Саксаганського;Велика Васильківська;Зелена;Сихівська;Героїв Праці;Академіка Янгеля
streets-held | Городоцька;Набережна;Січових Стрільців;Антоновича;Левка Лук’яненка;Миру
towns | Київ 04070;Львів 79011;Харків 61070;Черкаси 18005
towns-held | Дніпро 49044;Вінниця 21018;Луцьк 43005;Полтава 36000
clean | м. {town}, вул. {street}, {house}, кв. {flat}
clean | {post}, м. {town}, вул. {street}, буд. {house}, кв. {flat}
clean | {town}, вул. {street} {house}А, кв. {flat}
clean | вул. {street}, {house}/{flat}, м. {town}, {post}
clean | вулиця {street}, будинок {house}, квартира {flat}, {town}
clean-held | Україна, {post}, місто {town}, вул. {street}, буд. {house}/{flat}
clean-held | просп. Науки, {house}, кв. {flat}, м. {town}
clean-held | с. Мирне, пров. Тихий, {house}, {post}
hard | {post}¶м. {town}¶вул. {street}, {house}, кв. {flat}
hard | м.{town} вул.{street} {house}-{flat}
hard | {town}, {street} {house} кв {flat}
hard | вул. {street},¶буд. {house}, кв. {flat}
hard-held | {street}, {house}, квартира {flat}
hard-held | вул {street} буд {house} кв {flat} ({town})
hard-held | вулиця {street}, будинок {w}, квартира {flat}
hard-held | {town} | вул. {street} | {house} | кв. {flat}
hard-held | в у л . {street}, {house}, кв. {flat}
""",
    "ru": """
streets | Баумана;Ленина;Красноармейская;Новосибирская;Профсоюзная;8 Марта
streets-held | Садовая;Кирова;Большая Морская;Гагарина;Студенческая;Мира
towns | Казань 420111;Москва 117335;Тюмень 625000;Тверь 170100
towns-held | Самара 443099;Пермь 614000;Омск 644043;Минск 220030
clean | г. {town}, ул. {street}, д. {house}, кв. {flat}
clean | {post}, г. {town}, ул. {street}, д. {house}, корп. 2, кв. {flat}
clean | {town}, ул. {street} {house}, кв. {flat}
clean | ул. {street}, дом {house}, квартира {flat}, г. {town}
clean | {post}, {town}, улица {street}, {house}-{flat}
clean-held | Россия, {post}, город {town}, ул. {street}, {house}, кв. {flat}
clean-held | {town}, пр-т Строителей, {house}, корп. 1, кв. {flat}
clean-held | г. {town}, мкр. Южный, д. {house}, кв. {flat}
hard | {post}¶г. {town}¶ул. {street}, д. {house}, кв. {flat}
hard | г.{town} ул.{street} {house}-{flat}
hard | {town}, {street} {house} кв {flat}
hard | ул. {street},¶д. {house}, кв. {flat}
hard-held | {street}, {house}, квартира {flat}
hard-held | ул {street} д {house} кв {flat} ({town})
hard-held | улица {street}, дом {w}, квартира {flat}
hard-held | {town} | ул. {street} | д. {house} | кв. {flat}
hard-held | у л . {street}, д. {house}, кв. {flat}
""",
    "en": """
streets | Maple Street;Rosebery Avenue;Cedar Lane;Harrow Road
streets-held | Elm Court;Victoria Terrace;Pine Ridge Drive;Station Road
towns | Austin, TX 78704;London EC1R 4TD;Leeds LS6 3HN;Denver, CO 80206
towns-held | Bristol BS6 5QA;Portland, OR 97214;Glasgow G12 8QQ;Columbus, OH 43215
clean | {house} {street}, Apt {flat}, {town} {post}
clean | {house} {street}, Flat {flat}, {town} {post}
clean | {house} {street}, {town} {post}
clean | Flat {flat}, {house} {street}, {town} {post}
clean-held | {house}, {street}, Unit {flat}, {town} {post}
clean-held | {flat}/{house} {street}, {town} {post}
hard | {house} {street}¶Apt {flat}¶{town} {post}
hard | {house} {street} #{flat}¶{town} {post}
hard | no. {house} on {street}, flat {flat}
hard-held | number {w}, {street}, flat {flat}
hard-held | {house} | {street} | {town} {post}
hard-held | {street} {house}, apt {flat}, {town} {post}
hard-held | {house} {street}¶{town}¶{post}
""",
    "pl": """
streets | Długa;Marszałkowska;Kościuszki
streets-held | Piłsudskiego;Lipowa;Wierzbowa
towns | Kraków 31-147;Warszawa 00-590
towns-held | Wrocław 50-044;Lublin 20-029
clean | ul. {street} {house}/{flat}, {post} {town}
clean | {post} {town}, ul. {street} {house} m. {flat}
hard | ul. {street} {house}/{flat}¶{post} {town}
hard | {town}, {street} {house} m {flat}
hard-held | ul {street} {house} lok. {flat} ({town})
hard-held | ulica {street}, dom {w}, mieszkanie {flat}
""",
    "de": """
streets | Lindenstraße;Am Waldrand;Goethestr.
streets-held | Bergstraße;Hauptstr.;Kastanienallee
towns | Berlin 10969;Köln 50667
towns-held | Leipzig 04109;Bremen 28195
clean | {street} {house}, {post} {town}
clean | {street} {house}a, D-{post} {town}
hard | {street} {house}¶{post} {town}
hard | {town}, {street} Nr. {house}
hard-held | {street} | {house} | {post} {town}
hard-held | {street} Nummer {w}, {post} {town}
""",
    "kk": """
streets | Абай;Төле би;Достық
streets-held | Сәтбаев;Қабанбай батыр;Жандосов
towns | Алматы 050010;Астана 010000
towns-held | Шымкент 160000;Қарағанды 100000
clean | {town} қ., {street} көшесі, {house}-үй, {flat}-пәтер
clean | {post}, {town} қаласы, {street} даңғылы, {house}, {flat} пәтер
hard | {town} қ.¶{street} к-сі, {house}-үй¶{flat}-пәтер
hard | {town}, {street} {house} үй {flat} пәтер
hard-held | {street} көшесі, {w} үй, {flat}-пәтер
hard-held | {town} | {street} к. | {house} | пәтер {flat}
""",
    "tr": """
streets | Bağdat Caddesi;Gül Sokak;Atatürk Bulvarı
streets-held | İnönü Caddesi;Lale Sokak;Cumhuriyet Bulvarı
towns | Kadıköy/İstanbul 34710;Çankaya/Ankara 06690
towns-held | Konak/İzmir 35250;Nilüfer/Bursa 16110
clean | {street} No: {house} D: {flat}, {town}
clean | {street} No:{house}/{flat}, {post} {town}
hard | {street}¶No: {house} D: {flat}¶{town}
hard | {town}, {street} no {house} daire {flat}
hard-held | {street} numara {w}, daire {flat}
hard-held | {street} | No {house} | D {flat} | {town}
""",
    "ro": """
streets | Mihai Eminescu;Lungă;Ștefan cel Mare
streets-held | Independenței;Libertății;Vasile Alecsandri
towns | București 020079;Cluj-Napoca 400001
towns-held | Iași 700028;Chișinău MD-2001
clean | Str. {street} nr. {house}, bl. B2, sc. 1, ap. {flat}, {town}
clean | str. {street}, nr. {house}, ap. {flat}, {town}, {post}
hard | Str. {street} nr. {house}¶ap. {flat}¶{post} {town}
hard | {town}, {street} {house} ap {flat}
hard-held | strada {street}, numărul {w}, apartamentul {flat}
hard-held | {town} | str {street} | nr {house} | ap {flat}
""",
}


def address(chance: random.Random, language: str, *, held: bool, hard: bool) -> str:
    """A home address; `hard` without the usual words, over several lines or cells, in words."""
    part = "-held" if held else ""
    town, _, post = chance.choice(_words(language, f"towns{part}")).partition(" ")
    forms = _lines(language, f"hard{part}" if hard else "clean")
    if held and not hard:
        forms += _lines(language, "clean-held")
    return chance.choice(forms).format(
        street=chance.choice(_words(language, f"streets{part}")), town=town, post=post,
        house=chance.randint(2, 96), flat=chance.randint(3, 140),
        w=chance.choice(_WORDS[language].split()).replace("_", " "),
    ).replace("¶", "\n")  # fmt: skip


def _words(language: str, kind: str) -> list[str]:
    return _lines(language, kind)[0].split(";")


def _lines(language: str, kind: str) -> list[str]:
    lines = (line.split(" | ", 1) for line in _COUNTRIES[language].strip().split("\n"))
    return [form for name, form in lines if name == kind]
