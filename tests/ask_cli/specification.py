"""Amazon's specification of SMAPI, held against every call: what the ASK CLI sends, and what our service answers.

Beyond what tools.smapi_schema corrects: what a skill is sent and answers may be any JSON, a stage is a text, and an
error that "inherits" from another one has its fields as well.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tools.smapi_schema import SPEC, Schema, corrected, validator

STAGE_OWNERS = ("v1.skill.nlu.evaluations.EvaluateNLURequest", "v1.skill.nlu.evaluations.EvaluationInputs")


class Specification:
    """The specification in npm's ask-smapi-model."""

    def __init__(self, root: Path) -> None:
        specification = json.loads((root / SPEC).read_text(encoding="utf-8"))
        self._definitions = corrected(_put_right(specification["definitions"]))
        self._validators = cache(lambda name: validator(self._definitions, name))
        self._operations = {
            (method.upper(), path): operation
            for path, operations in specification["paths"].items()
            for method, operation in operations.items()
        }

    def operation(self, method: str, path: str) -> Schema | None:
        """What the specification says of a call; of several paths that fit, the one with the most fixed parts."""
        fitting = [
            (template.count("{"), operation)
            for (verb, template), operation in self._operations.items()
            if verb == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path)
        ]
        return min(fitting, key=lambda one: one[0])[1] if fitting else None

    def of_request(self, operation: Schema, query: Mapping[str, str], body: bytes, kind: str) -> Iterator[str]:
        """What is wrong with a request."""
        parameters = {one["name"]: one for one in operation.get("parameters", []) if "name" in one}
        allowed = {name: one for name, one in parameters.items() if one["in"] == "query"}
        yield from (f"the query has {name}" for name in query if name not in allowed)
        yield from (
            f"the query lacks {name}" for name, one in allowed.items() if one["required"] and name not in query
        )
        yield from (
            f"{name} is {query[name]}"
            for name, one in allowed.items()
            if name in query and query[name] not in one.get("enum", [query[name]])
        )
        wanted = next((one for one in parameters.values() if one["in"] == "body"), None)
        if wanted and "csv" not in kind:
            yield from self._wrong(wanted["schema"], body)

    def of_answer(self, operation: Schema, status: int, body: bytes, kind: str) -> Iterator[str]:
        """What is wrong with an answer."""
        answers = operation["responses"]
        if str(status) not in answers:
            yield f"the status {status} is not foreseen"
        elif schema := answers[str(status)].get("schema"):
            yield from self._wrong(schema, body)
        elif body and "examples" not in answers[str(status)]:
            yield f"nothing should be answered, but {kind} is"

    def _wrong(self, schema: Schema, body: bytes) -> Iterator[str]:
        name = schema["$ref"].removeprefix("#/definitions/")
        try:
            document = json.loads(body)
        except ValueError:
            yield f"{body[:80]!r} is not JSON"
            return
        for error in self._validators(name).iter_errors(document):
            yield f"{name} {'.'.join(map(str, error.absolute_path))}: {error.message[:300]}"


def _put_right(definitions: dict[str, Schema]) -> dict[str, Schema]:
    for name in STAGE_OWNERS:
        definitions[name]["properties"]["stage"] = {"type": "string"}
    return {name: _loosened(definition) for name, definition in definitions.items()}


def _loosened(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_loosened(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    put = {key: _loosened(part) for key, part in schema.items()}
    if put.get("additionalProperties") in ({"type": "object"}, {"type": "object", "properties": {}}):
        put["additionalProperties"] = {}
    if put.get("properties") == {}:
        del put["properties"]
    if "enum" in put and put.get("type") == "object":
        put["type"] = "string"
    if parent := put.get("x-inheritsFrom"):
        own = {key: part for key, part in put.items() if key != "allOf"}
        put = {"allOf": [*put.get("allOf", []), {"$ref": f"#/definitions/{parent}"}, own]}
    return put
