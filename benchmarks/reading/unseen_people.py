"""People for the second set: names, towns, trades and employers that no reader was made with.

Written without a look at the readers' rules and lists, and not to be tuned to: a general fault
that it shows may be mended, a name of it may be added to no list. Another seed draws others.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.reading.people import Truth
from db.sample.candidates import Contact
from db.sample.resume_words import Headings
from db.sample.resumes import Job, Resume
from db.sample.somebody import Somebody


@dataclass(frozen=True, slots=True)
class Pool:
    """What the résumés of one language are drawn from."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    women_last: tuple[str, ...]
    men_last: tuple[str, ...]
    women_patronymics: tuple[str, ...]
    men_patronymics: tuple[str, ...]
    towns: tuple[str, ...]
    trades: tuple[tuple[str, str, tuple[str, ...]], ...]
    employers: tuple[str, ...]
    schools: tuple[str, ...]
    spoken: tuple[tuple[str, str], ...]
    about: tuple[str, ...]
    done: tuple[str, ...]
    now: str


POOLS = {
    "en": Pool(
        women=("Thandiwe", "Siobhan", "Ingeborg", "Xiulan", "Beatriz", "Oluwaseun", "Maeve"),
        men=("Caoimhín", "Zdeněk", "Babajide", "Thorvald", "Ignacio", "Wojciech", "Lachlan"),
        women_last=("Mkhize", "O’Rourke", "van der Merwe", "Zhou", "Pereira-Lima", "Adeyemi"),
        men_last=("Ó Súilleabháin", "Procházka", "Okonkwo", "Halvorsen", "Etcheverry", "McTavish"),
        women_patronymics=(),
        men_patronymics=(),
        towns=("Galway", "Bergen", "Durban", "Brno", "Rosario", "Inverness", "Split"),
        trades=(
            ("Warehouse Shift Supervisor", "Picker", ("SAP EWM", "Forklift licence", "Kaizen")),
            ("Paediatric Nurse", "Ward Nurse", ("Triage", "Cannulation", "EPIC")),
            ("Quantity Surveyor", "Site Clerk", ("CostX", "Bluebeam", "NEC4")),
            ("Pastry Chef", "Commis", ("Lamination", "HACCP", "Menu costing")),
            ("Wind Turbine Technician", "Fitter", ("GWO", "Hydraulics", "SCADA")),
        ),
        employers=("Harbour & Vale", "Tidewrack Logistics", "St Brigid’s", "Nordlys Kraft"),
        schools=("Atlantic Technical College, 2011", "University of Rosario, BSc, 2009"),
        spoken=(("English", "en"), ("Norwegian", "no"), ("Portuguese", "pt"), ("Irish", "ga")),
        about=(
            "Calm under pressure, early at work, good with people who are not.",
            "Fifteen seasons between the quay and the office; I know both ends of a delivery.",
        ),
        done=(
            "Cut overtime by a third without losing anybody",
            "Trained eleven newcomers, nine of whom stayed",
            "Rewrote the checklist everybody had been ignoring",
        ),
        now="present",
    ),
    "uk": Pool(
        women=("Уляна", "Соломія", "Мокрина", "Вікторія", "Зоряна", "Текля", "Емілія"),
        men=("Северин", "Лук’ян", "Зеновій", "Матвій", "Яромир", "Тиміш", "Гліб"),
        women_last=("Чорновол", "Дячук-Ставицька", "Перебийніс", "Зозуля", "Гайова", "Хміль"),
        men_last=("Непийвода", "В’юн", "Щур", "Гнатишин", "Задорожний", "Їжакевич-Лис"),
        women_patronymics=("Зеновіївна", "Лук’янівна", "Остапівна", "Юріївна"),
        men_patronymics=("Северинович", "Іллич", "Остапович", "Юхимович"),
        towns=("Кременець", "Шостка", "Ізмаїл", "Трускавець", "Ніжин", "Хуст", "Вознесенськ"),
        trades=(
            ("Старша медсестра", "Медсестра", ("Вакцинація", "Кардіомоніторинг", "Medics")),
            ("Інженер з охорони праці", "Інспектор", ("ISO 45001", "Аудит", "Навчання")),
            ("Начальник зміни елеватора", "Лаборант", ("Сушіння зерна", "1С:Елеватор", "ХАССП")),
            ("Технолог кондитерського цеху", "Кондитер", ("ХАССП", "Темперування", "Калькуляція")),
            ("Логопед", "Вихователька", ("Артикуляція", "PECS", "Робота з батьками")),
        ),
        employers=("ПП «Тиха гавань»", "Елеватор «Нива-Схід»", "КНП ЦРЛ", "ТОВ «Мармуляда»"),
        schools=(
            "Кременецький медичний коледж, 2008",
            "НУХТ, технологія хліба, 2012",
        ),
        spoken=(("Українська", "uk"), ("Румунська", "ro"), ("Польська", "pl"), ("Угорська", "hu")),
        about=(
            "Люблю порядок у паперах і тишу в цеху; те й те вмію наводити.",
            "Працюю спокійно, говорю прямо, з колегами не сварюся.",
        ),
        done=(
            "Скоротила втрати сировини на чверть за пів року",
            "Навчила дванадцять новачків, десятеро працюють досі",
            "Переписала інструкції так, що їх почали читати",
        ),
        now="дотепер",
    ),
    "ru": Pool(
        women=("Аглая", "Зульфия", "Пелагея", "Инесса", "Карина", "Рогнеда", "Майя"),
        men=("Ипполит", "Рустам", "Лаврентий", "Тигран", "Савелий", "Эльдар", "Ермак"),
        women_last=("Белозуб", "Гайнутдинова", "Шереметьева", "Чумак", "Тер-Оганесян", "Мельничук"),
        men_last=("Кобзев", "Ахмедов", "Долгих", "Сидоренко-Волков", "Петросян", "Живаго"),
        women_patronymics=("Тиграновна", "Рустамовна", "Лаврентьевна", "Кузьминична"),
        men_patronymics=("Эльдарович", "Савельевич", "Фомич", "Ильич"),
        towns=("Бельцы", "Рудный", "Гродно", "Тирасполь", "Актобе", "Полоцк", "Кокшетау"),
        trades=(
            ("Мастер участка литья", "Формовщик", ("Литьё под давлением", "5S", "КОМПАС-3D")),
            ("Ветеринарный врач", "Ассистент", ("УЗИ", "Анестезия", "Vetmanager")),
            ("Диспетчер автопарка", "Водитель", ("Тахографы", "Wialon", "Путевые листы")),
            ("Заведующая складом", "Кладовщик", ("Адресное хранение", "WMS", "Инвентаризация")),
            ("Агроном-семеновод", "Лаборант", ("Апробация", "QGIS", "Протравливание")),
        ),
        employers=("ООО «Заречье»", "Клиника «Добрый зверь»", "КХ «Ак Жол»", "ЗАО «Металлоформ»"),
        schools=("Гродненский аграрный университет, 2010", "Колледж транспорта, Рудный, 2007"),
        spoken=(("Русский", "ru"), ("Казахский", "kk"), ("Румынский", "ro"), ("Турецкий", "tr")),
        about=(
            "Считаю быстро, обещаю мало, делаю вовремя.",
            "Умею разговаривать и с цехом, и с бухгалтерией.",
        ),
        done=(
            "Сократила простой на треть за один сезон",
            "Обучила девять человек, восемь работают до сих пор",
            "Перевела учёт из тетради в программу за месяц",
        ),
        now="настоящее время",
    ),
}
_LEVELS = {"en": ("native", "B2", "A2"), "uk": ("рідна", "B1", "A2"), "ru": ("родной", "B2", "A1")}
_HEADINGS = {
    "en": (
        Headings("About me", "Career history", "Training", "What I work with", "Languages", ""),
        Headings("Statement", "Positions held", "Qualifications", "Competences", "Languages", ""),
    ),
    "uk": (
        Headings("Коротко про себе", "Де працювала", "Навчання", "Що вмію", "Володію мовами", ""),
        Headings("Загальне", "Трудовий шлях", "Освіта та курси", "Уміння", "Мови", ""),
    ),
    "ru": (
        Headings("Несколько слов о себе", "Места работы", "Учёба", "Что умею", "Языки", ""),
        Headings("Общее", "Трудовая деятельность", "Образование и курсы", "Умения", "Языки", ""),
    ),
}
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ё": "e", "ы": "y", "э": "e",
}  # fmt: skip
_THIS_YEAR = 2026


def unseen(language: str, count: int, *, seed: int) -> Iterator[Truth]:
    """So many people whose résumés are in this language, the same for the same seed."""
    chance = random.Random(f"{language} {seed}")
    pool = POOLS[language]
    for number in range(count):
        gender = chance.choice("fm")
        first = chance.choice(pool.women if gender == "f" else pool.men)
        last = chance.choice(pool.women_last if gender == "f" else pool.men_last)
        patronymics = pool.women_patronymics if gender == "f" else pool.men_patronymics
        years = chance.randint(3, 19)
        somebody = Somebody(
            f"unseen.{language}", first, last, gender, chance.choice(pool.towns), years, ""
        )
        contacts = _contacts(chance, language, first, last, number)
        yield Truth(
            language=language,
            somebody=somebody,
            patronymic=chance.choice(patronymics) if patronymics else "",
            contacts=contacts,
            resume=_resume(chance, pool, somebody, contacts),
        )


def _resume(
    chance: random.Random, pool: Pool, somebody: Somebody, contacts: tuple[Contact, ...]
) -> Resume:
    now, before, skills = chance.choice(pool.trades)
    changed = _THIS_YEAR - chance.randint(1, somebody.years - 1)
    here, there = chance.sample(pool.employers, 2)
    first, second, third = chance.sample(pool.done, 3)
    levels = _LEVELS[somebody.language]
    return Resume(
        name=somebody.name,
        headline=now,
        city=somebody.city,
        contacts=tuple(one.value for one in contacts),
        summary=chance.choice(pool.about),
        jobs=(
            Job(now, here, f"03.{changed} – {pool.now}", (first, second)),
            Job(before, there, f"03.{_THIS_YEAR - somebody.years} – 02.{changed}", (third,)),
        ),
        education=(chance.choice(pool.schools),),
        skills=skills,
        languages=tuple(
            f"{name} – {level}" for (name, _), level in zip(pool.spoken, levels, strict=False)
        ),
        more=(),
        headings=chance.choice(_HEADINGS[somebody.language]),
    )


def _contacts(
    chance: random.Random, language: str, first: str, last: str, number: int
) -> tuple[Contact, ...]:
    plain = "".join(_LATIN.get(sign, sign) for sign in f"{first[:1]}.{last}".lower())
    name = "".join(sign for sign in plain if sign.isascii() and (sign.isalnum() or sign == "."))
    digits = f"{chance.randint(0, 99):02d}{number % 100:02d}"
    phone = {
        "en": f"+353 85 555 {digits}",
        "uk": f"+38 (095) 555-{digits[:2]}-{digits[2:]}",
        "ru": f"+7 701 555 {digits[:2]} {digits[2:]}",
    }[language]
    found = [Contact("phone", phone), Contact("email", f"{name}@post.example")]
    if chance.random() < 0.5:
        found.append(Contact("telegram", f"@{name.replace('.', '_')}{number}"))
    return tuple(found)
