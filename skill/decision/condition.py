"""When a rule holds, as data: so that the same object runs, is checked, is drawn and can be said aloud."""

from collections.abc import Mapping

from skill.value import Value

Answers = Mapping[str, str | None]
"""Answers by question id. Absent: not answered. None: asked, and the person does not know or leaves it open."""


class Always(Value):
    """Holds whatever was answered: the last resort of a list of rules."""


class Is(Value):
    """Holds when the question was answered with one of the values."""

    question: str
    values: tuple[str, ...]

    def __init__(self, question: str, *values: str) -> None:
        super().__init__(question, values)


class Known(Value):
    """Holds when the question has an answer with a value."""

    question: str


class Unknown(Value):
    """Holds when the question has no answer, or one without a value."""

    question: str


class Both(Value):
    """Holds when each of its parts holds."""

    parts: tuple["Condition", ...]

    def __init__(self, *parts: "Condition") -> None:
        super().__init__(parts)


class Either(Value):
    """Holds when at least one of its parts holds."""

    parts: tuple["Condition", ...]

    def __init__(self, *parts: "Condition") -> None:
        super().__init__(parts)


Condition = Always | Is | Known | Unknown | Both | Either


def holds(condition: Condition, answers: Answers) -> bool:
    """Whether the condition is true of these answers."""
    match condition:
        case Always():
            return True
        case Is(question, values):
            return answers.get(question) in values
        case Known(question):
            return answers.get(question) is not None
        case Unknown(question):
            return answers.get(question) is None
        case Both(parts):
            return all(holds(part, answers) for part in parts)
        case _:
            return any(holds(part, answers) for part in condition.parts)


def leaves(condition: Condition) -> tuple[Is | Known | Unknown, ...]:
    """The simple conditions inside, from left to right: what the checker and the diagrams look at."""
    match condition:
        case Both(parts) | Either(parts):
            return tuple(leaf for part in parts for leaf in leaves(part))
        case Always():
            return ()
        case _:
            return (condition,)


def as_text(condition: Condition) -> str:
    """The condition in short words, for an edge of a diagram: ``files: yes``, ``order number unknown``."""
    match condition:
        case Is(question, values):
            return f"{question.replace('_', ' ')}: {' or '.join(values)}"
        case Known(question):
            return f"{question.replace('_', ' ')} known"
        case Unknown(question):
            return f"{question.replace('_', ' ')} unknown"
        case Both(parts):
            return " and ".join(as_text(part) for part in parts)
        case Either(parts):
            return " or ".join(as_text(part) for part in parts)
        case _:
            return "otherwise"
