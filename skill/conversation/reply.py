"""What a turn of talk comes to: acts to say, and at most one question."""

from dataclasses import dataclass

from skill.conversation.acts import Act, Ask, Card, GuideCard


@dataclass(frozen=True)
class Reply:
    """Acts in the order in which they are said; open exactly when there is a question.

    ``outcome`` and ``channel`` are ids when this turn told one. ``turn`` counts from 0 and varies the wording.
    """

    acts: tuple[Act, ...]
    question: Ask | None = None
    card: Card | GuideCard | None = None
    outcome: str | None = None
    channel: str | None = None
    turn: int = 0

    @property
    def asking(self) -> str | None:
        """The open question's id."""
        return self.question.question if self.question else None
