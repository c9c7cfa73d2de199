"""Where the rooms are joined: the only file that knows every part."""

from skill.alexa.door import Handler, open_door
from skill.conversation.ports import Memory
from skill.decision.models import MODELS
from skill.service import Service
from skill.settings import Settings


def build_skill(settings: Settings, memory: Memory | None = None) -> Handler:
    """The whole skill as one handler, for every door: ``(event, context) -> response envelope``.

    ``memory`` is for whoever wants to see it too; without one the store that the settings name is built.
    """
    return open_door(Service(MODELS, memory or build_store(settings)), settings.skill_id)


def build_store(settings: Settings) -> Memory:
    """The store that the settings name. Only its module is imported."""
    if settings.sqlite_path:
        from skill.storage.sqlite import SqliteStore

        return SqliteStore(settings.sqlite_path)
    if settings.dynamodb_table:
        from skill.storage.dynamodb import DynamoDbStore

        return DynamoDbStore(settings.dynamodb_table)
    from skill.storage.memory import MemoryStore

    return MemoryStore()
