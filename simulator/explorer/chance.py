"""Python's own chance, lent to the stage."""

import random
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def chance_put_back() -> Iterator[None]:
    """Afterwards Python's own chance goes on as if nobody had begun it anew meanwhile."""
    state = random.getstate()
    try:
        yield
    finally:
        random.setstate(state)
