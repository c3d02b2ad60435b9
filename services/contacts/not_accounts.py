"""Words that follow "Telegram" or @ and are nobody's account."""

PLAIN_WORDS = frozenset(
    """bot bots api apis channel channels group groups and for with yes the not none available
    online business developer development developers actions copilot pages integration integrations
    marketing ads sales manager support chat chats client clients app apps web premium stories
    reels desktop messenger mini miniapp webapp login auth oauth sdk cli ci cd flow workflow
    workflows runner runners enterprise server community learning navigator recruiter talent
    telegram whatsapp viber skype signal discord slack facebook instagram linkedin github gitlab
    http https www same also see link profile account id name via email mail phone tel call
    management administration analytics design automation testing project projects repository
    repositories issues portfolio meet teams zoom jira trello notion figma confluence google
    twitter tiktok youtube behance dribbble habr kaggle target targeting smm seo content blog
    posts page jetpack compose node python java javascript typescript react vue angular django
    aiogram telethon pyrogram redis kafka docker backend frontend fullstack engineer company
    formerly previously former aka now ex
    notebook notebooks competition competitions dataset datasets kernel kernels grandmaster master
    expert silver gold bronze badge badges stars repo repos gist gists followers subscribers views
    actions learning premium certified certificate course courses group ads insights shorts video
    videos channel music bots inline webhook webhooks gateway transport protocol graph
    contact contacts hidden removed redacted deleted
    notifications alerts payments passport wallet ton connect login marketplace
    auch und oder nur noch hier dort też oraz lub tylko sau doar și ve veya sadece
    communities knowledge literacy proficiency advertising outreach growth engagement audience
    audiences copywriting storytelling etiquette presence giveaways contests announcements updates
    correspondence negotiations moderation moderator moderators admin admins assistant assistants
    only first primary main preferred please prefers prefer
    personal best calls messages texts nights evenings weekdays weekends protest type search
    bothelp salebot sendpulse manychat leadtex bitrix24 bitrix amocrm kommo senler chatfuel chaport
    jivo jivosite umnico wazzup wazzup24 unisender mailchimp""".split()  # noqa: SIM905 - a list of words reads as words
)

CODE_WORDS = frozenset(
    """media import charset supports keyframes include extend mixin use apply layer component
    injectable input output ngmodule module controller service repository entity bean autowired
    transactional override deprecated test before after param return returns throws author see
    since todo property staticmethod classmethod dataclass dataclasses angular babel types nestjs
    vue react reduxjs tanstack mui storybook aws sdk emotion testing nuxt sveltejs nx ionic
    capacitor configuration springbootapplication restcontroller requestmapping getmapping
    postmapping valid notnull nullable mock spy query mutation decorator pytest fixture here home
    work state binding published mainactor objc escaping observable environment stateobject
    environmentobject viewbuilder composable inject provides singleton component hiltviewmodel
    preview functools wraps cached_property lru_cache cache abstractmethod overload final retry
    task shared_task login_required app router route get post put patch delete receiver
    contextmanager asynccontextmanager jit njit given parametrize mark patch lombok data getter
    setter builder slf4j value column table id onetomany manytoone manytomany onetoone
    generatedvalue jsonproperty requestbody pathvariable requestparam enablecaching cacheable
    scheduled async eventlistener kafkalistener conditional profile primary qualifier scope
    postconstruct predestroy aspect around pointcut before aftereach beforeeach hostlistener
    viewchild directive pipe font-face page namespace document viewport container tailwind
    interface protocol suppresswarnings functionalinterface safevarargs inheritdoc link code
    deprecated typedef callback typeparam template example internal all everyone channel
    oncall transaction atomic deploybot
    immutable mutable importrange query arrayformula vlookup filterxml googlefinance
    packed useguards springboottest mockbean usepipes useinterceptors unsafe nonnull
    noinline inline unchecked autoclosure frozen objcmembers uiapplicationmain viewmodel injectmocks
    smoke regression sanity e2e flaky slow wip critical onready export tool rpc
    sendable available discardableresult inlinable propertywrapper resultbuilder""".split()  # noqa: SIM905
)
