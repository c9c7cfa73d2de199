"""Anybody can make us fetch a little, nobody much, and a new key of Alexa's is fetched all the same."""

from threading import Event, Thread

import pytest

from skill.alexa.verifier.admission import AT_ONCE, Admission
from skill.alexa.verifier.keys import SigningKeys
from skill.errors import NotFromAlexa
from tests.web.pki import rsa_key
from tests.web.signing import ADDRESS, Signer, now

FLOOD = [f"{ADDRESS}.{number}" for number in range(10_000)]


class Clock:
    """Seconds that a test counts."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Bucket:
    """Has the chain at Alexa's address, and elsewhere what is no chain."""

    def __init__(self, signer: Signer) -> None:
        self.signer = signer
        self.asked: list[str] = []

    def __call__(self, address: str) -> bytes:
        self.asked.append(address)
        return self.signer.chain if address == ADDRESS else b"<Error>AccessDenied</Error>"


def keys_at(bucket: Bucket, clock: Clock) -> SigningKeys:
    return SigningKeys(bucket, bucket.signer.root_store, now, Admission(clock))


def refused(keys: SigningKeys, address: str) -> str:
    with pytest.raises(NotFromAlexa) as told:
        keys.key(address)
    return str(told.value)


def test_ten_thousand_addresses_make_a_handful_of_fetches() -> None:
    bucket = Bucket(Signer())
    keys = keys_at(bucket, Clock())
    told = {refused(keys, address) for address in FLOOD}
    assert len(bucket.asked) == 8
    assert "certificate address: too many unknown ones were fetched lately" in told
    assert len(keys._admission._turned_away) == 2048


def test_a_key_at_hand_is_given_whatever_strangers_send() -> None:
    bucket, clock = Bucket(Signer()), Clock()
    keys = keys_at(bucket, clock)
    keys.key(ADDRESS)
    for address in FLOOD[:100]:
        refused(keys, address)
        assert keys.key(ADDRESS) == rsa_key().public_key()
    assert bucket.asked.count(ADDRESS) == 1


def test_a_new_address_of_alexas_is_fetched_in_the_middle_of_a_flood() -> None:
    """It comes again with the next request, which made-up ones do not."""
    bucket, clock = Bucket(Signer()), Clock()
    keys = keys_at(bucket, clock)
    for address in FLOOD[:1000]:
        refused(keys, address)
    assert refused(keys, ADDRESS) == "certificate address: too many unknown ones were fetched lately"
    for address in FLOOD[1000:2000]:
        refused(keys, address)
    assert keys.key(ADDRESS) == rsa_key().public_key()


def test_there_is_one_more_fetch_a_second() -> None:
    bucket, clock = Bucket(Signer()), Clock()
    keys = keys_at(bucket, clock)
    for address in FLOOD[:100]:
        refused(keys, address)
    for second in range(5):
        clock.seconds += 1
        for address in FLOOD[100 * second + 100 : 100 * second + 200]:
            refused(keys, address)
    assert len(bucket.asked) == 8 + 5


def test_an_address_whose_key_has_expired_is_fetched_whatever_strangers_send() -> None:
    signer = Signer()
    bucket, clock = Bucket(signer), Clock()
    time = [now()]
    keys = SigningKeys(bucket, signer.root_store, lambda: time[0], Admission(clock))
    keys.key(ADDRESS)
    time[0] = keys._kept[ADDRESS].ends.replace(year=time[0].year + 2)
    for address in FLOOD[:100]:
        refused(keys, address)
    told = [refused(keys, ADDRESS) for _ in range(20)]
    assert bucket.asked.count(ADDRESS) == 1 + 8, "and not without end either"
    assert told[-1] == "certificate address: it was fetched too often lately"


def test_no_more_than_a_few_threads_wait_for_strangers() -> None:
    let, inside = Event(), []

    def fetch(address: str) -> bytes:
        inside.append(address)
        assert let.wait(10)
        raise TimeoutError

    keys = SigningKeys(fetch, Signer().root_store, now, Admission(Clock()))
    told: list[str] = []
    threads = [Thread(target=lambda address=address: told.append(refused(keys, address))) for address in FLOOD[:30]]
    for thread in threads:
        thread.start()
    for thread in threads[AT_ONCE:]:
        thread.join(timeout=5)
    assert told == ["certificate address: too many unknown ones are being fetched"] * (30 - AT_ONCE)
    let.set()
    for thread in threads:
        thread.join(timeout=5)
    assert len(inside) == AT_ONCE
    assert keys._admission._inside == 0
