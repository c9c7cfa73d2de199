"""Sample utterances: their characters, their slots, and what they may not say twice.

https://developer.amazon.com/docs/custom-skills/best-practices-for-sample-utterances-and-custom-slot-type-values.html
"""

import re
from collections.abc import Iterator

from tools.lint.complaint import Complaint
from tools.lint.subject import Sample, Subject

_SEARCH_QUERY = "AMAZON.SearchQuery"
_GLUED = re.compile(r"\w\{|\}(?!'s\b)[^\s]")
_BAD_PERIOD = re.compile(r"\w{2}\.|(?<!\w)\.")


def sample_characters(subject: Subject) -> Iterator[Complaint]:
    """Lower-case words, apostrophe, hyphen, and the period of an abbreviation; numbers are spelt out."""
    for sample in subject.samples:
        literal = sample.literal
        if any(letter.isdigit() for letter in literal):
            yield Complaint(sample.steps, "digits", f"{sample.text!r} holds a digit; write the number as a word")
        if any(not (letter.isalnum() or letter in " '-.") for letter in literal) or _BAD_PERIOD.search(literal):
            text = f"{sample.text!r} holds a character that Amazon does not allow; use letters, ' and - only"
            yield Complaint(sample.steps, "characters", text)
        if literal != literal.lower():
            yield Complaint(sample.steps, "characters", f"{sample.text!r} holds an upper-case letter; write it small")
        if _GLUED.search(sample.text):
            yield Complaint(
                sample.steps, "characters", f"{sample.text!r} glues a slot to a word; put a space between"
            )
        if not sample.text.strip():
            yield Complaint(sample.steps, "characters", f"an empty sample in {sample.intent}; take it out")


def sample_slots(subject: Subject) -> Iterator[Complaint]:
    """A sample names only slots of its own intent, and each only once."""
    for sample in subject.samples:
        known = subject.intent_slots[sample.intent]
        for name in sample.slots:
            if name not in known:
                text = f"{sample.text!r} names {name!r}, which {sample.intent} has not; add it to the intent's slots"
                yield Complaint(sample.steps, "slot-undefined", text)
        if len(set(sample.slots)) < len(sample.slots):
            text = f"{sample.text!r} names a slot twice; use two slots or one"
            yield Complaint(sample.steps, "slot-repeated", text)


def carrier_phrases(subject: Subject) -> Iterator[Complaint]:
    """Words around a slot: always with free text, and in an intent's samples unless lists stand side by side."""
    for sample in subject.samples:
        types = [subject.slot_types.get(name, "") for name in sample.slots]
        if _SEARCH_QUERY in types:
            yield from _around_free_text(sample)
        elif types and not sample.literal and sample.slot is None:
            yield from _without_words(sample, types)


def _around_free_text(sample: Sample) -> Iterator[Complaint]:
    if sample.slot is None and not sample.literal:
        text = f"{sample.text!r} is {_SEARCH_QUERY} without a carrier phrase; add words, or make it a slot sample"
        yield Complaint(sample.steps, "carrier-phrase", text)
    if len(sample.slots) > 1:
        text = f"{sample.text!r} joins {_SEARCH_QUERY} with another slot; make two samples"
        yield Complaint(sample.steps, "free-text-alone", text)


def _without_words(sample: Sample, types: list[str]) -> Iterator[Complaint]:
    if len(types) == 1:
        text = f"{sample.text!r} is nothing but a slot; move it to the slot's own samples"
        yield Complaint(sample.steps, "lone-slot", text)
    elif any(name.startswith("AMAZON.") for name in types):
        text = f"{sample.text!r} has no word besides its slots; add one"
        yield Complaint(sample.steps, "carrier-phrase", text)


def _heard(text: str) -> str:
    """What the ear gets: no punctuation, a hyphen as a pause."""
    return " ".join(re.sub(r"[^\w{} ]", "", text.replace("-", " ")).lower().split())


def samples_once(subject: Subject) -> Iterator[Complaint]:
    """No two intents share a sample, none has it twice, no slot has it twice; punctuation makes no difference."""
    owners: dict[str, str] = {}
    of_slot: set[tuple[str, str, str]] = set()
    for sample in subject.samples:
        heard = _heard(sample.text)
        if sample.slot is not None:
            if (sample.intent, sample.slot, heard) in of_slot:
                text = f"{sample.text!r} is in the samples of {sample.slot!r} twice; take one out"
                yield Complaint(sample.steps, "sample-twice", text)
            of_slot.add((sample.intent, sample.slot, heard))
            continue
        owner = owners.setdefault(heard, sample.intent)
        if owner != sample.intent:
            text = f"{sample.text!r} belongs to {owner} already, not to {sample.intent}; take one of them out"
            yield Complaint(sample.steps, "sample-in-two-intents", text)
        elif (sample.intent, "", heard) in of_slot:
            text = f"{sample.text!r} is in {sample.intent} twice; take one out"
            yield Complaint(sample.steps, "sample-twice", text)
        of_slot.add((sample.intent, "", heard))
