"""What the ears know of a language: one plain table of words a language, found by locale."""

from dataclasses import replace
from functools import cache
from typing import Final

from simulator.ears.errors import CannotHear
from simulator.ears.languages import de, en
from simulator.ears.languages.language import Language
from simulator.ears.languages.neutral import neutral

LOCALES: Final = (
    *("ar-SA", "de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR"),
    *("hi-IN", "it-IT", "ja-JP", "nl-NL", "pt-BR"),
)
"""The locales that a custom skill can have (Amazon's page "Develop Skills in Multiple Languages")."""
LANGUAGES: Final = (en.ENGLISH, de.GERMAN)
"""The languages that have a table of words."""
_BY_CODE = {language.code: language for language in LANGUAGES}
_CODES = {locale.partition("-")[0] for locale in LOCALES}


@cache
def language_for(locale: str) -> Language:
    """The language of one of Alexa's locales ("en-GB" -> English as it is written there), or of a language code.

    Without a table of words it is a neutral language, which reads figures. Raises CannotHear for any other locale.
    """
    code = locale.partition("-")[0]
    if locale not in LOCALES and locale not in _CODES:
        raise CannotHear(f"{locale}: Alexa has no skills in this locale: take one of {', '.join(LOCALES)}")
    language = _BY_CODE.get(code) or neutral(code)
    return replace(language, locale=locale, calendar=language.calendars.get(locale, language.calendar))
