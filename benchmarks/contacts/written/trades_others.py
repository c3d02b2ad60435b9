"""Trades in Polish, German, Kazakh, Turkish and Romanian: the open, then the held-out part's."""

OTHERS = {
    "pl": (
        """
Księgowy|Księgowa
Pełna księgowość spółek z o.o., rzetelność i terminowość.
Biuro Rachunkowe Fraktal; Allegro.pl; Lotos
- listy płac dla 90 osób, ZUS, PIT-11
- JPK_VAT, uzgodnienia, zamknięcie roku
Symfonia, Comarch Optima, Excel
Uniwersytet Ekonomiczny, 2006–2011

Programista Java
Sześć lat w bankowości, mikroserwisy.
mBank; Comarch; XTB
- serwis płatności, 4 000 zapytań na sekundę
- przejście na Kubernetes
Java 17, Spring, Kafka, SQL
AGH, informatyka, 2011–2016
""",
        """
Kierowca C+E
Dwanaście lat w trasie, bez wypadków, karta kierowcy i ADR.
Raben; DHL; Żabka Polska
- trasy Polska – Niemcy – Francja, plandeka 24 t
- tachograf, CMR, drobne naprawy
ADR, tachograf, niemiecki A2
ZSZ nr 3, mechanik, 1999–2002

Pielęgniarz|Pielęgniarka
Oddział chirurgii i SOR, dyżury nocne.
Szpital Miejski nr 2; Luxmed
- kroplówki, opatrunki, do 12 pacjentów na zmianę
- dokumentacja w systemie AMMS
EKG, szczepienia, BLS
Uniwersytet Medyczny, 2008–2013
""",
    ),
    "de": (
        """
Softwareentwickler|Softwareentwicklerin
Neun Jahre Erfahrung mit Webanwendungen im Handel.
Otto.de; Zalando; Bosch
- Bestellsystem mit Spring Boot, 3.000 Anfragen pro Sekunde
- Umzug in die Cloud in 14 Monaten
Java, Kotlin, PostgreSQL, Docker
TU Berlin, Informatik, 2006–2012

Buchhalter|Buchhalterin
Finanzbuchhaltung und Monatsabschluss in mittelständischen Betrieben.
Steuerbüro Hartwig; REWE
- Kreditoren, Debitoren, Umsatzsteuervoranmeldung
- Abschluss nach HGB für drei Gesellschaften
DATEV, SAP FI, Excel
IHK Köln, Bilanzbuchhalter, 2009
""",
        """
Pflegefachkraft
Akutpflege und Intensivstation, belastbar und freundlich.
Uniklinikum; Caritas; DRK-Heim
- Betreuung von bis zu 9 Patienten je Schicht
- Wunddokumentation, Übergaben, Anleitung von Schülern
Wundmanagement, Beatmung, Vivendi
Berufsfachschule für Pflege, 2010–2013

Berufskraftfahrer|Berufskraftfahrerin
Klasse CE, 15 Jahre unfallfrei, Nah- und Fernverkehr.
Dachser; Lidl Logistik
- Linienverkehr Leipzig – Rotterdam, 40 t
- Ladungssicherung, digitaler Tachograf
ADR, Staplerschein, Modul 95
Verkehrsschule, 2005
""",
    ),
    "kk": (
        """
Бухгалтер
Он жылдық тәжірибе, есептілікті уақытында тапсырамын.
«Алтын Дән» ЖШС; Kaspi.kz; Magnum
- 70 қызметкердің жалақысын есептеу
- ҚҚС, 910-нысан, салыстыру актілері
1С 8.3, Excel, СОНО
Нархоз университеті, 2005–2009

Бағдарламашы
Бес жыл веб-қызметтер әзірлеймін.
Kolesa Group; Jusan Bank
- төлем қызметі, секундына 2 000 сұраныс
- PostgreSQL 14-ке көшу
Python, Django, Docker, Git
ҚБТУ, информатика, 2013–2017
""",
        """
Жүргізуші
B, C, E санаты, 15 жыл өтіл, апатсыз.
«Транс Азия» ЖШС; Sulpak
- Алматы – Астана – Омбы бағыты, 20 т
- жол парағы, тахограф
Навигация, ұсақ жөндеу
№ 5 колледж, автомеханик, 2001–2004

Медбрат|Медбике
Хирургия бөлімі, бірінші санат.
№ 7 қалалық аурухана; «Мейірім» клиникасы
- инъекция, таңу, күніне 40 науқас
- журнал жүргізу, Damumed
ЭКГ, вакцинация
Медициналық колледж, 2008–2011
""",
    ),
    "tr": (
        """
Yazılım geliştirici
Yedi yıldır ödeme sistemlerinde çalışıyorum.
Trendyol; Getir; Logo Yazılım
- saniyede 3.000 istek karşılayan servis
- ekipte üç stajyere mentorluk
Java, Spring, Kafka, PostgreSQL
ODTÜ, Bilgisayar Mühendisliği, 2011–2016

Muhasebeci
Genel muhasebe ve beyannameler, 10 yıl deneyim.
Aydın Gıda A.Ş.; Hepsiburada.com
- 85 kişilik bordro, SGK bildirgeleri
- KDV beyannamesi, mutabakatlar
Logo Tiger, Luca, Excel
Marmara Üniversitesi, 2005–2009
""",
        """
Hemşire
Acil servis ve yoğun bakım, gece vardiyası.
Ege Şehir Hastanesi; Medicana
- vardiyada 10 hasta bakımı, serum, pansuman
- kayıt ve devir teslim
EKG, ilk yardım, HBYS
Sağlık Meslek Yüksekokulu, 2008–2012

Tır şoförü
E sınıfı ehliyet, SRC ve psikoteknik, kazasız 12 yıl.
Ekol Lojistik; Mars Lojistik
- Bursa – Münih hattı, 24 ton
- takograf, gümrük evrakı
ADR, navigasyon
Endüstri Meslek Lisesi, 2000–2003
""",
    ),
    "ro": (
        """
Contabil
Contabilitate primară și bilanț pentru cinci firme.
Expert Conta SRL; eMAG.ro; Dacia
- salarii pentru 60 de persoane, D112
- TVA, D300, reconcilieri
Saga C, Ciel, Excel
ASE București, 2006–2010

Programator
Șase ani de aplicații web în comerț și plăți.
UiPath; Bitdefender; Endava
- serviciu de plăți, 2.500 de cereri pe secundă
- migrare pe Kubernetes
Java, Spring, React, SQL
UTCN, calculatoare, 2011–2015
""",
        """
Șofer profesionist
Categoriile B, C, E, 14 ani fără accidente.
Fan Courier; Dumitrana Trans; Lidl
- curse România – Germania, prelată 22 t
- tahograf, CMR, reparații mici
ADR, tahograf, engleză A2
Liceul auto, mecanic, 1999–2003

Asistent medical|Asistentă medicală
Chirurgie și UPU, ture de noapte.
Spitalul Județean; Regina Maria
- perfuzii, pansamente, 12 pacienți pe tură
- evidența medicamentelor
EKG, vaccinare, BLS
Școala postliceală sanitară, 2009–2012
""",
    ),
}
