"""Addresses that the text itself says to be an employer's, a customer's or an institution's."""

from services.contacts.employments import has_its_time_behind, tells_of_a_job
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.institutions import is_an_institutions
from services.contacts.regexes import regex
from services.contacts.studies import tells_of_studies

_BEFORE, _BEHIND = 130, 50
_SAID_BEHIND = regex(
    r"[(\[–—-] ?(?:(?:my |the |our |current |former |mein |mój |нынешн\w+ |поточн\w+ |моє |моё )?"
    r"(?:employer|work ?place|place of work|work address|head ?office|headquarters|hq|client site"
    r"|customer|job site|building site|arbeitgeber|arbeitsplatz|arbeitsort|firmensitz|baustelle"
    r"|kunde|pracodawc\w|miejsce pracy|siedziba|budowa|klient\w?|angajator\w{0,2}|loc de muncă"
    r"|locul de muncă|sediu\w{0,3}|șantier|iş ?veren\w*|iş ?yeri\w*|şantiye|müşteri"
    r"|мест[оа] работы|работодател\w|рабочее место|головной офис|офис компании|адрес компании"
    r"|котельная|стройплощадка|стройка|об[ъ’'ʼ]?[еє]кт\w?|заказчик\w?|місц[ея] роботи"
    r"|роботодав\w+|робоче місце|котельня|замовник\w?|головний офіс|офіс компанії"
    r"|(?:буд)?майданчик\w?|жұмыс (?:орны|беруші)))(?!\w)"
)
_NOUN = (
    r"(?:employer|company|work|job|plant|factory|mill|warehouse|depot|clinic|hospital|school"
    r"|university|college|main campus|campus|head ?office|headquarters|hq|site|building site"
    r"|werk|fabrik|firma|arbeitgeber|klinik|krankenhaus|schule|hochschule|universität|baustelle"
    r"|standort|lager|zakład|fabryka|pracodawca|szpital|szkoła|uczelnia|uniwersytet|przychodnia"
    r"|siedziba|budowa|uzin[ăa]|fabric[ăa]|angajator(?:ul)?|spital(?:ul)?|școala|universitatea"
    r"|sediu(?:l)?|șantier(?:ul)?|fabrika|iş ?yeri|işveren|hastane|okul|üniversite|şantiye"
    r"|завод|фабрика|цех|комбинат|комбінат|клиника|клініка|больница|лікарня|поликлиника"
    r"|поліклініка|школа|лицей|ліцей|университет|університет|институт|інститут|кампус"
    r"|место работы|місце роботи|работодатель|роботодавець|компания|компанія|головной офис"
    r"|головний офіс|адрес (?:офиса|компании|работы|завода|предприятия)|підприємство"
    r"|адреса (?:офісу|компанії|роботи|заводу|підприємства)|предприятие"
    r"|стройплощадка|(?:буд)?майданчик|об[ъ’'ʼ]?[еє]кт|зауыт|мектеп|аурухана|емхана"
    r"|жұмыс орны|жұмыс беруші|мекеме)"
)
_LABEL = regex(
    rf"[ \t•*▪|–—-]{{0,6}}{_NOUN}(?: [^\W\d_][\w’'-]{{1,20}}){{0,4}}"
    r"(?: ?\([^()\n]{2,20}\))? ?[:=] "
)
_TOWN = r"(?:(?:г\.|м\.|город|місто)? ?[^\W\d_][\w’'-]{2,20}, )?(?:\d{5,6},? )?"
_AT = regex(
    r"(?<!home )(?<!my )(?<![\w-])(?:"
    r"(?:offices?|clinic|hospital|plant|factory|branch|campus|stores?|shop|warehouse|lab|laboratory"
    r"|school|headquarters|depot|hotel|restaurant|site|works|tower crane base)"
    r"(?: (?:is|was|are|were))?(?: (?:located|based|situated))? (?:at|on|in) (?:the )?"
    r"|(?:büro|klinik|werk|filiale|lager|geschäft|schule|standort|baustelle|krankenhaus"
    r"|niederlassung)s? (?:ist )?(?:in|an|am|auf)(?: der| dem)? "
    r"|(?:biur(?:o|ze)|zakła\w{1,4}|sklep\w{0,3}|szpital\w{0,3}|oddzia\w{1,4}|fabry\w{1,3}"
    r"|magazyn\w{0,3}|przychodni\w?|szko\w{1,3}|klini\w{1,3})(?: [^\W\d_]{2,20}){0,2} (?:przy|na) "
    r"|(?:birou\w{0,3}|clinic\w{1,3}|spital\w{0,3}|fabric\w{1,3}|uzin\w{1,3}|magazin\w{0,3}"
    r"|depozit\w{0,3}|școal\w|sedi\w{1,4})(?: [^\W\d_]{2,20}){0,2} (?:de pe|pe|din|la) "
    r"|(?:офис\w{0,3}|клиник\w|больниц\w|завод\w{0,2}|фабрик\w|цех\w{0,3}|склад\w{0,3}"
    r"|магазин\w{0,3}|филиал\w{0,3}|школ\w|лаборатори\w|кампус\w{0,2}|объект\w{0,3}|ресторан\w{0,2}"
    r"|гостиниц\w|отел\w{1,2}|поликлиник\w|узел учёта|котельн\w{1,2}"
    r"|офіс\w{0,3}|клінік\w|лікарн\w|складі?|філі[яїю]|лаборатор\w{2}|об[’'ʼ]?єкт\w{0,2}|готел\w{1,2}"
    r"|поліклінік\w)"
    r"(?: (?:находится|расположен\w?|знаходиться|розташован\w{1,2}))?"
    r"(?: [«\"][^«»\"\n]{2,30}[»\"])? (?:на|по|в|у|за)(?: адресу| адресою)?:? "
    rf"){_TOWN}\Z"
)
_COMPANY = regex(
    r"(?<!\w)(?:(?:ооо|оао|пао|зао|ао|гуп|муп|фгуп|тов|прат|пат|ат|дп|кп|тоо|жшс)"
    r" [«\"“][^«»\"“”\n]{2,40}[»\"”]|(?:gmbh|co\. kg|ltd\.?|inc\.?|llc|plc|sp\. z o\. ?o\.|s\.a\."
    r"|s\.r\.l\.|srl|a\.ş\.|ltd\. şti\.|& (?:co|sons|partners)\.?)"
    r"|(?:firma|sc|компания|компанія|предприятие|підприємство) [^\W\d_][^,;\n]{1,30})"
    r"(?:;|,? )(?:(?:at|in|по адресу|за адресою|in der|przy) )?"
    rf"{_TOWN}\Z"
)
_FLAT = regex(
    r"(?<!\w)(?:кв(?:артир\w|-ра)?|комн(?:ата)?|кімн(?:ата)?|помешк\w*|flat|apt|apartment|wohnung|whg"
    r"|m|mieszk\w*|ap|apartament\w*|daire|d|пәтер)(?:[. :№#]|(?=\d)){1,3}[\da-z]{1,4}(?!\w)"
)
_HOME = regex(
    r"(?<!\w)(?:жив[уё]\w{0,2}|прожива\w+|мешка\w+|прописк\w|прописан\w?|домашн\w+|дома|вдома"
    r"|home|i live|living|resid\w+|wohn\w+|zuhause|mieszka\w+|zamieszk\w+|oturu\w+|evim|locui\w+"
    r"|domicil\w*|acasă|тұрамын|үйім|фоп|ип|freelanc\w*|self-employed)(?!\w)"
)


def is_workplace(copy: Copy, address: Span) -> bool:
    """Whether the words right around the address say whose it is, and no flat or home is told."""
    low = copy.lower
    line = low.rfind("\n", max(0, address.start - _BEFORE), address.start) + 1
    begin = line or max(0, address.start - _BEFORE)
    behind = low.find("\n", address.end, address.end + _BEHIND)
    finish = behind if behind >= 0 else min(len(low), address.end + _BEHIND)
    if _FLAT.search(low, address.start, finish) or _HOME.search(low, begin, finish):
        return False
    if tells_of_a_job(low, address.start) or has_its_time_behind(low, address.start, address.end):
        return True
    if "\n" in low[address.start : address.end]:
        return False
    said = _SAID_BEHIND.search(low, address.start, finish)
    if said and said.start() <= address.end + 2:
        return True
    before = low[begin : address.start]
    at_work = _AT.search(before) or _COMPANY.search(before)
    studied = tells_of_studies(low, begin, address.start, finish)
    if at_work or studied or is_an_institutions(low, begin, address.start):
        return True
    label = _LABEL.match(low, begin, finish) if line or begin == 0 else None
    return label is not None and label.end() <= address.end
