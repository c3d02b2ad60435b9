"""How the authors of the open part lay a résumé out as text."""

import textwrap

from benchmarks.contacts.written.marks import around, glued, unglued
from benchmarks.contacts.written.sheet import Sheet

_MISREAD = {" ": ("  ", " ", " '"), "о": "0с", "О": "0", "З": "3", "п": "n", "и": "н",
            "l": "1i", "і": "l", "m": ("rn",), "e": "c", "а": "a", ",": ".", "н": "и"}  # fmt: skip


def recruiter_export(sheet: Sheet) -> str:
    """A candidate's card exported from a recruiting system: keys and values."""
    head, chance, listed = sheet.head, sheet.chance, sheet.listed()
    foot = f"{head['page']} 1 / 2"
    if listed and chance.random() < 0.3:
        foot = f"{foot} | {sheet.name} | {': '.join(listed.pop())}"
    lines = [
        f"{sheet.phrase['candidate']}: {sheet.name} (ID {chance.randint(100_000, 999_999)})",
        f"{sheet.phrase['vacancy']}: {sheet.title}", sheet.say("status"), sheet.say("source"),
        f"{head['city']}: {sheet.jobs[0].city}", *(f"{word}: {text}" for word, text in listed),
        f"--- {head['work']} ---",
    ]  # fmt: skip
    for job in sheet.jobs:
        lines += [
            f"[{job.period}] {job.employer}, {job.city}",
            *(f"* {task}" for task in job.tasks),
        ]
    lines += [
        f"--- {head['other']} ---", f"{head['school']}: {sheet.trade.school}",
        f"{head['skills']}: {sheet.trade.skills}", *sheet.harmless,
        " ".join([sheet.say("comment"), *sheet.sentences()]), foot,
    ]  # fmt: skip
    return "\n".join(lines)


def hand_typed(sheet: Sheet) -> str:
    """Typed in a hurry: small letters, commas for everything, few line breaks."""
    head, chance = sheet.head, sheet.chance
    contacts = [f"{word.lower()} {text}" for word, text in sheet.listed()]
    chance.shuffle(contacts)
    jobs = [f"{job.period} {job.employer} - {', '.join(job.tasks)}" for job in sheet.jobs]
    lines = [
        sheet.name, ", ".join([*contacts, f"{head['city'].lower()} {sheet.jobs[0].city}"]), "",
        f"{sheet.title.lower()}. {sheet.trade.about}", "", f"{head['work'].upper()}:", *jobs,
        f"{head['school'].lower()}: {sheet.trade.school}", *sheet.sentences(), *sheet.harmless,
        f"{head['skills'].lower()}: {sheet.trade.skills.lower()}",
    ]  # fmt: skip
    return "\n".join(lines)


def job_site(sheet: Sheet) -> str:
    """A résumé saved from a job site."""
    head, chance = sheet.head, sheet.chance
    born = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{sheet.person.born}"
    lines = [
        sheet.name, sheet.say("person"), f"{head['born']}: {born}", "",
        *(
            f"{text} — {word}" if chance.random() < 0.3 else f"{word}: {text}"
            for word, text in sheet.listed()
        ),
        "", head["wish"], sheet.title, "", f"{head['work']} — {sheet.say('total')}",
    ]  # fmt: skip
    for job in sheet.jobs:
        lines += [
            job.period,
            f"{job.employer}",
            f"{job.city}",
            *(f"• {task}" for task in job.tasks),
        ]
    lines += ["", head["school"], sheet.trade.school, "", head["skills"], sheet.trade.skills, "",
              head["about"], sheet.trade.about, *sheet.sentences(), "", *sheet.harmless,
              sheet.say("updated")]  # fmt: skip
    return "\n".join(lines)


def messenger(sheet: Sheet) -> str:
    """A chat in which somebody tells about himself."""
    chance = sheet.chance
    said = [sheet.say("hello"), sheet.trade.about]
    said += [f"{job.employer}, {job.period}: {'; '.join(job.tasks)}" for job in sheet.jobs]
    said += [f"{word} {text}" for word, text in sheet.listed()]
    said += [*sheet.sentences(), *sheet.harmless, sheet.trade.skills]
    middle = said[2:]
    chance.shuffle(middle)
    said = [*said[:2], *middle, chance.choice(("👍", "🙏", ")))", "🙂"))]
    minute = chance.randint(540, 1100)
    day = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.2024"
    lines = []
    for line in said:
        minute += chance.randint(0, 2)
        lines.append(f"[{day}, {minute // 60}:{minute % 60:02}] {sheet.person.given}: {line}")
    return "\n".join(lines)


def ocr_like(sheet: Sheet) -> str:
    """A scan read by a machine: broken lines, stray signs, letters read wrong beside contacts."""
    head, chance = sheet.head, sheet.chance
    parts = [
        f"{sheet.name.upper()} | {sheet.title}",
        *(f"{word}: {text}" for word, text in sheet.listed()),
        f"{head['about'].upper()} {sheet.trade.about} {' '.join(sheet.sentences())}",
        f"{head['work'].upper()}",
        *(
            f"{job.period}. {job.employer}, {job.city}. {'. '.join(job.tasks)}."
            for job in sheet.jobs
        ),
        f"{head['school'].upper()}: {sheet.trade.school}",
        f"{head['skills']}: {sheet.trade.skills}",
        *sheet.harmless, f"- {chance.randint(1, 3)} -",
    ]  # fmt: skip

    def noise(text: str) -> str:
        return "".join(
            chance.choice(_MISREAD[sign]) if sign in _MISREAD and chance.random() < 0.03 else sign
            for sign in text
        )

    kept = glued("\n".join(parts))
    lines = [piece for line in kept.split("\n") for piece in _wrapped(line)]
    text = around("\n".join(lines), noise)
    return unglued(text)


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, 58, break_long_words=False, break_on_hyphens=False) or [""]


def table_cells(sheet: Sheet) -> str:
    """A table of a word processor, flattened: a tab or a bar between cells."""
    head = sheet.head
    bar = sheet.chance.choice(("\t", " | ", " | "))
    rows = [
        (sheet.name, sheet.title), *sheet.listed(), (head["city"], sheet.jobs[0].city),
        (head["about"], " ".join([sheet.trade.about, *sheet.sentences()])),
        *((job.period, f"{job.employer}; {'; '.join(job.tasks)}") for job in sheet.jobs),
        (head["school"], sheet.trade.school), (head["skills"], sheet.trade.skills),
        *((head["other"], line) for line in sheet.harmless),
    ]  # fmt: skip
    return "\n".join(bar.join(row) for row in rows)
