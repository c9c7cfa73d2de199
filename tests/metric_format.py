"""The rules of CloudWatch's embedded metric format, as its specification words them.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

UNITS = ("Milliseconds", "Count")
"""Those of CloudWatch's units that we use."""
LONGEST_LINE_BYTES = 256 * 1024
_NAME = {"type": "string", "minLength": 1, "maxLength": 255}
_METRIC = {
    "type": "object",
    "required": ["Name"],
    "properties": {"Name": _NAME, "Unit": {"enum": list(UNITS)}, "StorageResolution": {"enum": [1, 60]}},
    "additionalProperties": False,
}
_DIRECTIVE = {
    "type": "object",
    "required": ["Namespace", "Dimensions", "Metrics"],
    "properties": {
        "Namespace": _NAME,
        "Dimensions": {"type": "array", "minItems": 1, "items": {"type": "array", "maxItems": 9, "items": _NAME}},
        "Metrics": {"type": "array", "minItems": 1, "maxItems": 100, "items": _METRIC},
    },
    "additionalProperties": False,
}
_META = {
    "type": "object",
    "required": ["Timestamp", "CloudWatchMetrics"],
    "properties": {
        "Timestamp": {"type": "integer", "minimum": 1_500_000_000_000, "maximum": 4_000_000_000_000},
        "CloudWatchMetrics": {"type": "array", "items": _DIRECTIVE},
    },
    "additionalProperties": False,
}
SCHEMA = {"type": "object", "required": ["_aws"], "properties": {"_aws": _META}}


def faults(line: dict[str, Any]) -> list[str]:
    """What the line breaks: the schema, or a reference to a member that is not there or of the wrong kind."""
    wrong = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(line)]
    return wrong or list(_dangling(line))


def _dangling(line: dict[str, Any]) -> Iterator[str]:
    for directive in line["_aws"]["CloudWatchMetrics"]:
        for name in {name for dimensions in directive["Dimensions"] for name in dimensions}:
            if not isinstance(line.get(name), str) or not 1 <= len(line[name]) <= 1024:
                yield f"the dimension {name} has no text"
        for metric in directive["Metrics"]:
            value = line.get(metric["Name"])
            if isinstance(value, bool) or not isinstance(value, int | float):
                yield f"the metric {metric['Name']} has no number"


def metrics(line: dict[str, Any]) -> dict[tuple[str, ...], dict[str, float]]:
    """The metrics that CloudWatch makes of the line: by dimensions, their names and values."""
    made: dict[tuple[str, ...], dict[str, float]] = {}
    for directive in line["_aws"]["CloudWatchMetrics"]:
        for dimensions in directive["Dimensions"]:
            named = {metric["Name"]: line[metric["Name"]] for metric in directive["Metrics"]}
            made.setdefault(tuple(dimensions), {}).update(named)
    return made
