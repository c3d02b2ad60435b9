"""Words with a space after every letter, and what is only said of them: "(no spaces)"."""

import re

from services.contacts.regexes import regex
from services.contacts.rules import Rule, sign
from services.contacts.sign_words import THEN
from services.contacts.wording import AnyOf

_NOTES = (
    r"no spaces?|no dots?|without dots|без точек|без крапок|without spaces?|all one word"
    r"|one word|lower ?case|all lower ?case|without the "
    r"spaces"
    r"|без пробел\w{1,3}|слитно|в одно слово|одним словом|без пробіл\w{1,3}|разом|маленьк\w{2,4}"
    r"|(?:маленькими |малими )?(?:латиницей|латинкою|латиницею|латинскими|буквами|літерами)"
    r"|zusammen(?:geschrieben)?|ohne leerzeichen|klein|bez spacji|razem|bitişik|fără spații|бөлмей"
)
_FEWEST_LETTERS = 4


def _together(spread: str) -> str:
    """Letters with a space or a hyphen after each, as one word; figures stay apart."""
    letters = sum(map(str.isalpha, spread))
    if letters < _FEWEST_LETTERS and not re.match(
        r"[cno] [oer] [mtg]|w ?w ?w|[ad] [ot]|h ?t", spread
    ):
        return spread
    gap = spread[1] if spread[1:2] in tuple("-.") else " "
    return spread.replace(gap, "")


SPREAD_RULES = (
    Rule(
        (),
        regex(
            r"(?<![^\W_])(?:[\w.@/:-] ){3,60}[\w/](?![^\W_])"
            r"|(?<![\w-])(?:[a-z]-){4,40}[a-z](?![\w-])"
            r"|(?<![\w.])(?:[a-z]\.){4,40}[a-z](?![\w.])|(?<=[\[({])[ad](?: [ot]){1,2}(?=[\])}])"
            r"|(?<!\w)w ?w ?w ?(?=[.,])|(?<!\w)h ?t ?t ?p ?s? ?: ?/ ?/ ?(?=[a-z0-9])|(?<=[.\w] "
            r")(?:c o m|n e t|o r g)(?![^\W_])"
        ),
        lambda match: _together(match[0]),
        hint=AnyOf(
            r" [\w@] [\w.@] ",
            r"-[a-z]-[a-z]-",
            r"\.[a-z]\.[a-z]\.",
            r"[\[({][ad] [ot]",
            r"www [.,]",
            r"c o m|n e t|o r g",
            r"ttps? ?: ?/ /",
            r"ttps? :",
        ),
    ),
    Rule(("\\",), regex(r"\\(?=[@._+()\[\]/:-])"), sign("")),
    Rule(
        (),
        regex(rf" ?\((?:{_NOTES})\)(?: (?=[.,@_-]))?"),
        sign(""),
        hint=regex(rf"\((?:{_NOTES})\)"),
    ),
    Rule(
        ("[:]", "(:)", "{:}"),
        regex(
            r"(?<=[hft]tps)[\[({]:[\])}]|(?<=[hx]ttp|[hx]xxp)[\[({]:[\])}]"
            r"|(?<=hxxps)[\[({]:[\])}]"
        ),
        sign(":"),
    ),
    Rule(
        ("двоеточие", "двокрапка", "colon", "doppelpunkt", "dwukropek", "iki nokta"),
        regex(
            r"(?<=http|ttps) (?:двоеточие|двокрапка|colon|doppelpunkt|dwukropek|iki "
            r"nokta)"
        ),
        sign(":"),
    ),
    Rule(
        ("@",),
        regex(
            rf"[ ,]{{1,3}}(?:(?:а|и|і|й|та|and|ну) )?(?:{'|'.join(THEN)})[ ,:]{{1,3}}@[ "
            rf",]{{0,3}}(?:(?:{'|'.join(THEN)})[ ,:]{{1,3}})?"
        ),
        sign("@"),
    ),
)
