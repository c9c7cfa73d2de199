"""Processes that write at the same time, and processes that are killed while they write, lose nothing."""

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from skill.conversation.ports import Stored
from tests.storage.old_release import write_old_file
from tests.storage.promises import NOW, OTHER, PERSON, TURNS, WRITERS
from tests.storage.writer import open_store

ROOT = Path(__file__).parents[2]
ROUNDS = 20
LONGEST_ROUND_SECONDS = 0.15
PATIENCE_SECONDS = 120


class Place(NamedTuple):
    """Where a store keeps its records: ``sqlite`` and a path, or ``dynamodb`` and a table."""

    kind: str
    name: str

    def start(self, what: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.storage.writer", *self, what]
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def kept(self) -> Stored:
        """What is found by a store that was just opened."""
        store = open_store(*self)
        kept = store.load(PERSON, now=NOW)
        store.close()
        assert kept is not None
        return kept


@pytest.fixture(params=["sqlite", pytest.param("dynamodb", marks=pytest.mark.real)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A new table, or a file of the previous release, which the processes convert as they come."""
    if request.param == "dynamodb":
        return Place("dynamodb", request.getfixturevalue("table"))
    write_old_file(tmp_path / "records.sqlite", {OTHER: "kept"})
    return Place("sqlite", str(tmp_path / "records.sqlite"))


def test_processes_that_write_at_the_same_time_lose_nothing(place: Place) -> None:
    writers = [place.start(str(writer)) for writer in range(WRITERS)]
    assert [writer.communicate(timeout=PATIENCE_SECONDS) and writer.returncode for writer in writers] == [0] * WRITERS
    kept = place.kept()
    assert kept.revision == WRITERS * TURNS
    assert sorted(kept.record.split()) == sorted(f"{w}.{t}" for w in range(WRITERS) for t in range(TURNS))


def test_what_was_acknowledged_survives_the_killing_of_the_writer(place: Place) -> None:
    for _ in range(ROUNDS):
        acknowledged = write_until_killed(place)
        kept = place.kept()
        assert [int(number) for number in kept.record.split()] == list(range(1, kept.revision + 1))
        # The last write may have been done and not yet acknowledged.
        assert kept.revision in (acknowledged, acknowledged + 1)


def write_until_killed(place: Place) -> int:
    """Kill a writer with SIGKILL, at any moment after its first write; the last number that it acknowledged."""
    writer = place.start("count")
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(random.uniform(0, LONGEST_ROUND_SECONDS))
    writer.kill()
    rest, _ = writer.communicate(timeout=PATIENCE_SECONDS)
    whole_lines = (first + rest).rpartition("\n")[0].split()
    return int(whole_lines[-1])
