"""The SDK's service clients, loaded with the first factory and not with the SDK.

``ask_sdk_core.skill`` imports ServiceClientFactory, which imports eleven service clients, and makes one only where an
API client is configured.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

_FACTORY = "ServiceClientFactory"


def import_skill(skill: ModuleType, fill: Callable[[], None]) -> None:
    """Let ``ask_sdk_core.skill`` find something lighter in the factory's place, and nobody else."""
    services = import_module("ask_sdk_model.services")
    is_lazy = "__getattr__" in vars(services) and _FACTORY not in vars(services)
    if not is_lazy:
        fill()
        return
    setattr(services, _FACTORY, _made_when_called(skill))
    try:
        fill()
    finally:
        delattr(services, _FACTORY)


def _made_when_called(skill: ModuleType) -> Callable[..., Any]:
    def factory(*arguments: Any, **named: Any) -> Any:
        """A real factory; from now on the skill has the real class."""
        real = getattr(import_module("ask_sdk_model.services"), _FACTORY)
        setattr(skill, _FACTORY, real)
        return real(*arguments, **named)

    return factory
