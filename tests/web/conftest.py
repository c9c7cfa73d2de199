"""A door with a signer before it and a handler behind it that remembers what came through."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from skill.web.door import WebDoor
from tests.web.signing import Signer

ANSWER = {"version": "1.0", "response": {"outputSpeech": {"type": "SSML", "ssml": "<speak>Grüße</speak>"}}}


@dataclass
class Handler:
    """A skill that answers every envelope alike."""

    heard: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, event: dict[str, Any], context: object) -> dict[str, Any]:
        assert context is None
        self.heard.append(event)
        return ANSWER


@pytest.fixture
def signer() -> Signer:
    return Signer()


@pytest.fixture
def handler() -> Handler:
    return Handler()


@pytest.fixture
def door(signer: Signer, handler: Handler) -> WebDoor:
    return WebDoor(handler, signer.verifier().verify)
