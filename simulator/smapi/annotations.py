"""An annotation: an utterance, and the intents with their slots any of which it may be heard as.

Two forms are read: JSON and CSV. Source: nlu-annotation-api-reference, nlu-evaluation-tool-api.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from simulator.envelope import Json
from simulator.smapi.bodies import violations
from simulator.smapi.errors import bad_request

MOST_ANNOTATIONS = 2000
LONGEST_UTTERANCE = 500
COLUMNS = ("utterance", "referenceTimestamp", "intent")
"""The columns of a CSV file; then comes ``slot[name]`` for each slot."""

Text = Annotated[str, Field(min_length=1, max_length=LONGEST_UTTERANCE)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SlotValue(_Part):
    """A slot's value in the longer form; lists are not heard, so they are not taken."""

    type: Literal["Simple"] = "Simple"
    value: str


class ExpectedSlot(_Part):
    """What a slot should hold, in the short form or the longer one; an empty text: nothing."""

    value: str | None = None
    slotValue: SlotValue | None = None  # noqa: N815 - Amazon's name

    @property
    def text(self) -> str:
        """What it should hold."""
        return self.slotValue.value if self.slotValue else self.value or ""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.value is None) == (self.slotValue is None):
            raise ValueError("give the slot either a value or a slotValue")
        return self


class ExpectedIntent(_Part):
    """An intent with those of its slots that matter."""

    name: Text
    slots: dict[str, ExpectedSlot] = Field(default_factory=dict)


class Expected(_Part):
    """One way in which the utterance may be heard. The domain is the skill's in any case."""

    domain: str | None = None
    intent: ExpectedIntent


class Inputs(_Part):
    """What is said, without the invocation name, and on which day, if that matters; a blank day is none."""

    utterance: Text
    referenceTimestamp: Annotated[AwareDatetime | None, BeforeValidator(lambda day: day or None)] = None  # noqa: N815


class Annotation(_Part):
    """An utterance with what it should be heard as; any one of several ways will do."""

    inputs: Inputs
    expected: tuple[Expected, ...] = Field(min_length=1)

    def as_json(self) -> Json:
        """The annotation as it was given."""
        return self.model_dump(mode="json", exclude_unset=True)


class _File(_Part):
    data: tuple[Annotation, ...] = Field(max_length=MOST_ANNOTATIONS)


def read_json(document: Any) -> tuple[Annotation, ...]:
    """The annotations of ``{"data": [...]}``; raises CallRefused, which lists each fault."""
    try:
        return _File.model_validate(document).data
    except ValidationError as error:
        raise bad_request("The annotations are not written as they should be.", violations(error)) from None


def read_csv(text: str) -> tuple[Annotation, ...]:
    """The annotations of a CSV file, one a line; raises CallRefused, which lists each fault."""
    rows = csv.DictReader(StringIO(text.removeprefix("\ufeff")), strict=True)
    slots = {column: column[5:-1] for column in rows.fieldnames or () if _is_slot(column)}
    strange = set(rows.fieldnames or ()) - set(COLUMNS) - set(slots)
    if strange or not {"utterance", "intent"} <= set(rows.fieldnames or ()):
        raise bad_request("The first line of the CSV file is not utterance,referenceTimestamp,intent,slot[...],...")
    try:
        return read_json({"data": [_from_row(row, slots) for row in rows]})
    except csv.Error as error:
        raise bad_request(f"The CSV file cannot be read: {error}.") from None


def write_json(annotations: Sequence[Annotation]) -> str:
    """The annotations as ``{"data": [...]}``."""
    return json.dumps({"data": [annotation.as_json() for annotation in annotations]})


def write_csv(annotations: Sequence[Annotation]) -> str:
    """The annotations as CSV; raises CallRefused for one that may be heard in several ways, which no line can say."""
    if several := next((one for one in annotations if len(one.expected) > 1), None):
        says = f"{several.inputs.utterance!r} may be heard in several ways, which CSV cannot say: ask for JSON."
        raise bad_request(says)
    names = dict.fromkeys(name for one in annotations for name in one.expected[0].intent.slots)
    written = StringIO()
    lines = csv.DictWriter(written, [*COLUMNS, *(f"slot[{name}]" for name in names)], restval="", lineterminator="\n")
    lines.writeheader()
    lines.writerows(map(_as_row, annotations))
    return written.getvalue()


def _is_slot(column: str) -> bool:
    return column.startswith("slot[") and column.endswith("]")


def _from_row(row: Mapping[str | None, Any], slots: Mapping[str, str]) -> Json:
    filled = {name: {"value": row[column]} for column, name in slots.items() if row[column]}
    inputs = {name: row[name] for name in COLUMNS[:2] if row.get(name)}
    # What stands under no column is put there by the reader with the key None: let it be complained about.
    more = {"more than there are columns": row[None]} if None in row else {}
    return {"inputs": inputs, "expected": [{"intent": {"name": row["intent"], "slots": filled}}], **more}


def _as_row(annotation: Annotation) -> dict[str, str]:
    inputs = annotation.as_json()["inputs"]
    intent = annotation.expected[0].intent
    slots = {f"slot[{name}]": slot.text for name, slot in intent.slots.items()}
    day = inputs.get("referenceTimestamp") or ""
    return {"utterance": inputs["utterance"], "referenceTimestamp": day, "intent": intent.name, **slots}
