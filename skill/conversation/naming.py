"""What a case is called, and which case somebody means."""

from skill.conversation.acts import Called
from skill.conversation.state import Case

_SHORTEST_WORD = 3
"""Letters: shorter words tell no case from another."""
_THINGS = ("item", "device")


def called(case: Case) -> Called:
    """The case's own name, else the thing that it is about, else its kind."""
    if case.name:
        return Called("own", case.name)
    thing = next((thing for thing in _THINGS if case.answers.get(thing)), None)
    return Called(thing, case.answers[thing] or "") if thing else Called(case.model)


def is_meant(case: Case, words: str) -> bool:
    """Whether the words name the case: they share one that counts."""
    names = (case.name, *(case.answers.get(thing) for thing in _THINGS))
    return any(_words(words) & _words(name) for name in names if name)


def _words(text: str) -> set[str]:
    return {word for word in text.lower().replace("_", " ").split() if len(word) >= _SHORTEST_WORD}
