"""Number words below a thousand and ordinals, spelled out by unicode_rbnf from CLDR and in other usual ways."""

import re
from collections.abc import Iterable, Iterator, Sequence

from unicode_rbnf import FormatPurpose, RbnfEngine

from simulator.ears.languages.language import Language, Numbers
from simulator.ears.phrase_table import PhraseTable

_HUNDRED = 100
_THOUSAND = 1000
_ONE_DIGIT = 10


class NumberTables:
    """Cardinals below a thousand, ordinals up to the hundredth and single digits; all empty without number words."""

    def __init__(self, language: Language) -> None:
        words = language.numbers
        engine = RbnfEngine.for_language(language.code) if words.cardinals else None
        self.below_thousand = PhraseTable(_cardinals(engine, words))
        self.ordinals = PhraseTable(_ordinals(engine, words))
        self.digits = PhraseTable(_single_digits(engine, words))


def _cardinals(engine: RbnfEngine | None, words: Numbers) -> Iterator[tuple[str, int]]:
    yield from words.extra.items()
    for value in range(_THOUSAND):
        inflected = words.cardinals if value % _HUNDRED == 1 else words.cardinals[:1]
        spelled = _spelled(engine, value, inflected, FormatPurpose.CARDINAL)
        yield from ((text, value) for text in _also_said(spelled, words))


def _ordinals(engine: RbnfEngine | None, words: Numbers) -> Iterator[tuple[str, int]]:
    for value in range(1, _HUNDRED + 1):
        spelled = _spelled(engine, value, words.ordinals, FormatPurpose.ORDINAL)
        yield from ((text, value) for text in _also_said(spelled, words))


def _single_digits(engine: RbnfEngine | None, words: Numbers) -> Iterator[tuple[str, int]]:
    yield from words.extra_digits.items()
    for value in range(_ONE_DIGIT):
        for text in _spelled(engine, value, words.cardinals[:1], FormatPurpose.CARDINAL):
            yield text, value


def _also_said(spelled: Iterable[str], words: Numbers) -> list[str]:
    texts = list(spelled)
    for written, said in words.also:
        texts += [re.sub(written, said, text) for text in texts if re.search(written, text)]
    return texts


def _spelled(
    engine: RbnfEngine | None, value: int, rule_sets: Sequence[str], purpose: FormatPurpose
) -> Iterable[str]:
    if engine is None:
        return ()
    spelled = engine.format_number(value, purpose=purpose, ruleset_names=list(rule_sets))
    return spelled.text_by_ruleset.values()
