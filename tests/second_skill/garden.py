"""A device in front of the plant skill. It is Sunday, 22 November 2026, ten in the morning in New York."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from simulator.device.device import Device
from simulator.ears.ears import Ears
from simulator.envelope import SKILL_ID, Json
from simulator.models.folder import read_model
from simulator.under_test.endpoint import Endpoint, HandlerEndpoint
from tests.second_skill.plant_skill import handler

MODELS = Path(__file__).parent / "models"
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


class Overheard:
    """An endpoint that keeps the requests that pass through."""

    def __init__(self, endpoint: Endpoint | None = None) -> None:
        self.requests: list[Json] = []
        self._endpoint = endpoint or HandlerEndpoint(handler)

    def send(self, envelope: Json) -> Json:
        self.requests.append(envelope["request"])
        return self._endpoint.send(envelope)

    @property
    def last(self) -> Json:
        """The newest request."""
        return self.requests[-1]

    @property
    def states(self) -> list[str | None]:
        """The dialogState of each request, oldest first."""
        return [request.get("dialogState") for request in self.requests]


@cache
def ears() -> Ears:
    """Made once."""
    return Ears(read_model(MODELS, "en-US"), "en-US", skill_id=SKILL_ID)


def garden(endpoint: Endpoint, *, screen: bool = False) -> Device:
    """A device that refuses loudly whatever Amazon would not take."""
    return Device(endpoint, read_model(MODELS, "en-US"), ears(), "en-US", clock=lambda: NOW, screen=screen)
