"""Things that are kept by an id: not too many of them, and not for ever."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar
from uuid import uuid4

Thing = TypeVar("Thing")


class Kept(Generic[Thing]):
    """At most ``most`` things, the oldest of which makes room; each for ``seconds``, if that is given.

    Any number of threads may use it.
    """

    def __init__(self, most: int, seconds: float | None = None, timer: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._seconds = seconds
        self._timer = timer
        self._things: dict[str, tuple[float, Thing]] = {}
        self._lock = Lock()

    def add(self, thing: Thing) -> str:
        """Keep a thing; its id, which nobody can guess."""
        with self._lock:
            if len(self._things) >= self._most:
                del self._things[next(iter(self._things))]
            name = str(uuid4())
            self._things[name] = (self._timer(), thing)
        return name

    def get(self, name: str) -> Thing | None:
        """The thing of an id; None when there is none, or no longer."""
        return dict(self.newest_first()).get(name)

    def drop(self, name: str) -> bool:
        """Forget a thing; False when there is none of that id."""
        with self._lock:
            return self._things.pop(name, None) is not None

    def newest_first(self) -> list[tuple[str, Thing]]:
        """Every thing that is still kept, with its id."""
        with self._lock:
            if self._seconds is not None:
                oldest = self._timer() - self._seconds
                self._things = {name: kept for name, kept in self._things.items() if kept[0] >= oldest}
            return [(name, thing) for name, (_, thing) in reversed(self._things.items())]
