"""Applications (candidate × vacancy), how they moved, who was shown them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime, order_index
from db.keys import new_key


class Application(Base):
    """A candidate considered for a vacancy.

    `presented_at` is the instant from which customers see the application: a little ahead of
    the act of presenting, so that it can be undone before anyone sees or is told.
    It is None while the candidate stands in a stage that customers do not see.
    """

    __tablename__ = "applications"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    vacancy_id: Mapped[int] = mapped_column(Key, ForeignKey("vacancies.id"))
    stage_id: Mapped[int] = mapped_column(Key, ForeignKey("stages.id"))
    presented_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    moved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own contract
    __table_args__ = (
        UniqueConstraint("candidate_id", "vacancy_id"),
        Index(None, "vacancy_id"),
        order_index("ix_applications_moved_at", "moved_at"),
    )


class StageChange(Base):
    """One move of an application, with the reason if one was given.

    `undone_at` marks a move that was taken back: it tells nobody and is not history.
    `surname_told`: whoever moved him knew the surname then.
    """

    __tablename__ = "stage_changes"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    application_id: Mapped[int] = mapped_column(Key, ForeignKey("applications.id"))
    from_stage_id: Mapped[int | None] = mapped_column(Key, ForeignKey("stages.id"))
    to_stage_id: Mapped[int] = mapped_column(Key, ForeignKey("stages.id"))
    moved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    moved_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    surname_told: Mapped[bool] = mapped_column(default=True)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index(None, "application_id"),)


class Presentation(Base):
    """An application shown to the customers of its vacancy, and the résumé version shown.

    `batch` is one act of presenting (one dialog, one letter). `ended_at` is set when the
    candidate goes back behind the curtain or the act is undone; nothing else ever changes.
    `digest` is that of the version it began with, "" where there was none.
    """

    __tablename__ = "presentations"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    batch: Mapped[int] = mapped_column(Key)
    application_id: Mapped[int] = mapped_column(Key, ForeignKey("applications.id"))
    vacancy_id: Mapped[int] = mapped_column(Key, ForeignKey("vacancies.id"))
    resume_version_id: Mapped[int | None] = mapped_column(Key, ForeignKey("resume_versions.id"))
    message: Mapped[str] = mapped_column(Text, default="")
    presented_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    presented_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    digest: Mapped[str] = mapped_column(default="")

    __table_args__ = (Index(None, "application_id"), Index(None, "vacancy_id"))


class Opening(Base):
    """The first time a customer opened a candidate's résumé in an application."""

    __tablename__ = "openings"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    application_id: Mapped[int] = mapped_column(Key, ForeignKey("applications.id"))
    customer_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("application_id", "customer_id"),)
