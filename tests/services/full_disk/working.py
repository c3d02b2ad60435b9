"""Work done in a process of its own, in which no file may grow past a limit: a disk that is full."""

import resource
import signal
from pathlib import Path

from services.candidates.forms import CandidateForm, add
from services.candidates.views import candidates
from services.errors import CannotStore
from services.work import perform_aside
from tests.house import House, open_house

ROOM = 200_000  # bytes a file may have: the database's log is full after a few candidates


def work_on_a_full_disk(url: str, folder: str, recruiter, answers) -> None:
    """Add candidates until the disk is full, then go on, then get room again."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails instead of killing us
    house = open_house(url, Path(folder))
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, resource.RLIM_INFINITY))
    taken, refused = fill(house, recruiter)
    aside = CandidateForm("Aside" * 30, headline="y" * 190)
    perform_aside(house.installation, recruiter, add, form=aside)
    try:
        house.installation.files.put(b"x" * (ROOM + 1))
        file = "taken"
    except CannotStore:
        file = "refused"
    left = {path.name for path in (Path(folder) / "files").glob("??/*")}
    read = house.ask(recruiter, candidates).rows
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    house.do(recruiter, add, form=CandidateForm("After"))
    house.installation.database.close()
    answers.put((taken, refused, file, left, len(read)))


def fill(house: House, recruiter) -> tuple[list[str], int]:
    """Names that were acknowledged, and how many acts were refused for want of room."""
    taken, refused = [], 0
    for number in range(400):
        name = f"Number {number} " + "x" * 150
        try:
            house.do(recruiter, add, form=CandidateForm(name, headline="y" * 190))
        except CannotStore:
            refused += 1
            if refused > 2:
                break
        else:
            taken.append(name)
    return taken, refused
