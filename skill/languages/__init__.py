"""Words, one folder a language: what is said, what is written on cards, what is heard.

Which of them speaks for a locale is decided here, for all who look something up: a request may name any locale, down
to what no file can be called.
"""

import os
from functools import cache

FALLBACK = "en"
FOLDER = __path__[0]
ALSO_LIKE = {"en-AU": "en-GB", "en-IN": "en-GB"}
"""Locales that say everything as another one does, but for what they say themselves."""


def nearest(locale: str) -> str:
    """The name under which a locale is looked up: its own where it has words of its own, else its language's folder.

    English for a language that is not installed. There are no more answers than files, so answers may be kept.
    """
    own, folders = _names()
    if locale in own:
        return locale
    if locale in ALSO_LIKE:
        return nearest(ALSO_LIKE[locale])
    language = locale.partition("-")[0]
    return language if language in folders else FALLBACK


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """The locales that say something differently, and the languages."""
    languages = {
        entry.name: [file.name for file in os.scandir(entry.path)] for entry in os.scandir(FOLDER) if entry.is_dir()
    }
    locales = {file.split(".")[1] for files in languages.values() for file in files if file.count(".") == 2}
    return frozenset(locales), frozenset(name for name, files in languages.items() if "heard.json" in files)
