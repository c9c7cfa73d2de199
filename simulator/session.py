"""A session as the device keeps it between turns."""

from dataclasses import dataclass, field

from simulator.consent import Consent
from simulator.dialog import Dialog
from simulator.envelope import Json, new_session_id, session_object
from simulator.turn_result import TurnIds, turn_ids


@dataclass
class Session:
    """From a launch or a one-shot to the end; attributes come only from the last response.

    While Alexa asks for a permission (``consent``), and in the request that tells the answer, there are none.
    """

    id: str = field(default_factory=new_session_id)
    new: bool = True
    attributes: Json | None = field(default_factory=dict)
    reprompt: str | None = None
    reprompted: bool = False
    dialog: Dialog | None = None
    consent: Consent | None = None

    @property
    def turn(self) -> TurnIds:
        """Where the skill said it stands."""
        return turn_ids(self.attributes or {})

    def as_request(self) -> Json:
        """The session part of the next envelope."""
        return session_object(self.id, self.attributes, new=self.new)

    def take(self, attributes: Json, reprompt: str | None, dialog: Dialog | None) -> None:
        """Keep what a response leaves for the next turn."""
        self.new = False
        self.attributes = attributes
        self.reprompt = reprompt
        self.reprompted = False
        self.dialog = dialog
        self.consent = None

    def hand_over(self, consent: Consent) -> None:
        """Let Alexa ask for a permission; what the skill left for the next turn is lost."""
        self.take({}, None, None)
        self.attributes = None
        self.consent = consent
