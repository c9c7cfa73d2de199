"""A door with a signer before it and a handler behind it that remembers what came through."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.web.app import create_app
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
def client(signer: Signer, handler: Handler) -> FlaskClient:
    return create_app(handler, signer.verifier()).test_client()
