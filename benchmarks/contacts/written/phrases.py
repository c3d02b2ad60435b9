"""The set phrases of the places that a résumé comes from: exports, sites, chats, letters."""

_KEYS = (
    "candidate", "vacancy", "status", "source", "updated", "person", "hello", "interest", "bye",
    "consent", "comment", "now", "referee", "total", "strong",
)  # fmt: skip
_PHRASES = {
    "uk": """Кандидат
Вакансія
Статус: нова заявка, етап 1 з 4
Джерело: імпорт з файлу № {n}
Резюме оновлено 12.03.2024 о 14:05
Стать: {sex}, вік: {age}, готовність до переїзду: ні
Доброго дня! Пишу щодо вакансії «{title}», маю відповідний досвід.
Вас вітає {name}. Звертаюся щодо посади «{title}»: хочу розвиватися саме у вашій компанії.
З повагою, {name}
Даю згоду на обробку персональних даних відповідно до Закону № 2297-VI.
Коментар рекрутера: розмова 15.02.2024, оцінка 8/10, вийти може через 2 тижні.
дотепер
Рекомендації може дати керівник відділу, {x}.
Загальний досвід: {years} р. 3 міс.
Сильні сторони: відповідальність, уважність, вчуся швидко
чоловіча/жіноча""",
    "ru": """Кандидат
Вакансия
Статус: новый отклик, этап 1 из 4
Источник: импорт из файла № {n}
Резюме обновлено 12.03.2024 в 14:05
Пол: {sex}, возраст: {age}, готовность к переезду: нет
Добрый день! Пишу по вакансии «{title}», опыт подходящий.
Вас приветствует {name}. Пишу по поводу должности «{title}»: хочу расти именно в вашей компании.
С уважением, {name}
Согласие на обработку персональных данных по 152-ФЗ от 27.07.2006 даю.
Комментарий рекрутера: разговор 15.02.2024, оценка 8/10, выйти может через 2 недели.
по настоящее время
Рекомендации может дать начальник отдела, {x}.
Общий стаж: {years} л. 3 мес.
Сильные стороны: ответственность, внимательность, быстро учусь
мужской/женский""",
    "en": """Candidate
Vacancy
Status: new application, step 1 of 4
Source: imported from file no. {n}
CV updated 12 March 2024, 2:05 pm
Sex: {sex}, age: {age}, open to relocation: no
Hello! I saw your opening for {title} and I have the right background.
My name is {name} and I am applying for the post of {title}; your company is where I want to grow.
Kind regards, {name}
I agree to the processing of my personal data under GDPR (EU) 2016/679.
Recruiter's comment: call on 15/02/2024, score 8/10, two weeks' notice.
to date
A reference can be had from my line manager, {x}.
Total experience: {years} years 3 months
Strengths: reliable, attentive, quick to learn
male/female""",
    "pl": """Kandydat
Wakat
Status: nowe zgłoszenie, etap 1 z 4
Źródło: import z pliku nr {n}
CV zaktualizowano 12.03.2024 o 14:05
Płeć: {sex}, wiek: {age}
Dzień dobry! Piszę w sprawie oferty „{title}”, mam odpowiednie doświadczenie.
Nazywam się {name} i aplikuję na stanowisko „{title}”.
Z poważaniem, {name}
Wyrażam zgodę na przetwarzanie danych osobowych (RODO, Dz.U. 2018 poz. 1000).
Komentarz rekrutera: rozmowa 15.02.2024, ocena 8/10.
obecnie
Referencje może wystawić kierownik działu, {x}.
Staż: {years} lat
Mocne strony: rzetelność, szybko się uczę
męska/żeńska""",
    "de": """Bewerber
Stelle
Status: neu, Schritt 1 von 4
Quelle: Import aus Datei Nr. {n}
Lebenslauf vom 12.03.2024, 14:05 Uhr
Geschlecht: {sex}, Alter: {age}
Guten Tag! Ich habe Ihre Anzeige „{title}“ gesehen und bringe die Erfahrung mit.
Mein Name ist {name}, ich bewerbe mich als {title}.
Mit freundlichen Grüßen, {name}
Ich stimme der Verarbeitung meiner Daten zu (DSGVO, Art. 6).
Notiz: Gespräch am 15.02.2024, Note 2, frei ab 01.04.
heute
Auskunft gibt gern der Abteilungsleiter, {x}.
Berufsjahre: {years}
Stärken: zuverlässig, lernt schnell
männlich/weiblich""",
    "kk": """Үміткер
Бос орын
Күйі: жаңа өтінім, 4-тен 1-кезең
Дереккөз: № {n} файл
Түйіндеме 12.03.2024 күні 14:05-те жаңартылды
Жынысы: {sex}, жасы: {age}
Сәлеметсіз бе! «{title}» бос орны бойынша жазып отырмын.
Менің атым {name}, «{title}» қызметіне үміткермін.
Құрметпен, {name}
Жеке деректерімді өңдеуге келісемін (№ 94-V заң).
Рекрутер пікірі: 15.02.2024 әңгіме, баға 8/10.
қазіргі уақытқа дейін
Ұсынысты бөлім басшысы бере алады, {x}.
Жалпы өтіл: {years} жыл
Мықты жақтары: жауапкершілік, тез үйренемін
ер/әйел""",
    "tr": """Aday
İlan
Durum: yeni başvuru, adım 1/4
Kaynak: {n} numaralı dosya
Özgeçmiş 12.03.2024 14:05 tarihinde güncellendi
Cinsiyet: {sex}, yaş: {age}
Merhaba! “{title}” ilanınızı gördüm, deneyimim uygun.
Adım {name}, “{title}” pozisyonu için başvuruyorum.
Saygılarımla, {name}
Kişisel verilerimin işlenmesine onay veriyorum (6698 sayılı KVKK).
Görüşme notu: 15.02.2024, puan 8/10.
halen
Referans: bölüm müdürüm, {x}.
Toplam deneyim: {years} yıl
Güçlü yönler: sorumluluk, çabuk öğrenme
erkek/kadın""",
    "ro": """Candidat
Post
Stare: cerere nouă, pasul 1 din 4
Sursa: import din fișierul nr. {n}
CV actualizat la 12.03.2024, ora 14:05
Sex: {sex}, vârsta: {age}
Bună ziua! Am văzut anunțul „{title}” și am experiența potrivită.
Mă numesc {name} și aplic pentru postul de {title}.
Cu stimă, {name}
Sunt de acord cu prelucrarea datelor personale (GDPR 2016/679).
Nota recrutorului: discuție 15.02.2024, nota 8/10.
prezent
Recomandări de la șeful de secție, {x}.
Experiență totală: {years} ani
Puncte forte: seriozitate, învăț repede
bărbătesc/femeiesc""",
}


def phrases(language: str) -> dict[str, str]:
    """The phrases of a language by what they are for."""
    lines = _PHRASES[language].split("\n")
    return dict(zip((*_KEYS, "sexes"), lines, strict=True))
