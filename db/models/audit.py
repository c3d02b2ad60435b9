"""The audit trail: who did what to which object."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class AuditEntry(Base):
    """One act of one person. `details` is JSON: fields changed, never a secret.

    No foreign keys: the trail outlives what it speaks of.
    """

    __tablename__ = "audit_entries"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    acted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[int | None] = mapped_column(Key)
    act: Mapped[str]
    object_kind: Mapped[str]
    object_id: Mapped[int] = mapped_column(Key)
    details: Mapped[str] = mapped_column(Text, default="{}")

    __table_args__ = (Index(None, "object_kind", "object_id"),)
