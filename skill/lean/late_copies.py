"""The session's attributes, copied when a handler asks for them and not for every turn.

``ask_sdk_core.attributes_manager`` makes a deep copy with every request. A handler that only sets new attributes
never sees it, and one that asks gets it just the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

_LEAVES = frozenset({str, int, float, bool, type(None)})


def with_late_copies(module: ModuleType, fill: Callable[[], None]) -> None:
    """Let ``ask_sdk_core.attributes_manager`` copy late, if it is as we know it."""
    fill()
    stock = getattr(module, "AttributesManager", None)
    if hasattr(module, "deepcopy") and isinstance(getattr(stock, "session_attributes", None), property):
        vars(module)["AttributesManager"] = _late(stock, vars(module)["deepcopy"])
        vars(module)["deepcopy"] = lambda attributes: attributes


def _late(stock: Any, deepcopy: Callable[[Any], Any]) -> type[Any]:
    class LateCopies(stock):  # type: ignore[misc]
        """The stock manager, which is handed the envelope's own attributes in place of their copy."""

        _is_own = False

        @property
        def session_attributes(self) -> Any:
            """The session's attributes, for the handler to change."""
            found = stock.session_attributes.fget(self)
            if not self._is_own:
                found = self._session_attributes = _copied(found, deepcopy)
                self._is_own = True
            return found

        @session_attributes.setter
        def session_attributes(self, attributes: Any) -> None:
            stock.session_attributes.fset(self, attributes)
            self._is_own = True

    return LateCopies


def _copied(value: Any, deepcopy: Callable[[Any], Any]) -> Any:
    """A copy that shares nothing that can change: quick for what JSON has, and as ever for anything else."""
    kind = type(value)
    if kind in _LEAVES:
        return value
    if kind is dict:
        return {name: _copied(part, deepcopy) for name, part in value.items()}
    if kind is list:
        return [_copied(part, deepcopy) for part in value]
    return deepcopy(value)
