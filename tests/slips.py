"""What slipped in before anybody looked: texts with contacts that customers see all the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from services.leaks import checking


@contextmanager
def nobody_looks() -> Iterator[None]:
    """What is shown inside is looked through by nobody: only reading cuts it."""
    with patch.object(checking, "_in_source", lambda *_: iter(())):
        yield
