"""The independent matcher: a linear classifier over the words and the letters of the samples.

It shares the interaction models with the ears and no code. Words, pairs of words, and two to five letters in a row
are weighed by tf-idf. They are hashed, so that words which no sample has count too: they make a sentence less like
any. One linear support vector machine a label tells each from the rest. The bare answers to a question have a label
of their own, which only counts while the question is open.

What is said is taken for the best intent, if that leads the background (everyday requests to an Alexa that are none
of the skill's business) by a margin. An intent that is being elicited is ahead by ``BOOST``, as it is in a dialog.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from skill.alexa.intents import Elicited
from tools.hearing.examples import Example
from tools.hearing.utterances import FALLBACK

BOOST: Final = 0.8
"""What an elicited intent is ahead by, where 1 is the distance of a support vector; best on the development part."""
_SOFTNESS: Final = 0.3
_TOLERANCE: Final = 0.1
_WORDS: Final = {"token_pattern": r"\S+", "ngram_range": (1, 2), "n_features": 2**13}
_LETTERS: Final = {"analyzer": "char_wb", "ngram_range": (2, 5), "n_features": 2**15}


class Guess(NamedTuple):
    """The best intent of a sentence, and how far it leads the background (negative: it trails)."""

    intent: str
    lead: float


class Similarity:
    """Guesses what sentences mean from examples."""

    def __init__(self, examples: Sequence[Example]) -> None:
        """Train; some examples must mean FALLBACK (the background), and the others two intents at least."""
        from sklearn.svm import LinearSVC

        self._examples = examples
        self._labels = list(dict.fromkeys((example.intent, example.slot) for example in examples))
        numbers = {label: number for number, label in enumerate(self._labels)}
        self._vectorizer = _vectorizer()
        self._vectors = self._vectorizer.fit_transform([example.text for example in examples])
        self._classifier = LinearSVC(C=_SOFTNESS, tol=_TOLERANCE, class_weight="balanced", random_state=0)
        self._classifier.fit(self._vectors, [numbers[example.intent, example.slot] for example in examples])

    def guess(self, said: Sequence[tuple[str, Elicited | None]]) -> list[Guess]:
        """The best intent of each sentence, with what is elicited while it is said."""
        if not said:
            return []
        scores = self._classifier.decision_function(self._vectorizer.transform([text for text, _ in said]))
        return [self._best(row, elicited) for row, (_, elicited) in zip(scores.tolist(), said, strict=True)]

    def nearest(self, text: str, elicited: Elicited | None) -> Example:
        """The example that is most like a sentence, of those that count while a slot is elicited."""
        likeness = (self._vectors @ self._vectorizer.transform([text]).T).toarray().ravel().tolist()
        counting = ((like, example) for like, example in zip(likeness, self._examples, strict=True))
        return max((pair for pair in counting if _counts(pair[1].intent, pair[1].slot, elicited)), key=_first)[1]

    def _best(self, row: Iterable[float], elicited: Elicited | None) -> Guess:
        scores: dict[str, float] = {}
        for (intent, slot), score in zip(self._labels, row, strict=True):
            if _counts(intent, slot, elicited):
                boosted = score + BOOST if elicited and intent == elicited.intent else score
                scores[intent] = max(boosted, scores.get(intent, boosted))
        background = scores.pop(FALLBACK)
        best = max(scores, key=scores.__getitem__)
        return Guess(best, scores[best] - background)


def _counts(intent: str, slot: str | None, elicited: Elicited | None) -> bool:
    return slot is None or (elicited is not None and (intent, slot) == (elicited.intent, elicited.slot))


def _first(pair: tuple[float, Example]) -> float:
    return pair[0]


def _vectorizer() -> Any:
    from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
    from sklearn.pipeline import make_pipeline, make_union

    return make_union(
        *(
            make_pipeline(
                HashingVectorizer(**options, lowercase=True, norm=None, alternate_sign=False),
                TfidfTransformer(sublinear_tf=True),
            )
            for options in (_WORDS, _LETTERS)
        )
    )
