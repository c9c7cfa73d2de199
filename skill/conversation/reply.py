"""What a turn of talk comes to: acts to say, at most one question, and what is to be done outside."""

from skill.conversation.acts import Act, Ask, Card, GuideCard
from skill.conversation.errands import Errand
from skill.value import Value


class Reply(Value):
    """Acts in the order in which they are said; open exactly when there is a question.

    ``outcome`` and ``channel`` are ids when this turn told one. ``turn`` counts from 0 and varies the wording.
    ``consent`` is a permission that Alexa is to ask for, by voice, or in the app when ``by_card``. ``errands`` are to
    be done once the state is kept. ``lacks`` names what would have made the reply better: when it can be looked up,
    the same turn is worth another try.
    """

    acts: tuple[Act, ...]
    question: Ask | None = None
    card: Card | GuideCard | None = None
    outcome: str | None = None
    channel: str | None = None
    turn: int = 0
    consent: str | None = None
    by_card: bool = False
    errands: tuple[Errand, ...] = ()
    lacks: frozenset[str] = frozenset()

    @property
    def asking(self) -> str | None:
        """The open question's id."""
        return self.question.question if self.question else None
