"""A moment of a conversation, kept so that it can be gone back to."""

from dataclasses import dataclass
from datetime import datetime

from simulator.device.session import Session
from simulator.device.turn_result import NOWHERE, TurnIds
from simulator.dialogs.dialog import Dialog
from simulator.ears.ears import Elicitation
from simulator.envelope import Json
from simulator.explorer.move import Move
from simulator.services.permissions import Permissions
from simulator.services.reminder_list import ReminderList


@dataclass(frozen=True)
class Snapshot:
    """All that is kept between two turns, by Alexa and by the skill, and the ``moves`` that led here.

    ``session`` is None while none is open. ``record`` is what the skill keeps of the person, None when that is
    nothing or cannot be seen. ``speech`` is what was heard last, and ``turn`` where the skill said it stands. Nothing
    in a snapshot is ever changed.
    """

    session: Session | None
    now: datetime
    permissions: Permissions
    reminders: ReminderList
    record: Json | None = None
    speech: str = ""
    turn: TurnIds = NOWHERE
    moves: tuple[Move, ...] = ()

    @property
    def open(self) -> bool:
        """Whether Alexa listens."""
        return self.session is not None

    @property
    def consent(self) -> bool:
        """Whether Alexa herself asks for a permission."""
        return self.session is not None and self.session.consent is not None

    @property
    def attributes(self) -> Json:
        """What the skill left for the next turn of the session."""
        return (self.session.attributes if self.session else None) or {}

    @property
    def dialog(self) -> Dialog | None:
        """The dialog under way."""
        return self.session.dialog if self.session else None

    @property
    def asked_for(self) -> Elicitation | None:
        """The slot that the person was asked for."""
        return self.dialog.elicitation if self.dialog else None

    @property
    def question(self) -> str | None:
        """What names the open question: the skill's own id, the slot that is asked for, or the reprompt."""
        if self.session is None:
            return None
        if self.turn.asking:
            return self.turn.asking
        if self.asked_for:
            return f"{self.asked_for.intent}.{self.asked_for.slot}"
        return self.session.reprompt or self.speech
