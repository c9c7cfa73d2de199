"""The figures of hearing: recall, confusions and false accepts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tools.hearing.results import Result


class Part(NamedTuple):
    """How a part of the utterances is heard: the development part or the one held back.

    ``right``: share of what is in scope with intent and slots right. ``recall``: the same of the intent alone.
    ``taken``: share of what is out of scope that some intent takes.
    """

    in_scope: int
    right: float
    recall: float
    out_of_scope: int
    taken: float


class IntentRecall(NamedTuple):
    """How often an intent was heard of the times it was meant; an utterance counts for its first acceptable one."""

    intent: str
    heard: int
    meant: int


class Confusion(NamedTuple):
    """How often one intent was meant and another heard."""

    meant: str
    heard: str
    times: int


class Figures(NamedTuple):
    """All figures of one matcher in one language; the lists are of the development part.

    ``by_intent`` worst first, ``confusions`` of what is in scope, ``false_accepts`` and ``wrong_slots`` as counts by
    the intent that took it and by slot; all of these most frequent first.
    """

    development: Part
    held_back: Part
    by_intent: tuple[IntentRecall, ...]
    confusions: tuple[Confusion, ...]
    false_accepts: dict[str, int]
    wrong_slots: dict[str, int]

    def as_json(self) -> dict[str, Any]:
        """The figures as plain objects and lists with names."""
        return {
            **self._asdict(),
            "development": self.development._asdict(),
            "held_back": self.held_back._asdict(),
            "by_intent": [recall._asdict() for recall in self.by_intent],
            "confusions": [confusion._asdict() for confusion in self.confusions],
        }


def figures(results: Sequence[Result]) -> Figures:
    """The figures of what a matcher made of all utterances of a language."""
    development = part(results, held_back=False)
    scoped = _in_scope(development)
    return Figures(
        _figures_of(development),
        _figures_of(part(results, held_back=True)),
        _by_intent(scoped),
        _confusions(scoped),
        _counted(
            result.intent for result in development if not result.utterance.in_scope and not result.intent_right
        ),
        _counted(slot for result in scoped for slot in result.wrong_slots),
    )


def part(results: Iterable[Result], *, held_back: bool) -> list[Result]:
    """The results of the part that is held back, or of the other."""
    return [result for result in results if result.held_back == held_back]


def share_right(results: Iterable[Result]) -> float:
    """The share of what is in scope that is right in intent and slots."""
    return _share([result.right for result in _in_scope(results)])


def recall(results: Iterable[Result]) -> float:
    """The share of what is in scope whose intent is right."""
    return _share([result.intent_right for result in _in_scope(results)])


def share_taken(results: Iterable[Result]) -> float:
    """The share of what is out of scope that some intent takes."""
    return _share([not result.intent_right for result in results if not result.utterance.in_scope])


def _figures_of(results: Sequence[Result]) -> Part:
    in_scope = len(_in_scope(results))
    return Part(in_scope, share_right(results), recall(results), len(results) - in_scope, share_taken(results))


def _by_intent(scoped: Sequence[Result]) -> tuple[IntentRecall, ...]:
    meant = Counter(result.utterance.intent[0] for result in scoped)
    heard = Counter(result.utterance.intent[0] for result in scoped if result.intent_right)
    recalls = (IntentRecall(intent, heard[intent], count) for intent, count in meant.items())
    return tuple(sorted(recalls, key=lambda each: (each.heard / each.meant, each.intent)))


def _confusions(scoped: Sequence[Result]) -> tuple[Confusion, ...]:
    pairs = Counter((result.utterance.intent[0], result.intent) for result in scoped if not result.intent_right)
    return tuple(Confusion(meant, heard, times) for (meant, heard), times in pairs.most_common())


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())


def _in_scope(results: Iterable[Result]) -> list[Result]:
    return [result for result in results if result.utterance.in_scope]


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0
