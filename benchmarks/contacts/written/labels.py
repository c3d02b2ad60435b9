"""The short words before a contact and above a part of a résumé, in eight languages.

Before the bar the open part's, behind it the held-out part's.
"""

import random

_OWN = {
    "uk": """
phone Тел.;тел;Телефон;Моб.;Контактний телефон|Мобільний;номер;Дзвонити;т.м.
mail E-mail;Пошта;Ел. пошта;email|Електронна адреса;Скринька;мейл;імейл
address Адреса;Адреса проживання;Проживаю|Домашня адреса;Місце проживання;Прописка
telegram Telegram;Телеграм;ТГ|Телега;tg;нік у телеграмі
jobsite Резюме онлайн;Профіль|Повне резюме;Анкета
site Сайт;Портфоліо|Власний сайт;Мої роботи
facebook Facebook;Фейсбук|FB;ФБ
instagram Instagram;Інстаграм|Інста
whatsapp WhatsApp|Ватсап
viber Viber;Вайбер|viber
skype Skype;Скайп|скайп
""",
    "ru": """
phone Тел.;тел;Телефон;Моб.;Контактный телефон|Мобильный;номер;Звонить;сот.
mail E-mail;Почта;Эл. почта;email|Электронный адрес;Ящик;мейл;мыло
address Адрес;Адрес проживания;Проживаю|Домашний адрес;Место жительства;Прописка
telegram Telegram;Телеграм;ТГ|Телега;tg;ник в телеграме
jobsite Резюме онлайн;Профиль|Полное резюме;Анкета
site Сайт;Портфолио|Личный сайт;Мои работы
vk VK;ВК|ВКонтакте;вконтакт
habr Habr;Хабр|Habr;хабр
whatsapp WhatsApp;Ватсап|Вотсап;WA
viber Viber|Вайбер
skype Skype;Скайп|скайп
facebook Facebook|ФБ
instagram Instagram|Инста
""",
    "en": """
phone Phone;Tel.;Mobile;Tel|Cell;Call me;Contact no.;Ph
mail E-mail;Email;Mail|Write to;e-mail address;Mailbox
address Address;Home address|Residence;Living at;Postal address
telegram Telegram|TG;Telegram ID
jobsite Online CV;Profile|Full profile;CV online
site Website;Portfolio|Web;My work
whatsapp WhatsApp|WA
""",
    "pl": """
phone Tel.;Telefon|Kom.;Numer
mail E-mail|Poczta
address Adres|Adres zamieszkania
jobsite Profil|CV online
site Strona|Portfolio
""",
    "de": """
phone Tel.;Telefon|Mobil;Handy
mail E-Mail|Mail
address Anschrift|Wohnhaft in
jobsite Profil|Lebenslauf online
site Webseite|Homepage
""",
    "kk": """
phone Тел.;Телефон|Ұялы тел.;Нөмір
mail E-mail;Пошта|Эл. пошта
address Мекенжайы|Тұрғылықты жері
jobsite Түйіндеме|Профиль
telegram Telegram|Телеграм
""",
    "tr": """
phone Tel;Telefon|Cep;GSM
mail E-posta|Eposta
address Adres|İkamet adresi
jobsite Özgeçmiş|Profil
""",
    "ro": """
phone Tel.;Telefon|Mobil;Nr.
mail E-mail|Email
address Adresa|Domiciliu
jobsite Profil|CV online
site Site|Portofoliu
""",
}
_BRANDS = {
    "telegram": "Telegram|TG", "linkedin": "LinkedIn|Linkedin", "github": "GitHub|Github;git",
    "facebook": "Facebook|FB", "instagram": "Instagram|insta", "behance": "Behance|behance",
    "habr": "Habr|habr", "vk": "VK|vk", "skype": "Skype|skype", "whatsapp": "WhatsApp|WA",
    "viber": "Viber|viber", "signal": "Signal|Signal", "techsite": "Profile|CV",
}  # fmt: skip
_HEADINGS = {  # in the order of _PLACES
    "uk": "Контакти;Про мене;Досвід роботи;Освіта;Навички;Додаткова інформація;"
    "Бажана посада;Місто;Сторінка;Дата народження",
    "ru": "Контакты;О себе;Опыт работы;Образование;Навыки;Дополнительно;"
    "Желаемая должность;Город;Страница;Дата рождения",
    "en": "Contact;Profile;Experience;Education;Skills;Other;"
    "Position sought;City;Page;Date of birth",
    "pl": "Kontakt;O mnie;Doświadczenie;Wykształcenie;Umiejętności;Inne;"
    "Stanowisko;Miasto;Strona;Data urodzenia",
    "de": "Kontakt;Über mich;Berufserfahrung;Ausbildung;Kenntnisse;Sonstiges;"
    "Gewünschte Stelle;Ort;Seite;Geburtsdatum",
    "kk": "Байланыс;Өзім туралы;Жұмыс тәжірибесі;Білімі;Дағдылары;Қосымша;"
    "Лауазымы;Қала;Бет;Туған күні",
    "tr": "İletişim;Hakkımda;İş deneyimi;Eğitim;Beceriler;Diğer;Pozisyon;Şehir;Sayfa;Doğum tarihi",
    "ro": "Contact;Despre mine;Experiență;Educație;Competențe;Altele;"
    "Post dorit;Oraș;Pagina;Data nașterii",
}
_PLACES = ("contacts", "about", "work", "school", "skills", "other", "wish", "city", "page", "born")
CITIES = {
    "uk": ("Київ;Львів;Харків;Одеса", "Дніпро;Вінниця;Луцьк;Полтава"),
    "ru": ("Москва;Казань;Минск;Тюмень", "Самара;Пермь;Омск;Екатеринбург"),
    "en": ("London;Austin;Leeds;Denver", "Bristol;Portland;Glasgow;Columbus"),
    "pl": ("Kraków;Warszawa", "Wrocław;Lublin"), "de": ("Berlin;Köln", "Leipzig;Bremen"),
    "kk": ("Алматы;Астана", "Шымкент;Қарағанды"), "tr": ("İstanbul;Ankara", "İzmir;Bursa"),
    "ro": ("București;Cluj-Napoca", "Iași;Chișinău"),
}  # fmt: skip


def label(chance: random.Random, language: str, service: str, *, held: bool) -> str:
    """The word that stands before a contact of this service."""
    lines = (line.split(" ", 1) for line in _OWN[language].strip().split("\n"))
    forms = dict(lines).get(service) or _BRANDS.get(service, "Link|Link")
    return chance.choice(forms.split("|")[held].split(";"))


def headings(language: str) -> dict[str, str]:
    """The titles of a résumé's parts."""
    return dict(zip(_PLACES, _HEADINGS[language].split(";"), strict=True))


def city(chance: random.Random, language: str, *, held: bool) -> str:
    """Where somebody works or lives: no contact by itself."""
    return chance.choice(CITIES[language][held].split(";"))
