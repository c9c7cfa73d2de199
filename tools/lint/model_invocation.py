"""The invocation name: Amazon's ten rules, as far as a program can tell.

https://developer.amazon.com/docs/custom-skills/choose-the-invocation-name-for-a-custom-skill.html
Not checked: names of persons and places (3), re-spelling (9), and that a published name stays as it is (10).
"""

import re
from collections.abc import Iterator

from tools.lint.complaint import Complaint
from tools.lint.subject import MODEL, Subject
from tools.lint.words import BRANDS, LANGUAGES, NOT_ALLOWED_ANYWHERE, TOO_GENERIC, WAKE_WORDS, Language

_RULE = "invocation-name"
_COMPOUND_LETTERS = 8
_LENGTH = range(2, 51)


def invocation_name(subject: Subject) -> Iterator[Complaint]:
    """Every way in which the locale's invocation name breaks a rule."""
    name = subject.model.invocation_name
    language = LANGUAGES.get(subject.language)
    problems = list(_spelling(name))
    if language is None:
        problems.append(f"no word lists for the language {subject.language!r}; add them in tools/lint/words.py")
    else:
        problems += _words(name.split(), language)
    for problem in problems:
        yield Complaint((*MODEL, "invocationName"), _RULE, f"{name!r}: {problem}")


def _spelling(name: str) -> Iterator[str]:
    if len(name) not in _LENGTH:
        yield "must have 2 to 50 characters; choose another length"
    if any(letter.isdigit() for letter in name):
        yield "holds a digit; spell numbers out"
    if name != name.lower():
        yield "holds an upper-case letter; write it in lower case"
    if not all(letter.isalpha() or letter.isdigit() or letter in " '." for letter in name):
        yield "holds a character other than letters, spaces, apostrophe and period; take it out"
    if re.search(r"\w{2}\.|(?<!\w)\.", name):
        yield "a period stands only in an abbreviation such as 'n. p. r.'; take it out"
    if "'" in name and not re.search(r"\w's?(?: |$)", name):
        yield "an apostrophe stands only in a possessive; take it out"
    if name in TOO_GENERIC:
        yield "is too generic, Alexa's own features answer to it; choose a distinctive name"


def _words(words: list[str], language: Language) -> Iterator[str]:
    if len(words) == 1 and not (language.compounds and len(words[0]) >= _COMPOUND_LETTERS):
        yield "is a single word; use at least two"
    if len(words) == 2:
        yield from (f"{word!r} may not be one of two words; use another" for word in words if word in language.small)
    for word in words:
        if word in language.launch:
            yield f"{word!r} is a launch word; use another"
        if word in language.connecting:
            yield f"{word!r} is a connecting word; use another"
        if word in WAKE_WORDS or word in NOT_ALLOWED_ANYWHERE:
            yield f"{word!r} is a wake word or one of 'skill' and 'app'; use another"
        if word in BRANDS:
            yield f"{word!r} is a brand of somebody else's; use another"
