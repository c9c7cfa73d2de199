"""What the ears know of a language: one plain table of words a language, found by locale."""

from simulator.ears.errors import CannotHear
from simulator.ears.languages import de, en
from simulator.ears.languages.language import Language

LANGUAGES = (en.ENGLISH, de.GERMAN)
_BY_CODE = {language.code: language for language in LANGUAGES}


def language_for(locale: str) -> Language:
    """The language of a locale ("en-GB" -> English). Raises CannotHear when there are no words for it."""
    language = _BY_CODE.get(locale.partition("-")[0])
    if language is None:
        raise CannotHear(
            f"{locale}: the ears have no vocabulary for this language (there is {', '.join(sorted(_BY_CODE))}): "
            "add simulator/ears/languages/<language>.py"
        )
    return language
