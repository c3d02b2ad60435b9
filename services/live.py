"""Waking open tabs: what is pushed is only "look again"; the rerun reads through the scope."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable

Callback = Callable[[], None]


class LiveHub:
    """Which open tabs belong to whom, within this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tabs: dict[int, list[Callback]] = defaultdict(list)

    def subscribe(self, user_id: int, callback: Callback) -> Callable[[], None]:
        """Call `callback` (from any thread) whenever the user should look again.

        Returns the function that ends the subscription.
        """
        with self._lock:
            self._tabs[user_id].append(callback)

        def unsubscribe() -> None:
            with self._lock:
                tabs = self._tabs.get(user_id, [])
                if callback in tabs:
                    tabs.remove(callback)
                if not tabs:
                    self._tabs.pop(user_id, None)

        return unsubscribe

    def tabs_of(self, user_id: int) -> int:
        """How many tabs of this user listen."""
        with self._lock:
            return len(self._tabs.get(user_id, ()))

    def wake(self, user_ids: Iterable[int]) -> None:
        """Wake every open tab of these users."""
        with self._lock:
            tabs = [self._tabs.get(user, []) for user in set(user_ids)]
            callbacks = [callback for one in tabs for callback in one]
        for callback in callbacks:
            callback()

    def wake_later(self, user_ids: Iterable[int], seconds: float) -> None:
        """Wake these users once the undo window of an act has passed."""
        timer = threading.Timer(seconds, self.wake, (tuple(user_ids),))
        timer.daemon = True
        timer.start()
