"""Write ``docs/coverage.md``: every fact of the domain, where it lives, and what to say to reach it.

python -m tools.coverage [--check]

The facts' ids are placed in the models (a decision's kinds, the channels) and, as extracted comments (``#. Y-2``),
above the words that carry them. The utterances stand in ``tests/coverage/<language>.yaml``; a test speaks each one.
"""

import sys
from collections.abc import Iterator

from babel.messages.pofile import read_po
from pydantic import BaseModel, ConfigDict, TypeAdapter

from skill.decision.models import MODELS
from skill.decision.models.channels import CHANNELS
from tools.generated import ROOT, run
from tools.places import Texts, read_as

PAGE = ROOT / "docs" / "coverage.md"
_INTRODUCTION = """# Every fact, where it lives, and how to reach it

Written by `make pages` from the ids in the models and the word catalogues, and from `tests/coverage`. Do not edit.

The ids: C channels, D the choice between them, P kinds of problem, S the six steps, T the messages, K the checklists,
Y safety, E when nothing helps, R what solved means, H tips. A test says each utterance to the skill, in both
languages, and looks for the fact in what is spoken or on the card.

| Id | Lives in | Say, in English | Say, in German |
|---|---|---|---|
"""


class Reached(BaseModel):
    """A fact by its id, what to ``say`` to reach it (one talk, line by line), and what must be ``there`` then."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    say: Texts
    there: Texts


def read(language: str) -> list[Reached]:
    """The facts of a language in the order of the file; SourceError with the line of what is written wrongly."""
    return read_as(ROOT / "tests" / "coverage" / f"{language}.yaml", TypeAdapter(list[Reached]))


def placed(language: str = "en") -> dict[str, list[str]]:
    """Where each id is placed: files of models, and the messages of a language that carry it."""
    places: dict[str, list[str]] = {}
    for id_, place in (*_in_models(), *_in_words(language)):
        places.setdefault(id_, []).append(place)
    return places


def _in_models() -> Iterator[tuple[str, str]]:
    for model in MODELS.values():
        yield from ((kind, f"`models/{model.id}.py`") for kind in model.kinds)
    yield from ((channel, "`models/channels.py`") for channel in CHANNELS)


def _in_words(language: str) -> Iterator[tuple[str, str]]:
    for kind in ("said", "messages"):
        file = ROOT / "skill" / "languages" / language / f"{kind}.po"
        with file.open("rb") as stream:
            catalog = read_po(stream)
        for message in catalog:
            for comment in message.auto_comments:
                yield from ((id_.strip(), f"`{message.id}`") for id_ in comment.split(",") if _is_id(id_.strip()))


def _is_id(text: str) -> bool:
    """Comments that part the file into sections are no ids."""
    return bool(text) and text.isascii() and " " not in text and text == text.upper() and text[0].isalpha()


def page() -> str:
    """The whole page, as Markdown."""
    places = placed()
    german = {fact.id: fact for fact in read("de")}
    rows = (_row(fact, german[fact.id], places.get(fact.id, [])) for fact in read("en"))
    return _INTRODUCTION + "".join(rows)


def _row(english: Reached, german: Reached, places: list[str]) -> str:
    said = (" / ".join(fact.say) for fact in (english, german))
    return f"| {english.id} | {', '.join(dict.fromkeys(places))} | {' | '.join(said)} |\n"


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or with --check say whether it is stale; returns the exit code."""
    return run("tools.coverage", __doc__, {PAGE: page()}, "pages", arguments)


if __name__ == "__main__":
    sys.exit(main())
