"""Alexa's services get a quarter of their time, so that what hangs is given up soon."""

from functools import partial

import pytest

from skill.alexa import handlers
from skill.alexa.services import AlexaServices
from tests.faults.household import CALL_SECONDS, TOTAL_SECONDS


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    hurried = partial(AlexaServices, call_seconds=CALL_SECONDS, total_seconds=TOTAL_SECONDS)
    monkeypatch.setattr(handlers, "AlexaServices", hurried)
