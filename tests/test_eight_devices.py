"""Eight devices of one household speak in the same second: every answer is kept, in every store."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Barrier

import pytest

from skill.conversation.ports import Memory
from skill.conversation.turn import Intention, Said, Turn
from skill.decision.models import MODELS
from skill.record import decode
from skill.service import Service
from skill.storage.memory import MemoryStore
from skill.storage.sqlite import SqliteStore
from tests.no_services import NoServices

PERSON = "amzn1.ask.account.HOUSEHOLD"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SAID = {
    "item": "kettle",
    "status": "stuck",
    "tried": "yes",
    "sold_by": "amazon",
    "urgent": "no",
    "files": "yes",
    "ordered": "2026-11-17",
    "ticket": "AB12",
}


def turn(intention: Intention, *facts: Said, problem: str | None = None) -> Turn:
    """One turn of somebody in the middle of a session."""
    return Turn(intention, NOW, date(2026, 11, 22), facts, problem=problem)


@pytest.fixture(params=["memory", "sqlite"])
def devices(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Memory]:
    """Makes the store of one device: the same memory, or a connection of its own to the same file."""
    if request.param == "sqlite":
        return lambda: SqliteStore(tmp_path / "cases.db")
    shared = MemoryStore()
    return lambda: shared


@pytest.mark.parametrize("round_", range(3))
def test_eight_answers_in_the_same_second_are_all_kept(devices: Callable[[], Memory], round_: int) -> None:
    store = devices()
    opening = turn(Intention.PROBLEM, problem="lost_package")
    session = Service(MODELS, store).answer(PERSON, None, opening, "en-US", NoServices()).record
    together = Barrier(len(SAID))

    def tell(question: str, value: str) -> None:
        service = Service(MODELS, devices())
        together.wait(timeout=10)
        service.answer(PERSON, session, turn(Intention.TELL, Said(question, value, value)), "en-US", NoServices())

    with ThreadPoolExecutor(len(SAID)) as household:
        list(household.map(tell, SAID, SAID.values()))
    kept = store.load(PERSON, now=NOW)
    assert kept, round_
    assert decode(json.loads(kept.record), MODELS).cases[0].answers == SAID
