"""Harmless lines in other languages and in any: the open, then the held-out part's."""

WEST = {
    "any": (
        """
^Python 3.11.¤, Django 4.2, PostgreSQL 15.¤, Redis 7.0.¤¤
^ASP.NET Core, Next.js, Node.js 18.¤.1, Vue.js
^git cherry-pick ¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢
^Java 17, Spring Boot 3.1.¤, @Override, @Autowired, @Transactional
^host 192.168.¤¤.2¤, subnet 10.0.¤.0/24
ISBN 978-0-13-¤¤¤¤¤¤-¤
^JIRA: PAY-¤¤¤¤, CRM-¤¤¤
^AWS Certified SAA-C03, ¥¥¥¤¤¥¤¤¤¥¥¤
^@angular/core 15.2.¤, @media print, npm 9.5.¤
^README.md, main.py, docker-compose.yml
Microsoft Office 365, build 16.0.¤¤¤¤¤.20¤¤¤
MRN 23PL30101¤E0¤¤¤¤¤¥¤
VIN WDB96340¤1L¤¤¤¤¤¤
""",
        """
^TypeScript 5.¤.¤, Express.js, Three.js, D3.js
^Kotlin, @Composable, @Inject, Retrofit 2.9.¤
^build 2024.¤.¤¤¤.¤¤¤¤, commit ¢¢¢¢¢¢¢
^gateway 172.16.¤.¤¤, port 8080, mask 255.255.255.0
ISBN 978-3-16-¤¤¤¤¤¤-¤, 3rd ed.
^ISTQB CTFL ¤¤-CTFL-¤¤¤¤¤¤-¤¤
DOI 10.1109/¥¥¥¥.2021.¤¤¤¤¤¤¤
^sha256 ¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢¢
^Socket.io, Crunchbase, Booking.com, Draw.io
^@types/node 20.¤.¤, @nestjs/common, @Entity
^setup.py, schema.sql, CHANGELOG.md
Windows 10 22H2 (19045.¤¤¤¤)
S/N ¥¥¤¤¥-¤¤¤¤¤-¤¤
ISSN 2049-36¤¤, 12(3), 45–67
""",
    ),
    "en": (
        """
NI number QQ ¤¤ ¤¤ ¤¤ C
Salary: $85,000 – $95,000
September 2015 – June 2019
IBAN GB¤¤ NWBK 6016 13¤¤ ¤¤¤¤ ¤¤
Card 4539 14¤¤ ¤¤¤¤ ¤¤¤¤ (company fuel card)
Driving licence no. ¥¥¥¥¥¤¤¤¤¤¤¥¤9IJ, category C+E
Company no. 0¤¤¤¤¤¤¤, VAT GB ¤¤¤ ¤¤¤¤ ¤¤
Wrote a Telegram bot in Python for order tracking
Available 24/7, free to travel
Depot at 51.5074, -0.1278
Seller accounts on amazon.com and etsy.com
NMC PIN ¤¤¥¤¤¤¤¥
Invoice INV-2021-00¤¤¤¤
Hit 112.5% of target, turnover 1,250,000
^Used @property and @dataclass, pytest 7.4.¤
Ran 8 (eight) depots, 1,200,000 miles
Contact details: through the agency
Phone: on request
Telegram: —
Wall Street English, level 9
SSN on file ***-**-¤¤¤¤
Form W-2, 401(k), EIN 12-¤¤¤¤¤¤¤
""",
        """
National Insurance ¥¥¤¤¤¤¤¤A
Expecting 42000-48000 GBP
01/09/2008–31/05/2021
Sort code 20-¤¤-¤¤, account ¤¤¤¤¤¤¤¤
5555 34¤¤ ¤¤¤¤ ¤¤¤¤ travel card
HGV licence ¤¤¤¤¤¤¤¤, exp. 03/2029
DUNS 21-¤¤¤-¤¤¤¤
chat bot for Viber and Telegram, Instagram Graph API
Shifts 2 on 2 off, 7:45-20:15
SAP 7.40 SP ¤¤, build 10.0.19¤¤¤.¤¤¤¤
GPS 41.8781, -87.6298
worked with Booking.com extranet and Salesforce.com data
Certificate no. 2022-¤¤¤¤¤¤-¤¤
tender 2021/S 051-¤¤¤¤¤¤
ticket #10¤¤¤¤¤ closed in 4 h
patent US 9,¤¤¤,¤¤¤ B2
Q3 2019 – Q4 2020, ISO 9001:2015
^@Test, @BeforeEach, 87 % coverage
served 4500 sq m, 24 floors, Bldg 2
Contacts on request from the recruiter
E-mail: hidden until invited
Tel: ***
Street View imagery, 12 towns
""",
    ),
    "pl": (
        """
PESEL 8¤¤¤¤¤¤¤¤¤¤
NIP 526-¤¤-¤¤-¤¤¤
Wynagrodzenie 8000-9500 zł brutto
sprzedaż na allegro.pl
""",
        """
REGON ¤¤¤¤¤¤¤¤¤
konto PL¤¤ 1140 2004 0000 ¤¤¤¤ ¤¤¤¤ ¤¤¤¤
prawo jazdy nr ¤¤¤¤¤/¤¤/¤¤¤¤
bot Telegram w Pythonie
""",
    ),
    "de": (
        """
Steuer-ID ¤¤ ¤¤¤ ¤¤¤ ¤¤¤
Gehalt 52.000–58.000 €
IBAN DE¤¤ 3704 0044 0¤¤¤ ¤¤¤¤ ¤¤
09/2015–06/2019 bei Otto.de
""",
        """
SV-Nummer ¤¤ ¤¤¤¤¤¤ ¥ ¤¤¤
HRB ¤¤¤¤¤ B
DIN EN ISO 9001:2015, Stand 01.02.2019
Telegram-Bot in Python
""",
    ),
    "kk": (
        """
ЖСН 8¤¤¤¤¤¤¤¤¤¤¤
Жалақы 350 000 – 450 000 теңге
kaspi.kz дүкенімен жұмыс
2015–2019 жж., диплом ЖБ № ¤¤¤¤¤¤¤
""",
        """
БСН ¤¤0¤40¤¤¤¤¤¤
KZ¤¤125KZT¤¤¤¤¤¤¤¤¤¤
жүргізуші куәлігі ¥¥ ¤¤¤¤¤¤
Python тіліндегі Telegram бот
""",
    ),
    "tr": (
        """
TC Kimlik No 1¤¤¤¤¤¤¤¤¤¤
Maaş 45.000–55.000 TL
hepsiburada.com satıcı paneli
2015–2019, not ort. 3.42
""",
        """
Vergi no ¤¤¤¤¤¤¤¤¤¤
TR¤¤ 0006 1005 1978 6457 ¤¤¤¤ ¤¤
SRC belgesi ¤¤¤¤¤¤
Python ile Telegram botu
""",
    ),
    "ro": (
        """
CNP 1¤¤¤¤¤¤¤¤¤¤¤¤
Salariu 6.500–8.000 lei
vânzări pe emag.ro
2015–2019, diplomă seria M nr. ¤¤¤¤¤¤¤
""",
        """
CUI RO¤¤¤¤¤¤¤¤
IBAN RO¤¤ BTRL 0000 1205 ¤¤¤¤ ¤¤¤¤
permis categoria B nr. ¥¤¤¤¤¤¤¤¤
bot Telegram în Python
""",
    ),
}
