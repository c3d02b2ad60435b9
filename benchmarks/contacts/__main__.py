"""`make bench-contacts`: what contact detection finds, misses and invents, and how fast."""

import argparse
import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contacts.phrased.texts import doubted, each_line, phrased
from benchmarks.contacts.scores import Scores, scored
from benchmarks.contacts.sets import HANDS, Labelled, of_one_hand, read, written
from benchmarks.contacts.speed import print_contacts, print_speed
from benchmarks.tables import print_table

_ROOT = Path(__file__).resolve().parents[2]
KINDS = ("email", "phone", "url", "handle", "address")
_PRESIDIO = ("email", "phone", "url")  # its addresses are of no country's form


def main() -> None:
    """Measure each set and print its tables, then the speed."""
    asked = _arguments()
    own = written()
    for held, name in ((False, "written, development half"), (True, "written, held half")):
        part = [text for text in own if text.author.endswith("held") is held]
        if part:
            _print_set(name, part, KINDS)
    for hand in HANDS:
        _print_set(hand, of_one_hand(hand), KINDS)
    _print_set("phrased", phrased(), KINDS)
    _print_disguises()
    _print_set("doubted", doubted(), KINDS)
    for path in asked.sets:
        texts = list(read(path))
        _print_set(path.stem, texts, _PRESIDIO if texts[0].author == "presidio" else KINDS)
    print_speed([text.text for text in own])
    if asked.growth:
        print_contacts()


def _print_set(name: str, texts: Sequence[Labelled], kinds: Sequence[str]) -> None:
    groups: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    for text in texts:
        if text.contacts:
            groups[text.language, "disguised" if text.disguised else "clean"].append(text)
            groups["all", "disguised" if text.disguised else "clean"].append(text)
    print(f"\n{name}: {len(texts)} texts by {len({text.author for text in texts})} authors")
    rows = [
        (language, how, kind, *figures)
        for (language, how), part in sorted(groups.items())
        for kind, figures in _rows(scored(part, kinds=kinds), kinds)
    ]
    heads = ("language", "how", "kind", "labelled", "gone", "touched", "reported", "precision")
    print_table([heads, *rows])
    for how in ("clean", "disguised"):
        part = groups.get(("all", how), [])
        if part:
            total, reached = (
                scored(part, kinds=asked) for asked in (kinds, [k for k in kinds if k != "address"])
            )
            print(
                f"{how}: {_share(total.leaking, total.with_contacts)} of texts leak a contact, "
                f"{_share(reached.leaking, reached.with_contacts)} one that is no address"
            )
    free = scored([text for text in texts if not text.contacts], kinds=kinds)
    alarms = sum(score.reported for score in free.kinds.values())
    print(f"without contacts: {free.texts} texts, {alarms} alarms in {free.alarmed} of them")


def _print_disguises() -> None:
    """How many lines of each sort of disguise are wholly gone."""
    by_sort: dict[str, list[Labelled]] = defaultdict(list)
    for sort, line in each_line():
        by_sort[sort].append(line)
    rows = [("disguise", "lines", "gone")]
    for sort, lines in sorted(by_sort.items()):
        leaking = scored(lines, kinds=KINDS).leaking
        rows.append((sort, str(len(lines)), _share(len(lines) - leaking, len(lines))))
    print("\nphrased, by sort of disguise")
    print_table(rows)


def _rows(scores: Scores, kinds: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    rows = []
    for kind in kinds:
        score = scores.of(kind)
        if score.labelled or score.reported:
            gone, touched = (_share(part, score.labelled) for part in (score.gone, score.touched))
            precision = _share(score.right, score.reported)
            figures = (str(score.labelled), gone, touched, str(score.reported), precision)
            rows.append((kind, figures))
    return rows


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def _beside() -> list[Path]:
    """The sets that the environment names; otherwise those that lie beside this clone."""
    named = os.environ.get("CANDELA_CONTACT_SETS", "")
    if named:
        return [Path(one) for one in named.split(":")]
    return sorted((_ROOT.parent / "shared" / "data" / "contacts").glob("*.json"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.contacts", description=__doc__)
    parser.add_argument(
        "sets",
        type=Path,
        nargs="*",
        default=_beside(),
        help="further labelled sets (also CANDELA_CONTACT_SETS, with : between them); "
        "otherwise those in ../shared/data/contacts",
    )
    parser.add_argument("--growth", action="store_true", help="also time against length")
    return parser.parse_args()


if __name__ == "__main__":
    main()
