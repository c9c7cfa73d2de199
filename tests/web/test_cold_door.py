"""A process that has no certificate yet: everybody who comes meanwhile is answered, after one fetch."""

import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

from skill.alexa.verifier.admission import AT_ONCE
from skill.web.door import WebDoor
from tests.web.conftest import Handler
from tests.web.serving import serving
from tests.web.signing import Signer

FETCH_SECONDS = 0.6
MANY = 5 * AT_ONCE
THREADS = MANY // 2


class Slow:
    """Fetches slowly, and in vain unless ``is_there``."""

    def __init__(self, signer: Signer, *, is_there: bool) -> None:
        self._signer = signer
        self._is_there = is_there

    def __call__(self, address: str) -> bytes:
        time.sleep(FETCH_SECONDS)
        if not self._is_there:
            raise OSError("there is no such thing")
        return self._signer.fetch(address)


def all_at_once(signer: Signer, handler: Handler, fetch: Slow) -> list[int]:
    """The statuses of many requests at the same moment; each comes within eight seconds."""
    body = signer.body()
    headers = signer.headers(body)

    def post(port: int) -> int:
        connection = HTTPConnection("127.0.0.1", port, timeout=8)
        try:
            connection.request("POST", "/alexa", body, headers)
            return connection.getresponse().status
        finally:
            connection.close()

    door = WebDoor(handler, signer.verifier(fetch=fetch).verify)
    with serving(door, threads=THREADS) as port, ThreadPoolExecutor(MANY) as people:
        return list(people.map(post, [port] * MANY))


def test_many_who_come_while_the_certificate_is_fetched_are_all_answered(signer: Signer, handler: Handler) -> None:
    assert all_at_once(signer, handler, Slow(signer, is_there=True)) == [200] * MANY
    assert len(signer.fetched) == 1


def test_while_a_certificate_cannot_be_had_all_are_refused_in_time(signer: Signer, handler: Handler) -> None:
    assert all_at_once(signer, handler, Slow(signer, is_there=False)) == [400] * MANY
    assert handler.heard == []
