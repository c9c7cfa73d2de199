"""The keys that Alexa signs with, by the address of their chain: each fetched once, and kept while it is valid."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from threading import Lock

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import Store

from skill.alexa.verifier.admission import Admission
from skill.alexa.verifier.chain import SigningKey, signing_key
from skill.errors import NotFromAlexa

_ROOM = 8


class SigningKeys:
    """Keys by address, for many threads. Only what was validated is kept, and no more than a handful.

    A hundred first requests at once make one fetch: the others wait for it, and share its failure, which is then
    forgotten, so that the next request tries again. A key that has expired is not used, but its address stays known:
    how often it is fetched anew does not depend on what strangers send. That is up to ``Admission``.
    """

    def __init__(
        self,
        fetch: Callable[[str], bytes],
        roots: Store,
        clock: Callable[[], datetime],
        admission: Admission | None = None,
    ) -> None:
        self._fetch = fetch
        self._roots = roots
        self._clock = clock
        self._admission = admission or Admission()
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
            self._admit(address, is_known=kept is not None)
            mine: Future[SigningKey] = Future()
            waiting = self._under_way.setdefault(address, mine)
        try:
            return self._fetched(address, now, mine) if waiting is mine else _shared(waiting)
        finally:
            if kept is None:
                with self._lock:
                    self._admission.leave()

    def _admit(self, address: str, *, is_known: bool) -> None:
        is_under_way = address in self._under_way
        if not is_known:
            self._admission.enter(address, is_under_way=is_under_way)
        elif not is_under_way:
            self._admission.enter_known()

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
            if found:
                self._kept[address] = found
                self._kept.move_to_end(address)
            while len(self._kept) > _ROOM:
                self._kept.popitem(last=False)


def _shared(waiting: Future[SigningKey]) -> RSAPublicKey:
    """What the thread that fetches found. It is bound by the fetch's own time-out, and so is this."""
    try:
        return waiting.result().key
    except NotFromAlexa as error:
        # An error of its own for each thread: a shared one would collect all their tracebacks.
        raise NotFromAlexa(str(error)) from None
