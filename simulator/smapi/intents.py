"""Intents as SMAPI writes them, in simulations and in the utterance profiler: flatter than those of a request."""

from collections.abc import Iterator

from simulator.device.turn_result import Understood
from simulator.envelope import Json


def intent_json(intent: Json) -> Json:
    """The intent object of a request, with those of its slots that have a value."""
    slots = {name: slot for name, slot in intent.get("slots", {}).items() if slot.get("value") is not None}
    written = {name: _slot(slot) for name, slot in slots.items()}
    return {"name": intent["name"], "confirmationStatus": intent.get("confirmationStatus", "NONE"), "slots": written}


def considered(understood: Understood) -> list[Json]:
    """The intent that was chosen and the runner-up, best first; nothing when the ears were not asked."""
    if understood.stage is None or understood.intent is None:
        return []
    slots = {name: slot.as_request() for name, slot in understood.slots.items()}
    return [intent_json({"name": understood.intent, "slots": slots}), *runner_up(understood.runner_up)]


def runner_up(name: str | None) -> list[Json]:
    """The next best other intent, if there is one; the ears keep no slots of it."""
    return [] if name is None else [intent_json({"name": name})]


def _slot(slot: Json) -> Json:
    written = {key: slot[key] for key in ("name", "value", "confirmationStatus")}
    if resolutions := slot.get("resolutions"):
        written["resolutions"] = {"resolutionsPerAuthority": list(_authorities(resolutions))}
    return written


def _authorities(resolutions: Json) -> Iterator[Json]:
    for one in resolutions["resolutionsPerAuthority"]:
        values = [value["value"] for value in one.get("values", ())]
        yield {"authority": one["authority"], "status": one["status"], "values": values}
