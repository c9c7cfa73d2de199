"""Custom slot types: values, synonyms, and what two values may not share."""

from collections.abc import Iterator

from tools.interaction_model import SlotType
from tools.lint.complaint import Complaint
from tools.lint.subject import TYPES, Subject
from tools.places import Steps

LONGEST_VALUE = 140


def values(subject: Subject) -> Iterator[Complaint]:
    """A type has values, each phrase is short enough, and one phrase means one thing."""
    for index, slot_type in enumerate(subject.model.types):
        if not slot_type.values:
            text = f"the type {slot_type.name!r} has no values; Amazon rejects an empty type, add one"
            yield Complaint((*TYPES, index), "type-empty", text)
        meanings: dict[str, str] = {}
        for steps, value_id, phrase in _phrases(slot_type, (*TYPES, index, "values")):
            yield from _length(steps, phrase)
            known = meanings.setdefault(phrase.lower(), value_id)
            if known != value_id:
                text = f"{phrase!r} means {known!r} already, not {value_id!r}; take one of them out"
                yield Complaint(steps, "synonym-in-two-values", text)


def synonyms_once(subject: Subject) -> Iterator[Complaint]:
    """A value does not list the same phrase twice."""
    for index, slot_type in enumerate(subject.model.types):
        seen: set[tuple[str, str]] = set()
        for steps, value_id, phrase in _phrases(slot_type, (*TYPES, index, "values")):
            if (value_id, phrase.lower()) in seen:
                text = f"{phrase!r} stands twice in {value_id!r}; take one out"
                yield Complaint(steps, "synonym-twice", text)
            seen.add((value_id, phrase.lower()))


def _length(steps: Steps, phrase: str) -> Iterator[Complaint]:
    if len(phrase) > LONGEST_VALUE:
        text = f"{phrase[:30]!r}... has {len(phrase)} characters; Amazon takes {LONGEST_VALUE}, shorten it"
        yield Complaint(steps, "value-length", text)
    if not phrase.strip() or "{" in phrase:
        text = f"{phrase!r} must be words, without a slot; change it"
        yield Complaint(steps, "value-characters", text)


def _phrases(slot_type: SlotType, at: Steps) -> Iterator[tuple[Steps, str, str]]:
    """Place, value id and phrase of every canonical phrase and synonym."""
    for index, value in enumerate(slot_type.values):
        value_id = value.id or value.name.value
        yield (*at, index, "name", "value"), value_id, value.name.value
        for position, synonym in enumerate(value.name.synonyms):
            yield (*at, index, "name", "synonyms", position), value_id, synonym
