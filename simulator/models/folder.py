"""Interaction models in a folder, one file a locale: <locale>.json."""

from pathlib import Path

from simulator.errors import ModelMissing
from simulator.models.interaction_model import InteractionModel


def locales(folder: Path) -> list[str]:
    """The locales that a folder has models for, in alphabetical order."""
    return sorted(path.stem for path in folder.glob("??-??.json"))


def read_model(folder: Path, locale: str) -> InteractionModel:
    """The model of a locale; raises ModelMissing, which names the locales that there are, or ModelUnreadable."""
    there = locales(folder)
    if locale not in there:
        names = ", ".join(there) or "no model at all"
        raise ModelMissing(f"there is no interaction model for {locale!r} in {folder}: it has {names}")
    return InteractionModel.read(folder / f"{locale}.json")
