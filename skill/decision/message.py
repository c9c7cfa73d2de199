"""What a message is made of: parts, each with the condition under which it is true of a case.

The words of each part stand in the language folders; here is only which parts belong together, and when. A
part whose condition does not hold is left out, so a message never claims what the person has not done.
"""

from collections.abc import Sequence

from skill.decision.condition import Always, Answers, Condition, holds
from skill.value import Value


class Part(Value):
    """A sentence or two of a message or a card, by id, and when it is true."""

    id: str
    when: Condition = Always()


class Message(Value):
    """A text to copy: paragraphs of parts, and for letters a subject."""

    id: str
    paragraphs: tuple[tuple[Part, ...], ...]
    subject: Part | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part, the subject first."""
        subject = (self.subject,) if self.subject else ()
        return subject + tuple(part for paragraph in self.paragraphs for part in paragraph)


def true_parts(parts: Sequence[Part], answers: Answers) -> tuple[str, ...]:
    """The ids of the parts that are true of these answers, in order."""
    return tuple(part.id for part in parts if holds(part.when, answers))


def true_paragraphs(message: Message, answers: Answers) -> tuple[tuple[str, ...], ...]:
    """The message's paragraphs as ids of true parts; a paragraph with none is dropped."""
    paragraphs = (true_parts(paragraph, answers) for paragraph in message.paragraphs)
    return tuple(paragraph for paragraph in paragraphs if paragraph)
