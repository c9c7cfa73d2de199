"""Whether the skill could answer now: its store can be read, and its words are there."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from threading import Lock, Thread
from time import monotonic

from skill.conversation.ports import Memory
from skill.deadline import within
from skill.errors import StoreError, WordsMissing
from skill.wording.catalog import catalog

_STORE_SECONDS = 2.0
_KEPT_SECONDS = 1.0
_NOBODY = "amzn1.ask.account.READINESS"
"""A person whom Alexa never names, so that nobody's record is read."""


class Readiness:
    """Asks at most once a second and never twice at a time, however often it is asked itself."""

    def __init__(self, memory: Memory, clock: Callable[[], float] = monotonic) -> None:
        self._memory = memory
        self._clock = clock
        self._lock = Lock()
        self._asked = float("-inf")
        self._found: Future[tuple[str, ...]] = Future()
        self._found.set_result(())

    def missing(self) -> "Future[tuple[str, ...]]":
        """What is missing (``store``, ``words``): nothing when the skill is ready. It is known within two seconds."""
        with self._lock:
            if self._found.done() and self._clock() - self._asked >= _KEPT_SECONDS:
                self._asked = self._clock()
                self._found = Future()
                Thread(target=self._ask, args=(self._found,), name="readiness", daemon=True).start()
            return self._found

    def _ask(self, found: "Future[tuple[str, ...]]") -> None:
        missing = []
        if not self._has_store():
            missing.append("store")
        if not _has_words():
            missing.append("words")
        self._asked = self._clock()
        found.set_result(tuple(missing))

    def _has_store(self) -> bool:
        try:
            within(_STORE_SECONDS, lambda: self._memory.load(_NOBODY, now=datetime.now(UTC)))
        except (StoreError, TimeoutError):
            return False
        except Exception:  # a store that fails in a new way is not reachable either
            return False
        return True


def _has_words() -> bool:
    try:
        catalog("said", "en-US")
        catalog("messages", "en-US")
    except WordsMissing:
        return False
    return True
