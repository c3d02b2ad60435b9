"""Names of companies and products that are written like a site: where somebody worked."""

KNOWN = frozenset(
    """ozon.ru avito.ru mail.ru yandex.ru ya.ru rambler.ru wildberries.ru wb.ru hh.ru superjob.ru
    lamoda.ru
    2gis.ru drom.ru auto.ru cian.ru sber.ru sberbank.ru tinkoff.ru tbank.ru vk.com ok.ru rbc.ru
    lenta.ru ria.ru rutube.ru kinopoisk.ru dns-shop.ru citilink.ru mvideo.ru eldorado.ru sbis.ru
    aviasales.ru tutu.ru ostrovok.ru banki.ru sravni.ru youla.ru domclick.ru habr.com vc.ru ivi.ru
    rozetka.com.ua prom.ua olx.ua work.ua rabota.ua robota.ua dou.ua djinni.co ukr.net i.ua
    meta.ua privat24.ua bigmir.net makeup.com.ua hotline.ua ria.com auto.ria.com dom.ria.com
    foxtrot.com.ua comfy.ua allo.ua eva.ua kolesa.kz krisha.kz kaspi.kz market.kz onliner.by tut.by
    av.by kufar.by allegro.pl olx.pl onet.pl pracuj.pl emag.ro olx.ro hepsiburada.com n11.com
    trendyol.com gittigidiyor.com sahibinden.com yemeksepeti.com check24.de otto.de idealo.de
    booking.com amazon.com ebay.com google.com facebook.com linkedin.com github.com gitlab.com
    instagram.com youtube.com twitter.com x.com airbnb.com uber.com netflix.com apple.com
    microsoft.com oracle.com salesforce.com monday.com wix.com upwork.com freelancer.com
    glassdoor.com indeed.com stackoverflow.com kaggle.com leetcode.com hackerrank.com codewars.com
    coursera.org udemy.com edx.org stepik.org gmail.com outlook.com hotmail.com yahoo.com
    icloud.com hostinger.com godaddy.com bolt.eu alibaba.com aliexpress.com agoda.com trip.com
    hotels.com expedia.com skyscanner.com wikipedia.org python.org java.com php.net telegram.org
    t.me wa.me hh.kz hh.uz privatbank.ua monobank.ua novaposhta.ua ukrposhta.ua diia.gov.ua
    silpo.ua epicentrk.ua atbmarket.com nova.ua pumb.ua kyivstar.ua lifecell.ua vodafone.ua
    megafon.ru mts.ru beeline.ru x5.ru magnit.ru perekrestok.ru sbermarket.ru samokat.ru vtb.ru
    alfabank.ru gazprom.ru rzd.ru gosuslugi.ru nalog.ru satu.kz halykbank.kz egov.kz beeline.kz
    zalando.de mobile.de immobilienscout24.de morele.net ceneo.pl gratka.pl otomoto.pl
    ejobs.ro bestjobs.eu dedeman.ro kariyer.net ciceksepeti.com getir.com
    shopify.com stripe.com paypal.com spotify.com etsy.com canva.com notion.so
    tripadvisor.com dhl.com ups.com fedex.com maersk.com flexport.com dpd.com dsv.com
    kuehne-nagel.com helsi.me doc.ua mpstats.io mymaths.co.uk mathletics.com kahoot.com quizlet.com
    duolingo.com trimble.com garmin.com leica-geosystems.com topcon.com uchi.ru resh.edu.ru
    bamboohr.com tgstat.ru tilda.cc youcontrol.com.ua вчасно.ua vchasno.ua telemetr.io livedune.ru
    popsters.ru liga.net opendatabot.ua roistat.com calltouch.ru getcourse.ru envybox.io
    mango-office.ru hubspot.com mailchimp.com zendesk.com intercom.com miro.com trello.com
    asana.com
    airtable.com zapier.com make.com figma.com tableau.com semrush.com ahrefs.com similarweb.com
    workable.com greenhouse.io lever.co bamboo.hr peopleforce.io huntflow.ru cleverstaff.net
    dou.eu happymonday.ua jooble.org zarplata.ru rabota.ru gorodrabot.ru
    skysmart.ru prodoctorov.ru docdoc.ru znanylekarz.pl doctolib.de ikea.ru ikea.com""".split()  # noqa: SIM905 - a list of words reads as words
)


def is_an_employer(name: str) -> bool:
    """Whether the site is a company's that everybody knows, or an office's or a school's."""
    low = name.lower().removeprefix("www.")
    parent = low.partition(".")[2]
    return (
        low in KNOWN
        or parent in KNOWN
        or any(f".{part}." in f".{low}." for part in ("gov", "edu", "mil", "ac"))
    )
