"""The platform's own phrases for the built-in intents that a model declares.

They match exactly and without slots, as Alexa's do. The table is ``phrases`` in languages/<language>.py.
"""

from simulator.ears.languages.language import Language
from simulator.ears.words import keys_of
from simulator.models.interaction_model import InteractionModel


def built_in_phrases(model: InteractionModel, language: Language) -> dict[tuple[str, ...], str]:
    """Which built-in intent a phrase (as the keys of its words) belongs to; the first of the table keeps a phrase."""
    declared = {intent.name for intent in model.language_model.intents}
    found: dict[tuple[str, ...], str] = {}
    for intent, phrases in language.phrases.items():
        if intent in declared:
            for phrase in phrases:
                for variant in (phrase, f"{phrase} {language.polite}", f"{language.polite} {phrase}"):
                    found.setdefault(keys_of(variant), intent)
    return found
