"""A dialog under way: what Alexa keeps of an intent between turns, and what she asks by herself.

A dialog lives from a Dialog directive to the next response; its slots are merged with those of the next utterance of
the same intent (dialog-interface-reference). Auto-delegation (delegation strategy ALWAYS) is not played.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from simulator.declared import Declared
from simulator.ears.heard import Heard
from simulator.envelope import Json
from simulator.judge.case import Case
from simulator.judge.dialog import STEPS, why_dropped
from simulator.judge.response import Directive, as_object

CONFIRMED = {"AMAZON.YesIntent": "CONFIRMED", "AMAZON.NoIntent": "DENIED"}
"""How an open question of confirmation takes yes and no."""


@dataclass(frozen=True)
class Step:
    """What is asked next; ``slot`` is None when the whole intent is to be confirmed."""

    kind: Literal["elicit", "confirm"]
    slot: str | None


@dataclass(frozen=True)
class Dialog:
    """An intent with the slot objects that it has so far, and the step that was asked."""

    intent: str
    slots: Mapping[str, Json]
    confirmation: str = "NONE"
    step: Step | None = None

    @property
    def eliciting(self) -> str | None:
        """The slot that the person was asked for."""
        return self.step.slot if self.step and self.step.kind == "elicit" else None

    def as_intent(self) -> Json:
        """The intent object of an IntentRequest; ``slots`` is absent for an intent that has none."""
        intent: Json = {"name": self.intent, "confirmationStatus": self.confirmation}
        return intent | {"slots": dict(self.slots)} if self.slots else intent


def step_of(case: Case) -> Directive | None:
    """The step of a dialog that a response asks for, unless Alexa drops it."""
    step = next((directive for directive in case.body.directives if directive.type in STEPS), None)
    return step if step and why_dropped(case, step) is None else None


def begin(directive: Directive, request_intent: Json, declared: Declared) -> Dialog:
    """The dialog that a directive opens, about its updatedIntent or else the request's intent."""
    intent = directive.part("updatedIntent") or request_intent
    name = str(intent.get("name"))
    given = as_object(intent.get("slots"))
    slots = {slot: empty_slot(slot) | as_object(given.get(slot)) for slot in declared.slots(name)}
    steps = {
        "Dialog.ElicitSlot": Step("elicit", directive.get("slotToElicit")),
        "Dialog.ConfirmSlot": Step("confirm", directive.get("slotToConfirm")),
        "Dialog.ConfirmIntent": Step("confirm", None),
    }
    return Dialog(name, slots, str(intent.get("confirmationStatus", "NONE")), steps.get(directive.type))


def go_on(heard: Heard, dialog: Dialog | None, declared: Declared) -> tuple[Dialog, str | None]:
    """The intent to send for what was heard, as a dialog, and its dialogState (None: it has no dialog)."""
    if dialog and dialog.step and dialog.step.kind == "confirm" and heard.intent in CONFIRMED:
        return _confirmed(dialog, dialog.step.slot, CONFIRMED[heard.intent]), "IN_PROGRESS"
    same = dialog if dialog and dialog.intent == heard.intent else None
    slots = {name: empty_slot(name) for name in declared.slots(heard.intent)}
    slots |= same.slots if same else {}
    slots |= {name: slot.as_request() for name, slot in heard.slots.items() if slot.value is not None}
    intent = Dialog(heard.intent, slots, same.confirmation if same else "NONE")
    if declared.dialog(heard.intent) is None:
        return intent, None
    return intent, "IN_PROGRESS" if same else "STARTED"


def delegated(dialog: Dialog, declared: Declared) -> tuple[Dialog, str] | None:
    """What Alexa asks next when the dialog is hers, with the model's prompt; None when nothing is missing."""
    model = declared.dialog(dialog.intent)
    if model is None:
        return None
    for slot in model.slots:
        held = dialog.slots.get(slot.name, {})
        status = held.get("confirmationStatus", "NONE")
        if slot.elicitation_required and (held.get("value") is None or status == "DENIED"):
            emptied = {**dialog.slots, slot.name: empty_slot(slot.name)}
            asked = replace(dialog, slots=emptied, step=Step("elicit", slot.name))
            return asked, _prompt(slot.prompts.elicitation, asked, declared)
        if slot.confirmation_required and held.get("value") is not None and status == "NONE":
            asked = replace(dialog, step=Step("confirm", slot.name))
            return asked, _prompt(slot.prompts.confirmation, asked, declared)
    if model.confirmation_required and dialog.confirmation == "NONE":
        asked = replace(dialog, step=Step("confirm", None))
        return asked, _prompt(model.prompts.confirmation, asked, declared)
    return None


def empty_slot(name: str) -> Json:
    """The slot object of a slot that nothing was said for."""
    return {"name": name, "confirmationStatus": "NONE"}


def _confirmed(dialog: Dialog, slot: str | None, status: str) -> Dialog:
    if slot is None:
        return replace(dialog, confirmation=status, step=None)
    settled = dialog.slots.get(slot, empty_slot(slot)) | {"confirmationStatus": status}
    return replace(dialog, slots={**dialog.slots, slot: settled}, step=None)


def _prompt(prompt_id: str | None, dialog: Dialog, declared: Declared) -> str:
    prompt = declared.prompt(prompt_id)
    for name, slot in dialog.slots.items():
        prompt = prompt.replace(f"{{{name}}}", str(slot.get("value", "")))
    return prompt
