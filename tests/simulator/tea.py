"""A tea corner: a small skill of the tests' own, with a model, answers as plain dictionaries, and a device."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simulator.device.device import Device
from simulator.ears.ears import Ears
from simulator.envelope import SKILL_ID
from simulator.models.folder import read_model
from simulator.under_test.endpoint import Endpoint, HandlerEndpoint

Json = dict[str, Any]
MODELS = Path(__file__).parent / "models"
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


class Skill:
    """A handler that remembers the envelopes it got; answers come from a function or, in turn, from a list."""

    def __init__(self, *answers: Json | Callable[[Json], object]) -> None:
        self.seen: list[Json] = []
        self._answers = list(answers)

    def __call__(self, event: Json, context: object) -> object:
        assert context is None
        self.seen.append(event)
        if event["request"]["type"] == "SessionEndedRequest":
            return {"version": "1.0", "response": {}}
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return answer(event) if callable(answer) else answer

    @property
    def last(self) -> Json:
        """The newest envelope."""
        return self.seen[-1]

    @property
    def requests(self) -> list[str]:
        """The types of all requests, oldest first."""
        return [event["request"]["type"] for event in self.seen]


def ask(speech: str = "Which tea would you like?", *, attributes: Json | None = None, **more: object) -> Json:
    """An answer that keeps the session open."""
    response = {
        "outputSpeech": {"type": "SSML", "ssml": f"<speak>{speech}</speak>"},
        "reprompt": {"outputSpeech": {"type": "PlainText", "text": "Green or black?"}},
        "shouldEndSession": False,
    }
    return {"version": "1.0", "sessionAttributes": attributes or {}, "response": response | more}


def tell(speech: str = "Enjoy your tea.", **more: object) -> Json:
    """An answer that ends the session."""
    response = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{speech}</speak>"}, "shouldEndSession": True}
    return {"version": "1.0", "response": response | more}


def elicit(slot: str = "tea", **more: object) -> Json:
    """A question for a slot."""
    return ask(directives=[{"type": "Dialog.ElicitSlot", "slotToElicit": slot, **more}])


def delegate() -> Json:
    """A dialog that is left to Alexa."""
    directives = [{"type": "Dialog.Delegate"}]
    return {"version": "1.0", "response": {"directives": directives, "shouldEndSession": False}}


def tea_device(
    skill: Callable[[Json, object], object] | Endpoint,
    *,
    locale: str = "en-US",
    strict: bool = True,
    clock: Callable[[], datetime] = lambda: NOW,
    screen: bool = False,
) -> Device:
    """A device with the tea corner's model in front of a handler or an endpoint."""
    endpoint = HandlerEndpoint(skill) if callable(skill) else skill
    model = read_model(MODELS, locale)
    ears = Ears(model, locale, skill_id=SKILL_ID)
    return Device(endpoint, model, ears, locale, "amzn1.ask.account.A", clock, strict=strict, screen=screen)
