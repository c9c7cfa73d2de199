"""What must hold, whatever came in: 200 with a legal response, or 400 with nothing; in time; no word of it logged.

A genuine envelope must be answered with a turn of talk, and never with an apology.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from simulator.envelope import Json
from simulator.judge import judge
from simulator.models.declared import Declared
from simulator.models.folder import read_model
from tests.fuzz.doors import Outcome
from tests.fuzz.genuine import MODELS_FOLDER
from tests.fuzz.inputs import Input
from tests.fuzz.logs import Watcher

MOST_SECONDS = 1.0
_LOCALES = {path.stem for path in MODELS_FOLDER.glob("*.json")}


def faults(thrown: Input, outcome: Outcome, logged: Watcher) -> Iterator[str]:
    """What is wrong with the outcome, a sentence each."""
    yield from (f"something private is logged: {leak}" for leak in logged.leaks)
    if outcome.seconds > MOST_SECONDS:
        yield f"it took {outcome.seconds:.1f} s of the processor"
    if outcome.raised:
        yield f"the door raised {outcome.raised}"
    elif outcome.status == 200:
        yield from _answer_faults(thrown, outcome.answer)
    elif outcome.status != 400:
        yield f"the status is {outcome.status}"
    elif outcome.answer:
        yield "a refusal says something"
    if thrown.genuine:
        yield from _not_taken(outcome, logged)


def _not_taken(outcome: Outcome, logged: Watcher) -> Iterator[str]:
    if outcome.status != 200:
        yield f"a genuine envelope has the status {outcome.status}"
    yield from (f"a genuine envelope makes an error: {error}" for error in logged.errors)


def _answer_faults(thrown: Input, answer: bytes) -> Iterator[str]:
    try:
        response = json.loads(answer.decode(), parse_constant=_no_constant)
    except ValueError as error:
        yield f"the answer is not JSON in UTF-8: {error}"
        return
    if not isinstance(response, dict):
        yield "the answer is no object"
        return
    if not isinstance(response.get("sessionAttributes", {}), dict | None):
        yield "the session attributes are no object"
        return
    if not thrown.genuine:
        # They may be what came in, of any depth and size; it is enough that they are an object of JSON.
        response["sessionAttributes"] = {}
    request, locale = _as_genuine(json.loads(thrown.body))
    for finding in judge(request, response, _declared(locale)):
        if thrown.genuine or not _excused(finding.rule, response):
            yield str(finding)


def _excused(rule: str, response: Json) -> bool:
    """To nonsense there may be no answer, and braces that came in are said back as what the person called a thing."""
    return rule == "placeholder" or (rule == "empty" and not response["response"])


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


@cache
def _declared(locale: str) -> Declared:
    return Declared(read_model(MODELS_FOLDER, locale))


def _as_genuine(envelope: Any) -> tuple[Json, str]:
    """As much of a request as the judge wants to know, in the form that it knows; and the locale of the answer."""
    request = _object(envelope, "request")
    kind, locale = request.get("type"), request.get("locale")
    intent = _object(request, "intent").get("name")
    device = _object(_object(_object(envelope, "context"), "System"), "device")
    return (
        {
            "request": {
                "type": kind if isinstance(kind, str) else "",
                "intent": {"name": intent if isinstance(intent, str) else ""},
            },
            "context": {"System": {"device": {"supportedInterfaces": _object(device, "supportedInterfaces")}}},
        },
        locale if isinstance(locale, str) and locale in _LOCALES else "en-US",
    )


def _object(value: Any, name: str) -> Json:
    inside = value.get(name) if isinstance(value, dict) else None
    return inside if isinstance(inside, dict) else {}
