"""Settings, read from the environment once and checked."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from skill.errors import SettingsWrong

SKILL_ID = "CASE_COMPASS_SKILL_ID"
STORE = "CASE_COMPASS_STORE"
MEMORY = "memory"
"""The store that lasts as long as its process."""

# A table's name (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html).
_TABLE = re.compile(r"[a-zA-Z0-9_.-]{3,255}")


class Settings(NamedTuple):
    """How this installation runs.

    ``skill_id``: only requests for this skill are answered; None answers any (for the local Alexa). ``store``:
    ``memory``, or ``sqlite:`` and a path, or ``dynamodb:`` and the name of a table. Region, credentials and any
    endpoint of DynamoDB are in AWS's own variables, which botocore reads.
    """

    skill_id: str | None = None
    store: str = MEMORY

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings of the process. Raises ``SettingsWrong`` with the variable's name and what it may be."""
        settings = cls(environment.get(SKILL_ID) or None, environment.get(STORE) or MEMORY)
        if settings.skill_id and not settings.skill_id.startswith("amzn1.ask.skill."):
            raise SettingsWrong(f"{SKILL_ID} must start with 'amzn1.ask.skill.'")
        if settings.store != MEMORY and not settings.sqlite_path and not settings.dynamodb_table:
            raise SettingsWrong(f"{STORE} must be 'memory', 'sqlite:' and a path, or 'dynamodb:' and a table's name")
        return settings

    @property
    def sqlite_path(self) -> str | None:
        """The path of the SQLite file, or None for another kind of store."""
        return self._after("sqlite")

    @property
    def dynamodb_table(self) -> str | None:
        """The name of the DynamoDB table, or None for another kind of store or what is no name of a table."""
        name = self._after("dynamodb")
        return name if name and _TABLE.fullmatch(name) else None

    def _after(self, kind: str) -> str | None:
        """What stands behind the colon when the store is of this kind."""
        named, _, rest = self.store.partition(":")
        return rest if named == kind and rest else None
