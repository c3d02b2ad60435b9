"""What people are told inside the app: one event, one message per person."""

from services.notifications.telling import (
    remind,
    tell_customers,
    tell_of_vacancy,
    tell_recruiter,
    tell_staff,
    wake_customers,
    withdraw,
    withdraw_unheard,
)
from services.notifications.views import (
    NotificationView,
    mark_read,
    notifications,
    told_in,
    unread_count,
)

__all__ = [
    "NotificationView",
    "mark_read",
    "notifications",
    "remind",
    "tell_customers",
    "tell_of_vacancy",
    "tell_recruiter",
    "tell_staff",
    "told_in",
    "unread_count",
    "wake_customers",
    "withdraw",
    "withdraw_unheard",
]
