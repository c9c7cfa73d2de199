"""One turn in the making: the state as it changes, and the acts as they gather."""

from collections.abc import Mapping
from dataclasses import replace

from skill.conversation.acts import Act, Ask, Card, GuideCard
from skill.conversation.reply import Reply
from skill.conversation.state import Case, State
from skill.conversation.turn import Turn
from skill.decision.model import Model, Outcome, Question
from skill.decision.models.questions import ORDER_NUMBER_DIGITS
from skill.decision.walk import Place, follow_up, walk

WHICH_PROBLEM = "which_problem"
RESUME = "resume"
ORDER_NUMBER = "order_number"
CONFIRM_ORDER_NUMBER = "confirm_order_number"
ANYTHING_ELSE = "anything_else"
TALK_QUESTIONS = (WHICH_PROBLEM, RESUME, CONFIRM_ORDER_NUMBER, ANYTHING_ELSE)
"""Questions of the talk itself, which stand in no decision."""


class Talk:
    """Holds the state, the acts, and what they come to. One lives for one turn."""

    def __init__(self, models: Mapping[str, Model], state: State, turn: Turn) -> None:
        self.models = models
        self.state = state
        self.now = turn.now
        self.today = turn.today
        self.is_fresh = turn.new_session
        self.missed = False
        self.told_topic = False
        self.acts: list[Act] = []
        self.card: Card | GuideCard | None = None
        self.outcome: str | None = None
        self.channel: str | None = None

    def say(self, act: Act) -> None:
        """Add an act to the reply."""
        self.acts.append(act)

    @property
    def case(self) -> Case:
        """The active case; only to be asked for when there is one."""
        if self.state.case is None:
            raise ValueError("no case is active")
        return self.state.case

    @case.setter
    def case(self, case: Case) -> None:
        self.state = self.state.with_case(case)

    @property
    def model(self) -> Model:
        """The active case's decision."""
        return self.models[self.case.model]

    def place(self, case: Case | None = None) -> Place:
        """Where a case stands now; the active one unless told otherwise."""
        case = case or self.case
        return walk(self.models[case.model], case.answers, now=self.now, reached=case.reached)

    def is_open(self, case: Case) -> bool:
        """Whether the case has a question open."""
        return self.place(case).asking is not None

    def is_begun(self, case: Case) -> bool:
        """Whether the case was left in the middle, before any outcome was told."""
        model = self.models[case.model]
        place = walk(model, case.answers)
        told = any(isinstance(model.nodes[node_id], Outcome) for node_id in place.path[:-1])
        return place.asking is not None and not told

    @property
    def open_question(self) -> str | None:
        """The id of the question that is open, or None when the active case has told its outcome."""
        if self.state.offered is not None:
            return RESUME
        if self.state.case is None:
            return WHICH_PROBLEM
        if self.state.draft:
            return CONFIRM_ORDER_NUMBER if self.draft_is_whole else ORDER_NUMBER
        return self.case.reopened or self.place().asking

    def next_question(self, case: Case | None = None) -> str | None:
        """The question that opens when the wait is over that a case's outcome told of, or None."""
        case = case or self.state.case
        place = self.place(case) if case else None
        if case is None or place is None or place.outcome is None or place.outcome.id not in case.reached:
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
        self.state = replace(self.state, **fields)  # type: ignore[arg-type]

    def close(self) -> Reply:
        """The reply without a question: the session ends."""
        self.change(asked=None, manner=None)
        return self._reply(None)

    def ask(self, question: str, manner: str = "") -> Reply:
        """The reply that ends in this question, in other words when it was the last one too."""
        if question == self.state.asked and manner == self.state.manner and manner != "more":
            manner = "" if manner else "rephrase"
        self.change(asked=question, manner=manner)
        return self._reply(Ask(question, manner, self._about(question)))

    def _about(self, question: str) -> str:
        offered = self.state.offered
        if question == RESUME and offered is not None:
            return self.state.cases[offered].model
        return self.model.words.get(question, "") if self.state.case else ""

    def _reply(self, question: Ask | None) -> Reply:
        turn = self.state.turns
        self.change(turns=turn + 1)
        return Reply(tuple(self.acts), question, self.card, self.outcome, self.channel, turn)
