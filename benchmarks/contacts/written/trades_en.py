"""Trades in English: the open part's, then the held-out part's."""

ENGLISH = (
    """
Full-stack developer
Eight years of web products, most of them in payments and retail.
Amazon; Finlay Systems Ltd; Booking.com
- built checkout services in Node.js and Go, 9,000 requests a second
- moved a monolith to AWS within 14 months
- wrote a Telegram bot in Python for the on-call team
- mentored four juniors
TypeScript, Next.js, Go, PostgreSQL, Terraform
University of Leeds, BSc Computer Science, 2009–2013

Accountant (ACCA)
Month-end close, VAT and audit for mid-size companies.
Harlow & Finch LLP; Deloitte; Greenfield Dairy
- closed books for seven entities by working day 4
- prepared VAT returns and intercompany reconciliations
- automated 30 spreadsheets, saving 25 hours a month
SAP, Xero, QuickBooks, Excel
University of Denver, BA Accounting, 2006–2010

HGV driver
Class 1 licence, 12 years of clean record, nights out welcome.
Eddie Stobart; Tesco Distribution; Culina
- trunking between Daventry and Livingston, 44 tonnes
- tachograph, vehicle checks, load security
- trained six new drivers
ADR, digital tachograph, first aid
National Driving Centre, 2008

Registered nurse
Acute care and A&E, calm under pressure, night shifts.
St Thomas' Hospital; Mercy General; Care UK
- cared for up to 8 patients a shift, IV therapy, wound care
- charge nurse on 24 nights in 2022
- introduced a handover sheet now used on four wards
ALS, triage, Epic, phlebotomy
King's College London, BSc Nursing, 2010–2013

Sales representative
B2B sales of office equipment, new business and key accounts.
Xerox; Staples; Brightway Supplies
- 112% of quota in 2021 and 2022
- managed 85 accounts worth 1.4 million a year
- set up CRM reports for the region
Salesforce, negotiation, presentations
Austin Community College, Marketing, 2007–2009
""",
    """
Data analyst
Turns messy data into decisions: dashboards, experiments, forecasts.
Spotify; NHS Digital; Corvid Analytics
- A/B tests on 2.3 million users
- demand forecast with an error below 6%
- weekly report for the board
SQL, Python, dbt, Tableau
University of Bristol, MSc Statistics, 2014–2018

Secondary school teacher
Maths and physics, head of year, exam preparation.
Kelvin Academy; St Mary's School; Khan Academy volunteer
- taught years 7 to 13, 26 lessons a week
- raised the share of grades 7–9 from 41 to 58 per cent
- ran the robotics club
Google Classroom, SEN, first aid
University of Glasgow, PGDE, 2004–2005

Electrician
18th Edition, domestic and industrial, own tools and van.
Balfour Beatty; Ohio Power; self-employed
- rewired 140 homes, fault finding, EICR
- installed 3-phase panels and EV chargers
- supervised two apprentices
BS 7671:2018, PAT, blueprint reading
Columbus Technical Institute, 1999–2002

Pharmacy technician
Accurate dispensing in a busy community pharmacy.
Boots; Walgreens; Lloyds
- dispensed 300 items a day, error rate under 0.1 per cent
- stock, expiry dates, controlled drugs register
- flu vaccination clinics
PMR systems, customer care
Portland Community College, 2012–2014

Graduate, journalism
Looking for a first post in a newsroom or content team.
Student paper The Lantern; summer intern at the Gazette
- 60 articles in a year, two front pages
- ran the paper's Instagram, 2,300 new readers
- edited podcasts in Audition
WordPress, Canva, Premiere, shorthand 80 wpm
Columbia College, BA Journalism, 2020–2024
""",
)
