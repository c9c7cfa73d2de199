"""What the interaction model declares, asked as the device and the judge need it."""

from simulator.models.dialog_model import Dialog, DialogIntent, DialogSlot, Prompt
from simulator.models.interaction_model import InteractionModel

_NO_DIALOG = Dialog()


class Declared:
    """The skill's invocation ``name``, which intents and slots there are, and which of them have a dialog.

    ``types`` are the names of the slot types that the model lists or its slots use.
    """

    def __init__(self, model: InteractionModel) -> None:
        language, dialog = model.language_model, model.dialog or _NO_DIALOG
        self.name = language.invocation_name
        self.types = {declared.name for declared in language.types}
        self.types |= {slot.type for intent in language.intents for slot in intent.slots}
        self._slots = {intent.name: tuple(slot.name for slot in intent.slots) for intent in language.intents}
        self._dialogs = {intent.name: intent for intent in dialog.intents}
        self._strategy = dialog.delegation_strategy
        self._prompts = {prompt.id: prompt for prompt in model.prompts}

    @property
    def has_dialogs(self) -> bool:
        """Whether the model has a dialog section with anything in it."""
        return bool(self._dialogs)

    def __contains__(self, intent: object) -> bool:
        return intent in self._slots

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

    def alexa_leads(self, intent: str) -> bool:
        """Whether Alexa leads the intent's dialog from the start (ALWAYS); the intent's own word counts first."""
        dialog = self._dialogs.get(intent)
        return dialog is not None and (dialog.delegation_strategy or self._strategy) == "ALWAYS"

    def prompt(self, prompt_id: str) -> Prompt:
        """A prompt of the model in all its wordings; every one that the dialog section names is there."""
        return self._prompts[prompt_id]
