"""The keys that Alexa signs with, by the address of their chain: each fetched once, and kept while it is valid."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from threading import Lock

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import Store

from skill.alexa.verifier.chain import SigningKey, signing_key
from skill.errors import NotFromAlexa

_ROOM = 8


class SigningKeys:
    """Keys by address, for many threads. Only what was validated is kept, and no more than a handful.

    A hundred first requests at once make one fetch: the others wait for it, and share its failure, which is then
    forgotten, so that the next request tries again.
    """

    def __init__(self, fetch: Callable[[str], bytes], roots: Store, clock: Callable[[], datetime]) -> None:
        self._fetch = fetch
        self._roots = roots
        self._clock = clock
        self._lock = Lock()
        self._kept: OrderedDict[str, SigningKey] = OrderedDict()
        self._under_way: dict[str, Future[SigningKey]] = {}

    def key(self, address: str) -> RSAPublicKey:
        """The key for an address in its normal form; ``NotFromAlexa`` when there is no valid one to be had."""
        now = self._clock()
        with self._lock:
            kept = self._kept.get(address)
            if kept and kept.begins <= now <= kept.ends:
                self._kept.move_to_end(address)
                return kept.key
            waiting = self._under_way.get(address)
            if waiting is None:
                mine: Future[SigningKey] = Future()
                self._under_way[address] = mine
        if waiting is not None:
            return _shared(waiting)
        return self._fetched(address, now, mine)

    def _fetched(self, address: str, now: datetime, mine: Future[SigningKey]) -> RSAPublicKey:
        try:
            found = signing_key(self._read(address), self._roots, now)
        except BaseException as error:
            self._finish(address, None)
            mine.set_exception(error)
            raise
        self._finish(address, found)
        mine.set_result(found)
        return found.key

    def _read(self, address: str) -> bytes:
        try:
            return self._fetch(address)
        except OSError:
            raise NotFromAlexa("certificate chain: it could not be fetched") from None

    def _finish(self, address: str, found: SigningKey | None) -> None:
        with self._lock:
            del self._under_way[address]
            self._kept.pop(address, None)
            if found:
                self._kept[address] = found
            while len(self._kept) > _ROOM:
                self._kept.popitem(last=False)


def _shared(waiting: Future[SigningKey]) -> RSAPublicKey:
    """What the thread that fetches found. It is bound by the fetch's own time-out, and so is this."""
    try:
        return waiting.result().key
    except NotFromAlexa as error:
        # An error of its own for each thread: a shared one would collect all their tracebacks.
        raise NotFromAlexa(str(error)) from None
