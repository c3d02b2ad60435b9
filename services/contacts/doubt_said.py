"""Names that somebody says of himself in plain sentences: "I'm tess on Telegram", "везде я tess".

No looks speak for such a name; the sentence does: it names a network, and it says that a name
follows, or that there is one name for all networks.
"""

import re
from collections.abc import Iterator, Sequence

from services.contacts.accounts import is_compound, is_ordinary
from services.contacts.doubt_pieces import ADJECTIVE, is_cue, is_known
from services.contacts.doubt_words import NO_NAMES, RESUME, SERVICE, TRADE
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.not_accounts import CODE_WORDS, PLAIN_WORDS
from services.contacts.regexes import regex

_EVERYWHERE = regex(
    r"соц\.? ?сет\w+|соц\.? ?мереж\w+|мессенджер\w*|месенджер\w*|везде|повсюду|всюду|всюди|скрізь"
    r"|social(?: media| networks?)?|everywhere|all platforms|messengers?|самол[её]тик\w*|overall"
    r"|überall|wszędzie|her yerde|peste tot|барлық жерде|макс[еу]?(?= ?[:a-z])"
)
_PAGE = regex(
    r"(?<![^\W\d_])(?:git ?hub|gitlab|behance|dribbble|linked ?in|habr|youtube|kaggle|medium|xing"
    r"|г[иі]тх[аэе]б\w{0,2}|г[иі]тлаб\w{0,2}|б[иі]?[еэ]?ханс\w{0,2}|б[иі]хенс\w{0,2}"
    r"|др[иі]бб?л\w{0,2}"
    r"|л[иі]нк[еэ]?д[иі]н\w{0,2}|хабр\w{0,2}|ютуб\w{0,2}|stack ?overflow|hh|upwork)(?![^\W\d_])"
)
_NAMING = (
    r"(?:ник(?:нейм)?(?:ом|у|е)?|нік(?:нейм)?(?:ом|у)?|логин(?:ом|у)?|логін(?:ом|у)?|юзернейм\w?"
    r"|имя пользователя|ім.я користувача|именем|іменем|имя|ім.я|под|під|как|як"
    r"|зовут|звать|звати|называюсь|называется|називається|зов[её]тся|зветься|зваться"
    r"|меня|мене|я|это|це|есть|одинаков\w{2}|везде|всюду|всюди|скрізь"
    r"|nick(?:name)?|handle|user ?name|log ?in|screen ?name|as"
    r"|search(?: for)?(?= [a-z][\w.]{3,30} ?(?:if|\n|\Z|[.,;)]))|ищите"
    r"|шукайте|under the name|called|named|known as"
    r"|go by"
    r"|goes by|i.?m|i am|name is|it.?s|that.?s|is|everywhere"
    r"|heiße ich|heiße|heißt|bin ich|ich bin|bin|als|unter|benutzername|ist"
    r"|jestem|jako|pod nazwą|nazywam się|nazwa|mnie"
    r"|sunt|ca|drept|numele|mă numesc|benim|ben|adım|adıyla|kullanıcı adım|atым|атым|есімім)"
)
_NAME = r"(?P<name>@?[a-z](?:[\w.-]{2,30}\w))"
_NAMED = regex(
    rf"(?<!\w){_NAMING}(?:[ ]?[:=–—>→-]{{1,2}}|,)? ?(?:@ |at |the |\"|«|“|')?"
    rf"(?<=[ \"«“'=:>→-]){_NAME}(?P<second> [a-z]{{2,15}}(?= ?\())?(?![\w@])"
)
_WEAKLY = regex(r"(?:is|it.?s|that.?s|as|i.?m|i am|als|ist|bin)(?!\w)")
_BEHIND = regex(
    r"[\"»”' ]{0,2}(?:\Z|[.,;!?)(\n–—-]|(?:on|in|at|в|у|на|auf|bei|pe|na|w) "
    r"|(?:pretty|much|mostly|almost|basically|nearly|across|почти|майже|практически|fast|prawie|if"
    r"|если|якщо|wenn|jeśli|dacă|to see) "
    r"|(?:olarak|diye|yazın|everywhere|везде|всюди|there|там|деп|и|і|and|та|oder|or|или|або|же) ?)"
)
_RIGHT_BEHIND = regex(
    r"(?:.?(?:de|da|te|ta)|деп|да|де|дағы)? ?[:–—-]? ?" + _NAME + r"(?=[ \n.,;!?)]|\Z)"
)
_BEFORE_A_SERVICE = regex(
    _NAME + r"(?: \([^()\n]{2,20}\))? ?[,–—(-]{0,2} ?(?:on|in|at|в|у|на|auf|bei|pe|na|w) "
    r"(?:the |my |мо[её]м |мо[её]й )?\Z"
)
_NUMBERED = regex(
    r"(?<!\w)(?P<name>(?:id|айди|айді|users?)[ :#№/-]{1,3}(?:\d{6,12})(?!\d))"
    r"|(?:резюме|resume|cv|анкет\w|hh|хх)[^\n.!?]{0,25}(?:№|номер\w{0,2}|id|айди|код\w{0,2}"
    r"|#)[ :–—-]{1,3}"
    r"(?P<hex>(?=[a-f]{0,12}\d)(?=\d{0,12}[a-f])[a-f0-9]{8,40})(?!\w)"
    r"|(?:резюме|resume|cv|анкета|профиль)[ :]{1,2}(?:№|номер|id|#) ?(?P<page>\d{6,12})(?!\d)"
)
_CYRILLIC = regex(r"[а-яіїєґ]")


def said(copy: Copy, start: int, end: int, here: Sequence[Span]) -> Iterator[Span]:
    """What he calls himself in this stretch."""
    low = copy.lower
    networks = [*SERVICE.finditer(low, start, end), *_EVERYWHERE.finditer(low, start, end)]
    page = _PAGE.search(low, start, end)
    if page or networks or RESUME.search(low, start, end):
        for numbered in _NUMBERED.finditer(low, start, end):
            yield Span("url", *numbered.span(numbered.lastgroup or 0))
    if not (networks or page) or TRADE.search(low, start, end):
        return
    if any(span.kind in {"handle", "url"} for span in here):
        return
    for named in _NAMED.finditer(low, start, end):
        if _BEHIND.match(low, named.end()) and _is_a_name(copy, named):
            yield Span("handle", named.start("name"), named.end())
    for network in networks:
        before = _BEFORE_A_SERVICE.search(low, max(start, network.start() - 50), network.start())
        if before and _is_a_name(copy, before) and _CYRILLIC.search(low, start, end):
            yield Span("handle", *before.span("name"))
        behind = _RIGHT_BEHIND.match(low, network.end(), end)
        if (
            behind
            and _is_a_name(copy, behind)
            and not low[network.start() : network.end()].isascii()
        ):
            yield Span("handle", *behind.span("name"))


def _is_a_name(copy: Copy, match: re.Match[str]) -> bool:
    """A word in small Latin letters that no sentence and no trade uses."""
    name = match["name"].lstrip("@").rstrip(".-")
    if _WEAKLY.match(match[0]) and ADJECTIVE.search(name):
        return False
    written = copy.text[match.start("name") : match.end("name")]
    if not written.islower() or not name.isascii() or name in NO_NAMES or name in CODE_WORDS:
        return False
    if name in PLAIN_WORDS or is_known(name) or is_cue(name) or name in _OF_A_SENTENCE:
        return False
    return not is_ordinary(name) and not is_compound(name)


_OF_A_SENTENCE = frozenset(
    """able about active also always anywhere around back before being best better both busy
    clear close come contact daily done down easy else even ever every fast find fine first free
    from full good happy hard have here home into just keep kind know last late least less like
    live local long look made main make many more most much must near need next nice none note
    okay once only open other over part past plus quick quite rare rather ready real same seen
    short simple slow some soon still such sure take than that them then there they this time
    true used useful usual very want welcome well what when where which while will with work
    would write your yours auch dort erreichbar gern hier immer jederzeit mich nicht noch oder
    sehr sofort unter dostępny dostępna tutaj zawsze również disponibil disponibilă mereu aici
    burada avantaj daima her zaman reachable responsive present listed easily found rarely seldom
    mostly often pretty really super never usually currently fully quickly""".split()  # noqa: SIM905
)
