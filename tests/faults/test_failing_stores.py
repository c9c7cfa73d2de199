"""Stores that die, hang or are full while people talk: the talk goes on in time, and is kept once they are back.

Everybody stays in one session, which carries the case on, so each answer is the one that a working store would bring;
or, where the session began without the store, the one that the skill gives then.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.envelope import Json
from tests.load.people import Crowd, check
from tests.load.run import Stage, compare, stage
from tests.load.sender import Answered, Connection, Echo
from tests.load.talks import Recorded
from tests.load.truth import Truth
from tests.standing_rules import check_response

PEOPLE = 6
ALEXA_SECONDS = 8.0
DISK_KILOBYTES = 900

pytestmark = pytest.mark.real


class Person(NamedTuple):
    """Somebody in the middle of a talk."""

    name: str
    echo: Echo
    line: Connection
    truth: Truth
    asks: Iterator[Json]


@contextmanager
def _people(crowd: Crowd, talks: Sequence[Recorded], number: int = PEOPLE) -> Iterator[list[Person]]:
    """So many people, each with a talk of one session that has turns enough; they hang up at the end of the block."""
    long = [talk for talk in talks if len(_first_session(talk)) >= 6]
    chosen = [long[place % len(long)] for place in range(number)]
    with ExitStack() as lines:
        yield [lines.enter_context(_person(crowd, talk, place)) for place, talk in enumerate(chosen)]


@contextmanager
def _person(crowd: Crowd, talk: Recorded, number: int) -> Iterator[Person]:
    name = f"amzn1.ask.account.{number:032}"
    echo = Echo(name, f"{name}.echo", crowd.services)
    with closing(crowd.connection()) as line:
        yield Person(name, echo, line, Truth(), iter(_first_session(talk)))


def _first_session(talk: Recorded) -> list[Json]:
    ends = next(place for place in count(1) if place == len(talk.asks) or talk.asks[place]["session"]["new"])
    return [ask for ask in talk.asks[:ends] if ask["request"]["type"] != "SessionEndedRequest"]


def everybody_speaks(crowd: Crowd, those: Sequence[Person], turns: int = 1) -> None:
    """All say their next lines, at the same time; each answer is right and comes in time."""
    with ThreadPoolExecutor(len(those)) as together:
        for _ in range(turns):
            answers = list(together.map(lambda person: _speaks(crowd, person), those))
            assert crowd.tally.wrong == []
            assert {answer.status for answer in answers} == {200}
            assert max(answer.seconds for answer in answers) < ALEXA_SECONDS


def _speaks(crowd: Crowd, person: Person) -> Answered:
    sent = person.echo.envelope(next(person.asks))
    answered = person.line.post(sent)
    check(crowd.tally, person.truth, [sent], [answered], "a talk")
    if answered.envelope is not None:
        check_response(answered.envelope)
        person.echo.heard(answered.envelope)
    return answered


def talk_through(
    on: Stage,
    talks: Sequence[Recorded],
    breaks: Callable[[], None],
    mends: Callable[[], None],
    *,
    begins_broken: bool = False,
) -> None:
    """Talk before, during and after a fault; then everything is kept."""
    with _people(on.crowd, talks) as those:
        if begins_broken:
            _tell_the_truth(those, down=True)
        else:
            everybody_speaks(on.crowd, those, 2)
        breaks()
        on.server.skip_log()
        everybody_speaks(on.crowd, those, 2)
        assert "the store did not" in "\n".join(on.server.log()), "the fault was felt"
        mends()
        _wait_until_ready(on)
        _tell_the_truth(those, down=False)
        everybody_speaks(on.crowd, those)
        on.crowd.expected |= {person.name: person.truth.records(person.name) for person in those}
    compare(on.crowd, on.place)
    assert on.crowd.tally.wrong == []
    assert on.crowd.tally.done["records compared"] == PEOPLE


def _tell_the_truth(those: Sequence[Person], *, down: bool) -> None:
    for person in those:
        person.truth.store_goes(down=down)


def _wait_until_ready(on: Stage) -> None:
    until = time.monotonic() + 15
    while time.monotonic() < until:
        with closing(HTTPConnection("127.0.0.1", on.server.port, timeout=5)) as line:
            line.request("GET", "/readyz")
            if line.getresponse().status == 200:
                return
        time.sleep(0.2)
    raise AssertionError("the service did not find its store again")


def test_a_dynamodb_that_dies_and_comes_back(tmp_path: Path, talks: Sequence[Recorded]) -> None:
    with stage("dynamodb", tmp_path, talks, 2, 0) as on:
        assert on.place.dynamodb
        talk_through(on, talks, on.place.dynamodb.kill, on.place.dynamodb.start)


def test_a_dynamodb_that_hangs_and_goes_on(tmp_path: Path, talks: Sequence[Recorded]) -> None:
    with stage("dynamodb", tmp_path, talks, 2, 0) as on:
        assert on.place.dynamodb
        try:
            talk_through(on, talks, on.place.dynamodb.hang, on.place.dynamodb.go_on)
        finally:
            on.place.dynamodb.go_on()


def test_a_hundred_people_are_answered_in_time_though_dynamodb_hangs(
    tmp_path: Path, talks: Sequence[Recorded]
) -> None:
    """All at the same instant: who finds no thread free waits for a whole turn that waits for the store."""
    with stage("dynamodb", tmp_path, talks, 2, 0) as on, _people(on.crowd, talks, 100) as those:
        assert on.place.dynamodb
        everybody_speaks(on.crowd, those)
        on.place.dynamodb.hang()
        try:
            everybody_speaks(on.crowd, those, 2)
        finally:
            on.place.dynamodb.go_on()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_KILOBYTES}k", "none", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only who may mount a file system on Linux can make a disk that is full or read-only")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607


def test_a_disk_that_is_full_and_is_given_room(disk: Path, tmp_path: Path, talks: Sequence[Recorded]) -> None:
    filling = disk / "filling"

    def fill() -> None:
        with filling.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                return

    with stage("sqlite", tmp_path, talks, 2, 0, keep_in=disk) as on:
        talk_through(on, talks, fill, filling.unlink)


def test_a_disk_that_is_read_only_and_is_made_writable(disk: Path, tmp_path: Path, talks: Sequence[Recorded]) -> None:
    """From before the service opens its file: what it has open for writing cannot be made read-only under it."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607

    def make_writable() -> None:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)  # noqa: S607

    with stage("sqlite", tmp_path, talks, 2, 0, keep_in=disk) as on:
        talk_through(on, talks, lambda: None, make_writable, begins_broken=True)
