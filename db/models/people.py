"""People who sign in, and the companies customers belong to."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Company(Base):
    """A customer's company or department; what an opened note is opened to.

    One that was merged into another stays as a name that leads there (`merged_into_id`).
    """

    __tablename__ = "companies"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    merged_into_id: Mapped[int | None] = mapped_column(Key, ForeignKey("companies.id"))


class User(Base):
    """Somebody with a login: an administrator, a recruiter or a customer.

    The columns from `company_id` down are a customer's; for staff they keep their defaults.
    """

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    role: Mapped[str]
    email: Mapped[str]
    folded_email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    position: Mapped[str] = mapped_column(default="")
    messenger: Mapped[str] = mapped_column(default="")
    # What stands under a member of staff's letters, and his photo (a name in the file store).
    signature: Mapped[str] = mapped_column(Text, default="")
    # Whether the copies to customers begin ticked in a form of his; else he ticks them himself.
    copies_ticked: Mapped[bool] = mapped_column(default=True)
    photo: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    time_zone: Mapped[str]
    blocked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    digest_hour: Mapped[int] = mapped_column(default=9)
    last_seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)

    company_id: Mapped[int | None] = mapped_column(Key, ForeignKey("companies.id"))
    external: Mapped[bool] = mapped_column(default=True)
    contacts_hidden: Mapped[bool] = mapped_column(default=False)
    invited_by_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    # Access that ends by itself: when, since which vacancy was closed (no foreign key: the two
    # tables would name each other), who decided so, when he is to be warned, when he was.
    access_ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    access_ends_with_id: Mapped[int | None] = mapped_column(Key)
    access_ends_by_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    access_warns_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    access_warned_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    # Counted by whoever edits a person: being seen is not an edit that others must know of.
    __mapper_args__ = {  # noqa: RUF012 - SQLAlchemy's own contract
        "version_id_col": version,
        "version_id_generator": False,
    }
