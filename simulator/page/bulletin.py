"""Telling everybody who watches what has happened, without waiting for any of them."""

from dataclasses import dataclass, field
from queue import Empty, Full, Queue
from threading import Lock
from typing import Literal, NamedTuple

from simulator.envelope import Json
from simulator.page.errors import PageRefused

MOST_BEHIND = 100
"""Who is more news behind than this is told no more: their page asks again for what it missed."""
MOST_WATCHERS = 64


class News(NamedTuple):
    """Something that happened: a ``turn``, another ``world``, or reminders that ``rang``."""

    kind: Literal["turn", "world", "rang"]
    data: Json


@dataclass
class Watcher:
    """Somebody who is told; ``lost`` once they were too far behind."""

    lost: bool = False
    _waiting: Queue[News | None] = field(default_factory=lambda: Queue(MOST_BEHIND))

    def tell(self, news: News | None) -> None:
        """Put it to what waits for them; None: there will be no more."""
        try:
            self._waiting.put_nowait(news)
        except Full:
            self.lost = True

    def next(self, seconds: float) -> News | None:
        """The next news, or None when there were none for so long."""
        try:
            return self._waiting.get(timeout=seconds)
        except Empty:
            return None


class Bulletin:
    """Everybody who watches now."""

    def __init__(self) -> None:
        self._watchers: list[Watcher] = []
        self._lock = Lock()

    def join(self) -> Watcher:
        """Be told from now on, until ``leave``; raises PageRefused when too many watch already."""
        with self._lock:
            if len(self._watchers) >= MOST_WATCHERS:
                raise PageRefused(503, f"{MOST_WATCHERS} pages watch already", "Close some of them.")
            watcher = Watcher()
            self._watchers.append(watcher)
        return watcher

    def leave(self, watcher: Watcher) -> None:
        """Be told no more."""
        with self._lock:
            self._watchers.remove(watcher)

    def tell(self, news: News) -> None:
        """Tell everybody."""
        with self._lock:
            for watcher in self._watchers:
                watcher.tell(news)

    def close(self) -> None:
        """Tell everybody that there will be no more."""
        with self._lock:
            for watcher in self._watchers:
                watcher.lost = True
                watcher.tell(None)
