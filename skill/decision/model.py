"""The parts a decision is drawn with: questions, rules, steps, outcomes."""

from collections.abc import Mapping
from enum import Enum
from functools import cached_property

from skill.decision.condition import Always, Condition
from skill.decision.expects import Expects
from skill.decision.message import Message, Part
from skill.value import NOTHING, Value


class Origin(Enum):
    """Where a piece of the graph comes from."""

    GUIDE = "guide"
    """The published guidance on how to contact Amazon's customer service."""
    OWN = "own"
    """Completed by this project, in the spirit of the guidance."""


class Question(Value):
    """Something that a person can tell us. Asked where an ``Ask`` stands for it, taken whenever it is said."""

    id: str
    expects: Expects


class Rule(Value):
    """Go to the node ``to`` when the condition holds. The first rule that holds decides."""

    when: Condition
    to: str
    origin: Origin = Origin.GUIDE


def otherwise(to: str, origin: Origin = Origin.GUIDE) -> Rule:
    """The last resort of a list of rules."""
    return Rule(Always(), to, origin)


class Ask(Value):
    """A place where a question is put. Its id is the question's: a decision asks nothing twice."""

    question: str
    rules: tuple[Rule, ...]

    def __init__(self, question: str, *rules: Rule) -> None:
        super().__init__(question, rules)

    @property
    def id(self) -> str:
        """The node's name in the graph."""
        return self.question


class Step(Value):
    """Something that is done on the way, with one way on and nothing to ask."""

    id: str
    rules: tuple[Rule, ...]

    def __init__(self, id: str, *rules: Rule) -> None:  # noqa: A002 - the field's name
        super().__init__(id, rules)


class Pick(Value):
    """A channel, and when it is the one. The first pick that holds decides."""

    when: Condition
    channel: str


class Wait(Value):
    """Somebody has this many hours to answer; after that the outcome's rules lead on."""

    whom: str
    hours: int


class Outcome(Value):
    """What we advise: a channel, what to do there, and what to expect.

    With a ``wait``, the case goes on when its time has come: ``rules`` name the node that opens then.
    ``solved`` marks the end of a case, which has no channel and no message. ``alarm`` marks advice that must be heard
    before anything else is said.
    """

    id: str
    picks: tuple[Pick, ...] = ()
    steps: tuple[Part, ...] = ()
    wait: Wait | None = None
    rules: tuple[Rule, ...] = ()
    solved: bool = False
    alarm: bool = False


Node = Ask | Step | Outcome


class Want(Value):
    """A fact that an outcome's message can't well do without: asked last, before the outcome is told."""

    question: str
    when: Condition = Always()


class Follows(Value):
    """An answer that follows when the condition holds, unless it was given otherwise: who has written has ordered."""

    when: Condition
    question: str
    value: str


OF_ANY_CASE = ("ticket",)
"""Questions that are never put and mean something to every decision that knows them."""


class Model(Value):
    """One decision, from the problem to the outcomes.

    ``kinds`` are the ids of the kinds of problem that it is for, as docs/coverage.md lists them.
    ``version`` counts changes after which old answers lead elsewhere. ``intake`` is the decision's own part;
    ``shared`` may hold nodes that this decision never reaches. ``given`` are answers that the problem itself
    implies; ``follows`` are answers that follow from others, worked out in their order; ``volunteered`` are questions
    that are never put but taken when said. ``messages`` are by outcome and channel. ``words`` names, by question, the
    wording that this decision shares with others of its kind, where the question is put differently for each kind.
    ``check.drawn`` refuses one that cannot be walked, before it gets anywhere near a person.
    """

    id: str
    version: int
    start: str
    intake: tuple[Node, ...]
    questions: Mapping[str, Question]
    shared: tuple[Node, ...] = ()
    given: Mapping[str, str] = NOTHING
    follows: tuple[Follows, ...] = ()
    volunteered: tuple[str, ...] = ()
    wants: Mapping[str, tuple[Want, ...]] = NOTHING
    messages: Mapping[tuple[str, str], Message] = NOTHING
    first_steps: tuple[Part, ...] = ()
    words: Mapping[str, str] = NOTHING
    kinds: tuple[str, ...] = ()

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Every node by id; the decision's own stand before the shared ones."""
        return {node.id: node for node in (*self.intake, *self.shared)}

    def takes(self, question: str) -> bool:
        """Whether an answer to this question means anything to this decision."""
        return question in self._taken

    @cached_property
    def of_any_case(self) -> tuple[str, ...]:
        """The questions of any case that this decision knows."""
        return tuple(question for question in OF_ANY_CASE if question in self.questions)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The questions that some path puts, wanted facts included."""
        asks = {node.question for node in self.nodes.values() if isinstance(node, Ask)}
        return frozenset(asks | {want.question for wants in self.wants.values() for want in wants})

    @cached_property
    def _taken(self) -> frozenset[str]:
        return self.asked.union(self.volunteered, self.of_any_case)

    @cached_property
    def count_anywhere(self) -> frozenset[str]:
        """The questions whose answers count wherever the walk leads: given ones, and those that are never put."""
        return frozenset((*self.given, *self.volunteered, *self.of_any_case))
