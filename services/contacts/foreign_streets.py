"""Addresses as other countries write them, and houses that have a name and a postal code."""

from services.contacts.regexes import regex

_WORDS = (
    r"[A-ZÀ-ÖØ-ÞŚŻŁČŠŽĐÉ][\w’'.-]{1,25}(?: (?:de |di |del |della |du |des |la |le |van |von "
    r"|der |den )?[\w’'.-]{1,25}){0,3}"
)
_NUMBER = r"(?!(?:19|20)\d\d(?!\w))\d{1,4}(?: ?[a-zA-Z](?!\w))?(?:[/-]\d{1,4}){0,2}(?!\w|[.,]\d)"
UK_POSTCODE = r"(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?!\w)"
# "DN four 6 TQ", "LS6 one-H-S", "B N 2  1 E H": partly told in words, or letter by letter.
_FIGURE = r"(?:\d|one|two|three|four|five|six|seven|eight|nine|zero)"
SPELT_POSTCODE = (
    rf"(?:[A-Z][ .]?(?:[A-Z][ .]{{0,2}})?(?:{_FIGURE}[ .]?){{1,2}}[ .]{{0,2}}"
    rf"{_FIGURE}[ .-]{{0,2}}[A-Z][ .-]?[A-Z])\.?(?!\w)"
)
OTHER_CODES = (
    r"(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4}|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \d{4})"
    r"(?!\w)"
)
"""Of Canada, of Ireland, of Australia."""

TOLD_ABROAD = regex(
    r"(?<!\w)(?:[Rr]ue|[Qq]uai|[Aa]llée|[Ii]mpasse|[Cc]hemin|[Cc]ours|[Pp]lace|[Vv]ia|[Vv]iale"
    r"|[Cc]orso"
    r"|[Pp]iazza|[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda|[Pp]aseo|[Pp]laza|[Cc]arrer|[Rr]ua|[Aa]v\."
    r"|[Bb]d)(?!\w)"
    r"|(?<!\w)(?:Straße|Strasse|Platz|Allee|Weg|Ufer) (?:de[rs]|am|an|zu[mr])(?!\w)"
    r"|(?<=[a-zäöåøæßé])(?:straat|laan|gracht|kade|plein|weg|gate|gata|gatan|vägen|veien|vej|gade"
    r"|katu|tie|straße|strasse|gasse|platz|steig|ufer|allee|damm|ring|markt)(?!\w)"
    r"|(?<!\w)(?:gate|gata|gatan|väg|veg|vei|utca|út|tér|ulice|nám|nábř|cesta|iela|gatvė|katu"
    r"|straat|laan|weg|Markt|Platz|Str)(?!\w)"
)
ABROAD = regex(
    r"(?<!\w)(?:Straße|Strasse|Platz|Allee|Weg|Ufer) (?:de[rs]|am|an der|zu[mr]) (?:\d{1,2}\. )?"
    rf"[A-ZÄÖÜ][\w’'-]{{2,25}},? {_NUMBER}|"
    rf"(?<!\w)\d{{1,4}}(?: ?(?:bis|ter))?,? (?:[Rr]ue|[Qq]uai|[Aa]llée|[Ii]mpasse|[Cc]hemin"
    rf"|[Cc]ours"
    rf"|[Pp]lace|[Aa]v(?:enue|\.)|[Bb](?:oulevard|d)) (?:d[eu]s? |de la |de l[’'])?{_WORDS}"
    rf"|(?<!\w)(?:[Vv]ia|[Vv]iale|[Cc]orso|[Pp]iazza|[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\.?"
    rf"|[Pp]aseo|[Pp]laza"
    rf"|[Cc]arrer|[Rr]ua|[Rr]ue) ?(?:d[eio]l?l?a?s? )?{_WORDS},? (?:nº? ?|n\. ?)?{_NUMBER}"
    r"(?:,? \d{1,2}[ºª°oa](?: ?[A-Z])?(?!\w))?"
    rf"|(?<!\w)(?:(?:[Aa]m|[Aa]n der|[Ii]m|[Zz]um|[Zz]ur|[Aa]uf der) "
    rf")?(?:[A-ZÄÖÜÅØ][\w’'.-]{{2,25}} ){{0,2}}"
    r"(?:(?<! )|(?<=[^\W\d_] )|(?!(?:Platz|Markt|Ring|Damm|Steig) ))"
    r"(?!(?:Regal|Lager|Stell|Arbeits|Ausbildungs|Studien)platz)"
    r"[A-ZÄÖÜÅØ][\w’'-]{2,30}(?<=traat|.laan|racht|.kade|plein|..weg|.gate|.gata|gatan|vägen"
    r"|veien|..vej"
    rf"|.gade|.katu|..tie|traße|rasse|gasse|platz|steig|.ufer|allee|.damm|.ring|markt|Markt"
    rf"|Platz),? {_NUMBER}"
    rf"|(?<!\w)(?:[A-ZÀ-ÞŐŰČŠŽ][\w’'.-]{{2,25}} ){{1,3}}(?:gate|gata|gatan|väg|veg|vei|utca|út"
    rf"|tér|ulice|iela|gatvė|katu|weg|Str\.)"
    rf" (?:[Nn]r\.? ?)?{_NUMBER}"
)

TOLD_BY_A_WARD = regex(r"(?<!\w)(?:Brgy|Barangay|Purok|CHS)(?!\w)")
BY_A_WARD = regex(
    r"(?:(?<!\w)(?:Blk|Block|Lot|Purok|Phase|Unit|House|Zone|Sitio|No\.?|#) ?\w{1,4},? ){0,4}"
    r"(?:\d{1,4} )?(?:[A-Z][\w’'.-]{1,20} ){0,3}(?:[A-Z]\w{1,12}\.?, )?(?:Brgy\.?|Barangay) "
    r"[A-Z0-9][\w’'.-]{0,20}(?: [A-Z][\w’'-]{1,20}){0,2}"
    r"(?:, [A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2}){0,3}(?:,? \d{4}(?!\d))?"
)
"""Purok 3, Brgy. San Jose, Iloilo City."""

TOLD_BY_A_CODE = regex(rf"(?<!\w){UK_POSTCODE}")
BY_A_CODE = regex(
    r"(?<![\w’'.-])(?:(?:[A-Z][\w’'.-]{1,20}|(?!0)\d{1,4}[A-Za-z]?|of|the|on|upon|le|y)[ ]?){1,5}"
    r"(?:(?:,[ \n]{1,2}|\n {0,24})(?:(?:[A-Z][\w’'.-]{1,20}|\d{1,4}[A-Za-z]?|of|the|on|upon|le"
    r"|y)[ ]?){1,5}){1,4}"
    rf"[, \n]{{0,2}}{UK_POSTCODE}"
)
"""The Old Chapel, Ffordd Las, Wrexham LL14 4BD."""
PERSON_BEFORE = regex(
    r"(?!The |[^,\n]*(?:House|Cottage|Chapel|Mill|Lodge|Hall|Court|Farm|Barn|Villa|Manor|Tower"
    r"|Lane|Road"
    r"|Street|Close|Grove|View|Place|Gardens|Rectory|Vicarage|Wharf|Grange)\b)"
    r"[A-Z][\w’'.-]{1,20}(?: [A-Z][\w’'.-]{0,20}){1,2},[ \n]{1,2}(?=[^,\n]+[,\n])"
)
"""A name of somebody, not of a house, before the first comma."""
