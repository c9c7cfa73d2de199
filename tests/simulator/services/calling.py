"""A skill that calls the services while it answers, and a plain HTTP client for it."""

import http.client
import json
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from simulator.device.device import Device
from tests.simulator.tea import NOW, Json, Skill, ask, tea_device


class Reply(NamedTuple):
    """A status and a JSON value, None when there is no body."""

    status: int
    value: Any


class Caller:
    """Talks to the services with what one envelope says: their address and a token."""

    def __init__(self, envelope: Json, *, patience: float = 3, holding: Device | None = None) -> None:
        self._holding = holding  # a token goes with its device
        system = envelope["context"]["System"]
        self.device = system.get("device", {}).get("deviceId", "")
        self.token = system["apiAccessToken"]
        self._address = urlsplit(system["apiEndpoint"])
        self._patience = patience

    def __call__(self, method: str, path: str, body: object = None, *, token: str | None = None) -> Reply:
        """Call once, with the envelope's token unless another is given."""
        status, raw = self.raw(method, path, body, token=token)
        return Reply(status, json.loads(raw) if raw else None)

    def raw(self, method: str, path: str, body: object = None, *, token: str | None = None) -> tuple[int, bytes]:
        """Call once; the body as it came. Raises OSError and HTTPException as http.client does."""
        connection = http.client.HTTPConnection(
            self._address.hostname or "", self._address.port, timeout=self._patience
        )
        headers = {"Authorization": f"Bearer {token or self.token}", "Content-Type": "application/json"}
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()


def caller_of(device: Device, skill: Skill, *, patience: float = 3) -> Caller:
    """A client with the newest envelope of a device that was just opened."""
    device.launch()
    return Caller(skill.last, patience=patience, holding=device)


def opened(**settings: Any) -> tuple[Device, Caller]:
    """An open device and a client for its services."""
    skill = Skill(ask())
    device = tea_device(skill, clock=lambda: NOW)
    return device, caller_of(device, skill, **settings)


def reminder(text: str = "Drink tea", **trigger: object) -> Json:
    """A body that makes a reminder: in an hour, unless another trigger is given."""
    return {
        "requestTime": "2026-03-04T09:30:00",
        "trigger": trigger or {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": 3600},
        "alertInfo": {"spokenInfo": {"content": [{"locale": "en-US", "text": text}]}},
        "pushNotification": {"status": "ENABLED"},
    }


def at(local: str, zone: str | None = None) -> Json:
    """The trigger of a reminder at a local time."""
    trigger = {"type": "SCHEDULED_ABSOLUTE", "scheduledTime": local}
    return trigger if zone is None else trigger | {"timeZoneId": zone}
