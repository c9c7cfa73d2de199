"""A language's heard.yaml to its heard.json: what the skill recognises by itself inside free text.

AMAZON.SearchQuery swallows everything that is said, control words and spoken digits too, so the skill must know a
"skip it" and a "double four" when it sees one. The file is small, and reading it needs nothing but ``json``.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache

from unicode_rbnf import RbnfEngine

from tools.heard_file import HeardFile
from tools.places import SourceError, Steps

_SOFT_HYPHEN = "\u00ad"
_LARGEST_GROUP = 99


def free_text_json(heard_file: HeardFile) -> str:
    """The text of heard.json: what is said to what it means, by kind (see ``heard_schema.FreeText``)."""
    free_text = heard_file.heard.free_text
    data = {
        "digits": {**number_words(heard_file.language), **free_text.digits},
        "repeats": free_text.repeats,
        "control": _control(heard_file),
        "choices": {slot: _choices(heard_file, slot, index) for index, slot in enumerate(free_text.choices)},
        "negations": free_text.negations,
        "negations_after": free_text.negations_after,
        "fillers": list(_listed(heard_file, "fillers", free_text.fillers)),
        "secrets": list(_listed(heard_file, "secrets", free_text.secrets)),
        "alarms": dict(_alarms(heard_file)),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


@cache
def number_words(language: str) -> Mapping[str, str]:
    """Every word for 0 to 99 in the language, with and without hyphens, to its digits (CLDR's spell-out rules)."""
    engine = RbnfEngine.for_language(language)
    words: dict[str, str] = {}
    for number in range(_LARGEST_GROUP + 1):
        for spelt in engine.format_number(number).text_by_ruleset.values():
            word = spelt.replace(_SOFT_HYPHEN, "")
            words.setdefault(word, str(number))
            words.setdefault(word.replace("-", " "), str(number))
    return words


def _choices(heard_file: HeardFile, slot: str, index: int) -> dict[str, str]:
    """Every way to say a value of the slot, to the value's id."""
    heard = heard_file.heard
    if slot not in heard.slots or heard.slots[slot].type not in heard.types:
        place = heard_file.place(("free_text", "choices", index))
        raise SourceError(
            place, f"{slot!r} is no slot with a type of its own; add it to the slots or take it out here"
        )
    name = heard.slots[slot].type
    return {
        phrase: value
        for value, templates in heard.types[name].items()
        for position, template in enumerate(templates)
        for phrase in heard_file.expand(template, ("types", name, value, position))
    }


def _listed(heard_file: HeardFile, section: str, templates: list[str]) -> Iterator[str]:
    for index, template in enumerate(templates):
        yield from heard_file.expand(template, ("free_text", section, index))


def _alarms(heard_file: HeardFile) -> Iterator[tuple[str, str]]:
    """Every phrase of an alarm, with the intent that it is."""
    for intent, templates in heard_file.heard.free_text.alarms.items():
        for index, template in enumerate(templates):
            steps: Steps = ("free_text", "alarms", intent, index)
            if intent not in heard_file.heard.intents:
                raise SourceError(heard_file.place(steps), f"{intent!r} is not in the section intents; add it there")
            yield from ((phrase, intent) for phrase in heard_file.expand(template, steps))


def _control(heard_file: HeardFile) -> dict[str, str]:
    meanings: dict[str, str] = {}
    for intent, phrase, steps in _phrases(heard_file):
        known = meanings.setdefault(phrase, intent)
        if known != intent:
            text = f"{phrase!r} means {known} already, so it cannot mean {intent}; take one of them out"
            raise SourceError(heard_file.place(steps), text)
    return meanings


def _phrases(heard_file: HeardFile) -> Iterator[tuple[str, str, Steps]]:
    """Intent, phrase and place of every control phrase; utterances with a slot say more than a control word."""
    heard = heard_file.heard
    for intent, templates in heard.free_text.control.items():
        for index, template in enumerate(templates):
            steps: Steps = ("free_text", "control", intent, index)
            yield from ((intent, phrase, steps) for phrase in heard_file.expand(template, steps))
    for position, intent in enumerate(heard.free_text.control_intents):
        if intent not in heard.intents:
            place = heard_file.place(("free_text", "control_intents", position))
            raise SourceError(place, f"{intent!r} is not in the section intents; add it there or take it out here")
        for index, template in enumerate(heard.intents[intent].samples):
            steps = ("intents", intent, "samples", index)
            yield from ((intent, phrase, steps) for phrase in heard_file.expand(template, steps) if "{" not in phrase)
