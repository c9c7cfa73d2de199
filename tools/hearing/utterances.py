"""What people say (tests/hearing/<language>.yaml), and which of it is held back.

Every fifth utterance is held back: who improves ``heard.yaml`` looks only at the others, so that the figure of the
held back says how strangers are heard.
"""

from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from tools.places import Texts, read_as

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES: Final = {"en": "en-US", "de": "de-DE"}
"""The languages with the locale of an utterance that names none."""
FALLBACK: Final = "AMAZON.FallbackIntent"
START: Final = "start"
HELD_BACK_EVERY: Final = 5


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
        return self.intent != (FALLBACK,)


def read_utterances(language: str, root: Path = ROOT) -> list[Utterance]:
    """The utterances of a language; SourceError with the line of the first that is written wrongly."""
    return read_as(root / "tests" / "hearing" / f"{language}.yaml", TypeAdapter(list[Utterance]))


def held_back(position: int) -> bool:
    """Whether the utterance at a position of the file, counted from 0, is held back."""
    return (position + 1) % HELD_BACK_EVERY == 0
