"""A person in the tests: talks to the conversation without Alexa, and checks the standing rules at every turn."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from skill.conversation.converse import converse
from skill.conversation.errands import NAME, ZONE, Errand, SetReminder
from skill.conversation.ports import Refusal
from skill.conversation.reply import Reply
from skill.conversation.state import Reminder, State
from skill.conversation.talk import REMIND, SIGN
from skill.conversation.turn import Intention, Said, Turn
from skill.decision.models import MODELS
from skill.record import decode, encode
from skill.value import replace
from tests.standing_rules import check_reply

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Talker:
    """Says things and keeps the state through its record, as a session does."""

    def __init__(self, locale: str = "en-US") -> None:
        self.state = State()
        self.now = MONDAY
        self.locale = locale
        self.new_session = True
        self.zone: ZoneInfo | None = ZoneInfo("Europe/London")
        self.signature: str | None = "Account Holder"
        self.reminds: str | Refusal = "a token"
        self.errands: list[Errand] = []

    @property
    def today(self) -> date:
        """The person's own day."""
        return self.now.astimezone(self.zone or UTC).date()

    def turn(self, intention: Intention, *facts: tuple[str, str | None], **more: Any) -> Reply:
        """One turn with facts as (question, value); free words count as both value and words.

        A reminder is made, or refused, as ``reminds`` says, and the reply is what is said then.
        """
        reply = self._converse(intention, *facts, **more)
        for errand in reply.errands:
            if isinstance(errand, SetReminder):
                made = self.reminds if isinstance(self.reminds, Refusal) else Reminder(self.reminds, errand.at)
                reply = self._converse(Intention.REMINDED, about=errand.case, reminded=made)
        check_reply(reply, self.locale)
        self.new_session = reply.question is None and reply.consent is None
        return reply

    def _converse(self, intention: Intention, *facts: tuple[str, str | None], **more: Any) -> Reply:
        said = tuple(Said(question, value, value or "") for question, value in facts)
        turn = Turn(intention, self.now, self.today, said, new_session=self.new_session, **more)
        turn = replace(turn, zone=self.zone, signature=self.signature, looked_up=frozenset({ZONE, NAME}))
        reply, state = converse(MODELS, self.state, turn)
        self.state = decode(encode(state), MODELS)
        assert self.state == state, "the state survives its record"
        self.errands += reply.errands
        self.new_session = False
        return reply

    def open(self) -> Reply:
        """Opens the skill."""
        self.new_session = True
        return self.turn(Intention.OPEN)

    def problem(self, problem: str, *facts: tuple[str, str | None]) -> Reply:
        """Names a problem."""
        return self.turn(Intention.PROBLEM, *facts, problem=problem)

    def told(self, problem: str, *facts: tuple[str, str | None]) -> Reply:
        """Names a problem, and then tells facts."""
        self.problem(problem)
        return self.tell(*facts)

    def tell(self, *facts: tuple[str, str | None]) -> Reply:
        """Tells facts."""
        return self.turn(Intention.TELL, *facts)

    def correct(self, *facts: tuple[str, str | None]) -> Reply:
        """Corrects facts."""
        return self.turn(Intention.CORRECT, *facts)

    def change(self, field: str) -> Reply:
        """Wants to answer a question again."""
        return self.turn(Intention.CHANGE, field=field)

    def yes(self) -> Reply:
        """Says yes."""
        return self.turn(Intention.YES)

    def no(self) -> Reply:
        """Says no."""
        return self.turn(Intention.NO)

    def skip(self) -> Reply:
        """Skips the question."""
        return self.turn(Intention.SKIP)

    def no_offers(self, reply: Reply) -> Reply:
        """Wants neither a reminder nor a signature, if they are offered."""
        while reply.asking in (REMIND, SIGN):
            reply = self.no()
        return reply

    def mumble(self) -> Reply:
        """Says something that is not understood."""
        return self.turn(Intention.MISHEARD)

    def later(self, hours: int) -> None:
        """Lets hours pass, and the session with them."""
        self.now += timedelta(hours=hours)
        self.new_session = True

    def forget_manner(self) -> None:
        """As if the last question had been put for the first time."""
        self.state = replace(self.state, asked=None, manner=None)
