"""Contacts in pieces that something else joins: code, messages, words put between the figures."""

import html
import re

from services.contacts.doubt_words import HOME, MAIL, PHONE, SERVICE, WEB
from services.contacts.numerals import BEHIND_A_LABEL, BETWEEN_FIGURES, GLUED, taken_apart
from services.contacts.regexes import regex
from services.contacts.rules import Rule, sign
from services.contacts.wording import Telling

_QUOTED = r"(?:[\"'][^\"'\n]{0,40}[\"']|\d)"
_ITEM = regex(r"[\"']([^\"'\n]{0,40})[\"']|\d")
_DIGITS_OF_A_PHONE = range(10, 14)
_PRINTED = range(33, 127)
_BORDER = r"[-/|\\*~_.:;]{1,3}"
_WORDED = regex(rf"(?<=[\d)]){_BORDER}(?:[^\W\d_]{{1,12}}{_BORDER}){{1,3}}(?=\(?\d)")
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HEAD = (
    r"(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?[ ,-]{1,3})?"
    r"(?P<who>[A-ZА-ЯІЇЄҐ][^\W\d_]{1,15}(?: [A-ZА-ЯІЇЄҐ][\w.]{0,15})?): "
)
_HEAD_ABOVE = regex(_HEAD)


def _character(match: re.Match[str]) -> str:
    code = int(match["code"])
    return f'"{chr(code)}"' if code in _PRINTED else match[0]


def one_of(match: re.Match[str]) -> str:
    """The character that an entity of HTML stands for."""
    plain = html.unescape(match[0]).replace("\u00a0", " ")
    return plain if len(plain) == 1 else match[0]


def _list_joined(match: re.Match[str]) -> str:
    items = (item[1] if item[1] is not None else item[0] for item in _ITEM.finditer(match["items"]))
    return f'"{(match["sign"] or "").join(items)}"'


def _without_word(match: re.Match[str]) -> str:
    """Figures with the same word between all of them."""
    digits = sum(map(str.isdigit, match[0]))
    return match[0].replace(match["word"], "-") if digits in _DIGITS_OF_A_PHONE else match[0]


def _without_words(match: re.Match[str]) -> str:
    """Figures of a telephone with words between their groups."""
    digits = sum(map(str.isdigit, match[0]))
    plain, changed = _WORDED.subn("-", match[0])
    several = changed > 1 and digits in _DIGITS_OF_A_PHONE
    return plain if several and not _YEAR.search(match[0]) else match[0]


def _same_speaker(match: re.Match[str]) -> str:
    """A space for the head of a message, where the one above is by the same person."""
    text, start = match.string, match.start()
    above = _HEAD_ABOVE.match(text, text.rfind("\n", 0, start) + 1, start)
    low = match["who"].lower()
    label = any(cue.match(low) for cue in (HOME, MAIL, PHONE, SERVICE, WEB))
    same = above is not None and above["who"] == match["who"] and not label
    return " " if same else match[0]


JOINED_RULES = (
    Rule(
        (),
        regex(rf"\n{_HEAD}(?=\S)"),
        _same_speaker,
        in_case=True,
        hint=regex(r"\n(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?[ ,-]{1,3})?[^\W\d_]{2,16}: "),
    ),
    Rule(
        ("chr(", "fromcharcode("),
        regex(r"(?:string\.fromcharcode|(?<!\w)chr)\((?P<code>\d{2,3})\)"),
        _character,
    ),
    Rule(
        ("join(",),
        regex(
            rf"[\"'](?P<sign>[^\"'\n\w]{{0,3}})[\"']\.join\([\[(]"
            rf"(?P<items>(?:{_QUOTED},? ?){{2,16}})[\])]\)"
        ),
        _list_joined,
    ),
    Rule(
        ("join(",),
        regex(
            rf"\[(?P<items>(?:{_QUOTED},? ?){{2,16}})\]\.join\(\s?"
            r"[\"'](?P<sign>[^\"'\n\w]{0,3})[\"']\)"
        ),
        _list_joined,
    ),
    Rule(('" +', '"+', "' +", "'+"), regex(r"[\"'] ?\+ ?[\"']"), sign("")),
    Rule((), regex(r"&[a-z]{2,8};"), one_of, hint=regex(r"&[a-z]{2,8};")),
    Rule(
        ("%3a%2f%2f",),
        regex(r"%(?P<code>3a|2f|40|2e|2b|5f|2d|3f|3d|26)"),
        lambda match: chr(int(match["code"], 16)),
    ),
    Rule(
        (),
        regex(
            r"(?<![\w+])\+?\d{1,5}(?P<word>[^\W\d_]{3,12})\d{1,4}(?:(?P=word)\d{1,5}){1,6}(?!\w)"
        ),
        _without_word,
        hint=regex(r"\d(?P<word>[^\W\d_]{3,12})\d{1,4}(?P=word)\d"),
    ),
    Rule(
        (),
        regex(
            rf"(?<![\w.-])\+?\(?\d[\d()]{{0,12}}"
            rf"(?:{_BORDER}(?:[^\W\d_]{{1,12}}{_BORDER}){{0,3}}\(?\d{{1,4}}\)?){{2,8}}(?![\w-])"
        ),
        _without_words,
        hint=regex(rf"\d\)?{_BORDER}[^\W\d_]{{1,12}}{_BORDER}"),
    ),
    Rule(
        ("\n.",),
        regex(r"(?<=[a-z0-9])\n(?=\.(?:com|net|org|ru|ua|io|me|de|pl|kz|dev|co)(?:\.[a-z]{2})?/)"),
        sign(""),
    ),
    Rule(
        (".\n",),
        regex(
            r"(?<=[a-z0-9]\.)\n {0,60}(?=(?:com|net|org|ru|ua|io|me|de|pl|kz|dev|co|studio|pro"
            r"|design)"
            r"(?:\.[a-z]{2})?(?:/|\s|\Z))"
        ),
        sign(""),
    ),
    Rule((), GLUED, taken_apart, words=Telling(BEHIND_A_LABEL), hint=BETWEEN_FIGURES),
)
