"""How large a model may be.

https://developer.amazon.com/docs/custom-skills/create-the-interaction-model-for-your-skill.html#limits
"""

from collections.abc import Iterator

from tools.lint.complaint import Complaint
from tools.lint.subject import INTENTS, Subject

MOST_BYTES = 1_500_000
MOST_INTENTS = 250
MOST_INTENTS_AND_TYPES = 350


def size(subject: Subject) -> Iterator[Complaint]:
    """The file's bytes, the number of intents, and of intents and types together."""
    intents, types = len(subject.model.intents), len(subject.model.types)
    limits = (
        ("bytes", subject.size, MOST_BYTES),
        ("intents", intents, MOST_INTENTS),
        ("intents and types", intents + types, MOST_INTENTS_AND_TYPES),
    )
    for what, count, most in limits:
        if count > most:
            yield Complaint(
                INTENTS, "size", f"{count} {what} in {subject.locale}; Amazon takes {most}, make it smaller"
            )
