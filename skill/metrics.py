"""Figures of a turn as one line of JSON, out of which CloudWatch makes metrics (its embedded metric format).

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html

Amazon charges by metric, and every value of a dimension makes another one. So only what has few values is a
dimension: the function, the kind of request (seven names), the outcome (a dozen ids). The intent and the request's id
stand in the line for whoever searches the log, and make no metric.
"""

import json
from functools import cache
from typing import Any

from skill.value import Value

NAMESPACE = "CaseCompass"
REQUESTS = (
    "LaunchRequest",
    "IntentRequest",
    "SessionEndedRequest",
    "SessionResumedRequest",
    "Connections.Response",
    "AlexaSkillEvent.SkillDisabled",
)
"""The requests that are told apart; the type of any other is told as ``other``."""
OTHER = "other"
_LONGEST_NAME = 80

_Directive = dict[str, Any]
_PER_FUNCTION = (
    ("TurnTime", "Milliseconds"),
    ("ColdStart", "Count"),
    ("Errors", "Count"),
    ("Refused", "Count"),
    ("StoreFailures", "Count"),
)


class Counts(Value):
    """What is counted of a turn: lines logged as errors, failures of the store, whether it was a process's first."""

    milliseconds: float
    cold: bool = False
    refused: bool = False
    errors: int = 0
    store_failures: int = 0


class Asked(Value):
    """What a turn was about: a name out of ``REQUESTS`` or ``OTHER``, and the name of the intent."""

    request: str
    intent: str | None = None


def asked(event: Any) -> Asked:
    """What a request envelope asks, whatever shape it has."""
    try:
        request = event["request"]
        kind = request["type"]
        intent = request["intent"]["name"] if kind == "IntentRequest" else None
    except (KeyError, TypeError):
        return Asked(OTHER)
    return Asked(kind if kind in REQUESTS else OTHER, _as_name(intent))


def told(event: Any, answer: dict[str, Any] | None) -> str | None:
    """The id of the outcome that the turn told, as the response's session attributes have it."""
    attributes: Any = (answer or {}).get("sessionAttributes")
    try:
        if attributes == event["session"]["attributes"]:  # an apology, which gives them back as they came
            return None
        return _as_name(attributes["turn"]["outcome"])
    except (KeyError, TypeError):
        return None


def _as_name(given: object) -> str | None:
    """What looks like a name of ours; None for anything else, which might be what somebody said."""
    if isinstance(given, str) and len(given) <= _LONGEST_NAME and given.replace(".", "").isidentifier():
        return given
    return None


def metric_line(
    function: str, request_id: str, about: Asked, outcome: str | None, counts: Counts, milliseconds_since_1970: int
) -> str:
    """One line, without its end."""
    members: dict[str, Any] = {
        "FunctionName": function,
        "Request": about.request,
        "RequestId": request_id,
        "TurnTime": round(counts.milliseconds, 3),
        "ColdStart": int(counts.cold),
        "Errors": counts.errors,
        "Refused": int(counts.refused),
        "StoreFailures": counts.store_failures,
    }
    if about.intent:
        members["Intent"] = about.intent
    if outcome is not None:
        members |= {"Outcome": outcome, "Told": 1}
    # The directives are three quarters of the line and always the same, so they are made into text only once.
    meta = f'{{"Timestamp": {milliseconds_since_1970}, "CloudWatchMetrics": {_directives(outcome is not None)}}}'
    return f'{{"_aws": {meta}, {json.dumps(members)[1:]}'


@cache
def _directives(tells_an_outcome: bool) -> str:
    directives = [
        _directive(("FunctionName",), _PER_FUNCTION),
        _directive(("FunctionName", "Request"), _PER_FUNCTION[:1]),
    ]
    if tells_an_outcome:
        directives.append(_directive(("FunctionName", "Outcome"), (("Told", "Count"),)))
    return json.dumps(directives)


def _directive(dimensions: tuple[str, ...], metrics: tuple[tuple[str, str], ...]) -> _Directive:
    named = [{"Name": name, "Unit": unit} for name, unit in metrics]
    return {"Namespace": NAMESPACE, "Dimensions": [list(dimensions)], "Metrics": named}
