"""Small changes to modules, made while each is imported."""

from __future__ import annotations

import sys
from _frozen_importlib_external import PathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    Change = Callable[[ModuleType, Callable[[], None]], None]
    """Given a module that is still empty, and what fills it, which has to be called once."""


def install(changes: Mapping[str, Change]) -> None:
    """Make each change when the module of its name is imported."""
    sys.meta_path.insert(0, _Finder(changes))


class _Finder:
    def __init__(self, changes: Mapping[str, Change]) -> None:
        self._changes = changes

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        change = self._changes.get(name)
        if change is None:
            return None
        spec: ModuleSpec | None = PathFinder.find_spec(name, path, target)
        if spec and spec.loader:
            spec.loader = _Loader(spec.loader, change)  # type: ignore[assignment] # has all that a Loader has
        return spec


class _Loader:
    """The loader of a module; whatever is not said here is the stock one's."""

    def __init__(self, stock: Any, change: Change) -> None:
        self._stock = stock
        self._change = change

    def create_module(self, spec: ModuleSpec) -> Any:
        return self._stock.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._change(module, lambda: self._stock.exec_module(module))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stock, name)
