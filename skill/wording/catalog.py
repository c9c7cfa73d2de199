"""Messages by id, looked up along a chain: what a locale says differently, then its language, then English.

The sources are ``skill/languages/<language>/{said,messages}.po``, with ``said.<locale>.po`` where a region differs;
``python -m tools.compile_words`` makes the ``.mo`` files that are read here.
"""

import gettext
from functools import cache
from pathlib import Path

from skill.errors import WordsMissing

LANGUAGES = Path(__file__).parent.parent / "languages"
_FALLBACK = "en"
ALSO_LIKE = {"en-AU": "en-GB", "en-IN": "en-GB"}
"""Locales that say everything as another one does, but for what they say themselves."""


class Catalog:
    """The messages of one kind (``said`` or ``messages``) for one locale."""

    def __init__(self, chain: tuple[gettext.GNUTranslations, ...]) -> None:
        self._chain = chain

    def message(self, id_: str) -> str | None:
        """The message's text, or None when no catalogue of the chain has it."""
        return next((text for translations in self._chain if (text := translations.gettext(id_))), None)


@cache
def catalog(kind: str, locale: str) -> Catalog:
    """The catalogue of a kind for a locale such as ``de-DE``.

    A locale that is not installed speaks its language, a language that is not installed English. Raises
    ``WordsMissing`` when the catalogues were not compiled.
    """
    language = locale.partition("-")[0]
    files = [
        LANGUAGES / language / f"{kind}.{locale}.mo",
        LANGUAGES / language / f"{kind}.{ALSO_LIKE.get(locale, locale)}.mo",
        LANGUAGES / language / f"{kind}.mo",
        LANGUAGES / _FALLBACK / f"{kind}.mo",
    ]
    chain = tuple(_read(file) for file in dict.fromkeys(files) if file.exists())
    if not files[-1].exists():
        raise WordsMissing(f"{files[-1].name} is missing in {files[-1].parent}: run 'make words'")
    return Catalog(chain)


def _read(file: Path) -> gettext.GNUTranslations:
    with file.open("rb") as stream:
        translations = gettext.GNUTranslations(stream)
    translations.add_fallback(_Nothing())
    return translations


class _Nothing(gettext.NullTranslations):
    """Gives no text for what is missing, where gettext itself would give the id back."""

    def gettext(self, message: str) -> str:  # noqa: ARG002 - gettext's signature
        return ""
