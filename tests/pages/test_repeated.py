"""What runs beside the app goes on whatever went wrong."""

import asyncio
import logging
import threading

from pages.endpoints.repeated import repeated


def test_it_goes_on_after_a_failure(caplog):
    done, times = threading.Event(), []

    def act():
        times.append(1)
        if len(times) == 1:
            raise ValueError
        done.set()

    async def run():
        async with repeated(act, every_seconds=0.0, failed="it could not be done"):
            assert await asyncio.to_thread(done.wait, 20)

    with caplog.at_level(logging.ERROR, logger="candela"):
        asyncio.run(run())
    assert "it could not be done" in caplog.text
