"""Waiting on the outside for no longer than a turn can spare.

The time-outs of an HTTP client bound each step only (one look-up, one connect, one read): an answer whose bytes drip
slowly passes them all and takes for ever. Here the whole act is bounded.
"""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

_Answer = TypeVar("_Answer")


def within(seconds: float, act: Callable[[], _Answer]) -> _Answer:
    """What ``act()`` returns or raises, or ``TimeoutError`` when it has done neither after so many seconds.

    ``act`` runs in a thread of its own, which is left behind when the time is over and keeps no process from ending.
    It goes on until it ends by itself, so what it does may still happen, and it should have time-outs of its own.
    """
    outcome: Future[_Answer] = Future()
    Thread(target=_settle, args=(outcome, act), name="within", daemon=True).start()
    return outcome.result(timeout=seconds)


def _settle(outcome: Future[_Answer], act: Callable[[], _Answer]) -> None:
    try:
        outcome.set_result(act())
    except BaseException as error:
        outcome.set_exception(error)
