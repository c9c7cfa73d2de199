"""The three doors of the skill, each as an endpoint for the device: in process, Lambda's handler, signed HTTP."""

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from simulator.device.device import Device
from simulator.ears.ears import Ears
from simulator.envelope import SKILL_ID
from simulator.models.folder import read_model
from simulator.services.account import Account
from simulator.services.clock import Clock as AccountClock
from simulator.under_test.endpoint import Endpoint, HandlerEndpoint
from skill.bootstrap import build_skill
from skill.settings import Settings
from skill.web.door import WebDoor
from tests.web.serving import serving
from tests.web.signing import Signer

ROOT = Path(__file__).parents[2]
Clock = Callable[[], datetime]


def in_process() -> Endpoint:
    """The skill as the simulator runs it."""
    return HandlerEndpoint(build_skill(Settings()))


def lambda_door(monkeypatch_environment: Callable[[str, str], None]) -> Endpoint:
    """The file that Lambda loads, loaded as Lambda does, by its path."""
    monkeypatch_environment("CASE_COMPASS_SKILL_ID", SKILL_ID)
    spec = importlib.util.spec_from_file_location("lambda_function", ROOT / "lambda" / "lambda_function.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.modules.pop("lambda_function", None)
    return HandlerEndpoint(module.lambda_handler)


class SignedHttp:
    """A running web server that only answers what is signed."""

    def __init__(self, port: int, signer: Signer) -> None:
        self.port = port
        self.signer = signer

    def send(self, envelope: dict[str, Any]) -> dict[str, Any]:
        """Post the envelope, signed as Alexa signs."""
        body = json.dumps(envelope).encode()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=8)
        try:
            connection.request("POST", "/alexa", body, self.signer.headers(body))
            answer = connection.getresponse()
            assert answer.status == 200, answer.status
            content: dict[str, Any] = json.loads(answer.read())
        finally:
            connection.close()
        return content


@contextmanager
def http_door(clock: Clock) -> Iterator[SignedHttp]:
    """The web service with a store of its own, on a free port of the loopback."""
    signer = Signer()
    skill = build_skill(Settings(skill_id=SKILL_ID))
    with serving(WebDoor(skill, signer.verifier(SKILL_ID, clock=clock).verify)) as port:
        yield SignedHttp(port, signer)


@cache
def ears(locale: str) -> Ears:
    """The ears for a locale's committed interaction model, made once."""
    return Ears(read_model(ROOT / "interaction_models", locale), locale, skill_id=SKILL_ID)


def device(endpoint: Endpoint, locale: str, user: str, clock: Clock) -> Device:
    """An Echo at this door, which refuses loudly whatever Amazon would reject."""
    return device_of(Account(user, AccountClock(clock)), endpoint, locale)


def device_of(account: Account, endpoint: Endpoint, locale: str) -> Device:
    """The same, of an account whose clock others may hold too."""
    model = read_model(ROOT / "interaction_models", locale)
    return Device(endpoint, model, ears(locale), locale, account=account)
