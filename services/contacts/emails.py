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
from services.contacts.spelled import AT_WORDS

_LONGEST_NAME = 80
_WIDEST_GAP = 6  # between a name and the sign: a space, the end of a line, the border of a cell
_NAME = re.compile(
    r"(?:[\w.+%'&*/=?^`{|}~!#$-]{1,80}|(?<!\w)\w[\w+-]{0,40}(?: [._] \w[\w+-]{0,40}){1,3}"
    r"|(?<!\S)[\w.](?: [\w.-]){2,30})\Z"
)
_BEGINS_NO_NAME = "'/=?^`{|}~!#$&*.-+"
_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LOOSE_DOMAIN = re.compile(
    r"[ \n|\"'«»()\[\]<>*~:;]{0,6}"
    r"(?P<host>[\w-]{1,63}(?:[ \n]{0,2}\.[ \n]{0,2}[\w-]{1,63}){0,3})"
    rf"[ \n|]{{0,3}}[.,;][ \n|]{{0,3}}(?P<ending>{COMMON_ENDINGS})(?![\w-])"
)
_SPACED_DOMAIN = re.compile(r" {0,2}\w(?: [\w-]){2,25} ?\. ?\w(?: \w){1,4}(?! ?\w)")
_APART = re.compile(
    rf"(?<![\w@.])(?P<name>[a-z0-9][\w.+-]{{2,40}}),? ?[-(,;]? ?"
    rf"(?P<told>(?:домен|хост|сервер|domain|host|server|на (?:почте|пошті|сервере"
    rf"|сервері))[ :=-]{{1,3}}|(?:на|on|у|в|at|@) )"
    rf"(?:{MAIL_HOSTS})\w{{0,2}}(?:\.\w{{2,3}})?(?!\w)"
)
_HOST_FIRST = re.compile(
    rf"(?<![\w.@])(?:@ ?)?(?:{MAIL_HOSTS})\w{{0,2}}(?:\.\w{{2,3}})?"
    r"(?:[ -](?:почта|пошта|mail))? ?[:=-] ?\n?"
    r"(?P<name>[a-z][\w+-]*[._\d][\w.+-]{1,40}\w)(?![\w@])"
)
_BARE_HOST = re.compile(
    rf"[ \n]{{0,2}}(?:{MAIL_HOSTS})"
    r"(?:[-_*/\\ ]{1,2}(?:com|net|ru|ua|by|kz|pl|de|ro))?(?![\w-]|\.\w)"
)
_THEN = "затем|потом|далее|дальше|потім|далі|плюс|знак|значок|символ|then|plus|sign"
_SIGN_IN_WORDS = re.compile(
    rf"(?<=\w)[ \n,;:-]{{1,4}}(?:(?:{_THEN})[ ,]{{1,2}}){{0,2}}"
    rf"(?P<word>{AT_WORDS}|at|ат|эт|ет|на|on)[ \n,;:-]{{1,4}}(?:(?:{_THEN})[ ,]{{1,2}})?(?=\w)"
)
_PRIVATE_MAIL = re.compile(
    r"(?:gmail|outlook|hotmail|icloud|yahoo|protonmail|ukr\.net|bk\.ru|inbox)"
)
_IN = {"на ", "on ", "у ", "в ", "at ", "@ "}
_WORDS_OF_SPEECH = frozenset({"at", "ат", "эт", "ет", "на", "on"})
_TOLD_BY = (*AT_WORDS.split("|"), *(f" {word} " for word in _WORDS_OF_SPEECH), "at\n", "\nat")
_LETTER_BY_LETTER = re.compile(
    r"(?<!\S)(?:[\w.@+-][ \n]{1,3}){5,400}[\w.@+-](?!\S)"
    r"|(?<![\w.@-])[a-z0-9.@](?P<gap>[-_|*·])(?:[a-z0-9.@](?P=gap)){4,400}[a-z0-9](?![\w@-])"
)
_SPELLED_SIGN = re.compile(r"(?<=[ \n_|*·-])@(?=[ \n_|*·-])|@[ \n]")
_AROUND = " \n|\\/\"'«»()[]{}<>*~:;"
_BROKEN_NAME = re.compile(r"(?<![^\s:;,|(<])(?=[a-z0-9])[a-z0-9][\w.+-]{0,60}\n\Z")
# After "e-mail:" all that is small and Latin is a part of it: i van.pet rov@mail.ru.
_TORN_NAME = re.compile(
    r"(?:mail|почта|пошта|м[еэ]йл|мыло|адрес)\W{0,2}[:=] ?\n?"
    r"(?P<name>(?:[a-z0-9._+-]{1,12}[ \n]{1,2}){1,6})\Z"
)
_BROKEN_HOST = re.compile(
    r"(?=[^\n]{1,60}\n)[a-z0-9-]{1,30}(?:\.[a-z0-9-]{1,30}){0,2}-?\.?\n[a-z0-9-]{1,30}(?:\.[a-z0-9-]{1,30}){0,3}"
)
_SAYS_EMAIL = re.compile(r"(?:e-?mail|[эе]?-?м[еэ]йл|почт\w|пошт\w|мыло|мило|gmail|mail)\W{0,4}\Z")
_NO_PEOPLE = re.compile(r"(?:git|svn|hg)@|[\w.-]+@(?:\d+x|\d)")


def emails(copy: Copy) -> Iterator[Span]:
    """E-mail addresses in a copy of the text."""
    text, low, latin = copy.text, copy.lower, copy.latin
    place = text.find("@")
    while place >= 0:
        yield from _around(text, latin, place, place + 1)
        place = text.find("@", place + 1)
    if any(map(low.__contains__, _TOLD_BY)):
        for match in _SIGN_IN_WORDS.finditer(low):
            yield from _in_words(copy, low, latin, match)
    if re.search(r"почт|пошт|mail|domain|домен|host|мейл|мыл", low):
        yield from _in_two_parts(low)
    if _SPELLED_SIGN.search(text):
        yield from _letter_by_letter(latin)


def _around(text: str, latin: str, start: int, end: int) -> Iterator[Span]:
    """The address around the sign that stands there, when there is one."""
    name_start, name_end = _name_before(latin, start)
    if name_start == name_end:
        return
    domain_end = _end_of_domain(text, latin, end, tight=name_end == start)
    if not domain_end:
        domain_end = _end_of_bare_host(latin, end)
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
    if start and text[start - 1] == "\n":
        above = max(0, start - _LONGEST_NAME)
        broken = _BROKEN_NAME.search(text, above, start)
        if broken and (
            broken[0][-2] in "._+-"
            or _SAYS_EMAIL.search(text, above, broken.start())
            or _is_half_a_name(broken[0].strip())
        ):
            start = broken.start()
    torn = _TORN_NAME.search(text, max(0, start - _LONGEST_NAME), start)
    return (torn.start("name") if torn else start), end


def _is_half_a_name(word: str) -> bool:
    """ivan.pet at the end of a line; but not next.js or a site."""
    ending = word.rpartition(".")[2]
    ends = is_ending(ending, common=True) or ending in {"js", "py", "ts"}
    return re.search(r"[a-z0-9][._][a-z]", word) is not None and not ends


def _end_of_domain(text: str, latin: str, place: int, *, tight: bool) -> int:
    """Where the domain after the sign ends; 0 when there is none."""
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
    for span in _around(low, latin, *sign.span()):
        if sign["word"] in _WORDS_OF_SPEECH:
            start, end = copy.origin(sign.end(), span.end)
            spelled = end - start > span.end - sign.end() and sign["word"] not in {"на", "on"}
            told = _SAYS_EMAIL.search(low, max(0, span.start - 16), span.start)
            chosen = re.search(r"[._\d]", low[span.start : sign.start()]) and sign["word"] == "at"
            known = _PRIVATE_MAIL.match(low, sign.end())
            if not (spelled or told or (chosen and known)):
                continue
        yield span


def _in_two_parts(low: str) -> Iterator[Span]:
    """The name and the service apart: e-mail ivan.petrov on gmail; login ivan, domain mail.ru."""
    for match in _HOST_FIRST.finditer(low):
        if not re.search(r"\.(?:com|ru|net|ua)\Z", match["name"]):
            yield Span("email", *match.span("name"))
    for match in _APART.finditer(low):
        before = max(0, match.start() - 24)
        if match["told"] not in _IN or _SAYS_EMAIL.search(low, before, match.start()):
            yield Span("email", *match.span())


def _letter_by_letter(latin: str) -> Iterator[Span]:
    """With a space after every character: i v a n @ m a i l . c o m."""
    for match in _LETTER_BY_LETTER.finditer(latin):
        squeezed = (
            match[0].replace(match["gap"], "") if match["gap"] else re.sub(r"\s", "", match[0])
        )
        if "@" in squeezed and re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", squeezed):
            yield Span("email", match.start(), match.end())
