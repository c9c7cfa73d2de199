"""One simulated turn: an utterance goes to a device, and what came of it is told as SMAPI tells it.

Source: skill-simulation-api, and ``v2.skill.simulations`` of the specification.
"""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.device.device import Device
from simulator.device.failure import why_it_failed
from simulator.device.turn_result import TurnResult
from simulator.ears.invocation import find_invocation
from simulator.envelope import Json
from simulator.smapi.intents import considered
from simulator.smapi.recorder import Invocation, Recorder

NOT_INVOKED = (
    "No session is open, and the utterance does not name the skill, so that Alexa would not have called it: "
    'begin with its invocation name, for instance "open {name}".'
)


class Simulation(NamedTuple):
    """What a turn brought: the result as JSON, why it failed (None: it did not), and the skill's traceback if any."""

    result: Json
    trouble: str | None = None
    traceback: str = ""

    def as_json(self, name: str) -> Json:
        """The ``SimulationsApiResponse``; it is never in progress."""
        return {"id": name, "status": "FAILED" if self.trouble else "SUCCESSFUL", "result": self.result}


def simulate(device: Device, recorder: Recorder, utterance: str, *, new_session: bool, address: str) -> Simulation:
    """Say the utterance; with ``new_session`` an open session is forgotten first, without a word to the skill."""
    if new_session:
        device.hang_up()
    if device.session is None and find_invocation(utterance, device.invocation_name, device.locale) is None:
        return _not_called(NOT_INVOKED.format(name=device.invocation_name))
    with recorder.noting() as invocations:
        result = device.say(utterance)
    told = {
        "skillExecutionInfo": {"invocations": [one.as_json(address) for one in invocations]},
        "alexaExecutionInfo": _alexa(result),
    }
    error = _error(result, invocations)
    return (
        Simulation(told)
        if error is None
        else Simulation(told | {"error": error}, error["message"], why_it_failed(result))
    )


def _not_called(says: str) -> Simulation:
    return Simulation({"error": {"code": "SKILL_NOT_INVOKED", "message": says}}, says)


def _alexa(result: TurnResult) -> Json:
    captions = [result.speech] if result.speech else []
    responses = [{"type": "Speech", "content": {"caption": caption}} for caption in captions]
    return {"alexaResponses": responses, "consideredIntents": considered(result.heard)}


def _error(result: TurnResult, invocations: Sequence[Invocation]) -> Json | None:
    """Why Alexa could not use what the skill answered; findings that only cost a part of it are no error."""
    refused = [finding for finding in result.findings if finding.refuses]
    if not refused:
        return None
    failure = next((one.failure for one in invocations if one.failure), None)
    code = failure.error_type if failure else refused[0].rule
    return {"code": code, "message": "; ".join(map(str, refused))}
