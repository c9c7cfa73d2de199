"""Calling the service as the ASK CLI does, but without it: a tea corner behind the application, in this process."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from simulator.envelope import SKILL_ID
from simulator.services.clock import Clock
from simulator.smapi.app import create_app
from simulator.smapi.manifest import least_manifest
from simulator.smapi.service import Service
from simulator.under_test.endpoint import Endpoint, HandlerEndpoint
from simulator.under_test.skill_under_test import SkillUnderTest
from tests.simulator.tea import MODELS, NOW

Json = dict[str, Any]
NAMES = {"de-DE": "tee ecke", "en-US": "tea corner"}
A_TOKEN = "Bearer a"
SKILL = f"/v1/skills/{SKILL_ID}"
STAGE = f"/v1/skills/{SKILL_ID}/stages/development"
NEWER = f"/v2/skills/{SKILL_ID}/stages/development"
SIMULATIONS = f"{NEWER}/simulations"
SETS = f"{SKILL}/nluAnnotationSets"
EVALUATIONS = f"{SKILL}/nluEvaluations"


class Caller:
    """Somebody with a token. Answers are JSON objects; ``status`` and ``headers`` are those of the newest."""

    def __init__(self, service: Service, token: str = A_TOKEN) -> None:
        self.service = service
        self.client = create_app(service).test_client()
        self.token = token
        self.status = 0
        self.headers: Mapping[str, str] = {}

    def get(self, path: str, **headers: str) -> Any:
        """What a GET brings."""
        return self.call("GET", path, b"", **headers)

    def post(self, path: str, body: object) -> Any:
        """What a POST of JSON brings."""
        return self.send("POST", path, body)

    def send(self, method: str, path: str, body: object) -> Any:
        """What a call with JSON brings."""
        return self.call(method, path, json.dumps(body).encode(), content_type="application/json")

    def call(self, method: str, path: str, data: bytes = b"", **headers: str) -> Any:
        """What any call brings; None when the answer is empty."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        given = {"Authorization": self.token} | named
        answer = self.client.open(path, method=method, data=data, headers=given)
        self.status, self.headers = answer.status_code, dict(answer.headers)
        return json.loads(answer.data) if answer.is_json and answer.data else answer.text or None

    def say(self, utterance: str, *, new: bool = False, locale: str = "en-US") -> Any:
        """The simulation of an utterance."""
        body: Json = {"input": {"content": utterance}, "device": {"locale": locale}}
        return self.post(SIMULATIONS, body | ({"session": {"mode": "FORCE_NEW_SESSION"}} if new else {}))


def service_of(skill: Callable[[Json, object], object] | Endpoint) -> Service:
    """The service of a tea corner on a day in March."""
    endpoint = HandlerEndpoint(skill) if callable(skill) else skill
    return Service(SkillUnderTest(endpoint, MODELS, SKILL_ID), least_manifest(NAMES), Clock(lambda: NOW))


def caller(skill: Callable[[Json, object], object] | Endpoint) -> Caller:
    """Somebody who calls the service of a tea corner."""
    return Caller(service_of(skill))


def captions(simulation: Json) -> list[str]:
    """What Alexa said."""
    responses = simulation["result"]["alexaExecutionInfo"]["alexaResponses"]
    return [response["content"]["caption"] for response in responses]


def invocations(simulation: Json) -> list[Json]:
    """What the skill was sent and answered."""
    listed: list[Json] = simulation["result"]["skillExecutionInfo"]["invocations"]
    return listed
