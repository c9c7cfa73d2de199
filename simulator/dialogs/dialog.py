"""A dialog under way: what Alexa keeps of an intent between turns.

A dialog lives from a Dialog directive, or a question of Alexa's own, to the next response; its slots are merged with
those of the next utterance of the same intent. Source: dialog-interface-reference.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from simulator.ears.heard import Heard
from simulator.ears.listening import Elicitation
from simulator.envelope import Json
from simulator.judge.case import Case
from simulator.judge.dialog import why_dropped
from simulator.judge.response import STEPS, Directive, as_object
from simulator.models.declared import Declared


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
    def elicitation(self) -> Elicitation | None:
        """The slot that the person was asked for, as the ears are told."""
        if self.step and self.step.kind == "elicit" and self.step.slot:
            return Elicitation(self.intent, self.step.slot)
        return None

    @property
    def confirming(self) -> bool:
        """Whether the person was asked for yes or no."""
        return self.step is not None and self.step.kind == "confirm"

    def as_intent(self) -> Json:
        """The intent object of an IntentRequest; ``slots`` is absent for an intent that has none."""
        intent: Json = {"name": self.intent, "confirmationStatus": self.confirmation}
        return intent | {"slots": dict(self.slots)} if self.slots else intent

    def confirmed(self, status: str) -> "Dialog":
        """The dialog after yes (CONFIRMED) or no (DENIED)."""
        slot = self.step.slot if self.step else None
        if slot is None:
            return replace(self, confirmation=status, step=None)
        settled = self.slots.get(slot, empty_slot(slot)) | {"confirmationStatus": status}
        return replace(self, slots={**self.slots, slot: settled}, step=None)


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
    same = dialog if dialog and dialog.intent == heard.intent else None
    slots = {name: empty_slot(name) for name in declared.slots(heard.intent)}
    slots |= same.slots if same else {}
    slots |= {name: slot.as_request() for name, slot in heard.slots.items() if slot.value is not None}
    intent = Dialog(heard.intent, slots, same.confirmation if same else "NONE")
    if declared.dialog(heard.intent) is None:
        return intent, None
    return intent, "IN_PROGRESS" if same else "STARTED"


def empty_slot(name: str) -> Json:
    """The slot object of a slot that nothing was said for."""
    return {"name": name, "confirmationStatus": "NONE"}
