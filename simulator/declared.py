"""What the interaction model declares, asked as the device and the judge need it."""

from simulator.interaction_model import Dialog, DialogIntent, DialogSlot, InteractionModel

_NO_DIALOG = Dialog()


class Declared:
    """The skill's invocation ``name``, which intents and slots there are, and which of them have a dialog."""

    def __init__(self, model: InteractionModel) -> None:
        self.name = model.language_model.invocation_name
        self._slots = {
            intent.name: tuple(slot.name for slot in intent.slots) for intent in model.language_model.intents
        }
        self._dialogs = {intent.name: intent for intent in (model.dialog or _NO_DIALOG).intents}
        self._prompts = {prompt.id: prompt for prompt in model.prompts}

    def slots(self, intent: str) -> tuple[str, ...]:
        """The slot names of an intent in the model's order; none for an intent that the model lacks."""
        return self._slots.get(intent, ())

    def dialog(self, intent: str) -> DialogIntent | None:
        """The intent's part of the dialog section, if it has one."""
        return self._dialogs.get(intent)

    def dialog_slots(self, intent: str) -> tuple[DialogSlot, ...]:
        """The slots that the dialog section lists for an intent."""
        dialog = self._dialogs.get(intent)
        return dialog.slots if dialog else ()

    def prompt(self, prompt_id: str | None) -> str:
        """The first wording of a prompt of the model; empty when there is none."""
        prompt = self._prompts.get(prompt_id or "")
        return prompt.variations[0].value if prompt and prompt.variations else ""
