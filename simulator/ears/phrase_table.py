"""Phrases of one or more words with what they stand for; found from any place in an utterance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Self, TypeVar

from simulator.ears.words import Word, keys_of

Meaning = TypeVar("Meaning")


@dataclass
class _Node(Generic[Meaning]):
    then: dict[str, "_Node[Meaning]"] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


class PhraseTable(Generic[Meaning]):
    """A table of phrases; one phrase may have several meanings, which keep the order in which they were added."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]] = ()) -> None:
        self._root: _Node[Meaning] = _Node()
        self.longest = 0
        for phrase, meaning in phrases:
            self.add(phrase, meaning)

    @classmethod
    def of(cls, phrases: Mapping[str, Meaning]) -> Self:
        """A table in which each phrase has one meaning."""
        return cls(phrases.items())

    def add(self, phrase: str, meaning: Meaning) -> None:
        """Add a meaning to a phrase; one that it has already is not added twice, and no words mean nothing."""
        node = self._root
        keys = keys_of(phrase)
        for key in keys:
            node = node.then.setdefault(key, _Node())
        if keys and meaning not in node.meanings:
            node.meanings.append(meaning)
            self.longest = max(self.longest, len(keys))

    def read(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, tuple[Meaning, ...]]]:
        """Each phrase that begins at this word: where it ends (exclusive), and its meanings."""
        node = self._root
        for place in range(start, len(words)):
            following = node.then.get(words[place].key)
            if following is None:
                return
            node = following
            if node.meanings:
                yield place + 1, tuple(node.meanings)

    def meanings_of(self, words: Sequence[Word]) -> tuple[Meaning, ...]:
        """The meanings of exactly these words; empty when they are no phrase of the table."""
        return next((meanings for end, meanings in self.read(words, 0) if end == len(words)), ())
