"""What the words beside a number say it is: a phone, or something else."""

import re
from collections.abc import Iterator
from functools import lru_cache

from services.contacts.regexes import regex

WHOLE = range(9, 14)
"""How many digits a number has that can be dialled as it stands."""

_SAYS_PHONE = regex(
    r"phone|(?<![a-z])tel(?![a-z])|telefon|(?<![a-z])(?:mobile?|mob(?![a-z])|cell(?![a-z])|fax)"
    r"|(?<!\w)(?:[tт] ?[eе] ?[lл1]|[mм] ?[oо0] ?[bб6])(?!\w)|☎|📞|📱|(?<!\w)(?:рабочий|робочий"
    r"|домашний|домашній|городской|міський|дом|гор|міськ|раб"
    r"|роб)\.? ?:? ?\Z|(?<![a-z])desk(?![a-z])"
    r"|(?<![a-z])call(?!ed|ing|s)|answering|messages? to|whats ?app|viber"
    r"|telegram|signal(?![a-z])|(?<![a-z])sms|contacts?(?![a-z])|hotline"
    r"|тел(?![а-яіїє])|телефон|моб(?![а-яіїє])|мобільн|мобильн|факс|дзвон|звон|номер тел|вайбер"
    r"|телеграм|вотсап|ватсап|контакт|зв.?яз|связ|к\.т\.|м\.т\.|отвеча|по номеру|за номером"
    r"|(?<![а-яіїє])(?:мой|мій|личный|рабочий|второй) номер|труб[ак]|тлф|ұялы|сотов"
    r"|(?<![а-я])сот(?![а-я])|gsm|handy|komór|(?<![a-z])kom\.|numaram|num[ăa]rul"
    r"|(?<![a-z])cep(?![a-z])|my number|mein\w* nummer|mój numer|қоңырау"
    r"|rufen|anruf|erreich|(?<![a-z])(?:rufnummer|numer tel|ring me|text me)|dzwo[nń]|aray"
    r"|suna(?:ți|ti)|sun[ăa](?:-m[ăa])? la",
    re.IGNORECASE,
)
_SAYS_OTHER = regex(
    r"(?<![a-zäöüß])(?!tel|ruf|handy|mobil|fax|durchwahl)[a-zäöüß-]{2,20}[.-]?nr\.|iban"
    r"|account(?!ant)|(?<![a-z])card|credit|(?<![a-z])(?:cc|id|nip|pesel|regon|vat|cnp|cui"
    r"|ean|gtin|sku"
    r"|vin|imei|mac|ref|bic|swift|ust|hrb|tckn|gps|lat|lon|lng|udid|npm|pmid|arxiv|bug|jira"
    r"|task)(?![a-z])"
    r"|(?<![a-z])ssn|passport|licen[cs]e|invoice|order|(?<![a-z])zip|postal|isbn|issn|doi|patent"
    r"|certificat|serial|(?<![a-z])tax|contract|ticket|version|revenue|budget|salary|price|bill"
    r"|amount"
    r"|registration|coordinates|latitude|longitude|barcode|article|projekt|project|vlan|licen"
    r"|ausweis|sv-nummer|umsatz|konto|patient|polic|kfz|visa|teile|(?<![a-z])(?:abn|acn|tfn|vkn"
    r"|tckn|tc|krs|nip|oib|siren|siret|ein|npi|dea|utr|gln|duns|nino|nhs|nmc|gmc|bin|iin|sap"
    r"|case|asset|badge|model|part|batch|sn|pn|hs|cas|nct|issn|pat|ep|us|iec|en|din|bs|osha|ipaf"
    r"|cscs|nvq|sia|pin|puk|pages?|vol|art|idno|fiscal|seri[ae])(?![a-z])|steuer|vergi|rachun"
    r"|hesap|dowód"
    r"|(?<![а-яіїє])(?:інн|инн)(?![а-яіїє])|іпн|рнокпп|єдрпоу|едрпоу|огрн|окпо|окпд|кпп"
    r"|(?<![а-яіїє])(?:бик|мфо|бин|иин|жсн"
    r"|бсн|снилс|гост"
    r"|дсту|кв[еэ]д|оквэд|удк|ббк|инв|код|арт|рег|свид|vin)(?![а-яіїє])|паспорт|загран|удостовер"
    r"|посвідч|аттестат|атестат|категор|водительск|водійськ|резюме(?! тоже| теж)|жсн|куәлік"
    r"|рахун|сч[её]т"
    r"|р/[рс]|к/[рс]"
    r"|картк|карт[аыу](?![а-яіїє])|ліценз|лиценз|сертиф|догов|наказ|приказ|зарплат|оклад|дохід"
    r"|доход|бюджет"
    r"|сум[аи]|сумм|індекс|индекс|диплом|свідоцт|свидетельст|реєстр|реестр|серия|серія|серії|серии"
    r"|артикул|штрих|накладн|кадастр|координат|широт|долгот|довгот|верси|версі|заказ|замовлен"
    r"|заявк"
    r"|выручк|оборот|прибыл|трафик|просмотр|перегляд|посещ|визит|аудитор|охват|подписчик|тираж"
    r"|площад"
    r"|объ[её]м|обсяг|(?<![а-яіїє])(?:лот|порт|порты)(?![а-яіїє])|тендер|закупк|закупівл|контракт"
    r"|серийн"
    r"|downloads|installs|(?<!inter)views|visits|traffic|(?<![a-z])(?:rows|records|hash|commit"
    r"|build"
    r"|timestamp|epoch"
    r"|seed|ports?|sha|md5|uuid|orcid|scopus|researcherid|issn|rfc|iso|cve|lot)(?![a-z])"
    r"|патент|протокол|полис|поліс|(?<!\w)(?:no|nr)\.? ?\Z|№|укт ?зед|тн ?в[эе]д"
    r"|(?<!\w)дипл(?!\w)|(?<!\w)квитанц|(?<!\w)код[ыи](?!\w)|(?<![a-z])(?:srn|pin|pesel|gcse|pgp"
    r"|gpg|experiment|receipts?|tickets?)(?![a-z])"
    r"|(?<!\w)(?:ip|awb|rma|smsts|sssts|cpcs|citb|rhce|rhcsa|st[üu]ckliste|fa(?:c|k)?tur[aăęyi]?"
    r"|ак?кредитац[иі]я|справка|довідка|(?:kampanya|kupon|indirim|ürün|stok|promosyon) kodu"
    r"|(?<![/,] )(?<!/)zoom|webex)(?: (?:№|nr|no|id)\.?)? (?:\d{1,6}[ /-])?\Z"
    r"|(?<!\d)10\.\d{4,5}/[\w./-]{0,30}\Z",
    re.IGNORECASE,
)
_IN_SMALL = {one: regex(one.pattern) for one in (_SAYS_PHONE, _SAYS_OTHER)}
"""For small letters: to try many words in any case takes several times as long."""
_PLAIN_LETTERS = regex(r"[\x00-\x7fЀ-ԯ–—№«»•·’…]*")  # of which none is a small ı, ſ or µ
_MAIL = regex(r"[\w.+-]{1,40}@[\w.-]{1,40}")
# "№ 17, on the number …", "page 2 of 2 - …", "CS 41788. Call …": the word has had its number.
_HAS_ITS_NUMBER = regex(
    r"[^\d\n]{0,12}\d[\w/-]{0,12}(?:(?: of | из | з | із )\d+)?(?:[,;|)]|\.(?= )| {2,}| [-–—] )"
    r"[^\d\n]{0,40}[^\W\d_]{2}"
)
_A_JOB = regex(
    r"[\w]{0,4} (?:eng|manag|direct|lead|head|coord|officer|assist|admin|super|owner|анал|менедж"
    r"|инжен|інжен|дирек|руковод|керівн)",
    re.IGNORECASE,
)
_AFTER_SAYS_PHONE = regex(
    r" {0,2}[-–(,]? {0,2}(?:office|mobile|mob|fax|cell|home|work|desk|viber|whats|telegram|моб"
    r"|роб(?!очих)"
    r"|раб(?!очих)|дом|вайбер|ватсап|телеграм)(?:\w|\b)",
    re.IGNORECASE,
)
# Said of a whole number only: "15 000 calls" are none.
_AFTER_A_WHOLE = regex(
    r" {0,2}[-–(,]? {0,2}(?:(?:это|це|is|мой|мій|my|mój|mein) ){0,3}(?:phone|number|call|text me"
    r"|tel|ring me|sms"
    r"|ном[еі]р|тел|звон|дзвон|вотсап|вацап|viber|тг|tg(?!\w)|спереди|впереди|спереду|перед ним"
    r"|без [+п0]|код країни|код страны|код \+|country code|vorwahl|pause|(?:через|начинать с"
    r"|почина\w+ з) ?\+?[78]|arayın|sunați|қоңырау|dzwoni|mobil"
    r"|anruf)",
    re.IGNORECASE,
)


def said(text: str, start: int, end: int, digits: int) -> str:
    """What the nearest words before the number say it is: phone, other, or nothing."""
    if _AFTER_SAYS_PHONE.match(text, end):
        return "phone"
    told = _said_by(_words_before(text, start))
    if not told and digits in WHOLE and _AFTER_A_WHOLE.match(text, end):
        return "phone"
    return told


# Asked for every end that a number could have; looking through the words costs more than the rest.
@lru_cache(maxsize=4096)
def _said_by(before: str) -> str:
    """What these words say that the number after them is."""
    if "@" in before:
        before = _MAIL.sub(" ", before)
    says_phone, says_other = _SAYS_PHONE, _SAYS_OTHER
    if _PLAIN_LETTERS.fullmatch(before):
        before = before.lower()
        says_phone, says_other = _IN_SMALL[_SAYS_PHONE], _IN_SMALL[_SAYS_OTHER]
    phone = max((match.end() for match in says_phone.finditer(before)), default=-1)
    other = max((match.end() for match in _others(says_other, before)), default=-1)
    if phone < 0 and other < 0:
        return ""
    words_between = len(re.findall(r"[^\W\d_]{2,}", before[max(phone, other) :]))
    if words_between > 4:  # noqa: PLR2004 - too far to speak about this number
        return ""
    return "phone" if phone > other else "other"


def _others(says_other: re.Pattern[str], before: str) -> Iterator[re.Match[str]]:
    """Words of other numbers, but where theirs stands already or they tell of a job."""
    for match in says_other.finditer(before):
        if not (_HAS_ITS_NUMBER.match(before, match.end()) or _A_JOB.match(before, match.end())):
            yield match


def _words_before(text: str, start: int) -> str:
    """The line up to the number; where it begins the line, a label alone on the line above."""
    before = text[max(0, start - 45) : start]
    above, newline, line = before.rpartition("\n")
    if not newline or line.strip(" +(-•"):
        return line
    label = above.rstrip("\n ").rpartition("\n")[2]
    return label if re.fullmatch(r"[^\d…@:]{1,25}:? *", label) else ""


def goes_on_as_a_phone(text: str, end: int) -> bool:
    """Whether the word right behind a number is one that stands behind phones."""
    return _AFTER_SAYS_PHONE.match(text, end) is not None
