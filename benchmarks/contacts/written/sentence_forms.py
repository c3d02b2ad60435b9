"""Sentences and half sentences that carry a contact; `{s}` stands for the name of the service.

Before the bar stands the kind of contact; "-held" marks the forms of the held-out part.
"""

FORMS = {
    "uk": """
phone | Зателефонуйте мені за номером {x} після 18:00.
phone | Найшвидше відповідаю на {x}, дзвоніть у будні.
phone | Мій номер {x}, можна і в суботу.
phone-held | Набирайте {x} – я завжди на зв’язку.
phone-held | Для співбесіди прошу дзвонити {x} (Київстар).
phone-held | Якщо не відповідаю, спробуйте ще раз: {x}
mail | Резюме та портфоліо можу надіслати, пишіть на {x} у будь-який час.
mail | Пишіть на пошту {x}, відповім того ж дня.
mail | моя пошта {x}
mail-held | Тестове завдання чекаю сюди: {x}.
mail-held | Скринька, яку читаю щодня: {x}
mail-held | Листи краще слати на {x}, не в спам.
telegram | мій нік у тг {x}
telegram | Пишіть у телеграм {x}, там відповідаю швидше.
telegram | Я в телеграмі: {x}.
telegram-held | Шукайте мене в телезі за ніком {x}
telegram-held | у телеграмі підписаний як {x}
telegram-held | тг для зв’язку: {x}
name | {s} – {x}
name | Мене можна знайти: {s} {x}.
name-held | {s}, нік {x}
name-held | мій {s}, якщо зручніше: {x}
url | Приклади робіт і відгуки: {x} .
url | Детальніше про мене тут {x}
url-held | Усі роботи зібрані ось тут – {x}
url-held | див. {x} (там повна версія)
address | Мешкаю за адресою {x}.
address | Живу: {x}, до офісу 20 хвилин.
address-held | Прописка і проживання: {x}.
address-held | адреса для договору {x}
elsewhere | Той самий нік на GitHub.
elsewhere-held | на гітхабі так само
""",
    "ru": """
phone | Позвоните мне по номеру {x} после 18:00.
phone | Быстрее всего отвечаю по {x}, звоните в будни.
phone | Мой номер {x}, можно и в субботу.
phone-held | Набирайте {x} – всегда на связи.
phone-held | Для собеседования прошу звонить {x} (Билайн).
phone-held | Если не отвечаю, попробуйте ещё раз: {x}
mail | Портфолио могу выслать, пишите на {x} в любое время.
mail | Пишите на почту {x}, отвечу в тот же день.
mail | моя почта {x}
mail-held | Тестовое задание жду сюда: {x}.
mail-held | Ящик, который читаю каждый день: {x}
mail-held | Письма лучше слать на {x}, не в спам.
telegram | ник в телеге {x}
telegram | Пишите в телеграм {x}, там отвечаю быстрее.
telegram | Я в телеграме: {x}.
telegram-held | Ищите меня в телеге по нику {x}
telegram-held | в телеграме подписан как {x}
telegram-held | тг для связи: {x}
name | {s} – {x}
name | Меня можно найти: {s} {x}.
name-held | {s}, ник {x}
name-held | мой {s}, если удобнее: {x}
url | Примеры работ и отзывы: {x} .
url | Подробнее обо мне тут {x}
url-held | Все работы собраны вот здесь – {x}
url-held | см. {x} (там полная версия)
address | Живу по адресу {x}.
address | Проживаю: {x}, до офиса 20 минут.
address-held | Прописка и проживание: {x}.
address-held | адрес для договора {x}
elsewhere | Такой же ник на GitHub.
elsewhere-held | на хабре так же
""",
    "en": """
phone | Please ring me on {x} after 6 pm.
phone | The quickest way to reach me is {x} on weekdays.
phone | My number is {x}, Saturdays are fine too.
phone-held | Give me a call at {x} any time.
phone-held | For interviews please use {x} (voicemail works).
phone-held | If I do not pick up, try again: {x}
mail | I can send samples, just write to {x} at any time.
mail | Drop me a line at {x} and I will answer the same day.
mail | my mail is {x}
mail-held | Please send the test task here: {x}.
mail-held | The inbox I read every day: {x}
mail-held | Anything in writing goes to {x}, thank you.
telegram | my nick on Telegram is {x}
telegram | Message me on Telegram {x}, I answer faster there.
telegram | I am on Telegram: {x}.
telegram-held | Find me on tg as {x}
telegram-held | telegram user name {x}
telegram-held | on telegram I go by {x}
name | {s} – {x}
name | You can find me: {s} {x}.
name-held | {s} nick {x}
name-held | my {s}, if that is easier: {x}
url | Samples and reviews: {x} .
url | More about me here {x}
url-held | All my work is collected at {x}
url-held | see {x} (the full version)
address | I live at {x}.
address | Based at {x}, 20 minutes from the office.
address-held | Home is {x}.
address-held | postal address for the contract {x}
elsewhere | Same handle on GitHub.
elsewhere-held | same name on Instagram
""",
    "pl": """
phone | Proszę dzwonić pod numer {x} po 18:00.
phone-held | Mój numer to {x}, oddzwaniam.
mail | Proszę pisać na {x}, odpowiadam tego samego dnia.
mail-held | Zadanie testowe proszę wysłać tutaj: {x}
name | Znajdziesz mnie: {s} {x}.
name-held | na {s} jestem jako {x}
url | Więcej o mnie: {x}
url-held | pełna wersja tutaj – {x}
address | Mieszkam: {x}.
address-held | adres do umowy {x}
elsewhere | Ten sam nick na GitHubie.
elsewhere-held | to samo na Instagramie
""",
    "de": """
phone | Rufen Sie mich gern unter {x} an, ab 18 Uhr.
phone-held | Meine Nummer lautet {x}, ich rufe zurück.
mail | Schreiben Sie mir an {x}, ich antworte am selben Tag.
mail-held | Die Probeaufgabe bitte hierher: {x}
name | Sie finden mich: {s} {x}.
name-held | auf {s} heiße ich {x}
url | Mehr über mich: {x}
url-held | die ganze Fassung steht hier – {x}
address | Ich wohne hier: {x}.
address-held | Anschrift für den Vertrag {x}
elsewhere | Gleicher Name auf GitHub.
elsewhere-held | auf GitHub genauso
""",
    "kk": """
phone | Маған {x} нөмірі бойынша 18:00-ден кейін хабарласыңыз.
phone-held | Менің нөмірім {x}, кез келген уақытта.
mail | Хатты {x} поштасына жазыңыз.
mail-held | Тест тапсырмасын осында жіберіңіз: {x}
name | Мені табуға болады: {s} {x}.
name-held | {s} желісінде атым {x}
url | Толығырақ: {x}
url-held | толық нұсқасы мұнда – {x}
address | Тұратын жерім: {x}.
address-held | шарт үшін мекенжай {x}
elsewhere | GitHub-та да сол ник.
elsewhere-held | GitHub-та да солай
""",
    "tr": """
phone | Bana {x} numarasından saat 18:00'den sonra ulaşabilirsiniz.
phone-held | Numaram {x}, her zaman arayabilirsiniz.
mail | Bana {x} adresine yazabilirsiniz.
mail-held | Test görevini buraya gönderin: {x}
name | Beni bulabilirsiniz: {s} {x}.
name-held | {s} üzerinde adım {x}
url | Hakkımda daha fazlası: {x}
url-held | tam sürümü burada – {x}
address | Oturduğum yer: {x}.
address-held | sözleşme için adres {x}
elsewhere | GitHub'da da aynı ad.
elsewhere-held | GitHub'da da aynı
""",
    "ro": """
phone | Mă puteți suna la {x} după ora 18.
phone-held | Numărul meu este {x}, răspund mereu.
mail | Scrieți-mi la {x}, răspund în aceeași zi.
mail-held | Testul îl aștept aici: {x}
name | Mă găsiți: {s} {x}.
name-held | pe {s} sunt {x}
url | Mai multe despre mine: {x}
url-held | versiunea completă aici – {x}
address | Locuiesc la {x}.
address-held | adresa pentru contract {x}
elsewhere | Același nume pe GitHub.
elsewhere-held | la fel pe GitHub
""",
}
