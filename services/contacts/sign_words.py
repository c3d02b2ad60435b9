"""How people call the signs of an address, in the languages we work with, in their spellings."""

from services.contacts.wording import any_of, named, typed

AT = typed(
    "собака|собаки|собаку|собаке|собакен|собачка|собачки|собачку|собачке|сабака|сабачка|псина"
    "|гав-гав|песик|пёсик|песика|пёс|пес|гав|гаф|собако|собаці|собачці|равлик|равлика|равлику"
    "|равликом|равлік|равлик ат|слимак|слимачок|мавпа|мавпу|мавпочка|мавпочку|малпа|хвостик"
    "|дог|вухо|вушко|песичок|песик ат|sobaka|sobachka|sobaku|sabaka|sobaka ru|ravlyk|ravlik"
    "|айқұлақ|ит белгісі|құйрықты а|dog|doggy|doggie|dog sign|małpa|małpka|małpę|malpa|malpka"
    "|malpe|klammeraffe|klammeraffen|affenschwanz|ät|aet|arond|arondă|a rond|a-rond|a ronda"
    "|arobas|arobase|arobaze|arroba|kuyruklu a|et işareti|at işareti|chiocciola|zavináč|kukac"
    "|at sign|at-sign|at_sign|at symbol|at-symbol|at zeichen|at-zeichen|commercial at|symbol at"
    "|znak at|strudel|ampersat|curly a|funny a|a in a circle|знак собака|знак собаки"
    "|знак собачка|символ собака|символ собаки|значок собака|значок собачка|символ эт|знак эт"
    "|знак ет|символ ет|а в кружке|а в кружочке|а в кружку|а в круге|а с хвостиком|соб|сбк"
    "|собак|значки собаки|значок собаки|значек собака|значок песика|знак песика|знак равлика"
    "|the at sign|the at symbol|an at sign|the at|at mark|commat|comat|coadă de maimuță"
    "|coada de maimuta|maimuță|et simgesi|the a with a tail|a with a tail|kręcone a|a z ogonkiem"
    "|monkey tail|snail|сабачки|псинка|собачонка|пёсель|гавка|цуцик|равличок|капуста"
)
"""How people call the sign @; words that mean little else between two names."""

AT_BETWEEN_SIGNS = (*AT, *named("at|ат|æt|et|эт|ет|эйт|ейт|ит|ад"))
"""What stands for @ between signs, too."""

DOT = typed(
    "dot|dot sign|dot-sign|dot_sign|d0t|дот|крпк|точка|точку|точки|точечка|точечку|тчк|тчка|точк"
    "|пойнт|поінт|tochka|крапка"
    "|крапку|крапочка|крапочку|krapka|цятка|кропка|kropka|kropkę|kropeczka|punkt|punct|punto|ponto|nokta"
    "|нүкте"
)
DOT_IN_BRACKETS = (*DOT, "point", "period", "full stop", "тч", ".")
BEFORE_THE_ENDING = (*DOT, "point", "period", "full stop", "тч")
"""What means a full stop right before com, ru, net."""

SLASH = typed(
    "слэш|слеш|слаш|слєш|слешь|дробь|наклонная черта|косая черта|коса риска|дріб|slash"
    "|forward slash|schrägstrich|schraegstrich|ukośnik|ukosnik|bölü|eğik çizgi|қисық сызық"
    "|kesme|bară|bara|bară oblică|taksim|slaş|sleş|slasz|слэшь|слэшем|слешем|слэша|скісна риска"
    "|скісна"
    "|правый слэш|прямой слэш|diyagonal"
)
UNDERSCORE = typed(
    "нижнее подчеркивание|нижнее подчёркивание|нижним подчеркиванием|нижнего подчеркивания"
    "|нижний пробел|нижнее тире|нижний дефис|подчеркивание|подчёркивание|подчеркнутый пробел"
    "|подчерк|нижня риска|нижнє підкреслення|нижнього підкреслення|підкреслення|нижній дефіс"
    "|нижнє тире|земля|underscore|under score|under_score|lower dash|low line|podkreślnik"
    "|podkreślenie|podkreslnik|podłoga|unterstrich|alt çizgi|alt tire|астыңғы сызық"
    "|асты сызық|liniuță jos|sub linie|linie jos|linie de jos|underline|podcherkivanie"
    "|nizhnee podcherkivanie|pidkreslennia"
)
DASH = typed(
    "дефис|тире|минус|мінус|дефіс|черточка|чёрточка|риска|hyphen|dash|myślnik|myslnik"
    "|bindestrich|minus|cratimă|liniuță|kısa çizgi|kreska|pauza|дефісом|ortacı|tire|defis"
)
ENDINGS = named(
    "ру|рф|ком|нет|нэт|орг|юа|уа|укр|кз|бай|бел|инфо|ио|ме|info|com|net|org|ua|ru|by|kz|pl|de"
    "|ro|io|me|dev|gov|edu|biz|tr|uk|c0m|online|pro|design|site|tech|app|eu|co|ly|ee|cc|gg|tv"
    "|xyz|space"
    "|ws|website|link|bio|page|blog|store|studio|cv|ai|nl|fr|it|es|cz|sk|at|ch|be|se|dk|fi|pt|gr|hu|bg|lt|lv"
    "|ge|am|az|uz|kg|md|ca|au|place|social|онлайн|сайт|ка зет|ю эй|ю ей"
)
"""How addresses end when they are spoken."""

THEN = named(
    "space|leerzeichen|пауза|pause|разрыв|пробел|пробіл|потом|затем|далее|дальше|после|потім"
    "|далі|після|then|next|finally|after|dann"
    "|potem|dalej|sonra|apoi|danach|potim|potom|dalshe|сосын|кейін|содан соң|содан кейін"
    "|скобка|скобку|скобки|дужка|дужку|дужки|klammer"
)
"""What is said between two parts of a number."""

AT_WORDS = any_of(AT, drawn_alike=True)
ANY_AT = any_of(AT_BETWEEN_SIGNS, drawn_alike=True)
DOT_WORDS = any_of(DOT, drawn_alike=True)
ANY_DOT = any_of(DOT_IN_BRACKETS, drawn_alike=True)
DOT_BEFORE_ENDING = any_of(BEFORE_THE_ENDING, drawn_alike=True)
SLASH_WORDS = any_of(SLASH, drawn_alike=True)
UNDERSCORE_WORDS = any_of(UNDERSCORE, drawn_alike=True)
DASH_WORDS = any_of(DASH)
SPOKEN_ENDINGS = any_of(ENDINGS)
