"""Alexa's services get a quarter of their time, so that what hangs is given up soon; and talks for whole services."""

from collections.abc import Sequence
from functools import partial

import pytest

from skill.alexa import handlers
from skill.alexa.services import AlexaServices
from tests.faults.household import CALL_SECONDS, TOTAL_SECONDS
from tests.load.talks import Recorded, can_be_said_today, recorded
from tests.scripts.script import all_scripts

TALKS = 24
LOCALES = ("en-US", "de-DE")
"""Ears take a while to make."""


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    hurried = partial(AlexaServices, call_seconds=CALL_SECONDS, total_seconds=TOTAL_SECONDS)
    monkeypatch.setattr(handlers, "AlexaServices", hurried)


@pytest.fixture(scope="session")
def talks() -> Sequence[Recorded]:
    """Talks of several kinds, in two languages."""
    said = [script for script in all_scripts() if can_be_said_today(script) and script.locale in LOCALES]
    return recorded(said[:: len(said) // TALKS])
