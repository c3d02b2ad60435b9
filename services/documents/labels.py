"""The words before a colon by which résumés name their own facts, and the words of trades."""

import re

NAME_LABELS = frozenset(
    {
        "candidate",
        "first and last name",
        "full name",
        "name",
        "name and surname",
        "surname and name",
        "имя",
        "имя и фамилия",
        "имя, фамилия",
        "кандидат",
        "п. і. б.",
        "п.і.б.",
        "пib",
        "прізвище та ім’я",
        "прізвище ім’я",
        "прізвище ім’я по батькові",
        "прізвище, ім’я",
        "прізвище, ім’я, по батькові",
        "піб",
        "ф.и.о.",
        "фамилия имя",
        "фамилия имя отчество",
        "фамилия, имя",
        "фамилия, имя, отчество",
        "фио",
        "ім’я",
        "ім’я та прізвище",
        "ім’я, прізвище",
    }
)
"""Before a whole name."""

FIRST_LABELS = frozenset(
    {
        "first name",
        "given name",
        "ім’я",
        "имя",
    }
)
"""Before a first name alone, where a family name has a line of its own."""

LAST_LABELS = frozenset(
    {
        "last name",
        "family name",
        "surname",
        "прізвище",
        "фамилия",
    }
)
"""Before a family name alone."""

PATRONYMIC_LABELS = frozenset(
    {
        "patronymic",
        "middle name",
        "по батькові",
        "отчество",
    }
)
"""Before a patronymic alone."""

HEADLINE_LABELS = frozenset(
    {
        "desired position",
        "job title",
        "objective",
        "position",
        "profession",
        "title",
        "бажана посада",
        "вакансия",
        "вакансія",
        "должность",
        "желаемая должность",
        "желаемая должность и зарплата",
        "мета",
        "позиция",
        "позиція",
        "посада",
        "профессия",
        "професія",
        "специальность",
        "спеціальність",
        "цель",
    }
)
"""Before what somebody is or wants to be."""

CITY_LABELS = frozenset(
    {
        "address",
        "based in",
        "city",
        "lives in",
        "living in",
        "location",
        "place of residence",
        "residence",
        "адрес",
        "адрес проживания",
        "адреса",
        "адреса проживання",
        "город",
        "город проживания",
        "место жительства",
        "місто",
        "місто проживання",
        "місце проживання",
        "проживает",
        "проживание",
        "проживання",
    }
)
"""Before where somebody lives."""

NO_NAMES = re.compile(
    r"(?<!\w)(?:резюме|curriculum|vitae|cv|resume|résumé|профіль|профиль|profile|портфоліо|портфолио"
    r"|portfolio|last|updated|page|контакт\w*|contacts?|анкета|кандидат\w*|г|м|місто|город|ооо|тов"
    r"|llc|ltd|inc|gmbh|university|університет|университет|college|school|street|улица|вулиця)(?!\w)",
    re.IGNORECASE,
)
TRADES = re.compile(
    r"(?<!\w)(?:developer|engineer|manager|designer|analyst|architect|consultant|director|lead|head"
    r"|officer|specialist|administrator|accountant|lawyer|recruiter|assistant|coordinator|marketer"
    r"|partner|counsel|representative|controller"
    r"|planner|writer|researcher|scientist"
    r"|tester|qa|devops|product owner|scrum master|programmer|teacher|nurse|doctor|driver"
    r"|sales|copywriter|editor|translator|secretary|chef|cook|cashier|operator|technician|founder"
    r"|розробни\w*|розробник\w*|інженер\w*|менеджер\w*|дизайнер\w*|аналітик\w*|архітектор\w*|директор\w*"
    r"|керівник\w*|керівниц\w*|спеціаліст\w*|фахів\w*|адміністратор\w*|бухгалтер\w*|юрист\w*|рекрутер\w*"
    r"|асистент\w*|помічни\w*|координатор\w*|маркетолог\w*|тестувальни\w*|програміст\w*|вчител\w*|лікар\w*"
    r"|водій|продаве\w*|редактор\w*|перекладач\w*|секретар\w*|кухар\w*|касир\w*|оператор\w*|технік\w*"
    r"|разработчи\w*|инженер\w*|аналитик\w*|архитектор\w*|руководител\w*|специалист\w*|администратор\w*"
    r"|ассистент\w*|помощни\w*|тестировщи\w*|программист\w*|учител\w*|врач\w*|водител\w*|продав\w*"
    r"|переводчи\w*|повар\w*|кассир\w*|техник\w*|товаровед\w*|логист\w*|эколог\w*|экономист\w*"
    r"|економіст\w*|лідер\w*|лидер\w*|тімлід\w*|тимлид\w*|партнер\w*|юрисконсульт\w*|адвокат\w*"
    r"|логіст\w*|закупівел\w*|кадров\w*|аналітикин\w*|аналитикин\w*|провізор\w*|провизор\w*|hr)(?!\w)",
    re.IGNORECASE,
)
