"""Words of a language that the rules must know; a new language adds its own here, and a rule reminds it to."""

from collections.abc import Mapping
from typing import NamedTuple

WAKE_WORDS = frozenset({"alexa", "amazon", "echo", "computer", "ziggy"})
NOT_ALLOWED_ANYWHERE = frozenset({"skill", "app"})
BRANDS = frozenset({"aws", "audible", "kindle", "prime", "firetv", "ring", "whispersync"})
TOO_GENERIC = frozenset({"customer service", "my packages", "my orders", "package tracker", "kundendienst"})


class Language(NamedTuple):
    """The words of one language.

    ``small`` may not be one of two words of an invocation name, ``launch`` and ``connecting`` no word of any;
    ``open_word`` begins the first example phrase, ``ask_words`` and ``connecting`` stand in one-shot phrases;
    ``not_affiliated`` is the phrase that a description must contain.
    """

    small: frozenset[str]
    launch: frozenset[str]
    connecting: frozenset[str]
    open_word: str
    ask_words: frozenset[str]
    not_affiliated: str
    compounds: bool


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LANGUAGES: Mapping[str, Language] = {
    "en": Language(
        small=_set("the a an for to of about up by at off with"),
        launch=_set("run start play resume use launch ask open tell load begin enable"),
        connecting=_set("to from in using with about for that by if and whether"),
        open_word="open",
        ask_words=_set("ask tell"),
        not_affiliated="not made by, affiliated with or endorsed by amazon",
        compounds=False,
    ),
    "de": Language(
        small=_set("der die das den dem ein eine einen einem einer für zu zum zur von vom über auf an bei mit ab"),
        launch=_set("starte start spiele spiel nutze benutze frage frag öffne sage sag lade beginne aktiviere"),
        connecting=_set("zu von in mit über für dass nach ob wenn und aus durch an"),
        open_word="öffne",
        ask_words=_set("frage frag sage sag"),
        not_affiliated="nicht von amazon, ist nicht mit amazon verbunden und wird nicht von amazon unterstützt",
        compounds=True,
    ),
}
