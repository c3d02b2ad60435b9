"""Contacts in the spellings that people give them, and what only looks like one."""

PHONES = [
    "+380 67 123-45-67", "+38 (067) 123 45 67", "0671234567", "067 123 45 67", "(044) 123-45-67",
    "067.123.45.67", "067/123-45-67", "+38 067 123–45–67", "380671234567", "80671234567",
    "00380671234567", "+380.67.123.45.67", "0 6 7 1 2 3 4 5 6 7", "0 67 123 45 67",
    "8 (916) 123-45-67", "8-800-555-35-35", "+7 916 123 45 67", "+7(916)1234567", "89161234567",
    "+7 727 250 00 00", "+375 29 123-45-67", "+48 601 234 567", "+49 30 123456",
    "+44 20 7946 0958", "(415) 555-2671", "415-555-2671", "+1 415 555 2671", "+971 50 123 4567",
    "тел. 123-45-67", "т.067-123-45-67", "тел:0671234567", "Mobile: 93 123 45 67",
    "tel:+380671234567",
    "+380 67\n123 45 67", "+３８０ ６７ １２３ ４５ ６７",
    "+380\u200b67\u200b1234567", "+38O671234567",
    "+٣٨٠ ٦٧ ١٢٣ ٤٥ ٦٧",
    "О67 123 45 67", "+380-67-123-45-67 доб. 12", "WhatsApp 7916 1234567", "fax 780 6326",
]  # fmt: skip
EMAILS = [
    "ivan@gmail.com", "Ivan.Petrenko+cv@mail.example.co.uk", "ivan_petrenko@ukr.net",
    "іван@пошта.укр", "ivan (at) gmail (dot) com", "ivan[собака]gmail[точка]com",
    "ivan {at} gmail {dot} com", "ivan(а)gmail.com", "ivan@gmail[.]com",
    "ivan собака gmail точка com",
    "ivan равлик ukr крапка net", "ivan at gmail dot com", "ivan @ gmail.com", "ivan@gmail .com",
    "ivan@\ngmail.com", "ivаn@gmаil.com", "ivan＠gmail．com", "ivan\u200b@gmail.com",
    "i v a n @ g m a i l . c o m",
]  # fmt: skip
LINKS = [
    "https://linkedin.com/in/ivan-petrenko", "http://ivan.example/cv?a=1", "hxxps://x.com/abc",
    "www.ivan.com", "t.me/ivan", "t.me / ivan_p", "linkedin.com/in/ivan", "linkedin[.]com/in/ivan",
    "github.com/ivan", "ivan.github.io", "vk.com/id123", "m.facebook.com/ivan",
    "wa.me/380671234567", "ivan.dev", "ivan.com.ua", "сайт.укр", "tg://resolve?domain=ivan",
]  # fmt: skip
ACCOUNTS = [
    "@ivan_petrenko", "Telegram: ivan_petrenko", "Telegram: @ivan", "Телеграм - @ivan",
    "телеграм ivan_p", "TG: ivanp", "Telegram\n@ivan_p", "Telegram: Ivan, Kyiv",
    "Skype: live:ivan.p", "skype: ivan.petrenko", "skype:ivan?call", "Discord: ivan#1234",
    "GitHub: ivanpetrenko", "Instagram @ivan.p",
]  # fmt: skip
ADDRESSES = [
    "вул. Хрещатик, 22, кв. 5", "ул. Ленина, д. 5, кв. 12", "12 Main Street, Apt 4",
    "Musterstraße 12", "ul. Marszałkowska 10/5",
]  # fmt: skip

HARMLESS = [
    # years and dates
    "2018-2022", "2018 – 2022, 01.2019 - 05.2021", "09/2018–06/2022", "12.05.1990",
    "2019-05-01 12:20:39", "2015 2016 2017 2018", "1.5.2020 - 31.12.2022",
    "(2018-2020) (2020-2022)",
    "10:00-18:00", "Команда 12 осіб 2019",
    # sums and counts
    "Salary 150 000 грн", "$120,000 - $150,000", "100 000 - 150 000 руб", "від 2000 до 3000 USD",
    "1 000 000 користувачів", "5000+ RPS, 10 000 rows", "99.97% of 2000000 requests", "120 000,50",
    "150 000 000", "12 345 678", "GPA 3.97/4.00", "Sprint 12-13, 25-30 people",
    # numbers of other things
    "IBAN UA213223130000026007233566001", "IBAN: UA21 3223 1300 0002 6007 2335 6600 1",
    "ИНН 7707083893", "ІПН 3012345678", "ЄДРПОУ 12345678", "р/р 26007233566001",
    "паспорт АА 123456", "№ 1234567", "СНИЛС 123-456-789 01", "SSN 123-45-6789",
    "credit card 4111 1111 1111 1111", "ISBN 978-3-16-148410-0", "192.168.1.1", "КВЕД 62.01 62.02",
    "ОДЕСА 65000", "550e8400-e29b-41d4-a716-446655440000", "v1.2.3.4", "Windows 10 2019 1903",
    "ISO 27001:2013, ISO 9001", "C++11/14/17/20", "Python 3.11.4",
    # tools that look like sites, signs that look like accounts
    "Next.js, Node.js and Vue.js", "ASP.NET, ADO.NET; C#/.NET", "Socket.io, draw.io, Express.js",
    "main.py, README.md, os.path, self.name", "@Transactional, @Component, @media",
    "@angular/core 12.1.3", "GitHub Actions, Slack, Jira", "LinkedIn | GitHub | Telegram",
    "Telegram: bot development in Python", "built Telegram bots", "Slack - Jira - Trello",
    # sentences without a space after the full stop
    "e.g. i.e. т.е. и т.д.", "м.Київ, St.Petersburg", "Manager.Responsible for sales",
    "досвід 5 років.До цього", "work at Google. In 2019",
]  # fmt: skip
