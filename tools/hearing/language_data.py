"""What the similarity matcher knows of a language besides its interaction models: tools/hearing/languages/*.yaml."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from tools.places import read_as

FOLDER = Path(__file__).parent / "languages"


class LanguageData(BaseModel):
    """The words of a language that no interaction model holds.

    ``built_in_intents``: phrases of Amazon's intents, which have no samples of ours. ``values``: what people say for
    a slot of a built-in type, by the slot's name or by its type. ``background``: what people say to an Alexa that is
    none of the skill's business.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    built_in_intents: dict[str, tuple[str, ...]]
    values: dict[str, tuple[str, ...]]
    background: tuple[str, ...]

    def said_for(self, slot: str, slot_type: str) -> Sequence[str]:
        """What people say for a slot of a built-in type; empty when nothing is known."""
        return self.values.get(slot) or self.values.get(slot_type) or ()


def read_language_data(language: str, folder: Path = FOLDER) -> LanguageData:
    """The data of a language; SourceError with the line of what is written wrongly."""
    return read_as(folder / f"{language}.yaml", TypeAdapter(LanguageData))
