"""Rules of dynamic entities (use-dynamic-entities-for-customized-interactions), and how a directive has them."""

from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from simulator.finding import DYNAMIC_ENTITIES, Finding
from simulator.judge.case import Case
from simulator.judge.response import Directive
from simulator.models.interaction_model import SlotType

UPDATE = "Dialog.UpdateDynamicEntities"
"""Adds values to slot types, or takes them away; it needs no dialog section."""
MOST_ENTITIES = 100
"""Dynamic entities in one response, synonyms counted."""
_TYPES = TypeAdapter(tuple[SlotType, ...])


def entity_rules(case: Case) -> Iterator[Finding]:
    """Every rule for the updates of a response."""
    for directive in case.body.directives:
        if directive.type == UPDATE:
            for says in _wrong(directive):
                yield Finding("dynamic-entities", says, DYNAMIC_ENTITIES)
            for name in _unheard(case, directive):
                says = f"the model has no slot type {name}: its dynamic entities are never heard"
                yield Finding("dynamic-unheard", says, DYNAMIC_ENTITIES, refuses=False)


def entities_of(directive: Directive) -> tuple[SlotType, ...]:
    """The slot types with the values that a directive gives them; raises ValidationError for a wrong shape."""
    return _TYPES.validate_python(directive.get("types") or ())


def _wrong(directive: Directive) -> Iterator[str]:
    behavior = directive.get("updateBehavior")
    if behavior not in ("REPLACE", "CLEAR"):
        yield f"{UPDATE} needs updateBehavior REPLACE or CLEAR, not {behavior!r}"
    try:
        types = entities_of(directive)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            place = ".".join(str(step) for step in ("types", *fault["loc"]))
            yield f"{place} of {UPDATE}: {fault['msg']}"
        return
    entities = sum(1 + len(value.name.synonyms) for slot_type in types for value in slot_type.values)
    if entities > MOST_ENTITIES:
        yield f"{entities} dynamic entities, synonyms counted; Amazon takes {MOST_ENTITIES}"
    if behavior == "REPLACE" and not entities:
        yield f"{UPDATE} has nothing to replace the entities with: CLEAR takes them away"


def _unheard(case: Case, directive: Directive) -> list[str]:
    try:
        return sorted({slot_type.name for slot_type in entities_of(directive)} - case.declared.types)
    except ValidationError:
        return []
