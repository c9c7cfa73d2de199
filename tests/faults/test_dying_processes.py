"""Workers that are killed and a service that is stopped while people talk: whatever was answered is kept."""

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.load.memory import workers
from tests.load.places import KINDS
from tests.load.run import compare, stage, talking
from tests.load.talks import Recorded

WORKERS, PEOPLE, HOUSEHOLDS = 2, 8, 2
RECOVERY_SECONDS = 10.0
APART_SECONDS = 6.0
"""Granian ends the service when one worker dies twice within 5.5 seconds, as one that cannot start would."""

pytestmark = pytest.mark.real


@pytest.mark.parametrize("kind", KINDS)
def test_a_killed_worker_costs_its_turns_under_way_and_nothing_else(
    kind: str, tmp_path: Path, talks: Sequence[Recorded]
) -> None:
    with stage(kind, tmp_path, talks, WORKERS, pause_seconds=0.05) as on:
        server, tally = on.server._process.pid, on.crowd.tally
        with talking(on.crowd, PEOPLE, HOUSEHOLDS):
            for _ in range(2):
                time.sleep(2)
                before = workers(server)
                os.kill(before[0], signal.SIGKILL)
                _until_replaced(server, before)
                time.sleep(APART_SECONDS)
            failed, turns = tally.failed, tally.turns
            time.sleep(2)
        assert tally.failed == failed, "once it is replaced, everybody is answered"
        assert tally.turns > turns
        assert failed <= 2 * (PEOPLE + 2 * HOUSEHOLDS)
        assert set(tally.statuses) <= {200, None}
        assert tally.latencies().longest < 8000
        compare(on.crowd, on.place)
        assert tally.wrong == []
        assert tally.done["records compared"] > PEOPLE


def _until_replaced(server: int, before: Sequence[int]) -> None:
    until = time.monotonic() + RECOVERY_SECONDS
    while time.monotonic() < until:
        now = workers(server)
        if len(now) == len(before) and now != before:
            return
        time.sleep(0.05)
    raise AssertionError(f"no new worker in {RECOVERY_SECONDS} s")


@pytest.mark.parametrize("kind", KINDS)
def test_a_stop_while_people_talk_loses_nothing_that_was_answered(
    kind: str, tmp_path: Path, talks: Sequence[Recorded]
) -> None:
    with stage(kind, tmp_path, talks, WORKERS, pause_seconds=0.02) as on:
        with talking(on.crowd, PEOPLE, HOUSEHOLDS):
            time.sleep(2)
            on.server._process.terminate()
            assert on.server._process.wait(timeout=15) == 0
            on.crowd.over.set()
        tally = on.crowd.tally
        assert set(tally.statuses) <= {200, None}
        assert tally.statuses[200] > PEOPLE
        compare(on.crowd, on.place)
        assert tally.wrong == []
