"""Messengers and networks as people call them, and the words that introduce an account there."""

import re

from services.contacts.regexes import regex
from services.contacts.wording import named, words

_CYRILLIC = (
    r"теле[гґ]рам\w{0,5}|(?:бумажн\w{2} |паперов\w{2} )?(?:самол[её]тик\w{0,2}|літачо?к\w{0,2})"
    r"|(?:синяя |синя )?(?:птичка|пташка)|реддит\w?|макс(?= ?[:—-])|телеграф|телег(?:[аиуе]"
    r"|о[йю])?|телез[іе]|тележ\w{2,3}|тг(?:шк\w)?|тгм"
    r"|тлгр?м?|тлг|тэгэ|тэге"
    r"|вотс?[ао]п\w{0,3}|ват?с[ао]п\w{0,3}|вац[ао]п\w{0,3}|вайбер\w{0,3}|вайб|скайп\w{0,3}"
    r"|сигнал[іеу]?"
    r"|д[иі]скорд\w{0,3}|[иі]нстаграм\w{0,4}|[иі]нст(?:[ауеіиы]|о[йю]|ада|ам(?:да)?)?"
    r"|фейсбу[кц]\w{0,2}|фб"
    r"|м[еє]с[сі]?[еі]?ндж[еі]р\w{0,2}"
    r"|л[иі]нк[еэ]?д[иі]н\w{0,2}|г[иі]тх[аэе]б\w{0,3}|г[иі]тлаб\w{0,2}|тв[иі]т+ер\w{0,2}|вк"
    r"|вконтакт[еі]?|контакте"
    r"|сн[эе]пчат\w?|тапл[иі]нк\w?|л[иі]нктр[иі]|артстейшн\w?|буст[иі]"
    r"|т[иі]к[ -]?ток\w{0,2}|б[иі]ханс\w{0,2}|др[иі]б+бл\w{0,2}|хабр\w{0,2}(?: карьер\w)?|аська"
    r"|аськ[аеу]|слак[еу]?"
    r"|одноклас+ник\w{0,3}|снапчат\w?|твич\w?|джин+[иі]|сетка|тредс\w?|ютуб\w?|п[иі]нтерест\w?"
)
_LATIN = (
    r"tt(?= ?: ?@?[a-z])|twitter ?[/(] ?x\)?|x ?[/(] ?twitter\)?|telegram\w{0,7}|telege|telegu"
    r"|vatsap\w?|vaiber\w?"
    r"|paper (?:air)?plane(?: app)?"
    r"|(?:blue )?bird(?: app)?(?= ?:)|line(?= ?:)"
    r"|tele(?= ?:)|so "
    r"profile|reddit|keybase|telega|tgram|tgm|tg|tlgr?m?|tele gram|whats[ -]?app?\w{0,3}|watsapp?"
    r"|whatsup|wapp|wa|viber\w{0,3}"
    r"|skype\w{0,3}|signal|discord\w{0,3}|slack|instagram\w{0,4}|insta(?:da)?|inst|ig|the gram"
    r"|snap(?:chat)?"
    r"|facebook\w{0,4}|fb|messenger|linked[ -]?in\w{0,3}|git[ -]?hub\w{0,3}|gitlab|bitbucket"
    r"|twitter\w{0,3}|vk"
    r"|vkontakte|wechat|tik[ -]?tok\w{0,2}|behance|dribbble|habr(?: career)?|kaggle|icq|wire"
    r"|threema|mastodon"
    r"|bluesky|bsky|matrix|element|steam|twitch|tumblr|pinterest|medium|codepen|leetcode"
    r"|hackerrank|codeforces"
    r"|stack ?overflow|xing|upwork|fiverr|gh|ds|дс|line id|zalo|bip|odnoklassniki|kakao\w{0,5}"
    r"|djinni|dou|threads|linktree|taplink|artstation|soundcloud|vimeo|boosty|patreon|substack"
    r"|deviantart|researchgate|research gate|sketchfab|tryhackme|hackthebox|replit|topcoder"
    r"|atcoder|codewars"
    r"|x(?= ?: ?@)"
    r"|git(?= ?[:–—-] ?[a-z]| [a-z]+_)|jabber|xmpp|session|msn|aim|irc|max|imo"
)
_LIKE = {
    "a": "[a4]",
    "e": "[e3€]",
    "i": "[i1]",
    "o": "[o0]",
    "s": "[s5]",
    "t": "[t7]",
    "g": "[g9]",
    "l": "[l1|]",
}
_LIKE_CYRILLIC = {"е": "[е3]", "о": "[о0]", "а": "[а4@]", "з": "[з3]", "б": "[б6]"}


def _taken_apart(name: str) -> str:
    """The name with a sign between all letters, or with figures for some of them."""
    apart = r"[ .*_-]".join(map(re.escape, name))
    alike = _LIKE if name.isascii() else _LIKE_CYRILLIC
    return f"{apart}|{''.join(alike.get(letter, letter) for letter in name)}"


_APART = "|".join(
    map(
        _taken_apart,
        named(
            "telegram|whatsapp|viber|skype|instagram|discord|телеграмм|телеграм|телега|телега|тг"
            "|вайбер"
            "|скайп|ватсап"
        ),
    )
)
SERVICES = (
    rf"{_CYRILLIC}|{_LATIN}|微信|微博|ライン|카카오톡|电报|weixin|{_APART}"
    r"|t[ .*_/-]g(?=\.? ?[:=]|\. ?[a-z@])"
    r"|т[ .*_/-]г(?=\.? ?[:=]|\. ?[a-z@])"
)
"""Messengers and networks; a part of a regular expression for small letters."""

NICKS = (
    r"nick(?:s|name|im)?|user ?name|user ?id|handle|login|screen ?name|ник(?:нейм)?(?:[аеу]"
    r"|о[мю])?"
    r"|н[іи]к(?:нейм)?(?:[аіу]|о[мю])?"
    r"|никн[эе]йм|логин(?:[аеу]|ом)?|логін(?:[аіу]|ом)?|юзер(?:нейм)?\w?|kullanıcı ad(?:ı|im|ım)"
    r"|nazwa użytkownika"
    r"|benutzername|nume de utilizator|utilizator(?:ul)?|нигім|нигі|лақап аты?"
)
"""What people call the name of an account."""

ALSO_WORDS = words(
    """git max aim irc
    signal slack wire matrix element steam medium line messenger threads snap session dou wa
    ds inst сигнал контакте сетка вайб телеграф снап слак slack discord medium"""
)
"""Services whose names mean other things, too; an account needs more to be one after them."""

HYPHENATED = regex(
    r"linked|git|л[иі]нк|г[иі]т|behance|б[иі]ханс|habr|хабр|xing|skype|скайп|medium|djinni|kaggle"
    r"|bitbucket|dribbble"
    r"|stack|codepen|facebook|upwork|fiverr|soundcloud|bandcamp|mixcloud"
)
"""Where a name may have a hyphen."""

FILLERS = (
    rf"{NICKS}|s(?= )|tag|тег|аккаунт\w?|акаунт\w?|account|id|айди|айді|профиль|профіль|profile?"
    rf"|profil|d[ae](?:ki|n)?|t[ae]"
    rf"|nazwa"
    rf"|konto|cont|hesab\w{{0,4}}"
    r"|is|are|ya|ja|menya|moy|mij|мой|мій|моя|моє|мої|my|mine|me|меня|мене|я|i|i.?m|как|як|as"
    r"|jako|als|ca|olarak|по"
    r"|под|під|за|имя"
    r"|ім.я|имени|іменем|собака|пишите|пишіть|писать|писати|пиши|напишите|ищите|шукайте|искать"
    r"|шукати|ищи|шукай"
    r"|найд[её]те|знайдете|знайти|найти|зовут|звати|здесь|here|тут|там|канал|channel|name"
    r"|называюсь|записан\w?"
    r"|для связи|для зв.язку|связь|зв.язок|рабочий|личный|робочий|особистий|work|personal|private"
    r"|основной|основний"
    r"|есть|є|находите|under|named|called|find|search|for|at|by|на связи|адрес|контакт|юзер|user"
    r"|is|to|to jest|ist"
    r"|bin ich|ich|sunt|eu|ben|мен|это|це|вот|ось|на|в|у|тоже|також|also|too|лучше|краще"
    r"|предпочтительно|бажано"
    r"|preferred|write|ping|dm|message|text|yazın|yazabilirsiniz|такой|такий|же|один|тот|той"
    r"|самый|самий|everywhere"
    r"|везде|всюду|всюди|скрізь|same|одинаковый|однаковий|сразу|відразу|нига|добавляйте\w?"
    r"|додавайте\w?|стучите"
    r"|стукайте|username|или|або|or|and|и|та|і|unter|unter dem|dem|namen|pod|nazwą|nazwa|sub"
    r"|numele|am|și|go|goes|go by|can|be|found|you|known|jestem|znajdziesz|mnie|mam"
    r"|üzerinden?|adım|adıyla|ismim|hesabım|mein|meu|heiße|атым|бойынша|арқылы"
)
"""Words between a service and the name of the account there."""
