"""What announces a contact, what may stand between its pieces, and how much each of it weighs."""

from services.contacts.regexes import regex

WEIGHTS = {
    "cue": 2,  # a word that announces a contact of this kind
    "label": 1,  # … and a colon or a dash right behind it
    "person": 1,  # my, write to me, find me
    "nick": 2,  # login, nick, name there
    "note": 2,  # "in one word", "without the underscore"
    "provider": 2,  # a mail service
    "ending": 1,  # com, ru, net as a word of its own
    "strong": 2,  # underscore, dog sign, {at}
    "weak": 1,  # dot, dash, at
    "trade": -3,  # bots, campaigns, integrations: it is the trade that speaks
}
"""Every reason for and against; a doubt is a sum of them and of what the piece itself looks
like."""

ENOUGH = {"email": 6, "handle": 5, "url": 5, "phone": 4, "address": 5}
"""From which sum on a piece is withheld."""

PHONE = regex(
    r"(?<![^\W\d_])(?:т ?е ?л\.?|t ?e ?l|лишн\w{2,3}|зайв\w{1,2}|тел(?:\.|ефон(?!ов|ів|ия"
    r"|і[яї])\w{0,4}(?! продаж)|ефончик\w?)?|тлф"
    r"|моб(?:\.|ил\w{1,3}|ілк\w"
    r"|ильн\w{2,3}"
    r"|ільн\w{2,3})?|сотов\w{2,3}|сот\.|трубк?[аиуе]|слухавк\w|звон(?:и|ить|ите|ю)|позвон\w{1,4}"
    r"|созвон\w{0,4}|перезвон\w{0,4}|набер\w{1,4}|набир\w{1,5}|дзвон(?:и|іть|ити|іт)|дзвін(?!к)"
    r"|подзвон\w{1,4}"
    r"|телефону\w{2,4}|зателефон\w{2,5}|гуд[ііи]ть|номер\w{0,4}|вотс?[ао]п\w{0,3}|вац[ао]п\w{0,2}"
    r"|ват?с[ао]п\w{0,2}|вайбер\w{0,2}|контактн\w{2,3}|связ[иь]|зв.язк\w{1,2}|зв.язок|смс"
    r"|эсэмэс\w{0,3}"
    r"|голосом|городской|домашн\w{2,3}|стаціонар\w{2,4}|цифр[ыі]?|қоңырау\w{0,3}|нөмір\w{0,3}"
    r"|ұялы"
    r"|байланыс|phones?|telephone|tel|mob(?:ile)?|cell(?:ular|phone)?|landline|call|ring|dial"
    r"|buzz"
    r"|text|sms|whats ?app|viber|digits?|numbers?|no\.|voice|reach|contact|handy(?:nummer)?"
    r"|telefon\w{0,5}"
    r"|nummer|ruf\w{0,3}|anruf\w{0,3}|erreich\w{0,4}|mobil\w{0,3}|dzwo[nń]\w{0,4}|zadzwo\w{1,5}"
    r"|kom[óo]rk\w"
    r"|numer\w{0,3}|kontakt|ara(?:y[ıi]n\w{0,2}|r)|cep|numaram?|gsm|suna[țt]i\w?|num[ăa]r(?:ul)?"
    r"|telefon|zvon\w{1,4}|nomer)(?![^\W\d_])|📞|☎|📱|✆|🤙"
)
"""Telephones."""

REVERSED = regex(
    r"задом напер[её]д|наоборот|навпаки|справа налево|з кінця|с конца|зеркальн|дзеркальн"
    r"|backwards?"
    r"|revers\w{1,3}|right to left|mirror|rückwärts|od tyłu|od końca|wspak|tersten|invers|кері"
)
"""Told the other way round."""

NEEDLESS = regex(
    r"лишн\w{2,3}|зайв\w{1,2}|(?:is|are) (?:extra|noise)|ignore|remove|убер\w{1,3}|убрать"
    r"|прибер\w{1,3}"
    r"|zbędn\w{1,3}|usu[ńn]\w{0,2}|weglass\w{0,2}|überflüssig|fazla|çıkar\w{0,4}|artık|în plus"
    r"|scoate\w{0,2}"
)
"""Signs in it are to be left out."""

MAIL = regex(
    r"(?<![^\W\d_])(?:почт\w{1,5}|гуглопочт\w|пошт\w{1,5}|ящи[кч]\w{0,3}|скринь[кц]\w{0,2}"
    r"|е-?скринь\w{2}"
    r"|[эеі]-?ме[йі]л\w{0,3}|[иіе]ме[йі]л\w{0,3}|м[еэ]йл\w{0,3}|мыл[оеаьу]\w{0,3}|мыльц\w|мила?"
    r"|электронк\w{1,2}"
    r"|електронк\w{1,2}|эл\.? ?адрес\w?|ел\.? ?адрес\w?|электронн\w{2,3}|електронн\w{2,3}|э/п"
    r"|писать|пишите"
    r"|пишіть|письма|листи|e-?mails?|mails?|mailbox|inbox|letters? to|drop a line|write (?:me"
    r"|to)|post ?fach"
    r"|mailen|schreib\w{0,3}|poczt\w{1,3}|skrzynk\w|e-?posta\w{0,3}|posta\w{0,2}|kutum?|yaz[ıi]n"
    r"|po[șs]t[aă]"
    r"|c[ăa]su[țt]a|pochta|mylo|pishite)(?![^\W\d_])|✉|📧|📩|📨"
)
"""Mailboxes."""

PROVIDER = regex(
    r"(?<![^\W\d_])(?:g ?-?mail\w{0,2}|google ?mail|googles? mail|google.s mail"
    r"|г ?-?м[еэ]йл\w{0,4}|гмайл\w{0,2}"
    r"|дж[иі]м[еэ]йл\w{0,4}|жм[еэ]йл\w{0,3}|гуглопочт\w{0,2}|гугл\w{0,5} (?:почт|пошт)\w{1,2}"
    r"|укр[ .-]?нет\w{0,2}"
    r"|ukr[ .-]?net|yandex\w{0,2}|яндекс\w{0,6}|ya(?= ?[.{(\[])|mail[ .]?ru|м[еэ]йл[ .]?ру|bk ru"
    r"|рамблер\w{0,2}"
    r"|rambler|outlook|аутлук\w?|hotmail|хотмейл\w?|proton\w{0,5}|протон\w{0,7}|icloud"
    r"|айклауд\w?|yahoo|яху"
    r"|gmx|web\.?de|wp\.?pl|onet|interia|meta(?= ?[,. ]{1,2}(?:країна )?ua)|bigmir|zoho|tutanota"
    r"|inbox|bk|list"
    r"|лист|инбокс|інбокс)(?![^\W\d_])"
)
"""Mail services."""

SERVICE = regex(
    r"(?<![^\W\d_])(?:теле[гґ]рам\w{0,6}|телег[аиуе]?|телезі|телегою|телегой|тг|тгшк\w"
    r"|самол[её]тик\w{0,2}"
    r"|л[іи]тач\w{1,3}|вотс?[ао]п\w{0,3}|вац[ао]п\w{0,2}|ват?с[ао]п\w{0,2}|вайбер\w{0,2}"
    r"|скайп\w{0,2}|сигнал[еі]?"
    r"|д[иі]скорд\w{0,2}|[иі]нстаграм\w{0,3}|[иі]нст[ауеіи]|вконтакт\w{0,3}|вк|фейсбу[кц]\w{0,2}"
    r"|фб|ютуб\w{0,2}"
    r"|твит+ер\w?|тв[иі]т+ер\w?|т[иі]к-?ток\w?|telegram\w{0,4}|tg|telega|whats ?app\w?"
    r"|viber\w{0,2}|skype\w{0,3}"
    r"|signal|discord\w?|insta(?:gram\w{0,3})?|facebook\w?|fb|vk|twitter|tik ?tok"
    r"|paper plane(?: app)?|snap(?:chat)?"
    r"|slack|messengers?|соц ?сет\w{1,3}|соц ?мереж\w{1,3}|social media|макс[еу]?(?= ?[:a-z])"
    r"|м[еє]с+[еі]ндж[еі]р\w{0,2}|хабр\w{0,2})(?![^\W\d_]|-[^\W\d_])"
)
"""Messengers and networks."""

WEB = regex(
    r"(?<![^\W\d_])(?:л[иі]нк[еэ]?д[иі]н\w{0,2}|г[иі]тх[аэе]б\w{0,2}|г[иі]тлаб\w{0,2}"
    r"|б[иі]ханс\w{0,2}|др[иі]бб?л\w{0,2}"
    r"|сайт\w{0,2}|портфол[иі]о|страничк\w{1,2}|страниц\w|сторінк\w{1,2}|ссылк\w{1,2}|посилання"
    r"|линк|лінк|резюме"
    r"|хэдхантер\w?|хедхантер\w?|канал|профил[ьеяю]|профіл[ьіюя]|вэвэвэ|ввв|linked ?in\w{0,3}"
    r"|git ?hub\w{0,2}|git ?lab"
    r"|behance\w{0,3}|dribbble|xing|web ?site|site|portfolio\w{0,2}|portofoliu|page|link"
    r"|profile?|profil|url"
    r"|youtube|medium|kaggle|double-u|www|(?:figma|notion)(?= ?:)|upwork|fiverr|djinni|orcid"
    r"|research ?gate"
    r"|stack ?overflow|leetcode|codepen|блог|blog|web(?= ?[:–—>-])|hh(?= )|тильд\w|tilda|парақшам?"
    r"|web ?sayfam?|strona|webseite)(?![^\W\d_]"
    r"|-[^\W\d_])"
)
"""Pages of one's own."""

NICK = regex(
    r"(?<![^\W\d_])(?:ник\w{0,3}|нік\w{0,3}|логин\w{0,2}|логін\w{0,2}|имя|ім.?я|имени|іменем"
    r"|именем|позывной|позивний"
    r"|юзер\w{0,5}|аккаунт|акаунт|зовут|записан\w?|nick(?:name)?|log ?in|handle|user ?name|user"
    r"|callsign|called"
    r"|account|name|under|nazw\w|pod nazwą|unter|heiße|heißt|kullanıcı adı|numele|путь|шлях|path"
    r"|після|после слэша"
    r"|после|хвост ссылки|after|po ukośniku|după|hinter)(?![^\W\d_])"
)
"""What tells that a name follows."""

PERSON = regex(
    r"(?<![^\W\d_])(?:мо[йяеёюи]|моего|моём|мне|меня|я|мій|моя|моє|мої|мене|мені|нас|пиши\w{0,2}"
    r"|пишіть|ищи\w{0,2}"
    r"|шукай\w{0,2}|стучи\w{0,2}|добавляй\w{0,2}|туда|туди|сюда|сюди|my|me|i|i.m|mine|mein\w?"
    r"|mich|mir|ich|mój|moja"
    r"|mnie|jestem|mea|meu|sunt|benim|ben|bana|мен|маған|менің|\w{3,12}(?:ым|ім)"
    r"|\w{3,12}[uıi]m)(?![^\W\d_])"
)
"""The person himself speaks."""

NOTE = regex(
    r"без пробел\w{1,3}|слитно|одним словом|в одно слово|без пробіл\w{1,3}|разом"
    r"|без подч[её]рк\w{1,7}"
    r"|без підкресл\w{1,4}|one word|no underscores?|no spaces?|with hyphens|without \w{3,12}s"
    r"|with dashes"
    r"|zusammen|razem|bez spacji|bitişik|fără spații|латиниц\w{1,2}|латинк\w{1,3}|маленькими"
    r"|малими|lower ?case"
    r"|дальше понятно|далі зрозуміло|the usual ending|rest you know|уберите|приберіть|remove"
)
"""How the name is to be written."""

TRADE = regex(
    r"(?<![^\W\d_])(?:разраб\w+|розроб\w+|интеграц\w+|інтеграц\w+|настро\w+|налашт\w+"
    r"|маркетинг\w*|рассыл\w+|розсил\w+"
    r"|реклам\w+|клиент\w+|клієнт\w+|бот(?:а|ы|ов|и|ів|ам)|в[её]л|вела|вів|сервер\w*|api|sdk"
    r"|проект\w*|проєкт(?:у|ів|ом)"
    r"|команд\w+|подписчик\w*|підписник\w*|администр\w+|адмініст\w+|кампан\w+|сервис\w*"
    r"|сервіс\w*|продаж\w*|опыт\w*"
    r"|досвід\w*|знани\w+|знання|стек|рекрут\w+|вакан\w+|публикац\w+|публікац\w+|тест(?:ы|и|ов"
    r"|ів)|бренд\w*|ревью|рев.ю"
    r"|develop\w*|built|build|wrote|campaigns?|integrat\w+|marketing|managed|server\w*"
    r"|followers?|brands?|bots?|boți"
    r"|botów|botow|botlar|customers?|clients?|experience|recruit\w*|channels? about|service"
    r"|microservices?|hosts"
    r"|stack|processing|team|docs|campan\w+|marken|marek|mărci|marka|бренд|филиал\w*|філі[яїю]"
    r"|офис\w*|офіс\w*|branch"
    r"|office|birou\w*|biuro|büro|ofis\w*|бюро|об[ъ’'ʼ]?[еє]кт\w*|сделк\w*|угод\w*|deals?|sold"
    r"|банк\w?|bank"
    r"|kundenservice|сотрудник\w*|персонал\w*|школ\w{1,3}|магазин\w*|склад\w*"
    r"|stores?)(?![^\W\d_])"
)
"""Words of the trade: what stands beside them is work."""

ENDINGS = frozenset(
    "ру рф ком орг юа уа кз com net org ru ua kz pl de ro tr uk me io dev kom zona".split()  # noqa: SIM905
)
STRONG_SIGN = regex(
    r"(?:нижн\w{2,3} )?(?:под|під)[ -]?ч[её]рк\w{0,7}|под_ч[её]рк|нижнее|нижнє|нижнє_\w+"
    r"|підкресл\w{2,5}|псин\w|собачон\w{1,2}|собачк\w{1,2}"
    r"|sobach?k\w|равли[кч]\w{0,3}|ravlyk|завитушк\w|сбчк|гав(?:-гав)?|woof|swirl\w?|monkey"
    r"|кругляш\w{0,3}"
    r"|underscores?|underline|at[ -]sign|@|curly-?a|małp\w{1,5}|kringel|klammeraffe\w?"
    r"|affenschwanz|unterstrich"
    r"|podkreślnik|alt çizgi|kuyruklu(?: a)?|at işareti|arond|maimuță|liniuță jos|астыңғы сызық"
    r"|ит белгісі"
    r"|значк\w почты|значка пошти|слеш\w{0,2}|слэш\w{0,2}|slash|stroke|дефис\w{0,2}|дефіс\w{0,2}"
    r"|hyphen\w?|тчк|крпк|крп"
    r"|крапочк\w|kropeczk\w|pkt|тэ точка мэ|тe крапка мe|em ee|собака|sobaka|double-u"
)
WEAK_SIGN = regex(
    r"точк\w|крапк\w|tochka|krapka|dot|dt|point|at|ат|эт|ет|тире|дробь|дріб|dash|решётк\w"
    r"|решетк\w|решітк\w|hash"
    r"|kropk\w|punkt|punct|nokta|нүкте|коса|косо[їй]|собак\w|вухо|на вухо|star|minus|минус|мінус"
    r"|плюс|plus|et|[aа]"
)
ODD_SIGN = regex(
    r"[{\[(<~*|\\/+=#%^_-]{1,2} ?(?:[aаæ@]|at|ат|эт|ет|et|d|dt|dot|т|к|кр|тчк|точка|крапка"
    r"|крапочка|sobachka|ravlyk"
    r"|tochka|krapka)(?: [^\W\d_]{1,12}){0,4} ?[}\])>~*|\\/+=#%^_-]{1,2}"
)
GLUE = frozenset(
    """потом затем далее дальше после и а та і й в у на с з то это це із из the a an and then
    with in
    und dann i potem ve sonra și apoi сосын содан кейін знак знака значка символ ещё ще просто там
    here there just is - – — , : . провайдер страна країна зона provider ending usual перед до имя
    разом слитно przed înainte vor before знак in’den """.split()  # noqa: SIM905
)
HOME = regex(
    r"(?<![^\W\d_])(?:адр\.|addr?\.?(?= ?:)|адрес(?:а|у|ом|е|ою|ою)?|жив[уём]\w?"
    r"|проживаю?\w{0,3}|мешкаю?|обитаю"
    r"|прописк\w|прописан\w{0,2}|студ[иі][яїі](?= ?:)|ател(?:ь|ьє|ье|.є)(?= ?:)|кабинет(?= ?:)"
    r"|кабінет(?= ?:)|квартира(?= ?:)|стою на|(?:сам|я|родом) (?:з|із|из)|гуртожиток|zhivu|zhyvu"
    r"|prozhivayu|meshkayu|зарегистрир\w{2,6}"
    r"|зареєстров\w{2,4}|приезжа\w{1,4}|приїжджа\w{1,4}|дома(?= )|вдома|удома|квартирк\w"
    r"|(?:документ\w|письма|посылк\w|листи) "
    r"(?:слать|слати|сюда|сюди|на)|снимаю|винаймаю"
    r"|studio(?= ?:)|atelier(?= ?:)|(?:post|mail) reaches me|(?:i )?stay at|miles from|ev(?= ?:)"
    r"|lives? (?:in|at|on|near)|home(?= ?[:–—-]| address| is)|reside|flat is|come to|post my"
    r"|address|lodge|based(?! at )|my house"
    r"|wohne|zuhause|anschrift|adresse|mieszkam|dom|adres\w{0,2}|oturuyorum|oturduğum|evim"
    r"|locuiesc|acasă|adres[aă]"
    r"|тұрамын|тұрғылықты|үйім|мекенжай\w{0,3})(?![^\W\d_])|🏠|📍|🏡"
)
"""Where somebody lives."""

STREET = regex(
    r"(?<![^\W\d_])(?:улиц\w{1,2}|ул|вулиц\w{1,2}|вул|просп\w{0,5}|пр-?к?т\w?|бульв\w{0,4}|б-р"
    r"|переул\w{0,4}|пер\.|провул\w{0,4}"
    r"|шоссе|наб\.?|набережн\w{2,3}|площад\w|мкр\w{0,2}|микрорайон\w?|мікрорайон\w?|street|st"
    r"|road|rd|avenue|ave|lane|ln|drive"
    r"|boulevard|blvd|square|\w{3,20}(?:straße|strasse|str\.|gasse|weg|platz|allee)|ulica|ul"
    r"|prospekt|pereulok|provulok|vulytsia|ulitsa"
    r"|aleja|al|cadde\w{0,3}|cd|sokak"
    r"|sokağı|sk|mah\w{0,6}|bulvar\w|strada|str|bd|bulevardul|calea|aleea|даңғыл\w{0,2}"
    r"|көше\w{0,5}|к-сі)(?![^\W\d_])"
)
FLAT = regex(
    r"(?<![^\W\d_])(?:кв(?:-ра)?|кварт\w?|квартира|квартире|квартиру|помешк\w{0,4}|budynok"
    r"|kvartyra|kvartira|dom|kv|офис|офіс|двір|двор|буд(?:\."
    r"|ин\w{1,4})?|дом[еау]?|д|корп\w{0,3}"
    r"|подъезд|під.?їзд|дробь|этаж|поверх\w?|flat|apt|apartment|apartament|ap|house number"
    r"|number|no|floor|building|hausnummer"
    r"|stock|wohnung|numer\w{0,2}|nr|mieszkani\w|m|kap[ıi] numaras[ıi]|daire|kat|kap[ıi]|sc|bl"
    r"|num[ăa]rul|үй\w{0,2}|пәтер\w{0,3}"
    r"|номер)(?![^\W\d_])"
)

RESUME = regex(
    r"(?<![^\W\d_])(?:резюме|анкет\w|cv|resume|профил\w|профіл\w|hh|хэ[дт]хантер\w?|work"
    r"|ворк)(?![^\W\d_])"
)
"""Pages that are numbered."""

SAYS = frozenset(
    """is am as under just simply named called login nick user name path handle heißt heiße bin
    unter jestem sunt
    ben mam nazwą nazwa numele there ukośniku slash in after that's it's like username goes by
    su adım after
    після после nickname там""".split()  # noqa: SIM905
)
"""Right before a name that looks like any word."""

NO_NAMES = frozenset(
    """public private empty available active updated linked below attached above there here this
    that work
    currently always usually very only your their nothing everything something remote write
    contact please
    open fluent native years until since before after after about where which first second fast
    clean slash
    email reach really great small large known written based located responsible never still
    often today
    better under telegram portfolio resume profile hello would could should these those other
    another""".split()  # noqa: SIM905
)
"""Words that stand there in plain sentences."""
