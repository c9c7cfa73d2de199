"""What Alexa asks next when a dialog is hers: whatever the dialog section wants and the intent does not have yet.

Slot by slot in the model's order: a required value, one that passes the validations, its confirmation; at last the
confirmation of the whole intent. Sources: delegate-dialog-to-alexa, validate-slot-values.
"""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from simulator.dialogs.dialog import Dialog, Step, empty_slot
from simulator.dialogs.several_values import values_of
from simulator.dialogs.validation import failed
from simulator.models.declared import Declared
from simulator.models.dialog_model import DialogSlot


class Question(NamedTuple):
    """The dialog with the step that is asked, and the id of the prompt to ask it with."""

    dialog: Dialog
    prompt: str


def next_question(dialog: Dialog, declared: Declared, now: datetime) -> Question | None:
    """What is asked next; None when nothing is missing. ``now`` is the time where the device stands."""
    model = declared.dialog(dialog.intent)
    if model is None:
        return None
    for slot in model.slots:
        if question := _about(slot, dialog, now):
            return question
    if model.confirmation_required and model.prompts.confirmation and dialog.confirmation == "NONE":
        return Question(replace(dialog, step=Step("confirm", None)), model.prompts.confirmation)
    return None


def _about(slot: DialogSlot, dialog: Dialog, now: datetime) -> Question | None:
    held = dialog.slots.get(slot.name, {})
    status, filled = held.get("confirmationStatus", "NONE"), any(values_of(held))
    elicit, prompts = Step("elicit", slot.name), slot.prompts
    if prompts.elicitation and (status == "DENIED" or (slot.elicitation_required and not filled)):
        emptied = {**dialog.slots, slot.name: empty_slot(slot.name)}
        return Question(replace(dialog, slots=emptied, step=elicit), prompts.elicitation)
    if filled and (validation := failed(slot, held, now)):
        return Question(replace(dialog, step=elicit), validation.prompt)
    if filled and slot.confirmation_required and prompts.confirmation and status == "NONE":
        return Question(replace(dialog, step=Step("confirm", slot.name)), prompts.confirmation)
    return None
