"""Names of intents, slots and types, and what each name may stand for."""

import re
from collections.abc import Iterator

from tools.lint.complaint import Complaint
from tools.lint.subject import INTENTS, TYPES, Subject

_NAME = re.compile(r"[A-Za-z_]+")

REQUIRED = ("Cancel", "Fallback", "Help", "NavigateHome", "Stop")


def _built_in(names: str, suffix: str = "") -> frozenset[str]:
    return frozenset(f"AMAZON.{name}{suffix}" for name in names.split())


BUILT_IN_INTENTS = _built_in(
    """
    Cancel Fallback Help LoopOff LoopOn More NavigateHome NavigateSettings Next No PageDown PageUp Pause Previous
    Repeat Resume ScrollDown ScrollLeft ScrollRight ScrollUp Select ShuffleOff ShuffleOn StartOver Stop Yes
    """,
    "Intent",
)
BUILT_IN_TYPES = _built_in(
    """
    NUMBER FOUR_DIGIT_NUMBER DATE TIME DURATION Ordinal PhoneNumber AlphaNumeric SearchQuery
    Actor Airline Airport Animal Artist Author Book City Color Corporation Country CreativeWorkType DayOfWeek Dessert
    Device Drink FirstName Food Genre Language LocalBusiness Month Movie MovieSeries MusicGroup Organization Person
    PostalAddress Product ProductType Region Room Service SoftwareApplication Sport SportsTeam StreetName TVSeries
    VideoGame
    """
)


def names(subject: Subject) -> Iterator[Complaint]:
    """Letters and underscores only; AMAZON. only in front of what Amazon has built in."""
    for index, intent in enumerate(subject.model.intents):
        if intent.name.startswith("AMAZON."):
            if intent.name not in BUILT_IN_INTENTS:
                text = f"{intent.name!r} is not a built-in intent; see the list in tools/lint/model_names.py"
                yield Complaint((*INTENTS, index, "name"), "intent-name", text)
        elif not _NAME.fullmatch(intent.name):
            text = f"the intent name {intent.name!r} may hold letters and underscores only; rename it"
            yield Complaint((*INTENTS, index, "name"), "intent-name", text)
        for position, slot in enumerate(intent.slots or []):
            if not _NAME.fullmatch(slot.name):
                text = f"the slot name {slot.name!r} may hold letters and underscores only; rename it"
                yield Complaint((*INTENTS, index, "slots", position, "name"), "slot-name", text)
    for index, slot_type in enumerate(subject.model.types):
        if not _NAME.fullmatch(slot_type.name):
            text = f"the type name {slot_type.name!r} may hold letters and underscores only; rename it"
            yield Complaint((*TYPES, index, "name"), "type-name", text)


def built_ins(subject: Subject) -> Iterator[Complaint]:
    """What every skill declares is there, with no samples of its own (those were seen to break built-ins)."""
    present = {intent.name for intent in subject.model.intents}
    for name in REQUIRED:
        if f"AMAZON.{name}Intent" not in present:
            text = f"AMAZON.{name}Intent is missing; add it to builtins"
            yield Complaint(INTENTS, "builtin-missing", text)
    for index, intent in enumerate(subject.model.intents):
        if intent.name.startswith("AMAZON.") and intent.samples:
            text = f"{intent.name} has samples of its own; take them out"
            yield Complaint((*INTENTS, index, "name"), "builtin-samples", text)


def defined_once(subject: Subject) -> Iterator[Complaint]:
    """Each intent and each type is defined once."""
    intents = [intent.name for intent in subject.model.intents]
    types = [slot_type.name for slot_type in subject.model.types]
    for at, kind, listed in ((INTENTS, "intent", intents), (TYPES, "type", types)):
        for index, name in enumerate(listed):
            if name in listed[:index]:
                text = f"the {kind} {name!r} is defined twice; join the two"
                yield Complaint((*at, index, "name"), "defined-twice", text)


def slot_types(subject: Subject) -> Iterator[Complaint]:
    """A slot's type exists, and is the same wherever the slot's name is used."""
    custom = {slot_type.name for slot_type in subject.model.types}
    first: dict[str, str] = {}
    for index, intent in enumerate(subject.model.intents):
        for position, slot in enumerate(intent.slots or []):
            steps = (*INTENTS, index, "slots", position, "type")
            if slot.type not in custom | BUILT_IN_TYPES:
                text = f"the slot {slot.name!r} has the type {slot.type!r}, which is not defined; add it to types"
                yield Complaint(steps, "type-undefined", text)
            if first.setdefault(slot.name, slot.type) != slot.type:
                text = f"the slot {slot.name!r} is {first[slot.name]} elsewhere, {slot.type} here; rename one"
                yield Complaint(steps, "slot-two-types", text)
