"""What of a person's contacts a résumé may give, before it is written clean or disguised."""

import random
from dataclasses import dataclass

from benchmarks.contacts.written.people import Person
from benchmarks.contacts.written.phones import Number, some_number

_DOMAINS = {
    "uk": ("ukr.net gmail.com i.ua meta.ua", "ukr.net gmail.com outlook.com ua.fm bigmir.net"),
    "ru": ("mail.ru yandex.ru bk.ru gmail.com", "mail.ru list.ru ya.ru inbox.ru rambler.ru tut.by"),
    "en": ("gmail.com outlook.com yahoo.com", "gmail.com proton.me icloud.com hotmail.co.uk"),
    "pl": ("wp.pl o2.pl gmail.com", "onet.pl interia.pl gmail.com"),
    "de": ("web.de gmx.de gmail.com", "t-online.de posteo.de gmx.net"),
    "kk": ("mail.ru gmail.com", "mail.kz inbox.ru gmail.com"),
    "tr": ("hotmail.com gmail.com", "yandex.com.tr mynet.com gmail.com"),
    "ro": ("yahoo.com gmail.com", "yahoo.ro gmail.com mail.md"),
}
_SITES = {
    False: "{first}{last}.dev {last}.pro {first}-{last}.com {last}-{first}.me",
    True: "{last}.codes www.{first}{last}.info {first}.{last}.page {last}{year}.site",
}
_JOB_SITES = {
    "uk": ("https://www.work.ua/resumes/{n7}/ work.ua/resumes/{n7}",
           "https://robota.ua/candidates/{n7} robota.ua/candidates/{n7}"),
    "ru": ("https://hh.ru/resume/{h38} hh.ru/resume/{h38} spb.hh.ru/resume/{h38}",
           "https://www.superjob.ru/resume/{n7}.html rabota.by/resume/{h38}"),
    "en": ("https://my.indeed.com/p/{slug}-{h8}", "https://www.monster.com/profile/{slug}-{n7}"),
    "pl": ("goldenline.pl/{slug}/", "https://www.goldenline.pl/{slug}/"),
    "de": ("xing.com/profile/{xing}", "https://www.xing.com/profile/{xing}"),
    "kk": ("hh.kz/resume/{h38}", "https://almaty.hh.kz/resume/{h38}"),
    "tr": ("kariyer.net/ozgecmis/{slug}", "https://www.kariyer.net/ozgecmis/{slug}-{n7}"),
    "ro": ("ejobs.ro/user/cv/{n7}", "https://www.ejobs.ro/user/cv/{n7}"),
}  # fmt: skip
_TECH_SITES = (
    "djinni.co/q/{h8}/ https://djinni.co/q/{h8}/ stackoverflow.com/users/{n7}/{slug}",
    "career.habr.com/{nick} https://gitlab.com/{nick} wellfound.com/u/{slug} djinni.co/q/{h8}",
)
_AT_SERVICE = {  # addresses of people on a site; the last word of a line is the bare name there
    "telegram": "@{nick} @{nick} t.me/{nick} https://t.me/{nick} {nick}",
    "linkedin": "https://www.linkedin.com/in/{slug}-{h8}/ linkedin.com/in/{slug} "
    "www.linkedin.com/in/{slug} {slug}",
    "github": "https://github.com/{nick} github.com/{nick} @{nick} {nick}",
    "vk": "https://vk.com/{nick} vk.com/id{n9} vk.com/{nick} id{n9}",
    "facebook": "https://www.facebook.com/{dotted}.{n2} facebook.com/{dotted} fb.com/{dotted}.{n2} "
    "{dotted}.{n2}",
    "instagram": "@{dotted} instagram.com/{dotted} https://www.instagram.com/{nick}/ {dotted}",
    "behance": "https://www.behance.net/{nick} behance.net/{nick} {nick}",
    "habr": "https://habr.com/ru/users/{nick}/ habr.com/ru/users/{nick} {nick}",
    "skype": "live:{nick} {nick} live:.cid.{h16} skype:{nick}?chat {dotted}.{n2}",
}
SOCIAL = {
    "uk": "telegram telegram skype linkedin facebook instagram jobsite viber whatsapp",
    "ru": "telegram telegram skype vk whatsapp jobsite viber instagram linkedin",
    "en": "linkedin linkedin telegram skype jobsite whatsapp signal facebook",
    "pl": "linkedin facebook jobsite instagram whatsapp",
    "de": "linkedin jobsite whatsapp telegram instagram",
    "kk": "telegram instagram whatsapp jobsite vk",
    "tr": "linkedin instagram whatsapp jobsite",
    "ro": "linkedin facebook whatsapp jobsite telegram instagram",
}
TECHNICAL = "github github behance habr techsite site site"  # besides, for trades that have them


@dataclass(frozen=True, slots=True)
class Raw:
    """One contact, undisguised: for a phone `number` says its parts."""

    service: str
    kind: str
    text: str = ""
    number: Number | None = None


def mail(chance: random.Random, person: Person, language: str, *, held: bool) -> Raw:
    """An address of this person at one of the providers of his country."""
    domain = chance.choice(_DOMAINS[language][held].split())
    return Raw("mail", "email", f"{person.login(chance)}@{domain}")


def phone(
    chance: random.Random, language: str, *, service: str = "phone", fixed: bool = False
) -> Raw:
    """A number of his own, mobile if not said otherwise."""
    return Raw(service, "phone", number=some_number(chance, language, fixed=fixed))


def social(
    chance: random.Random, person: Person, language: str, service: str, *, held: bool
) -> Raw:
    """His name or page in a messenger, on a site; for WhatsApp, Viber, Signal often his number."""
    if service in {"whatsapp", "viber", "signal"}:
        raw = phone(chance, language, service=service)
        if raw.number is None or service == "signal" or chance.random() < 0.5:
            return raw
        full = raw.number.code + raw.number.digits
        links = {"whatsapp": ("https://wa.me/{}", "wa.me/{}", "https://api.whatsapp.com/send?phone={}"),
                 "viber": ("viber://chat?number=%2B{}", "viber://add?number={}")}  # fmt: skip
        return Raw(service, "url", chance.choice(links[service]).format(full))
    if service == "site":
        form = chance.choice(_SITES[held].split())
        form = form if form.startswith("www.") else chance.choice(("https://", "", "")) + form
    elif service == "jobsite":
        form = chance.choice(_JOB_SITES[language][held].split())
    elif service == "techsite":
        form = chance.choice(_TECH_SITES[held].split())
    else:
        form = chance.choice(_AT_SERVICE[service].split())
    text = _filled(chance, person, form)
    return Raw(
        service, "url" if "/" in form or service == "site" or "?" in form else "handle", text
    )


def _filled(chance: random.Random, person: Person, form: str) -> str:
    signs = "0123456789abcdef"
    return form.format(
        first=person.first, last=person.last, year=str(person.born)[2:],
        nick=person.nick(chance), slug=f"{person.first}-{person.last}",
        dotted=f"{person.first}.{person.last}",
        xing=f"{person.first.title()}_{person.last.title()}",
        h8="".join(chance.choices(signs, k=8)), h16="".join(chance.choices(signs, k=16)),
        h38="".join(chance.choices(signs, k=38)), n2=chance.randint(10, 99),
        n7=chance.randint(1_200_000, 9_800_000), n9=chance.randint(102_000_000, 680_000_000),
    )  # fmt: skip
