"""Words that end a session at the platform: the skill gets a SessionEndedRequest (USER_INITIATED) and no intent."""

from collections.abc import Mapping
from typing import Final

from simulator.ears.languages import LANGUAGES, language_for
from simulator.ears.words import keys_of

PLATFORM_EXIT: Final[Mapping[str, frozenset[str]]] = {language.code: language.platform_exit for language in LANGUAGES}
"""By language code ("en", "de")."""


def is_platform_exit(utterance: str, locale: str) -> bool:
    """Whether an utterance is one of those words, whatever its case and punctuation."""
    exits = language_for(locale).platform_exit
    return keys_of(utterance) in {keys_of(phrase) for phrase in exits}
