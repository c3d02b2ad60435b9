"""How the authors of the held-out part lay a résumé out as text."""

import textwrap

from benchmarks.contacts.written.marks import glued, unglued
from benchmarks.contacts.written.sheet import Sheet

_ICONS = {"email": "✉", "phone": "☎", "url": "🔗", "handle": "💬", "address": "⌂"}


def letter(sheet: Sheet) -> str:
    """A covering letter: sentences, and a signature with the rest of the contacts."""
    body = [sheet.say("interest"), sheet.trade.about]
    body += [
        f"{job.employer} ({job.city}), {job.period}: {'; '.join(job.tasks)}." for job in sheet.jobs
    ]
    body += [*sheet.sentences(), f"{sheet.trade.school}. {sheet.trade.skills}."]
    middle = body[2:]
    sheet.chance.shuffle(middle)
    signature = " · ".join(f"{word} {text}" for word, text in sheet.listed())
    paragraphs = [" ".join(body[:2]), " ".join(middle[:3]), " ".join(middle[3:]), *sheet.harmless,
                  sheet.say("bye") + ("\n" + signature if signature else "")]  # fmt: skip
    return "\n\n".join(paragraphs)


def europass(sheet: Sheet) -> str:
    """The common European form: a word on the left, its text on the right, spaces between."""
    head = sheet.head
    born = f"{sheet.chance.randint(1, 28)}/0{sheet.chance.randint(1, 9)}/{sheet.person.born}"
    rows = [
        ("CURRICULUM VITAE", ""), (sheet.phrase["candidate"], sheet.name), *sheet.listed(),
        (head["born"], born),
        (head["wish"], sheet.title),
        *(
            (job.period, f"{job.employer}, {job.city} – {', '.join(job.tasks)}")
            for job in sheet.jobs
        ),
        (head["school"], sheet.trade.school), (head["skills"], sheet.trade.skills),
        (head["other"], " ".join(sheet.sentences())), *(("", line) for line in sheet.harmless),
    ]  # fmt: skip
    lines = [f"{word:<24}  {text}".rstrip() for word, text in rows if word or text]
    return "\n".join([*lines, f"© 2002-2024 Curriculum vitae | {head['page']} 1/1"])


def designer(sheet: Sheet) -> str:
    """A template full of looks: icons for words, spaced headings, a column beside the text."""
    head = sheet.head
    listed = [item for item in sheet.items if item not in sheet.said]
    # A bare name needs its service beside it: an icon of a bubble says nothing.
    side = [
        f"{_ICONS[item.kind]} {item.text}" if item.kind in {"email", "phone", "address"}
        else f"{sheet.label(item)} › {item.text}" for item in listed
    ]  # fmt: skip
    main = [
        sheet.trade.about, *sheet.sentences(), "", " ".join(head["work"].upper()),
        *(
            "\n".join([f"{job.employer}  /  {job.period}", *(f"— {task}" for task in job.tasks)])
            for job in sheet.jobs
        ),
        "", " ".join(head["school"].upper()), sheet.trade.school,
    ]  # fmt: skip
    skills = [
        f"{skill} {'●' * sheet.chance.randint(2, 5)}" for skill in sheet.trade.skills.split(", ")
    ]
    column = [" ".join(head["contacts"].upper()), *side, ""] if side else []
    column += [" ".join(head["skills"].upper()), *skills, *sheet.harmless]
    name = [" ".join(sheet.name.upper()), sheet.title, ""]
    first, second = (column, main) if sheet.chance.random() < 0.5 else (main, column)
    return "\n".join([*name, *first, "", *second])


def agency(sheet: Sheet) -> str:
    """The profile that an agency writes about somebody: short notes between semicolons."""
    head = sheet.head
    notes = "; ".join([*(f"{word} – {text}" for word, text in sheet.listed()), sheet.say("strong")])
    lines = [
        f"{sheet.phrase['candidate'].upper()} № {sheet.chance.randint(1000, 9999)} / {sheet.title}",
        f"{sheet.name}, {sheet.age}; {sheet.jobs[0].city}; {sheet.say('total')}",
        *(
            f"{place}) {job.period} {job.employer}: {'; '.join(job.tasks)}"
            for place, job in enumerate(sheet.jobs, 1)
        ),
        f"{head['skills']}: {sheet.trade.skills}; {sheet.trade.school}", *sheet.harmless,
        f"{head['other']}: {notes}", sheet.say("comment"), *sheet.sentences(),
    ]  # fmt: skip
    return "\n".join(lines)


def markdown(sheet: Sheet) -> str:
    """A file of plain text with Markdown's signs, as programmers and students keep it."""
    head = sheet.head
    lines = [f"# {sheet.name}", f"*{sheet.title}*, {sheet.jobs[0].city}", ""]
    lines += [f"- **{word}:** {text}" for word, text in sheet.listed()]
    lines += ["", f"> {sheet.trade.about}", "", f"## {head['work']}"]
    for job in sheet.jobs:
        lines += [f"### {job.employer} _({job.period})_", *(f"1. {task}" for task in job.tasks)]
    lines += ["", f"## {head['other']}", *sheet.sentences()]
    lines += [*(f"- {line}" for line in sheet.harmless), "", f"`{sheet.trade.skills}`"]
    lines += [f"**{head['school']}** — {sheet.trade.school}", f"<!-- {sheet.say('updated')} -->"]
    return "\n".join(lines)


def scan(sheet: Sheet) -> str:
    """A scan of narrow pages: words cut at line ends, a head and a foot that return."""
    head, listed = sheet.head, sheet.listed()
    running = "CV"  # what the head of every page repeats
    if listed and sheet.chance.random() < 0.4:
        running = " ".join(listed.pop())
    parts = [
        f"{sheet.title}. {sheet.trade.about}",
        *(f"{word} {text}" for word, text in listed),
        *(f"{job.employer}, {job.period}, {', '.join(job.tasks)}." for job in sheet.jobs),
        *sheet.sentences(), *sheet.harmless, f"{head['school']}: {sheet.trade.school}",
        f"{head['skills']}: {sheet.trade.skills}", sheet.say("consent"),
    ]  # fmt: skip
    kept = glued("\n".join(parts))
    lines = [piece for line in kept.split("\n") for piece in _cut(line)]
    page = f"{sheet.name.upper()}   {running}   {head['page']} "
    middle = len(lines) // 2
    text = "\n".join([page + "1", *lines[:middle], "", page + "2", *lines[middle:]])
    return unglued(text)


def _cut(line: str) -> list[str]:
    """Lines of 46 signs at most; long words of letters only are cut with a hyphen."""
    lines = textwrap.wrap(line, 46, break_long_words=False, break_on_hyphens=False) or [""]
    for place, text in enumerate(lines[1:], 1):
        word, space, rest = text.partition(" ")
        if len(word) > 9 and word.isalpha() and len(lines[place - 1]) < 42:
            half = len(word) // 2
            lines[place - 1] += f" {word[:half]}-"
            lines[place] = word[half:] + space + rest
    return lines
