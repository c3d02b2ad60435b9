"""The audit trail: written in the same unit of work as the act itself."""

import json

from db.models import AuditEntry
from services.work import Work


def record(work: Work, act: str, object_kind: str, object_id: int, **details: object) -> None:
    """Record that the viewer did `act` to an object; details never hold a secret."""
    work.add(
        AuditEntry(
            acted_at=work.now,
            actor_id=work.viewer.user_id or None,
            act=act,
            object_kind=object_kind,
            object_id=object_id,
            details=json.dumps(details, ensure_ascii=False, default=str, sort_keys=True),
        ),
    )
