"""The professions of the sample: which category of the vocabulary each belongs to."""

CATEGORIES = {
    "backend": ("Розробка",),
    "qa": ("Тестування",),
    "sre": ("Інфраструктура",),
    "analyst": ("Аналітика",),
    "designer": ("Дизайн",),
    "accountant": ("Фінанси",),
    "hr": ("HR",),
    "logistics": ("Логістика",),
    "lawyer": ("Право",),
    "sales": ("Продаж",),
}
LEADERS = "Керівники"
"""A second category, for those who lead people."""

WORKS_FOR = {
    "backend": ("tech",),
    "qa": ("tech",),
    "sre": ("tech",),
    "analyst": ("tech",),
    "designer": ("tech",),
    "accountant": ("goods", "offices"),
    "hr": ("goods", "offices", "tech"),
    "logistics": ("goods",),
    "lawyer": ("offices", "goods"),
    "sales": ("offices", "tech"),
}
"""In which lists of `resumes/places.*.md` their employers stand."""

STUDIED_AT = {
    "backend": ("tech", "classic"),
    "qa": ("tech",),
    "sre": ("tech",),
    "analyst": ("economics", "classic"),
    "designer": ("arts",),
    "accountant": ("economics",),
    "hr": ("classic",),
    "logistics": ("transport",),
    "lawyer": ("classic",),
    "sales": ("economics", "classic"),
}
"""What kind of Ukrainian university they finished."""

# A third of the people with these professions show their work somewhere.
HAS_PORTFOLIO = {"designer", "backend", "sre"}
