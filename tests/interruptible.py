"""Programs that a test interrupts, wherever the tests themselves run."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interruptible() -> Iterator[None]:
    """Programs that are started meanwhile can be interrupted.

    A shell starts what runs in the background with SIGINT ignored, and a program hands that on to those it starts.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
