"""How well people are heard: what they say (tests/hearing/<language>.yaml), and what the simulator's ears make of it.

python -m tools.hearing                      both languages
python -m tools.hearing en --failures        also every utterance of the development part that is misheard
python -m tools.hearing en --failures --held-back    the same for the part that is held back

Every fifth utterance is held back: who improves ``heard.yaml`` looks only at the others, so that the figure of the
held back says how strangers are heard. An utterance is right when its intent is acceptable and its slots are, read as
the skill reads them (a choice inside longer words counts). One that is out of scope (only AMAZON.FallbackIntent is
acceptable) is taken wrongly when anything else is heard.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Final, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from simulator.ears.ears import FALLBACK_INTENT, Ears, Elicitation
from simulator.ears.heard import Heard, HeardSlot
from simulator.models import read_model
from skill.alexa.free_text import choice, thing
from skill.alexa.intents import ELICITED
from tools.places import SourceError, read_yaml

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES: Final = {"en": "en-US", "de": "de-DE"}
"""The languages with the locale of an utterance that names none."""
START = "start"
TODAY = date(2026, 11, 23)
HELD_BACK_EVERY = 5

Texts = Annotated[
    tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value), Field(min_length=1)
]


class Utterance(BaseModel):
    """One thing that somebody says, and what it should be heard as.

    ``while``: the id of the open question, or "start" when none is. ``intent``: one or several that are acceptable.
    ``slots``: what a slot should hold (a value's id, the words said, or an ISO date; several are acceptable; "" for
    nothing), as far as the heard intent has the slot.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    say: str
    while_: str = Field(alias="while")
    intent: Texts
    slots: dict[str, Texts] = Field(default_factory=dict)
    locale: str | None = None

    @property
    def in_scope(self) -> bool:
        """Whether the skill should take it at all."""
        return self.intent != (FALLBACK_INTENT,)


class Result(NamedTuple):
    """An utterance with what was heard in a locale, and whether it is held back."""

    utterance: Utterance
    locale: str
    heard: Heard
    held_back: bool

    @property
    def intent_right(self) -> bool:
        """Whether the intent is one of the acceptable ones."""
        return self.heard.intent in self.utterance.intent

    @property
    def wrong_slots(self) -> dict[str, str]:
        """What the wrong slots of the heard intent hold, by name."""
        slots = self.heard.slots
        return {
            name: slots[name].said or ""
            for name, wanted in self.utterance.slots.items()
            if name in slots and not _held(slots[name], self.locale) & set(wanted)
        }

    @property
    def right(self) -> bool:
        """Whether intent and slots are right."""
        return self.intent_right and not self.wrong_slots


def read_utterances(language: str, root: Path = ROOT) -> list[Utterance]:
    """The utterances of a language; SourceError with the line of the first that is written wrongly."""
    source = read_yaml(root / "tests" / "hearing" / f"{language}.yaml")
    try:
        return TypeAdapter(list[Utterance]).validate_python(source.data)
    except ValidationError as error:
        first = error.errors()[0]
        raise SourceError(source.place(first["loc"]), f"{first['loc'][-1]}: {first['msg']}") from error


def listen(language: str, root: Path = ROOT) -> list[Result]:
    """What the ears make of every utterance of a language, in the order of the file."""
    ears = cache(lambda locale: Ears(read_model(root / "interaction_models", locale), locale))
    results = []
    for place, utterance in enumerate(read_utterances(language, root), start=1):
        locale = utterance.locale or LANGUAGES[language]
        elicited = ELICITED.get(utterance.while_)
        eliciting = Elicitation(elicited.intent, elicited.slot) if elicited else None
        heard = ears(locale).hear(utterance.say, today=TODAY, eliciting=eliciting)
        results.append(Result(utterance, locale, heard, place % HELD_BACK_EVERY == 0))
    return results


def recall(results: Iterable[Result]) -> float:
    """The share of what is in scope that is right in intent and slots."""
    return _share([result.right for result in results if result.utterance.in_scope])


def false_accepts(results: Iterable[Result]) -> float:
    """The share of what is out of scope that some intent takes."""
    return _share([not result.intent_right for result in results if not result.utterance.in_scope])


def report(language: str, results: Sequence[Result]) -> None:
    """Print the figures of a language."""
    print(f"\n{language}: {len(results)} utterances")
    for name, part in (
        ("development", _part(results, held_back=False)),
        ("held back", _part(results, held_back=True)),
    ):
        scoped = [result for result in part if result.utterance.in_scope]
        intents = _share([result.intent_right for result in scoped])
        print(
            f"  {name:<12} in scope {len(scoped):>4}: {recall(part):6.1%} right ({intents:6.1%} the intent alone)"
            f"   out of scope {len(part) - len(scoped):>3}: {false_accepts(part):5.1%} taken wrongly"
        )
    _print_recall_by_intent(_part(results, held_back=False))


def print_failures(results: Iterable[Result]) -> None:
    """Print each utterance that is not right, with what was heard instead."""
    for result in results:
        if not result.right:
            utterance, heard = result.utterance, result.heard
            wanted = " or ".join(utterance.intent)
            print(f"  while {utterance.while_}: {utterance.say!r} is {wanted} {_wanted_slots(utterance)}".rstrip())
            print(f"      heard as {heard.intent} by {heard.how} {_filled(heard)}")


def _print_recall_by_intent(results: Sequence[Result]) -> None:
    scoped = [result for result in results if result.utterance.in_scope]
    wanted = Counter(result.utterance.intent[0] for result in scoped)
    right = Counter(result.utterance.intent[0] for result in scoped if result.right)
    print("  by intent (the first acceptable one), development")
    for intent, count in sorted(wanted.items(), key=lambda item: (right[item[0]] / item[1], item[0])):
        print(f"    {intent:<28} {right[intent]:>3} of {count:>3}")
    confused = Counter(
        (result.utterance.intent[0], result.heard.intent) for result in results if not result.intent_right
    )
    for (intent, heard), count in confused.most_common():
        print(f"    {count:>3} x {intent} heard as {heard}")
    for slot, count in Counter(slot for result in scoped for slot in result.wrong_slots).most_common():
        print(f"    {count:>3} x wrong slot {slot}")


def _part(results: Iterable[Result], *, held_back: bool) -> list[Result]:
    return [result for result in results if result.held_back == held_back]


def _held(slot: HeardSlot, locale: str) -> set[str]:
    """Everything that can be called the content of a slot; an empty text when it has none."""
    said = slot.said or ""
    contents = {slot.value or "", said.casefold(), thing(said.casefold(), locale)}
    if slot.resolution:
        contents |= {id_ for _, id_ in slot.resolution.values} or {choice(said, slot.name, locale) or said}
    return contents


def _wanted_slots(utterance: Utterance) -> str:
    return " ".join(f"{name}={'/'.join(values)}" for name, values in utterance.slots.items())


def _filled(heard: Heard) -> dict[str, str | None]:
    return {name: slot.value for name, slot in heard.slots.items() if slot.value is not None}


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.hearing", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help=f"of {', '.join(LANGUAGES)} (default: all)")
    parser.add_argument("--failures", action="store_true", help="list what is misheard in the development part")
    parser.add_argument("--held-back", action="store_true", help="list that of the part that is held back instead")
    options = parser.parse_args(arguments)
    if strangers := set(options.languages) - set(LANGUAGES):
        parser.error(f"there is no language {', '.join(sorted(strangers))}; there are {', '.join(LANGUAGES)}")
    for language in options.languages or LANGUAGES:
        try:
            results = listen(language)
        except (SourceError, OSError) as error:
            print(error, file=sys.stderr)
            return 1
        report(language, results)
        if options.failures:
            print_failures(_part(results, held_back=options.held_back))
    return 0


if __name__ == "__main__":
    sys.exit(main())
