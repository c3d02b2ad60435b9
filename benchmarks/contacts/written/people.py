"""People who do not exist: names in their own letters and in Latin ones, logins and by-names."""

import random
from dataclasses import dataclass

# Given names of women and men, then family names; "Кравець/Kravets" says both spellings. A family
# name with "|" has a form for a woman. The first half of each list is the open part's, the
# second one the held-out part's.
_NAMES = {
    "uk": """
Олена/Olena Ірина/Iryna Соломія/Solomiia Оксана/Oksana Юлія/Yuliia Дарина/Daryna Тетяна/Tetiana
Людмила/Liudmyla Галина/Halyna Вікторія/Viktoriia Зоряна/Zoriana Алла/Alla
;
Андрій/Andrii Тарас/Taras Сергій/Serhii Володимир/Volodymyr Максим/Maksym Юрій/Yurii
Богдан/Bohdan Роман/Roman Олексій/Oleksii Віталій/Vitalii Степан/Stepan Ілля/Illia
;
Кравець/Kravets Гнатюк/Hnatiuk Шевчук/Shevchuk Лисенко/Lysenko Дячук/Diachuk Панченко/Panchenko
Ярема/Yarema Коцюба/Kotsiuba Мельничук/Melnychuk Заяць/Zaiats Бойко/Boiko Федорчук/Fedorchuk
Савченко/Savchenko Цимбал/Tsymbal Гриценко/Hrytsenko Білоус/Bilous
""",
    "ru": """
Анна/Anna Мария/Maria Екатерина/Ekaterina Наталья/Natalia Ольга/Olga Дарья/Daria
Светлана/Svetlana Полина/Polina Ирина/Irina Людмила/Ludmila Ксения/Ksenia Вера/Vera
;
Иван/Ivan Дмитрий/Dmitry Алексей/Alexey Николай/Nikolay Артём/Artem Павел/Pavel Михаил/Mikhail
Виктор/Viktor Егор/Egor Константин/Konstantin Руслан/Ruslan Глеб/Gleb
;
Сорокин|Сорокина/Sorokin Лебедев|Лебедева/Lebedev Ширяев|Ширяева/Shiryaev Мороз/Moroz
Чернышёв|Чернышёва/Chernyshev Галиев|Галиева/Galiev Котов|Котова/Kotov Устинов|Устинова/Ustinov
Воронин|Воронина/Voronin Ермаков|Ермакова/Ermakov Зуев|Зуева/Zuev Ким/Kim
Пахомов|Пахомова/Pakhomov Савельев|Савельева/Saveliev Рябинин|Рябинина/Ryabinin Третьяк/Tretyak
""",
    "en": """
Emily Hannah Priya Grace Laura Amelia Megan Chloe Fiona Aisha Rachel Joanne
;
Daniel Marcus Oliver Samuel Liam Kofi Thomas Ryan Gareth Victor Adrian Patrick
;
Whitfield Okafor Harding Lindqvist Mercer Delaney Ashworth Kapoor Penrose Gallagher Thornton Obi
Fairbanks Sandoval Wexley Cartwright
""",
    "pl": """
Anna Katarzyna Zofia Magdalena Ewa Agnieszka
;
Piotr Tomasz Michał/Michal Jakub Paweł/Pawel Krzysztof
;
Wrona Zieliński|Zielińska/Zielinski Kozak Mazurek Jabłoński|Jabłońska/Jablonski Sikora
""",
    "de": """
Lena Katrin Sabine Miriam Julia Heike
;
Jonas Markus Felix Stefan Tobias Jürgen/Juergen
;
Brandt Vogel Krüger/Krueger Hoffmann Seidel Böhm/Boehm
""",
    "kk": """
Айгерім/Aigerim Дана/Dana Гүлназ/Gulnaz Әсел/Asel Мадина/Madina Жанар/Zhanar
;
Ерлан/Yerlan Нұрлан/Nurlan Данияр/Daniyar Бауыржан/Bauyrzhan Асқар/Askar Тимур/Timur
;
Жұмабаев|Жұмабаева/Zhumabayev Сейітов|Сейітова/Seitov Оспанов|Оспанова/Ospanov
Қасымов|Қасымова/Kassymov Әлиев|Әлиева/Aliyev Тілеуов|Тілеуова/Tileuov
""",
    "tr": """
Elif Zeynep Ayşe/Ayse Merve Derya Gül/Gul
;
Mehmet Emre Burak Kerem Oğuz/Oguz Hakan
;
Yıldırım/Yildirim Aksoy Demirtaş/Demirtas Kaplan Şahin/Sahin Korkmaz
""",
    "ro": """
Andreea Ioana Elena Raluca Simona Mihaela
;
Andrei Mihai Cristian Vlad Ștefan/Stefan Radu
;
Munteanu Dobre Rusu Ciobanu Lupu Țurcanu/Turcanu
""",
}
_BY_NAMES = {
    False: ("silent_fox", "kot_matroskin", "red.panda", "nordwind", "marsianka", "bus_driver",
            "zhuk_sound", "blackbird", "steppe_wolf"),
    True: ("lazy_otter", "pirate_roger", "sova.nochnaya", "tramontana", "mavka_lisova",
           "sugarfree", "vetrogon", "greenlamp", "paper_boat"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented."""

    given: str
    family: str
    first: str  # the given name in small Latin letters
    last: str
    by_name: str
    born: int
    woman: bool

    def login(self, chance: random.Random) -> str:
        """The part before the @ of this person's mail address."""
        year = str(self.born)
        return chance.choice((
            f"{self.first}.{self.last}", f"{self.last}.{self.first}", f"{self.first}{self.last}",
            f"{self.first[0]}.{self.last}", f"{self.last}{year[2:]}", f"{self.first}_{self.last}",
            f"{self.first}.{self.last}{year}", f"{self.last}-{self.first[0]}", self.by_name,
            f"{self.first}.{self.last}+cv",
        ))  # fmt: skip

    def nick(self, chance: random.Random) -> str:
        """A name in a messenger or on a site: no shorter than five characters."""
        year = str(self.born)[2:]
        return chance.choice((
            f"{self.first}_{self.last}", f"{self.last}_{self.first}", f"{self.last}{year}",
            f"{self.first}{self.last}", f"{self.last}_dev", f"{self.first[0]}_{self.last}_{year}",
            self.by_name.replace(".", "_"),
        ))  # fmt: skip


def somebody(chance: random.Random, language: str, born: int, *, held: bool) -> Person:
    """A person of this language; nobody of the held-out part has a family name of the open one."""
    women, men, families = (_part(names, held=held) for names in _NAMES[language].split(";"))
    woman = chance.random() < 0.5
    given, first = _spellings(chance.choice(women if woman else men))
    family, last = _spellings(chance.choice(families))
    forms = family.split("|")
    last = last.split("|")[0]
    if len(forms) == 2 and woman and language in {"ru", "kk"}:
        last += "a"
    if len(forms) == 2 and woman and language == "pl":
        last = f"{last.removesuffix('i')}a"
    return Person(
        given, forms[-1] if woman else forms[0], first.lower(), last.lower(),
        chance.choice(_BY_NAMES[held]), born, woman,
    )  # fmt: skip


def _part(names: str, *, held: bool) -> list[str]:
    every = names.split()
    half = len(every) // 2
    return every[half:] if held else every[:half]


def _spellings(name: str) -> tuple[str, str]:
    own, _, latin = name.partition("/")
    return own, latin or own
