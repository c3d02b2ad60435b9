"""E-mail addresses, also those spelled so that a machine shall not see them.

Every sign @ (or word for it) is looked at: is there a name before it and a domain after it?
"""

import re
from collections.abc import Iterator

from services.contacts.domains import (
    COMMON_ENDINGS,
    MAIL_HOSTS,
    ends_like_a_domain,
    is_ending,
)
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex
from services.contacts.sign_words import (
    AT,
    AT_WORDS,
    DASH,
    DASH_WORDS,
    DOT,
    DOT_WORDS,
    UNDERSCORE,
    UNDERSCORE_WORDS,
)
from services.contacts.wording import Telling, words

_LONGEST_NAME = 80
_WIDEST_GAP = 6  # between a name and the sign: a space, the end of a line, the border of a cell
_NAME = regex(
    r"(?:[\w.+%'&*/=?^`{|}~!#$-]{1,80}|(?<!\w)\w[\w+-]{0,40}(?: [._] \w[\w+-]{0,40}){1,3}"
    r"|(?<!\S)[\w.](?: [\w.-]){2,30})\Z"
)
_BEGINS_NO_NAME = "'/=?^`{|}~!#$&*.-+"
_DOMAIN = regex(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LOOSE_DOMAIN = regex(
    r"[ \n|\"'«»()\[\]<>*~:;]{0,6}"
    r"(?P<host>[\w-]{1,63}(?:[ \n]{0,2}\.[ \n]{0,2}[\w-]{1,63}){0,3})"
    rf"[ \n|]{{0,3}}[.,;][ \n|]{{0,3}}(?P<ending>{COMMON_ENDINGS})(?![\w-])"
)
# After a word for the sign another unknown one can only be the full stop: ivan равлик ukr ??? net.
_SPOKEN_DOMAIN = regex(
    r" {0,2}(?P<host>[a-z][\w-]{1,30})[ _-]{1,2}[^\W\d_]{2,12}[ _-]{1,2}"
    r"(?:com|net|org|info|io|ru|ua|kz|by|pl|de|ro|ру|ком|нет|юа|уа|кз)(?![\w-])"
)
_SPACED_DOMAIN = regex(
    r" {0,2}(?:\w(?: [\w-]){1,25}"
    r"|[\w-]{2,30}) ?\. ?[a-z](?: [a-z]){1,4}(?! ?\w)"
)
_BARE_HOST = regex(
    rf"[ \n]{{0,2}}(?:{MAIL_HOSTS})"
    r"(?:[-_*/\\ |]{0,3}(?:com|net|ru|ua|by|kz|pl|de|ro)|\n(?:py|ру|kom|ком|нет|юа|уа|кз|ru|com"
    r"|net"
    r"|ua)"
    r"(?=\n|\Z))?(?![\w-]|\.\w)"
)
_THEN = (
    "на|the|an|then the|затем|потом|далее|дальше|потім|далі|плюс|знак|значок|символ|then|plus|sign"
    "|apoi|dann|danach|sonra|potem|сосын|содан соң|содан кейін"
)
_SIGN_IN_WORDS = regex(
    rf"(?<=\w)[ \n,;:-]{{1,4}}(?:(?:{_THEN})[ ,]{{1,2}}){{0,2}}"
    rf"(?P<word>{AT_WORDS}|at|ат|эт|ет|et|ит|на"
    rf"|on|la|ад|эд)(?!\w)[ \n,;:-]{{1,4}}(?:(?:{_THEN})[ ,]{{1,2}})?(?=\w)"
)
_PRIVATE_MAIL = regex(
    r"(?:gmail|outlook|hotmail|icloud|yahoo|proton(?:mail)?\.|ukr\.net|bk\.ru|inbox|rambler\.ru|i\.ua"
    r"|meta\.ua|gmx\.|web\.de|wp\.pl|o2\.pl|onet\.|interia\.|list\.ru|aol\.com)"
)
# "Write to me: kate at gmail.com": alone between its label or border and the end of its line.
_BEGINS_A_PART = regex(r"(?:\A|[\n:;|(•])[ -]{0,2}\Z")
_ENDS_A_PART = regex(r" {0,2}(?:[\n;|,)]|\.?\Z)")
_WORDS_OF_SPEECH = frozenset({"at", "ат", "эт", "ет", "et", "ит", "на", "on", "la", "ад", "эд"})
_TELLING = Telling((*AT, *_WORDS_OF_SPEECH))
_LETTER_BY_LETTER = regex(
    r"(?<!\S)(?:[\w.@+-][ \n]{1,3}){5,400}[\w.@+-](?![\w@])"
    r"|(?<![\w.@-])[a-z0-9.@](?P<gap>[-_|*·])(?:[a-z0-9.@](?P=gap)){4,400}[a-z0-9](?![\w@-])"
)
_SPELLED_SIGN = regex(r"(?<=[ \n_|*·-])@(?=[ \n_|*·-])|@[ \n]")
_AROUND = " \n+&|\\/\"'«»()[]{}<>*~:;"
_BROKEN_NAME = regex(r"(?<![^\s:;,|(<])(?P<name>[a-z0-9][\w.+-]{0,60})(?P<space> ?)\n\Z")
_LABEL_BEFORE = regex(r"[:;,|(<•–—-] ?\Z|[а-яіїєґ][,:]? \Z")
_NO_PIECE = words(
    """email mail e-mail contact contacts address phone tel mobile telegram skype cv site web via
    at on to me is or and write by linkedin github viber whatsapp"""
)
_NARROWEST = 18
# "ivan.p, дальше как обычно @gmail.com": what is said between a name and the sign.
_TALKING = regex(
    r"(?<![\w@.])(?P<name>[a-z0-9][\w.+-]{2,40})[ ,;:–—-]{1,4}(?:(?:then|and|plus|the|usual|it.?s"
    r"|with|danach|potem|sonra|apoi|i|und|ve|și|[а-яёіїєґ]{1,14})(?!\w)[ ,:–—-]{1,3}){1,5}\Z"
)
_SPELLED_ENDING = regex(r" ?[a-z0-9-]{2,30} ?\. ?(?:c o m|n e t|o r g|[a-z] [a-z])(?![ .]?\w)")
# Whoever writes the sign in words may write ivan(at)firma,com.
_COMMA_HOST = regex(rf"[a-z0-9-]{{2,40}},(?:{COMMON_ENDINGS})(?![\w-])")
_COMMA_IN_NAME = regex(r"(?<![\w.@])[a-z0-9_]{1,20},\Z")
# After "e-mail:" all that is small and Latin is a part of it: i van.pet rov@mail.ru.
_TORN_NAME = regex(
    r"(?:mail|почта|пошта|м[еэ]йл|мыло|адрес)\W{0,2}[:=] ?\n?"
    r"(?P<name>(?:[a-z0-9._+-]{1,12}[ \n]{1,2}){1,6})\Z"
)
# "niamh dot o dash reilly", "graham dot pettifer 61", "зимин дефис эм эль".
_SPOKEN_SIGN = rf"(?:{DOT_WORDS}|{DASH_WORDS}|{UNDERSCORE_WORDS}|period|point)"
_SPOKEN_NAME = regex(
    rf"(?<![\w.@])[\w+]{{1,30}}(?:(?:[ ,]{{1,3}}{_SPOKEN_SIGN}[ ,]{{1,3}}|[._-])"
    r"[\w+]{1,30}(?: (?:[а-яё]{1,3}|\d{1,4})){0,2}){1,5}\Z"
)
_SPOKEN = Telling((*DOT, *DASH, *UNDERSCORE, "period", "point"))
_BROKEN_HOST = regex(
    r"(?=[^\n]{1,60}\n)[a-z0-9-]{1,30}(?:\.[a-z0-9-]{1,30}){0,2}-?\.?\n[a-z0-9-]{1,30}(?:\.[a-z0-9-]{1,30}){0,3}"
)
_SAYS_EMAIL = regex(r"(?:e-?mail|[эе]?-?м[еэ]йл|почт\w|пошт\w|мыло|мило|gmail|mail)\W{0,4}\Z")
_NO_PEOPLE = regex(r"(?:git|svn|hg)@|[\w.-]+@(?:\d+x|\d)")


def emails(copy: Copy) -> Iterator[Span]:
    """E-mail addresses in a copy of the text."""
    text, low, latin = copy.text, copy.lower, copy.latin
    place = text.find("@")
    while place >= 0:
        yield from _around(copy, latin, place, place + 1)
        place = text.find("@", place + 1)
    if copy.mixed or _TELLING.may_stand_among(copy.words):
        for match in _SIGN_IN_WORDS.finditer(low):
            yield from _in_words(copy, low, latin, match)
    if _SPELLED_SIGN.search(text):
        yield from _letter_by_letter(latin)


def _around(copy: Copy, latin: str, start: int, end: int) -> Iterator[Span]:
    """The address around the sign that stands there, when there is one."""
    talk = _TALKING.search(copy.lower, max(0, start - _LONGEST_NAME), start)
    name_start, name_end = talk.span("name") if talk else _name_before(latin, start)
    if name_start == name_end:
        return
    if copy.mixed or _SPOKEN.may_stand_among(copy.words):
        spoken = _SPOKEN_NAME.search(copy.lower, max(0, name_end - _LONGEST_NAME), name_end)
        name_start = min(name_start, spoken.start()) if spoken else name_start
    first, last = copy.origin(start, end)  # a sign in words is meant as one, whatever stands around
    tight = name_end == start or last - first > end - start
    domain_end = _end_of_domain(copy, latin, end, tight=tight)
    spelled_end = _SPELLED_ENDING.match(latin, end)
    if spelled_end and spelled_end.end() > domain_end:
        domain_end = spelled_end.end()
    if not domain_end and last - first > end - start:
        comma_host = _COMMA_HOST.match(latin, end)
        domain_end = comma_host.end() if comma_host else 0
    if not domain_end:
        domain_end = _end_of_bare_host(latin, end)
    if "," in latin[end:domain_end]:  # whoever writes ivan@mail,ru may write i,petrov@mail,ru
        comma = _COMMA_IN_NAME.search(latin, max(0, name_start - 24), name_start)
        name_start = comma.start() if comma else name_start
    if domain_end and not _NO_PEOPLE.match(latin, name_start):
        yield Span("email", name_start, domain_end)


def _name_before(text: str, place: int) -> tuple[int, int]:
    """Where the name before the sign begins and ends; two equal places when there is none."""
    end = place
    while end > 0 and end > place - _WIDEST_GAP and text[end - 1] in _AROUND:
        end -= 1
    window = max(0, end - _LONGEST_NAME)
    match = _NAME.search(text, window, end)
    if not match or not re.search(r"\w", match[0]):
        return place, place
    start = end - len(match[0].lstrip(_BEGINS_NO_NAME))
    if start > 1 and text[start - 1] in "._+-" and text[start - 2] == "\n":
        start -= 1
    if start and text[start - 1] == "\n":
        above = max(0, start - _LONGEST_NAME)
        broken = _BROKEN_NAME.search(text, above, start)
        if broken and _goes_on(text, broken, above):
            start = broken.start()
    torn = _TORN_NAME.search(text, max(0, start - _LONGEST_NAME), start)
    return (torn.start("name") if torn else start), end


def _goes_on(text: str, broken: re.Match[str], above: int) -> bool:
    """Whether the word at the end of a line is the beginning of the name on the next."""
    name = broken["name"]
    if name in _NO_PIECE or not re.search(r"[a-z]", name):
        return False
    if name[-1] in "._+-" or text[broken.end()] in "._+-" or _is_half_a_name(name):
        return True
    if _SAYS_EMAIL.search(text, above, broken.start()):
        return True
    line = text[above : broken.start()].rpartition("\n")[2]
    torn = bool(broken["space"]) or _LABEL_BEFORE.search(line) is not None
    return torn and len(line) + len(name) >= _NARROWEST


def _is_half_a_name(word: str) -> bool:
    """ivan.pet at the end of a line; but not next.js or a site."""
    ending = word.rpartition(".")[2]
    ends = is_ending(ending, common=True) or ending in {"js", "py", "ts"}
    return re.search(r"[a-z0-9][._][a-z]", word) is not None and not ends


def _end_of_domain(copy: Copy, latin: str, place: int, *, tight: bool) -> int:
    """Where the domain after the sign ends; 0 when there is none."""
    text = copy.text
    domain = _DOMAIN.match(latin, place)
    if domain and (tight or is_ending(domain[0].rpartition(".")[2], common=True)):
        end = _without_next_sentence(text, place, domain.end())
        name = latin[place:end]
        if "." in name and (
            ends_like_a_domain(name) or ends_like_a_domain(text[place:end].lower())
        ):
            loose = _LOOSE_DOMAIN.match(latin, place)
            known = is_ending(name.rpartition(".")[2])
            return loose.end() if loose and loose.end() > end and not known else end
    broken = _BROKEN_HOST.match(latin, place) if tight else None
    if broken and is_ending(broken[0].rpartition(".")[2].replace("\n", ""), common=True):
        return broken.end()
    spoken = None if tight else _SPOKEN_DOMAIN.match(copy.lower, place)
    if spoken:
        return spoken.end()
    loose = _LOOSE_DOMAIN.match(latin, place)
    if loose and ("." in latin[loose.end("host") : loose.start("ending")] or _mails(loose)):
        return loose.end()
    return 0


def _mails(loose: re.Match[str]) -> bool:
    """A comma or nothing for the full stop is believed in the names of mail services only."""
    return re.fullmatch(MAIL_HOSTS, loose["host"]) is not None


def _without_next_sentence(text: str, start: int, end: int) -> int:
    """The sentence after an address may have lost its space: ivan@mail.com.Досвід."""
    labels = text[start:end].rstrip("-_.").split(".")
    kept = len(labels[0])
    for number, label in enumerate(labels[1:], 1):
        if number > 1 and label[:1].isupper() and not labels[number - 1][:1].isupper():
            break
        kept += 1 + len(label)
    return start + kept


def _end_of_bare_host(latin: str, place: int) -> int:
    """ivan@gmail: everybody knows how it goes on."""
    host = _BARE_HOST.match(latin, place) or _SPACED_DOMAIN.match(latin, place)
    return host.end() if host else 0


def _in_words(copy: Copy, low: str, latin: str, sign: re.Match[str]) -> Iterator[Span]:
    """Spelled out: ivan собака gmail точка com.

    "At" is a word of its own: it counts where the full stop was written as a word, too, and
    after "e-mail:".
    """
    for span in _around(copy, latin, *sign.span()):
        if sign["word"] in _WORDS_OF_SPEECH:
            start, end = copy.origin(sign.end(), span.end)
            spelled = end - start > span.end - sign.end() and sign["word"] not in {"на", "on"}
            told = _SAYS_EMAIL.search(low, max(0, span.start - 16), span.start)
            private = sign["word"] == "at" and _PRIVATE_MAIL.match(low, sign.end())
            chosen = re.search(r"[._\d]", low[span.start : sign.start()])
            if not (spelled or told or (private and (chosen or _is_a_part(copy, low, span)))):
                continue
        yield span


def _is_a_part(copy: Copy, low: str, span: Span) -> bool:
    """Whether a name in small letters and its host are all that stands in this part of a line."""
    before = _BEGINS_A_PART.search(low, max(0, span.start - 4), span.start)
    alone = before is not None and _ENDS_A_PART.match(low, span.end) is not None
    return alone and copy.text[span.start].islower()


def _letter_by_letter(latin: str) -> Iterator[Span]:
    """With a space after every character: i v a n @ m a i l . c o m."""
    for match in _LETTER_BY_LETTER.finditer(latin):
        squeezed = (
            match[0].replace(match["gap"], "") if match["gap"] else re.sub(r"\s", "", match[0])
        )
        if "@" in squeezed and re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", squeezed):
            yield Span("email", match.start(), match.end())
