"""What people were told in the app, and what of it they have read."""

from datetime import timedelta

from db.models import Notification
from db.sample.chronicle import Chronicle
from db.sample.people import Cast, Person


class Bell:
    """Tells people what happened. Whoever has not looked since has it unread."""

    def __init__(self, chronicle: Chronicle, cast: Cast) -> None:
        self._chronicle = chronicle
        self._cast = cast

    def ring(
        self,
        recipient: Person,
        *,
        kind: str,
        event: str,
        vacancy_id: int,
        application_id: int,
        actor_id: int,
        days_ago: float,
        delay: timedelta = timedelta(),
        stage_id: int | None = None,
        read: float | None = None,
    ) -> None:
        """Tell somebody of an event in an application.

        `read` is when he opened what it speaks of, if that is known; else he read it the next
        time he looked, and has not if that lies ahead.
        """
        created = self._chronicle.at(days_ago)
        if read is None and days_ago > recipient.bell:
            read = max(recipient.bell, days_ago - self._chronicle.between(0.1, 1.0))
        read_at = None if read is None else max(self._chronicle.at(read), created + delay)
        self._chronicle.add(
            Notification(
                id=self._chronicle.key(created),
                recipient_id=self._cast.users[recipient.word],
                event=event,
                kind=kind,
                actor_id=actor_id,
                vacancy_id=vacancy_id,
                application_id=application_id,
                stage_id=stage_id,
                created_at=created,
                due_at=created + delay,
                read_at=read_at,
                lettered_at=created + delay,
            ),
        )
