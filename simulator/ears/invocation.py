"""Whether an utterance opens the skill by its name, and with which request.

Only the documented phrases count (the page "Understand How Users Invoke Custom Skills"; the tables are ``invocation``
in languages/<language>.py), and the invocation name must be there in full: "ask the seller about the size" opens
nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from simulator.ears.grammar import expand
from simulator.ears.languages import language_for
from simulator.ears.languages.language import InvocationWords
from simulator.ears.words import Word, keys_of, said, split


@dataclass(frozen=True)
class Invocation:
    """The skill is opened: with the request of a one-shot ("my kettle never came"), or None for a bare launch."""

    utterance: str | None


def find_invocation(utterance: str, invocation_name: str, locale: str) -> Invocation | None:
    """How an utterance opens the skill, or None when it does not.

    Raises CannotHear for a locale without vocabulary, and never for an utterance.
    """
    language = language_for(locale)
    words = _without_lead(split(utterance), language.invocation)
    for form in _forms(language.code, invocation_name):
        if (rest := form.rest_of(words)) is not None:
            return Invocation(said(utterance, rest) or None)
    return None


class _Form(NamedTuple):
    """A phrase around the request: what comes before it and after it, and whether there is one at all."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    has_rest: bool

    def rest_of(self, words: Sequence[Word]) -> Sequence[Word] | None:
        """The words of the request (none for a bare launch), or None when the words have another form."""
        rest = words[len(self.before) : len(words) - len(self.after)]
        if bool(rest) != self.has_rest or len(words) < len(self.before) + len(self.after):
            return None
        fits = _keys(words[: len(self.before)]) == self.before and (
            _keys(words[len(words) - len(self.after) :]) == self.after
        )
        return rest if fits else None


@lru_cache(maxsize=32)
def _forms(language_code: str, invocation_name: str) -> tuple[_Form, ...]:
    forms = language_for(language_code).invocation.forms
    return tuple(_form(tokens, invocation_name) for form in forms for tokens in expand(form))


def _form(tokens: tuple[str, ...], invocation_name: str) -> _Form:
    place = tokens.index("<rest>") if "<rest>" in tokens else len(tokens)
    before, after = (
        tuple(
            key
            for token in part
            for key in keys_of(invocation_name if token == "<name>" else token)  # noqa: S105 - no password
        )
        for part in (tokens[:place], tokens[place + 1 :])
    )
    return _Form(before, after, "<rest>" in tokens)


def _without_lead(words: Sequence[Word], table: InvocationWords) -> Sequence[Word]:
    """The words without the wake word and without what politeness puts before a launch."""
    for leads in (table.wake_words, table.before):
        for lead in sorted((keys_of(lead) for lead in leads), key=len, reverse=True):
            if lead == _keys(words[: len(lead)]):
                words = words[len(lead) :]
                break
    return words


def _keys(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)
