"""What people say for slots of built-in types, which no interaction model lists: tools/hearing/languages/*.yaml."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from tools.places import read_as

FOLDER = Path(__file__).parent / "languages"


class LanguageData(BaseModel):
    """Words for the slots of a language. ``values``: by the slot's name or by its type."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    values: dict[str, tuple[str, ...]]

    def said_for(self, slot: str, slot_type: str) -> Sequence[str]:
        """What people say for a slot of a built-in type; empty when nothing is known."""
        return self.values.get(slot) or self.values.get(slot_type) or ()


def read_language_data(language: str, folder: Path = FOLDER) -> LanguageData:
    """The data of a language; SourceError with the line of what is written wrongly."""
    return read_as(folder / f"{language}.yaml", TypeAdapter(LanguageData))
