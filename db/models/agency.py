"""The agency: one row, because one installation serves one agency."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Agency(Base):
    """The agency's own name, contacts and defaults."""

    __tablename__ = "agencies"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    # Always 1: two browsers that race through the set-up page collide here.
    only: Mapped[int] = mapped_column(default=1, unique=True)
    name: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    site: Mapped[str] = mapped_column(default="")
    base_url: Mapped[str] = mapped_column(default="")
    # How letters look: #rrggbb, empty for ours; the stored picture's name, empty without one.
    colour: Mapped[str] = mapped_column(default="")
    logo: Mapped[str] = mapped_column(default="")
    # Chosen by an administrator; without a choice the configuration holds.
    access_ends_after_days: Mapped[int | None]
    access_warned_days_before: Mapped[int | None]
    # What is left out for customers from whom contacts are hidden, unless a candidate's own choice
    # says otherwise; and whether the agency's contacts are put into safe versions.
    without_surname: Mapped[bool] = mapped_column(default=False)
    without_photo: Mapped[bool] = mapped_column(default=False)
    without_birth: Mapped[bool] = mapped_column(default=False)
    without_employers: Mapped[bool] = mapped_column(default=False)
    with_own_contacts: Mapped[bool] = mapped_column(default=True)
    # A line each: they may stand in safe versions that were made before they changed.
    former_contacts: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str]
    time_zone: Mapped[str]
    # Counts the saves of the template of stages (`TemplateStage`).
    stages_version: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
