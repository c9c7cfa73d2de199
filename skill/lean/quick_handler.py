"""The SDK's skill without its detours: built once, and no event written to text only to be read again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType


def with_quick_handler(module: ModuleType, fill: Callable[[], None]) -> None:
    """Give ``ask_sdk_core.skill_builder.SkillBuilder`` a quicker ``lambda_handler``, if it is as we know it."""
    fill()
    builder: Any = getattr(module, "SkillBuilder", None)
    if hasattr(builder, "lambda_handler") and {"CustomSkill", "RequestEnvelope"} <= vars(module).keys():
        builder.lambda_handler = _quicker(builder.lambda_handler, module)


def _quicker(stock: Callable[[Any], Any], module: ModuleType) -> Callable[[Any], Any]:
    def lambda_handler(self: Any) -> Callable[[Any, Any], Any]:
        """A handler: (event, context) to response envelope. The skill is built with the first event."""
        build = cache(lambda: module.CustomSkill(skill_configuration=self.skill_configuration))
        stock_handler = stock(self)

        def handle(event: Any, context: Any) -> Any:
            skill = build()
            serializer = skill.serializer
            if not hasattr(serializer, "from_json"):
                return stock_handler(event, context)
            envelope = serializer.from_json(event, module.RequestEnvelope)
            return serializer.serialize(skill.invoke(request_envelope=envelope, context=context))

        return handle

    return lambda_handler
