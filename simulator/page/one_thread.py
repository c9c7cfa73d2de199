"""A thread that does one thing after another, so that a talk's lines never overlap.

A skill in this process may own what belongs to one thread, such as a database connection: all of its turns run here.
"""

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread, current_thread
from typing import Any, TypeVar

from simulator.page.errors import StillBusy

_Answer = TypeVar("_Answer")


class OneThread:
    """Runs jobs in the order in which they come; what a job raises is raised to whoever waits for it."""

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        # A daemon: a skill that never returns must not keep the program from ending.
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(self, job: Callable[[], _Answer], patience: float | None = None) -> _Answer:
        """Do it and wait for it, from within a job at once; raises StillBusy when the seconds are over."""
        if current_thread() is self._thread:
            return job()
        future: Future[_Answer] = Future()
        self._jobs.put((future, job))
        try:
            return future.result(patience)
        except TimeoutError:
            if future.done():
                raise
            raise StillBusy(begun=not future.cancel()) from None

    def stop(self) -> None:
        """Do what is waiting and no more; does not wait for it."""
        self._jobs.put(None)

    def _work(self) -> None:
        while waiting := self._jobs.get():
            future, job = waiting
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(job())
                except BaseException as error:  # whoever waits decides
                    future.set_exception(error)
