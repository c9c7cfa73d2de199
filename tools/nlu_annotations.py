"""Write tests/hearing as annotation sets, which `ask smapi` takes for an evaluation, here or at Amazon.

    python -m tools.nlu_annotations de --into .work/annotations

makes a file for each locale that the utterances name. An annotation is heard without any talk before it, so that only
utterances which answer no question can be one; those that are held back are left out. Dates are those of the day on
which the utterances are said (tools/hearing).
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from simulator.models.folder import read_model
from tools.hearing.ears import TODAY
from tools.hearing.utterances import LANGUAGES, ROOT, START, Utterance, held_back, read_utterances

Json = dict[str, Any]


class Annotated(NamedTuple):
    """The annotations of a locale, as SMAPI has them in ``{"data": [...]}``."""

    locale: str
    annotations: list[Json]


def annotation_sets(language: str, root: Path = ROOT) -> list[Annotated]:
    """The sets of a language, that of its main locale first."""
    said: dict[str, list[Utterance]] = defaultdict(list, {LANGUAGES[language]: []})
    for position, utterance in enumerate(read_utterances(language, root)):
        if utterance.while_ == START and not held_back(position):
            said[utterance.locale or LANGUAGES[language]].append(utterance)
    return [_set(locale, utterances, _slots(root, locale)) for locale, utterances in said.items()]


def _set(locale: str, utterances: Sequence[Utterance], slots: Mapping[str, set[str]]) -> Annotated:
    return Annotated(locale, [_annotation(utterance, slots) for utterance in utterances])


def _slots(root: Path, locale: str) -> dict[str, set[str]]:
    model = read_model(root / "interaction_models", locale)
    return {intent.name: {slot.name for slot in intent.slots} for intent in model.language_model.intents}


def _annotation(utterance: Utterance, slots: Mapping[str, set[str]]) -> Json:
    noon = datetime.combine(TODAY, time(12), UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    expected = [
        {"intent": {"name": intent, "slots": filled}}
        for intent in utterance.intent
        for filled in _fillings(utterance, slots.get(intent, set()))
    ]
    return {"inputs": {"utterance": utterance.say, "referenceTimestamp": noon}, "expected": expected}


def _fillings(utterance: Utterance, slots: set[str]) -> Iterator[Json]:
    """Every way in which the slots that the intent has may be filled."""
    named = {name: values for name, values in utterance.slots.items() if name in slots}
    for values in product(*named.values()):
        yield {name: {"value": value} for name, value in zip(named, values, strict=True)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files, and say which."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.nlu_annotations", description=__doc__.partition("\n")[0], allow_abbrev=False
    )
    parser.add_argument("language", choices=LANGUAGES)
    parser.add_argument("--into", type=Path, default=ROOT / ".work" / "annotations", metavar="DIR")
    options = parser.parse_args(arguments)
    options.into.mkdir(parents=True, exist_ok=True)
    for locale, annotations in annotation_sets(options.language):
        file = options.into / f"{locale}.json"
        file.write_text(json.dumps({"data": annotations}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"{file}: {len(annotations)} annotations")
    return 0


if __name__ == "__main__":
    sys.exit(main())
