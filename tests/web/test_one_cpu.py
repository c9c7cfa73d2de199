"""Workers keep to a CPU each where there are as many, and one that takes a dead one's place takes its CPU."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from skill.web.one_cpu import keep_to_one_cpu

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process choose its CPUs")

WORKER = """
import os, sys
from threading import Thread
from skill.web.one_cpu import keep_to_one_cpu

kept = keep_to_one_cpu(int(sys.argv[1]))
started = []
thread = Thread(target=lambda: started.append(os.sched_getaffinity(0)))
thread.start()
thread.join()
print(kept, *sorted(started[0]), flush=True)
sys.stdin.read()
"""


class Workers:
    """Processes that this one starts as the server starts its workers."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._running: list[subprocess.Popen[str]] = []

    def start(self) -> str:
        """The CPU that a new worker says it keeps to, and those that a thread of it may use."""
        command = [sys.executable, "-c", WORKER, str(self._number)]
        worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._running.append(worker)
        assert worker.stdout is not None
        return worker.stdout.readline().strip()

    def kill(self, place: int) -> None:
        self._running[place].kill()
        self._running[place].communicate(timeout=10)

    def end(self) -> None:
        for worker in self._running:
            worker.kill()
            worker.communicate(timeout=10)


@pytest.fixture
def workers(request: pytest.FixtureRequest) -> Iterator[Workers]:
    running = Workers(getattr(request, "param", len(CPUS)))
    yield running
    running.end()


CPUS = sorted(os.sched_getaffinity(0)) if sys.platform == "linux" else []


def test_as_many_workers_as_cpus_have_one_each(workers: Workers) -> None:
    assert sorted(workers.start() for _ in CPUS) == sorted(f"{cpu} {cpu}" for cpu in CPUS)


def test_who_comes_after_a_worker_that_was_killed_takes_its_cpu(workers: Workers) -> None:
    places = [workers.start() for _ in CPUS]
    workers.kill(0)
    assert workers.start() == places[0]


def test_one_worker_too_many_is_left_to_the_system(workers: Workers) -> None:
    places = [workers.start() for _ in CPUS]
    one_more = workers.start()
    assert one_more not in places
    assert one_more.split() == ["None", *map(str, CPUS)]


@pytest.mark.parametrize("workers", [len(CPUS) + 1], indirect=True)
def test_more_workers_than_cpus_are_left_to_the_system(workers: Workers) -> None:
    assert workers.start().split() == ["None", *map(str, CPUS)]


def test_elsewhere_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert keep_to_one_cpu(1) is None
