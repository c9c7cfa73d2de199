"""A session as the device keeps it between turns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.device.consent import Consent
from simulator.device.turn_result import TurnIds, turn_ids
from simulator.dialogs.dialog import Dialog
from simulator.dialogs.prompts import worded
from simulator.envelope import Json, new_session_id, session_object
from simulator.models.dialog_model import Prompt


@dataclass
class Session:
    """From a launch or a one-shot to the end; attributes come only from the last response.

    It is ``new`` until the skill got a first request. While it is not ``listening`` the microphone is closed: only a
    device with a screen has such a session. While Alexa asks for a permission (``consent``), and in the request that
    tells the answer, there are no attributes. ``prompted`` counts how often each prompt of the model was asked.
    """

    id: str = field(default_factory=new_session_id)
    new: bool = True
    attributes: Json | None = field(default_factory=dict)
    reprompt: str | None = None
    reprompted: bool = False
    listening: bool = True
    dialog: Dialog | None = None
    consent: Consent | None = None
    prompted: Mapping[str, int] = field(default_factory=dict)

    @property
    def turn(self) -> TurnIds:
        """Where the skill said it stands."""
        return turn_ids(self.attributes or {})

    def as_request(self) -> Json:
        """The session part of the next envelope."""
        return session_object(self.id, self.attributes, new=self.new)

    def take(self, attributes: Json, reprompt: str | None, dialog: Dialog | None) -> None:
        """Keep what a response leaves for the next turn."""
        self.attributes = attributes
        self.consent = None
        self.ask(reprompt, dialog)

    def ask(self, reprompt: str | None, dialog: Dialog | None) -> None:
        """Wait for an answer, with what is heard after silence and the dialog that the answer belongs to."""
        self.reprompt = reprompt
        self.reprompted = False
        self.listening = True
        self.dialog = dialog

    def prompt(self, prompt: Prompt, dialog: Dialog) -> str:
        """Ask with a prompt of the model; its words."""
        times = self.prompted.get(prompt.id, 0)
        self.prompted = {**self.prompted, prompt.id: times + 1}
        words = worded(prompt, times, dialog.slots)
        self.ask(words, dialog)
        return words

    def hand_over(self, consent: Consent) -> None:
        """Let Alexa ask for a permission; what the skill left for the next turn is lost."""
        self.take({}, None, None)
        self.attributes = None
        self.consent = consent
