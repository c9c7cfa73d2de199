"""One turn in the making: the state as it changes, and the acts as they gather."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from skill.conversation.acts import Act, Ask, Card, GuideCard
from skill.conversation.errands import ZONE, Errand, RemoveReminder
from skill.conversation.moments import moment
from skill.conversation.naming import called
from skill.conversation.places import Places
from skill.conversation.reply import Reply
from skill.conversation.state import Case, Pending, State
from skill.conversation.turn import Turn
from skill.decision.model import Model, Outcome, Question
from skill.decision.models.questions import ORDER_NUMBER_DIGITS
from skill.decision.walk import Place, follow_up, wait_is_over
from skill.value import replace

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

WHICH_PROBLEM = "which_problem"
RESUME = "resume"
ORDER_NUMBER = "order_number"
CONFIRM_ORDER_NUMBER = "confirm_order_number"
ANYTHING_ELSE = "anything_else"
WHICH_CASE = "which_case"
CASE_NAME = "case_name"
REMIND = "remind"
SIGN = "sign"
FORGET_CASE = "forget_case"
FORGET_ME = "forget_me"
TALK_QUESTIONS = (
    *(WHICH_PROBLEM, RESUME, CONFIRM_ORDER_NUMBER, ANYTHING_ELSE),
    *(WHICH_CASE, CASE_NAME, REMIND, SIGN, FORGET_CASE, FORGET_ME),
)
"""Questions of the talk itself, which stand in no decision."""
ABOUT_A_CASE = (RESUME, CASE_NAME, REMIND, SIGN, FORGET_CASE)
"""Those of them that make no sense without a case."""
EMAIL, EMAIL_ANSWERED = "email", "email_answered"
_BY_EMAIL = "C-EMAIL"
OTHERWISE_SENT = "message"
"""How it is asked whether a letter was answered that went another way than by email."""
OFFERED = (REMIND, SIGN)
"""What is offered in the same breath as an outcome, or right after it."""


class Talk:
    """Holds the state, the acts, and what they come to. One lives for one turn."""

    def __init__(self, models: Mapping[str, Model], state: State, turn: Turn) -> None:
        self.models = models
        self.places = Places(models, turn.now)
        self.state = state
        self.turn = turn
        self.now = turn.now
        self.today = turn.today
        self.is_fresh = turn.new_session
        self.reminder_was_offered = state.pending is not None and state.pending.question == REMIND
        self.missed = False
        self.told_topic = False
        self.acts: list[Act] = []
        self.card: Card | GuideCard | None = None
        self.outcome: str | None = None
        self.channel: str | None = None
        self.consent: str | None = None
        self.by_card = False
        self.errands: list[Errand] = []
        self.lacks: set[str] = set()

    def say(self, act: Act) -> None:
        """Add an act to the reply."""
        self.acts.append(act)

    def looked_up(self, what: str) -> bool:
        """Whether something from outside was looked up; if not, the reply says that it lacks it."""
        if what not in self.turn.looked_up:
            self.lacks.add(what)
        return what in self.turn.looked_up

    @property
    def case(self) -> Case:
        """The active case; only to be asked for when there is one."""
        case = self.state.case
        if case is None:
            raise ValueError("no case is active")
        return case

    @case.setter
    def case(self, case: Case) -> None:
        self.state = self.state.with_case(case)

    @property
    def model(self) -> Model:
        """The active case's decision."""
        return self.models[self.case.model]

    def place(self, case: Case | None = None) -> Place:
        """Where a case stands now; the active one unless told otherwise."""
        return self.places.at_its_time(case or self.case)

    def is_open(self, case: Case) -> bool:
        """Whether the case has a question open."""
        return case.closed is None and self.place(case).asking is not None

    def is_begun(self, case: Case) -> bool:
        """Whether the case was left in the middle, before any outcome was told."""
        model = self.models[case.model]
        place = self.places.at_any_time(case)
        told = any(isinstance(model.nodes[node_id], Outcome) for node_id in place.path[:-1])
        return case.closed is None and place.asking is not None and not told

    def is_due(self, case: Case) -> bool:
        """Whether the case has a question open because somebody's time is over, or an answer came."""
        return self.is_open(case) and not self.is_begun(case)

    def waits_until(self, case: Case) -> datetime | None:
        """When the wait is over that the case stands at, or None when it waits for nobody."""
        outcome = self.place(case).outcome
        return wait_is_over(outcome, case.reached, case.postponed) if outcome and case.closed is None else None

    def is_alive(self, case: Case) -> bool:
        """Whether there is still something to ask, to wait for or to do about the case."""
        outcome = self.place(case).outcome
        if case.closed or (outcome and outcome.solved):
            return False
        until = self.waits_until(case)
        return outcome is None or until is None or bool(outcome.rules) or until > self.now

    @property
    def open_question(self) -> str | None:
        """The id of the question that is open, or None when the active case has told its outcome."""
        if self.state.pending is not None:
            return self.state.pending.question
        if self.state.case is None:
            return WHICH_PROBLEM
        if self.state.draft:
            return CONFIRM_ORDER_NUMBER if self.draft_is_whole else ORDER_NUMBER
        return self.case.reopened or self.place().asking

    def next_question(self, case: Case | None = None) -> str | None:
        """The question that opens when the wait is over that a case's outcome told of, or None."""
        case = case or self.state.case
        place = self.place(case) if case else None
        if case is None or case.closed or place is None or place.outcome is None:
            return None
        if place.outcome.id not in case.reached:
            return None
        return follow_up(self.models[case.model], place.outcome, place.facts)

    @property
    def draft_is_whole(self) -> bool:
        """Whether the order number that is being read out has all its digits."""
        return len(self.state.draft) == ORDER_NUMBER_DIGITS.length

    def question(self, id_: str) -> Question | None:
        """The question of the active decision with this id, when it means something to it."""
        return self.model.questions.get(id_) if self.model.takes(id_) else None

    def change(self, **fields: object) -> None:
        """Replace fields of the state."""
        self.state = replace(self.state, **fields)

    def put(self, question: str, *, at: datetime | None = None, then: str | None = None, manner: str = "") -> Reply:
        """The reply that ends in a question of the talk itself, about the active case."""
        self.change(pending=Pending(question, self.state.active, at, then))
        return self.ask(question, manner)

    def open_case(self, case: Case) -> None:
        """Begin a case; when it makes an old one give way, that one's reminder goes too."""
        before = self.state.cases
        self.state = self.state.opening(case)
        kept = {old.number for old in self.state.cases[:-1]}
        for old in before:
            if old.number not in kept and old.reminder and old.reminder.at > self.now:
                self.errands.append(RemoveReminder(old.reminder.token))

    def release_reminder(self) -> bool:
        """Have the active case's reminder removed; whether there was one."""
        reminder = self.case.reminder
        if reminder is None:
            return False
        self.case = replace(self.case, reminder=None)
        if reminder.at > self.now:
            self.errands.append(RemoveReminder(reminder.token))
        return True

    def close(self) -> Reply:
        """The reply without a question: the session ends."""
        self.change(asked=None, manner=None)
        return self._reply(None)

    def ask(self, question: str, manner: str = "") -> Reply:
        """The reply that ends in this question, in other words when it was the last one too."""
        if question == self.state.asked and manner == self.state.manner and manner != "more":
            manner = "" if manner else "rephrase"
        self.change(asked=question, manner=manner)
        pending = self.state.pending
        if pending is None or pending.question != question:
            return self._reply(Ask(question, manner, self._about(question)))
        case = None if pending.case is None else called(self.state.cases[pending.case])
        at = moment(pending.at, self.turn) if pending.at else None
        return self._reply(Ask(question, manner, "relative" if at and at.days else "", case, at))

    def _about(self, question: str) -> str:
        """The wording of a question that the active case shares with others, or that fits how it was written."""
        if self.state.case is None:
            return ""
        if question == EMAIL_ANSWERED and self.case.sent_by.get(EMAIL, _BY_EMAIL) != _BY_EMAIL:
            return OTHERWISE_SENT
        return self.model.words.get(question, "")

    def _reply(self, question: Ask | None) -> Reply:
        turn = self.state.turns
        self.change(turns=turn + 1)
        return Reply(
            acts=tuple(self.acts),
            question=question,
            card=self.card,
            outcome=self.outcome,
            channel=self.channel,
            turn=turn,
            consent=self.consent,
            by_card=self.by_card,
            errands=tuple(self.errands),
            lacks=frozenset(self.lacks),
        )


def zone_of(talk: Talk) -> "ZoneInfo | None":
    """The person's own time zone, where it is known; if it was not looked up, the reply says so."""
    talk.looked_up(ZONE)
    return talk.turn.zone
