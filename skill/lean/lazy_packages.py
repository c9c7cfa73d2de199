"""Packages that only collect names from their modules, and load a module when its name is first asked for.

All 81 packages of ask_sdk_model hold nothing but ``from .module import Name``, and so do some of ask_sdk_core's.
Importing one normally imports all of its modules: 200 for a skill that uses thirty. Here such a package gets a
``__getattr__`` (PEP 562) instead. A package that holds anything else is imported as ever.
"""

from __future__ import annotations

import sys
from _frozen_importlib_external import PathFinder
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_PASSED_OVER = "from __future__ import absolute_import"


def install(*roots: str) -> None:
    """Load these packages and those below them lazily from now on, where they only collect."""
    sys.meta_path.insert(0, LazyFinder(roots))


def is_installed() -> bool:
    """Whether packages are loaded lazily in this process."""
    return any(type(finder) is LazyFinder for finder in sys.meta_path)


class LazyFinder:
    """Finds what lies in the root packages as Python does, and puts a lazy loader before those of the packages."""

    def __init__(self, roots: tuple[str, ...]) -> None:
        self._roots = roots

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The spec of a module of the roots; None, which leaves it to the next finder, for everything else."""
        if name.partition(".")[0] not in self._roots:
            return None
        spec: ModuleSpec | None = PathFinder.find_spec(name, path, target)
        if spec and spec.submodule_search_locations is not None and hasattr(spec.loader, "get_source"):
            spec.loader = _LazyLoader(spec.loader)  # type: ignore[assignment] # has all that a Loader has
        return spec


class _LazyLoader:
    """The loader of a package; whatever is not said here is the stock one's."""

    def __init__(self, stock: Any) -> None:
        self._stock = stock

    def create_module(self, spec: ModuleSpec) -> Any:
        """The module, still empty."""
        return self._stock.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Give the package a look-up in place of its imports, if they are all that it has."""
        with open(self._stock.path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib would cost more than it all
            names = names_in(file.read())
        if names is None:
            self._stock.exec_module(module)
            return
        vars(module)["__getattr__"] = _look_up(module, names)
        vars(module)["__all__"] = list(names)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stock, name)


def _look_up(module: ModuleType, names: dict[str, str]) -> Any:
    package, modules = module.__name__, frozenset(names.values())

    def look_up(name: str) -> Any:
        if name in names:
            found = getattr(import_module(f"{package}.{names[name]}"), name)
        elif name in modules:
            found = import_module(f"{package}.{name}")
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        setattr(module, name, found)
        return found

    return look_up


def names_in(source: str) -> dict[str, str] | None:
    """The names that a package takes from its modules, with the module of each; None if it holds anything else."""
    names: dict[str, str] = {}
    for line in source.splitlines():
        start, _, end = line.partition(" import ")
        if start.startswith("from .") and start[6:].isidentifier() and end.isidentifier():
            names[end] = start[6:]
        elif line and line != _PASSED_OVER and line.lstrip()[:1] not in ("", "#"):
            return None
    return names
