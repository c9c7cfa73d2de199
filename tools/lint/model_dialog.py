"""The dialog section and the prompts: each entry must name what the language model has.

What is not there is silently not elicited: https://developer.amazon.com/docs/custom-skills/dialog-interface-reference.html
"""

from collections.abc import Iterator

from tools.interaction_model import DialogIntent, DialogSlot, Prompts
from tools.lint.complaint import Complaint
from tools.lint.subject import DIALOG, Subject
from tools.places import Steps


def dialog(subject: Subject) -> Iterator[Complaint]:
    """Intents and slots of the dialog section exist in the language model, slots with the same type."""
    for index, intent in enumerate(_intents(subject)):
        slots = subject.intent_slots.get(intent.name)
        if slots is None:
            text = f"the dialog section names the intent {intent.name!r}, which the model has not; take it out"
            yield Complaint((*DIALOG, index, "name"), "dialog-unknown", text)
            continue
        for position, slot in enumerate(intent.slots):
            if slots.get(slot.name) != slot.type:
                text = f"{intent.name} has no slot {slot.name!r} of type {slot.type}; correct the dialog section"
                yield Complaint((*DIALOG, index, "slots", position, "name"), "dialog-unknown", text)


def prompts(subject: Subject) -> Iterator[Complaint]:
    """Every prompt that the dialog section names is defined."""
    defined = {prompt.id for prompt in subject.inside.prompts or []}
    for index, intent in enumerate(_intents(subject)):
        named = list(_named(intent.prompts, (*DIALOG, index, "prompts")))
        for position, slot in enumerate(intent.slots):
            named += _of_slot(slot, (*DIALOG, index, "slots", position))
        for steps, prompt in named:
            if prompt not in defined:
                text = f"the prompt {prompt!r} is not defined; add it to prompts"
                yield Complaint(steps, "prompt-undefined", text)


def fallback_sensitivity(subject: Subject) -> Iterator[Complaint]:
    """Only English and German locales may set how readily Alexa falls back."""
    if subject.model.model_configuration and subject.language not in ("en", "de"):
        text = f"{subject.locale} may not set fallbackIntentSensitivity, only en and de may; take it out"
        yield Complaint(("interactionModel", "languageModel", "modelConfiguration"), "fallback-sensitivity", text)


def _intents(subject: Subject) -> list[DialogIntent]:
    return subject.inside.dialog.intents if subject.inside.dialog else []


def _of_slot(slot: DialogSlot, at: Steps) -> Iterator[tuple[Steps, str]]:
    yield from _named(slot.prompts, (*at, "prompts"))
    for index, validation in enumerate(slot.validations or []):
        yield (*at, "validations", index, "prompt"), validation.prompt


def _named(prompts: Prompts, at: Steps) -> Iterator[tuple[Steps, str]]:
    if prompts.elicitation is not None:
        yield (*at, "elicitation"), prompts.elicitation
    if prompts.confirmation is not None:
        yield (*at, "confirmation"), prompts.confirmation
