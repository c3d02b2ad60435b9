"""The sender that keeps letters, for every test of interviews."""

from tests.services.interviews.post import post  # noqa: F401 - a fixture
