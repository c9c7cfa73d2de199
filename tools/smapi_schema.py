"""SMAPI's own specification as a JSON schema that can be relied on.

The npm package ask-smapi-model 1.24.0 holds it as Swagger 2.0 (spec.json, Apache-2.0). Three things stand in the
way, and are put right here: its objects are open, so a misspelt key passes; its sub-types are joined by
``discriminator``, which JSON Schema does not know; it requires a synonym of every slot value, which Amazon does not.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT4

MANIFEST = "v1.skill.Manifest.SkillManifestEnvelope"
MODEL = "v1.skill.interactionModel.InteractionModelData"
SPEC = Path("node_modules", "ask-smapi-model", "spec.json")

_HOME = "urn:smapi"
_REFERENCE = "#/definitions/"
_SUBTYPES = "x-subtypes"
_VALUE_NAME = "v1.skill.interactionModel.TypeValueObject"

Schema = dict[str, Any]


class SpecMissing(Exception):  # noqa: N818 - it reads as a sentence
    """The npm package that holds SMAPI's specification is not installed."""


def read_definitions(root: Path) -> dict[str, Schema]:
    """The definitions of SMAPI's specification, corrected; SpecMissing when the package is not installed."""
    file = root / SPEC
    if not file.exists():
        raise SpecMissing(f"{file} is missing; `make test-real` installs it (npm ci --omit=optional)")
    return corrected(json.loads(file.read_text(encoding="utf-8"))["definitions"])


def validator(definitions: dict[str, Schema], name: str) -> Validator:
    """A validator for one definition."""
    resource = DRAFT4.create_resource({"definitions": definitions})
    registry: Registry[Any] = Registry().with_resource(_HOME, resource)
    schema = {"$ref": f"{_HOME}{_REFERENCE}{name}"}
    checker: Validator = _Validator(schema, registry=registry, format_checker=FormatChecker())
    return checker


def corrected(definitions: dict[str, Schema]) -> dict[str, Schema]:
    """The definitions with closed objects, resolved sub-types and optional synonyms."""
    flat = {name: _flattened(definitions, name) for name in definitions}
    if _VALUE_NAME in flat:
        _synonyms_optional(flat[_VALUE_NAME])
    for schema in flat.values():
        _close(schema)
    return {name: _with_subtypes(definitions, flat, name) for name in flat}


def _flattened(definitions: dict[str, Schema], name: str) -> Schema:
    """The definition with everything that it inherits through ``allOf`` written out."""
    definition: Schema = json.loads(json.dumps(definitions[name]))
    merged: Schema = {key: value for key, value in definition.items() if key != "allOf"}
    for part in definition.get("allOf", []):
        inherited = _flattened(definitions, part["$ref"].removeprefix(_REFERENCE)) if "$ref" in part else part
        merged.setdefault("type", "object")
        merged["properties"] = {**merged.get("properties", {}), **inherited.get("properties", {})}
        if required := [*merged.get("required", []), *inherited.get("required", [])]:
            merged["required"] = sorted(set(required))
    return merged


def _synonyms_optional(schema: Schema) -> None:
    schema["required"] = [key for key in schema["required"] if key != "synonyms"]
    schema["properties"]["synonyms"].pop("minItems", None)


def _close(schema: Schema) -> None:
    """Forbid keys that are not defined, here and further inside."""
    if "properties" in schema:
        schema.setdefault("additionalProperties", False)
        for inner in schema["properties"].values():
            _close(inner)
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            _close(schema[key])


def _with_subtypes(definitions: dict[str, Schema], flat: dict[str, Schema], name: str) -> Schema:
    """For a definition with a discriminator: one of its sub-types, chosen by the discriminator's value."""
    key = definitions[name].get("discriminator")
    if key is None:
        return flat[name]
    subtypes = {
        definition["x-discriminator-value"]: other
        for other, definition in definitions.items()
        if "x-discriminator-value" in definition and _inherits(definitions, other, name)
    }
    schemas = {value: flat[other] for value, other in subtypes.items()}
    kinds = {"type": "object", "required": [key], "properties": {key: {"enum": sorted(subtypes)}}}
    return {**kinds, _SUBTYPES: {"key": key, "schemas": schemas}}


def _subtype(checker: Any, subtypes: Schema, instance: Any, _schema: Schema) -> Iterator[ValidationError]:
    """The keyword that chooses a sub-type by the value of the discriminator."""
    kind = instance.get(subtypes["key"]) if isinstance(instance, dict) else None
    if isinstance(kind, str) and kind in subtypes["schemas"]:
        yield from checker.descend(instance, subtypes["schemas"][kind])


_Validator = extend(Draft4Validator, {_SUBTYPES: _subtype})  # type: ignore[no-untyped-call]


def _inherits(definitions: dict[str, Schema], name: str, ancestor: str) -> bool:
    parents = [part["$ref"].removeprefix(_REFERENCE) for part in definitions[name].get("allOf", []) if "$ref" in part]
    return ancestor in parents or any(_inherits(definitions, parent, ancestor) for parent in parents)
