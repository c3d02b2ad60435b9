"""The detector against the development set of ../shared/data: no worse than it has been."""

import json
from collections import Counter
from pathlib import Path

import pytest

from services.contacts import find

SET = (
    Path(__file__).resolve().parents[4] / "shared" / "data" / "contacts" / "presidio_synth_v2.json"
)
KINDS = {"EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone", "DOMAIN_NAME": "url"}


def test_recall_and_precision_on_the_development_set():
    if not SET.exists():
        pytest.skip(f"the development set of ../shared/data is not beside this clone: {SET}")
    wanted, hit, reported, right = Counter(), Counter(), Counter(), Counter()
    for sample in json.loads(SET.read_text("utf-8")):
        found = find(sample["full_text"])
        spans = [span for span in sample["spans"] if span["entity_type"] in KINDS]
        for span in spans:
            kind = KINDS[span["entity_type"]]
            wanted[kind] += 1
            hit[kind] += any(
                contact.kind == kind
                and contact.start <= span["start_position"]
                and contact.end >= span["end_position"]
                for contact in found
            )
        for contact in found:
            if contact.kind in KINDS.values():
                reported[contact.kind] += 1
                right[contact.kind] += any(
                    span["start_position"] < contact.end and span["end_position"] > contact.start
                    for span in spans
                )
    recall = {kind: hit[kind] / wanted[kind] for kind in wanted}
    precision = {kind: right[kind] / reported[kind] for kind in reported}
    print(f"recall {recall}, precision {precision}, of {dict(wanted)}")  # noqa: T201 - with -s
    assert recall["email"] >= 0.995
    assert recall["phone"] >= 0.98
    assert recall["url"] >= 0.95
    assert min(precision.values()) >= 0.95
