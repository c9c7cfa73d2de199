"""Keys are fetched once, kept while valid, and never kept when they were not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import count
from threading import Event

import pytest

from skill.alexa.verifier.admission import Admission
from skill.alexa.verifier.chain import signing_key
from skill.alexa.verifier.keys import SigningKeys
from skill.errors import NotFromAlexa
from tests.web.pki import ec_key, pem, rsa_key
from tests.web.signing import ADDRESS, Signer, now

HOUR = timedelta(hours=1)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.time = now()

    def __call__(self) -> datetime:
        return self.time


def keys_of(signer: Signer, clock: Clock) -> SigningKeys:
    return SigningKeys(signer.fetch, signer.root_store, clock)


def test_a_key_is_fetched_once_while_its_certificate_is_valid() -> None:
    signer, clock = Signer(), Clock()
    signer.chain = pem(signer.intermediate.issue(ends=clock.time + HOUR), signer.intermediate.certificate)
    keys = keys_of(signer, clock)
    keys.key(ADDRESS)
    clock.time += HOUR / 2
    assert keys.key(ADDRESS) == rsa_key().public_key()
    assert signer.fetched == [ADDRESS]


def test_a_key_is_fetched_anew_when_its_certificate_has_expired() -> None:
    signer, clock = Signer(), Clock()
    signer.chain = pem(signer.intermediate.issue(ends=clock.time + HOUR), signer.intermediate.certificate)
    keys = keys_of(signer, clock)
    keys.key(ADDRESS)
    clock.time += 2 * HOUR
    with pytest.raises(NotFromAlexa):
        keys.key(ADDRESS)
    signer.chain = Signer().chain
    assert keys.key(ADDRESS) == rsa_key().public_key()
    assert signer.fetched == [ADDRESS] * 3


def test_a_key_is_kept_no_longer_than_the_shortest_life_in_its_chain() -> None:
    signer, clock = Signer(), Clock()
    short = signer.root.intermediate(ends=clock.time + HOUR)
    found = signing_key(pem(short.issue(), short.certificate), signer.root_store, clock.time)
    assert found.ends == (clock.time + HOUR).replace(microsecond=0)


@pytest.mark.parametrize("begins", [HOUR, -HOUR])
def test_a_kept_key_is_not_used_before_its_time(begins: timedelta) -> None:
    signer, clock = Signer(), Clock()
    signer.chain = pem(signer.intermediate.issue(begins=clock.time + begins), signer.intermediate.certificate)
    keys = keys_of(signer, clock)
    clock.time += 2 * HOUR
    keys.key(ADDRESS)
    clock.time -= 4 * HOUR
    with pytest.raises(NotFromAlexa):
        keys.key(ADDRESS)


def test_only_a_handful_of_addresses_is_kept_the_latest_used() -> None:
    signer, seconds = Signer(), count()
    keys = SigningKeys(signer.fetch, signer.root_store, Clock(), Admission(lambda: float(next(seconds))))
    keys.key(ADDRESS)
    for number in range(100):
        keys.key(f"{ADDRESS}.{number}")
        keys.key(ADDRESS)
    assert signer.fetched.count(ADDRESS) == 1
    assert len(keys._kept) == 8
    assert keys._under_way == {}


class Waiting:
    """A fetch that does not answer before it is let."""

    def __init__(self, signer: Signer, error: OSError | None = None) -> None:
        self.signer, self.error = signer, error
        self.asked, self.let = Event(), Event()

    def __call__(self, address: str) -> bytes:
        self.asked.set()
        assert self.let.wait(5)
        if self.error:
            self.signer.fetched.append(address)
            raise self.error
        return self.signer.fetch(address)


def test_first_requests_at_the_same_time_share_one_fetch() -> None:
    signer = Signer()
    fetch = Waiting(signer)
    keys = SigningKeys(fetch, signer.root_store, Clock())
    with ThreadPoolExecutor(8) as threads:
        asking = [threads.submit(keys.key, ADDRESS) for _ in range(8)]
        assert fetch.asked.wait(5)
        fetch.let.set()
        assert {key.result() == rsa_key().public_key() for key in asking} == {True}
    assert signer.fetched == [ADDRESS]


def test_a_failed_fetch_fails_all_who_wait_for_it_and_is_forgotten() -> None:
    signer = Signer()
    fetch = Waiting(signer, TimeoutError("too slow"))
    keys = SigningKeys(fetch, signer.root_store, Clock())
    with ThreadPoolExecutor(8) as threads:
        asking = [threads.submit(keys.key, ADDRESS) for _ in range(8)]
        assert fetch.asked.wait(5)
        fetch.let.set()
        errors = [key.exception() for key in asking]
    assert {str(error) for error in errors} == {"certificate chain: it could not be fetched"}
    assert len({id(error) for error in errors}) == 8
    fetch.error = None
    assert keys.key(ADDRESS) == rsa_key().public_key()


def test_an_error_of_ours_while_fetching_is_not_taken_for_a_refusal() -> None:
    def fetch(address: str) -> bytes:
        raise KeyError(address)

    signer = Signer()
    keys = SigningKeys(fetch, signer.root_store, Clock())
    with pytest.raises(KeyError):
        keys.key(ADDRESS)
    assert keys._under_way == {}


@pytest.mark.parametrize("copies", [0, 6])
def test_a_chain_has_a_certificate_and_at_most_ten(copies: int) -> None:
    signer = Signer()
    with pytest.raises(NotFromAlexa, match="no certificate, or too many"):
        signing_key(signer.chain * copies, signer.root_store, now())


def test_only_an_rsa_key_of_2048_bits_signs() -> None:
    signer = Signer()
    for key in (ec_key("leaf"), rsa_key("short", 1024)):
        chain = pem(signer.intermediate.issue(key=key), signer.intermediate.certificate)
        with pytest.raises(NotFromAlexa, match="RSA of at least 2048 bits"):
            signing_key(chain, signer.root_store, now())
