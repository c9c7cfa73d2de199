"""One case before the judge: the request that was sent, the response as read, and what the model declares."""

from typing import Any, NamedTuple

from simulator.envelope import Json
from simulator.judge.response import Body, Response, Speech
from simulator.models.declared import Declared


class Case(NamedTuple):
    """What every rule gets to see."""

    request: Json
    response: Response
    declared: Declared

    @property
    def body(self) -> Body:
        """The inner part of the response."""
        return self.response.response

    @property
    def speeches(self) -> tuple[tuple[str, Speech], ...]:
        """Whatever is spoken, each with the name of its place."""
        places: list[tuple[str, Speech]] = []
        if self.body.output_speech:
            places.append(("outputSpeech", self.body.output_speech))
        if self.body.reprompt:
            places.append(("reprompt", self.body.reprompt.output_speech))
        return tuple(places)

    @property
    def request_type(self) -> str:
        """LaunchRequest, IntentRequest, SessionEndedRequest, or the type of another request."""
        return str(self.request["request"]["type"])

    @property
    def intent(self) -> str | None:
        """The name of the request's intent, if it has one."""
        intent: dict[str, Any] = self.request["request"].get("intent", {})
        return intent.get("name")

    @property
    def interfaces(self) -> dict[str, Any]:
        """What the device can do besides speaking; nothing for an event, which comes from none."""
        device: dict[str, Any] = self.request["context"]["System"].get("device", {})
        interfaces: dict[str, Any] = device.get("supportedInterfaces", {})
        return interfaces
