"""The bare name of a site: whether it is somebody's own page, or where he worked."""

from collections.abc import Sequence

from services.contacts.domains import is_somebodys_home
from services.contacts.employers import is_an_employer
from services.contacts.employments import tells_of_a_job
from services.contacts.found import Span
from services.contacts.neighbours import Neighbours
from services.contacts.regexes import regex

_LABEL = regex(
    r"(?<![\w-])(?:(?:веб-?|web-?)?(?:сайт|site)(?:[ -](?:визитка|візитка|портфолио|портфоліо"
    r"|резюме))?|портфол\w+|portfolio|homepage|home page|blog|блог"
    r"|веб|web"
    r"|url|links?|ссылк\w|посилання|сторінка|страни(?:ца|чка)|page|www|strona(?: www)?|webseite"
    r"|homepage"
    r"|sayfa\w*|web sitesi|pagin[aă]|cv|resume|résumé|резюме|lebenslauf|қаз)"
    r"(?: ?[:=|-]{1,2}\*{0,2} ?\n?"
    r"|(?: (?:на|at|on|is|тут|here|доступн\w+|available at|по адресу|за адресою)){1,2}[: "
    r"-]{1,3})\Z"
    r"|(?<!\w)(?:мой|мій|моя|my|личн\w+|особист\w+|персональн\w+|personal) [\w-]{2,12}[ :-]{1,3}\Z"
    r"|(?<!\w)(?:портфол\w+|portfolio|homepage|my site|pagina|strona|webseite"
    r"|sayfam|(?:collected|gathered|live|hosted) (?:at|on)) \Z"
    r"|(?:(?<=\n)|\A)(?:[•*–-] )?(?:мой |мій )?(?:сайт|website|site) \Z"
)
_ANY_LABEL = regex(r"\w:\*{0,2} ?\n?\Z")
_WORK_LABEL = regex(
    r"компан|клиент|клієнт|проект|проєкт|заказчик|замовник|работа(?!\w)|робота(?!\w)|company"
    r"|employer"
    r"|client|project|customer|product|brand|стек|stack|tools|инструмент|інструмент|firma|arbeit"
    r"|опыт"
    r"|досвід|experience|место|місце|навык|навич|умени|вміння|skills|дағды|сайт(?:ами|ів|ов|ы|и)"
    r"|umiej|(?:gps|gis|гис|гіс|crm|erp|b2b)-(?:сайт|site)"
    r"|kenntnis|fähigk|yetkin|beceri|competen|abilit|платформ|platform|portale|кейс|маркетплейс"
)
_WORK = regex(
    r"(?<!\w)(?:в|у|на|для|от|из|із|з|зі|со|с|под|про|о|об|по|компан\w+|проект\w*|проєкт\w*"
    r"|сервіс\w*"
    r"|сервис\w*|маркетплейс\w*|сайт(?:а|е|у|ом|ів|ов|і)|магазин\w*|портал\w*|платформ\w*"
    r"|агрегатор\w*"
    r"|конкурент\w*|бренд\w*|клиент\w*|клієнт\w*|заказчик\w*|замовник\w*"
    r"|at|for|of|from|with|to|via|by|on|using|in|into|the|company|startup|client|customers?|vendor"
    r"|marketplace|platform|project|service|website of|like|and|і|и|та|или|або|or|vs"
    r"|(?:в|у|с|з|із|для|на|at|for|with|in) [«\"“][^«»\"“”\n]{2,30}[»\"”]"
    r"|bei|für|von|w|dla|firm\w*|la|pentru|için|şirket\w*) [«\"(]?\Z"
)
_WORK_AFTER = regex(
    r"[»\")]?(?: ?[,(|-]{0,2} ?(?:\d{2}[./])?(?:19|20)\d\d| - |[ ,(]+(?:г\.|м\.|ооо|тов|inc|llc"
    r"|ltd|team"
    r"|команд|инженер|інженер|разработ|розроб|менедж|developer|engineer|manager|lead|marketplace"
    r"|маркетплейс|платформ|platform|product|продукт|как |як |as |and |та |и |і |is |was |has ))"
)
# "Call.me Maybe", "At.Home festival": words of a title.
_TITLE = regex(r"[A-ZА-ЯІЇЄ][\w-]*\.[\w.]+ [A-ZА-ЯІЇЄ][^\W\d_]")
_SHORT = 3
_LISTED_BEFORE = regex(
    r"(?<![\w@.-])([a-z0-9-]+(?:\.[a-z]{2,4}){1,2})(?:, | и | і | та | and | & )\Z"
)
_LISTED_AFTER = regex(r"(?:, | и | і | та | and | & )([a-z0-9-]+(?:\.[a-z]{2,4}){1,2})(?![\w@.-])")
# "ex-Maersk.com".
_FORMER = regex(r"(?:[Ee]x|[Ff]ormer)-[A-Z]")
_APART = "\n|•·,;—-/([:*▪●○◦✓→>"


class Surroundings:
    """What stands around a place of the text, and where contacts are known to be."""

    def __init__(self, text: str, low: str, near: Sequence[Span]) -> None:
        self._text = text
        self._low = low
        self._near = Neighbours(near)

    def say_it_is_somebodys(self, name: str, start: int, end: int) -> bool:
        """Whether a bare site is a contact. What nothing speaks for is where somebody worked."""
        if is_an_employer(name) or self._is_one_of_several(start, end):
            return False
        before = self._low[max(0, start - 40) : start]
        if _LABEL.search(before):
            return True
        titled = self._text[start].isupper() and self._text[start + 1 : end].islower()
        if _ANY_LABEL.search(before) and not (titled or _WORK_LABEL.search(before)):
            return True
        # Names of three or four letters were taken by companies long ago.
        short = len(name.split(".", maxsplit=1)[0]) <= _SHORT and name.count(".") == 1
        at_work = tells_of_a_job(self._low, start) and not is_somebodys_home(name)
        if short or at_work or _TITLE.match(self._text, start, end + 12):
            return False
        if _WORK.search(before.rpartition("\n")[2]):
            return False
        return is_somebodys_home(name) or (
            not _WORK_AFTER.match(self._low, end)
            and self._stands_apart(start, end)
            and self._near.any_near(start)
        )

    def _is_one_of_several(self, start: int, end: int) -> bool:
        """In a list with sites of companies: rozetka.com.ua, prom.ua, privatbank.ua."""
        if _FORMER.match(self._text, start):
            return True
        before = _LISTED_BEFORE.search(self._low, max(0, start - 40), start)
        after = _LISTED_AFTER.match(self._low, end)
        return any(one and is_an_employer(one[1]) for one in (before, after))

    def _stands_apart(self, start: int, end: int) -> bool:
        before = self._low[max(0, start - 3) : start].rstrip(" ")
        after = self._low[end : end + 3].lstrip(" /.")
        return (not before or before[-1] in _APART) and (not after or after[0] in _APART + ")]")
