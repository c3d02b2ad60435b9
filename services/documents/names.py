"""Which of two or three words is the first name: by patronymic, by frequent names, by endings."""

import re
from dataclasses import dataclass

_FATHERS = re.compile(
    r"(?P<father>[\w’'-]+?)(?P<end>йович|ьович|ович|євич|евич|ёвич|йівна|ївна|івна|йовна|ьовна|овна"
    r"|евна|ёвна|[oiy]vych|ovich|evich|ivna|yivna|ovna|evna)\Z",
    re.IGNORECASE,
)
_FATHERS_OF_OLD = re.compile(
    r"(?:ілліч|ильич|лукич|лукич|кузьмич|кузьмич|фомич|ильинична|іллівна|лукинична|никитич\w*"
    r"|микитич\w*|illich|ilyich|illivna)\Z",
    re.IGNORECASE,
)
_FATHERS_NAME_ENDS = (
    "",
    "й",
    "ій",
    "ей",
    "ий",
    "ай",
    "о",
    "а",
    "я",
    "ь",
    "i",
    "ii",
    "iy",
    "y",
    "o",
)
_SURNAME = re.compile(
    r"[\w’'-]+(?:енко|єнко|чук|щук|юк|як|ук|чак|ський|цький|ська|цька|ський|ский|ская|цкий|цкая|ов|ова|ев|ева"
    r"|єв|єва|ёв|ёва|ін|іна|їн|їна|ин|ина|ына|ик|ич|ко|ло|ий|ый|ая|их|ых|ян|дзе|швілі|швили|ба|ець|ец"
    r"|enko|chuk|uk|yuk|iuk|skyi|skyy|sky|ska|skiy|skaya|skii|ov|ova|ev|eva|yov|iv|yk|ych|ko)\Z",
    re.IGNORECASE,
)
_SURELY_SURNAME = re.compile(
    r"[\w’'-]+(?:енко|єнко|чук|щук|ський|цький|ська|цька|ский|ская|цкий|цкая|ова|ева|єва|ёва|ов|ев"
    r"|єв|дзе|швілі|швили|enko|chuk|skyi|skiy|ska|ova|eva)\Z",
    re.IGNORECASE,
)
_FIRST_NAMES = frozenset(
    """олександр олександра сергій сергей андрій андрей дмитро дмитрий дмитрій іван иван михайло
    михаил микола николай володимир владимир олексій алексей юрій юрий василь василий віктор виктор
    ігор игорь олег роман тарас богдан ярослав максим артем артём антон євген евгений павло павел
    петро пётр петр віталій виталий вадим денис руслан степан назар остап данило даниил даниїл
    кирило кирилл костянтин константин станіслав станислав владислав вячеслав в'ячеслав валерій
    валерий анатолій анатолий борис григорій григорий георгій георгий гліб глеб ілля илья лев
    леонід леонид марко марк матвій матвей олесь тимофій тимофей тимур арсен арсеній арсений едуард
    эдуард федір фёдор федор юліан святослав ростислав мирослав любомир гнат
    бахыт тигран давид армен ашот гиорги нурлан ерлан артур рустам рушан марат ринат ренат руслан
    мирон орест захар радомир мар'ян марьян савва прохор данил даниїл еміль эмиль альберт герасим
    клим яким архип макар кузьма мирослав зеновій зиновий йосип осип соломон самуїл самуил рафаїл
    рафаэль ярополк всеволод мстислав доброслав велимир златан домінік доминик філіп філипп филипп
    адам вадій оскар пилип платон родіон родион семен семён симон спартак тадей трохим феодосій яків
    яков ян ілько гаврило гавриил лаврентій лука нестор никифор панас потап сава
    тимофей ярема устим лука северин орест левко юхим пилип герман егор єгор
    ярина ореста зоряна аделіна аделина емілія эмилия мілана милана віталіна виталина ілона илона
    каріна эмма емма майя мая лейла рената ренат алсу софья инга інга эльвира ельвіра злата злата
    богдана владислава володимира віолета виолетта ганнуся дана домініка доминика евеліна эвелина
    єлизавета елизавета ізабелла изабелла іванка інеса капітоліна клара кристина крістіна
    ліна лина магдалина маріанна марианна меланія мелания мілена милена мирослава мотря одарка
    олімпія пелагея роксолана руслана сабіна сабина снежана сніжана станіслава стелла сусанна таїса
    таисия теодора устина уляна фаїна фаина феодосія юстина яніна янина ясміна амина аміна алла
    александра аліса алиса анжела анжеліка анжелика антоніна антонина арина белла броніслава
    зінаїда зинаида клавдія клавдия лада лілея лідія мирра наїна нонна розалія регіна регина рима
    римма тамілла ульяна эльза эля аделаїда агата аглая
    олена елена алёна альона аліна алина анна ганна анастасія анастасия ангеліна ангелина
    валентина валерія валерия варвара вероніка вероника віра вера вікторія виктория галина ґалина
    дарія     дарья дар'я діана диана єва ева євгенія евгения жанна зоя іванна інна инна ірина ирина
    катерина екатерина карина кіра кира ксенія ксения лариса леся лідія лидия лілія лилия любов
    любовь людмила маргарита марта
    марина марія мария мар'яна марьяна мирослава надія надежда наталія
    наталья наталя неля ніна нина оксана олеся ольга поліна полина раїса раиса світлана светлана
    соломія софія софия софія стефанія таїсія тамара тетяна татьяна уляна ульяна христина юлія юлия
    яна ярослава
    oleksandr alexander oleksandra alexandra serhii sergii sergey sergei andrii andriy andrey
    dmytro dmitry dmitrii ivan mykhailo mikhail mykola nikolay volodymyr vladimir oleksii oleksiy
    alexey aleksei yurii yuriy vasyl viktor victor ihor igor oleh oleg roman taras bohdan yaroslav
    maksym maxim artem anton yevhen evgeny evgeniy pavlo pavel petro vitalii vitaliy vadym vadim
    denys denis ruslan stepan nazar danylo kyrylo kirill kostiantyn konstantin stanislav vladyslav
    vyacheslav valerii anatolii borys hryhorii illia ilya leonid mark matvii timur eduard
    olena elena alina anna hanna anastasiia anastasia valeriia valeria veronika viktoriia victoria
    halyna daria dariia diana yeva yevheniia inna iryna irina kateryna ekaterina karina kseniia
    larysa liudmyla liubov marharyta maryna marina mariia maria natalia nataliia nadiia nina oksana
    olha olga polina svitlana svetlana sofiia sofia tamara tetiana tetyana tatiana uliana khrystyna
    yuliia yulia julia yana""".replace("'", "’").split()
)


PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "di",
        "da",
        "dos",
        "del",
        "della",
        "la",
        "le",
        "el",
        "bin",
        "ibn",
        "al",
        "ter",
        "zu",
    ]
)
"""What stands before a family name and belongs to it, mostly in small letters."""


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name; '' where there is none or it is not sure."""

    first: str
    last: str
    patronymic: str


def name_of(words: list[str]) -> Name:
    """Which of the words of a full name is what; all empty when unsure.

    «Іваненко Олена Петрівна» and «Олена Петрівна Іваненко» are one.
    """
    patronymics = [place for place, word in enumerate(words) if _may_be_patronymic(word)]
    if len(words) == 3 and patronymics[-1:] == [2]:  # noqa: PLR2004
        return Name(words[1], words[0], words[2])
    if len(words) == 3 and patronymics[:1] == [1]:  # noqa: PLR2004
        return Name(words[0], words[2], words[1])
    # Їжакевич and Рабинович are family names: alone behind a first name it takes a known father.
    if len(words) == 2 and _plain(words[0]) in _FIRST_NAMES and _has_known_father(words[1]):  # noqa: PLR2004
        return Name(words[0], "", words[1])
    return Name(*_first_and_last(words), "")


def _may_be_patronymic(word: str) -> bool:
    return bool(_FATHERS.match(word) or _FATHERS_OF_OLD.match(word))


def _has_known_father(word: str) -> bool:
    match = _FATHERS.match(word)
    if match is None:
        return _FATHERS_OF_OLD.match(word) is not None
    father = _plain(match["father"])
    return any(father + end in _FIRST_NAMES for end in _FATHERS_NAME_ENDS)


def _first_and_last(words: list[str]) -> tuple[str, str]:
    particle = next((n for n, word in enumerate(words) if n and word in PARTICLES), 0)
    if particle:
        return " ".join(words[:particle]), " ".join(words[particle:])  # Jan van der Berg
    if len(words) == 2 and _is_slavic(words):  # noqa: PLR2004
        return _by_frequency(words)
    if len(words) >= 2 and _is_latin(words):  # noqa: PLR2004
        if words[0].isupper() and not any(word.isupper() for word in words[1:]):
            return " ".join(words[1:]), words[0]  # KOWALSKI Jan
        return " ".join(words[:-1]), words[-1]
    return "", ""


def is_frequent(first_name: str) -> bool:
    """Whether this is a first name that many people have."""
    return _plain(first_name.split(" ", maxsplit=1)[0]) in _FIRST_NAMES


def _by_frequency(words: list[str]) -> tuple[str, str]:
    """The frequent first name says the order; failing that, the ending of a family name."""
    one, two = words
    known = [_plain(word) in _FIRST_NAMES for word in words]
    if known[0] != known[1]:
        return (one, two) if known[0] else (two, one)
    endings = [bool(_SURNAME.match(word)) for word in words]
    if all(endings):
        endings = [bool(_SURELY_SURNAME.match(word)) for word in words]
    if endings[0] != endings[1]:
        return (one, two) if endings[1] else (two, one)
    return (one, two) if _is_latin(words) else ("", "")


def _is_slavic(words: list[str]) -> bool:
    """Written in Cyrillic, or in Latin letters with a name frequent in Ukraine or Russia."""
    return not _is_latin(words) or any(_plain(word) in _FIRST_NAMES for word in words)


def _is_latin(words: list[str]) -> bool:
    return not any("\u0400" <= letter <= "\u04ff" for word in words for letter in word)


def _plain(word: str) -> str:
    return word.lower().replace("'", "’").replace("ʼ", "’")
