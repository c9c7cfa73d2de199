"""The first rules: a response is JSON of a certain size and shape. Only then can the others be asked."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from simulator.envelope import Json
from simulator.finding import CARDS, RESPONSE, Finding
from simulator.judge.response import Response

MOST_BYTES = 120 * 1024
"""What Amazon takes today."""

OWN_CEILING = 24 * 1024
"""What Amazon took in earlier years, and what we keep to."""


def size(response: Json) -> Iterator[Finding]:
    """The whole response, session attributes and all, stays under the ceilings."""
    try:
        written = len(json.dumps(response, allow_nan=False).encode())
    except (TypeError, ValueError, RecursionError) as error:
        yield Finding("json", f"the response is not JSON: {error}", RESPONSE)
        return
    if written > MOST_BYTES:
        yield Finding("size", f"the response has {written} bytes; Amazon takes {MOST_BYTES}", RESPONSE)
    elif written > OWN_CEILING:
        says = f"the response has {written} bytes; we keep to {OWN_CEILING}, which Amazon's older documentation names"
        yield Finding("size", says, RESPONSE)


def read(response: Json) -> tuple[Response | None, list[Finding]]:
    """The response as a typed value, or what is wrong with its shape. A field that is null counts as absent."""
    try:
        return Response.model_validate_json(json.dumps(_without_nulls(response))), []
    except ValidationError as error:
        return None, [_finding(fault) for fault in error.errors(include_url=False)]


def _finding(fault: ErrorDetails) -> Finding:
    place = ".".join(str(step) for step in fault["loc"]) or "the response"
    where = fault["loc"][1] if len(fault["loc"]) > 1 else ""
    known = fault.get("ctx", {})
    match fault["type"]:
        case "missing":
            says = f"the response lacks {place}"
        case "extra_forbidden":
            says = f"{place} is not a field that it has"
        case "union_tag_invalid":
            says = f"{place} has the type {known['tag']!r}; there are {known['expected_tags']}"
        case _:
            says = f"{place}: {fault['msg']}"
    if where == "card":
        return Finding("card-shape", says, CARDS)
    return Finding("speech-shape" if where in ("outputSpeech", "reprompt") else "shape", says, RESPONSE)


def _without_nulls(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_nulls(item) for item in value]
    if isinstance(value, dict):
        return {
            key: _without_nulls(item) for key, item in value.items() if item is not None or key == "shouldEndSession"
        }
    return value
