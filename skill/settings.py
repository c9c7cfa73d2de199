"""Settings, read from the environment once and checked."""

from collections.abc import Mapping
from typing import NamedTuple

from skill.errors import SettingsWrong

SKILL_ID = "CASE_COMPASS_SKILL_ID"
STORE = "CASE_COMPASS_STORE"


class Settings(NamedTuple):
    """How this installation runs.

    ``skill_id``: only requests for this skill are answered; None answers any (for the local Alexa). ``store``:
    ``memory``, or ``sqlite:`` and a path.
    """

    skill_id: str | None = None
    store: str = "memory"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings of the process. Raises ``SettingsWrong`` with the variable's name and what it may be."""
        settings = cls(environment.get(SKILL_ID) or None, environment.get(STORE) or "memory")
        if settings.skill_id and not settings.skill_id.startswith("amzn1.ask.skill."):
            raise SettingsWrong(f"{SKILL_ID} must start with 'amzn1.ask.skill.'")
        if settings.store != "memory" and not settings.sqlite_path:
            raise SettingsWrong(f"{STORE} must be 'memory' or 'sqlite:' and a path")
        return settings

    @property
    def sqlite_path(self) -> str | None:
        """The path of the SQLite file, or None for another kind of store."""
        kind, _, path = self.store.partition(":")
        return path if kind == "sqlite" and path else None
