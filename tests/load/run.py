"""A load from start to end: the service as it is shipped, its store, a crowd, and what was found."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from tests.load.memory import Watch, watched
from tests.load.people import Crowd, one_by_one, two_at_once
from tests.load.places import Place, place
from tests.load.services import alexas_services
from tests.load.talks import Recorded
from tests.load.tally import Tally
from tests.security.running import Running, serving, world

LONGEST_TURN_SECONDS = 30


class Load(NamedTuple):
    """How much: seconds of talking, people alone, households of two devices, worker processes, seconds to think."""

    seconds: float
    people: int
    households: int
    workers: int
    pause_seconds: float


class Found(NamedTuple):
    """What came of it: how long it took, how many people spoke, and the memory of the workers."""

    seconds: float
    spoke: int
    tally: Tally
    watch: Watch


class Stage(NamedTuple):
    """A running service, the store behind it, and a crowd that has not begun."""

    server: Running
    place: Place
    crowd: Crowd


@contextmanager
def stage(
    kind: str,
    folder: Path,
    talks: Sequence[Recorded],
    workers: int,
    pause_seconds: float,
    *,
    keep_in: Path | None = None,
) -> Iterator[Stage]:
    """The service with a store of this kind, until the end of the block; its files are in ``keep_in``, if given."""
    with ExitStack() as open_:
        behind = open_.enter_context(place(kind, keep_in or folder))
        services = open_.enter_context(alexas_services())
        here = open_.enter_context(world(folder))
        settings = {"CASE_COMPASS_STORE": behind.setting, "CASE_COMPASS_WORKERS": str(workers), **behind.environment}
        server = open_.enter_context(serving(here, folder, **settings))
        yield Stage(server, behind, Crowd(server.port, here.signer, services, talks, pause_seconds))


def load(kind: str, folder: Path, talks: Sequence[Recorded], how: Load) -> Found:
    """Let the crowd talk, then look at what is kept."""
    with stage(kind, folder, talks, how.workers, how.pause_seconds) as on, watched(on.server._process.pid) as watch:
        began = datetime.now(UTC)
        with talking(on.crowd, how.people, how.households):
            on.crowd.over.wait(how.seconds)
        seconds = (datetime.now(UTC) - began).total_seconds()
        watch.stop()
        compare(on.crowd, on.place)
    return Found(seconds, len(on.crowd.expected), on.crowd.tally, watch)


@contextmanager
def talking(crowd: Crowd, people: int, households: int = 0) -> Iterator[None]:
    """The crowd talks during the block, and to the end of the turns that are under way then."""
    who = [*[one_by_one] * people, *[two_at_once] * households]
    threads = [Thread(target=_surely, args=(talk, crowd, seed), daemon=True) for seed, talk in enumerate(who)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        crowd.over.set()
        for thread in threads:
            thread.join(timeout=LONGEST_TURN_SECONDS)
        if any(thread.is_alive() for thread in threads):
            crowd.tally.is_wrong("somebody still waits for an answer")


def _surely(talk: Callable[[Crowd, int], None], crowd: Crowd, seed: int) -> None:
    try:
        talk(crowd, seed)
    except Exception as error:  # a thread that ends must not pass for people who have nothing to say
        crowd.tally.is_wrong(f"a person fell silent: {error!r}")


def compare(crowd: Crowd, where: Place) -> None:
    """Hold everything that is kept against what is expected."""
    with where.store() as store:
        for person, expected in crowd.expected.items():
            stored = store.load(person, now=datetime.now(UTC))
            if (stored.record if stored else None) not in expected:
                crowd.tally.is_wrong("a record is not what the answers came to")
            crowd.tally.count("records compared")
