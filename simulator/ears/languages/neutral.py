"""The ears' language for locales that have no table of words: figures and ISO-8601 forms, and nothing else.

Samples, slot values and the invocation name come from the model, so a skill can be talked to in any language; but a
number, a date or a length of time is understood only in figures ("12", "2026-11-22", "14:30", "PT5M"), a built-in
intent only by the samples that the model gives it, and the skill is opened by its bare name.
"""

from dataclasses import replace

from simulator.ears.languages.language import Clock, InvocationWords, Language, Numbers

_WITHOUT_SPACES = ("ja",)
_LONGEST_WITHOUT_SPACES = 32
"""A Japanese word has two to four letters, and each letter counts as a word."""


def neutral(code: str) -> Language:
    """The language of a code that has no table ("it")."""
    language = Language(
        code=code,
        locale=code,
        invocation=InvocationWords(wake_words=("alexa",), before=(), forms=("<name>",)),
        numbers=Numbers(ordinal_ends=("",)),
        clock=Clock(forms=(("<hour> <minute>", "clock"), ("<hhmm>", "figures"))),
    )
    if code in _WITHOUT_SPACES:
        return replace(language, unknown_at_most=_LONGEST_WITHOUT_SPACES)
    return language
