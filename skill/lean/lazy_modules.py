"""Stand-ins for modules of the standard library that are imported by many and used by hardly any turn.

- ``pprint``: 573 modules of ask_sdk_model import it for their ``__repr__``; it brings dataclasses, inspect and ast.
- ``traceback``: logging imports it for exceptions; it brings tokenize and textwrap.
- ``decimal``: ask_sdk_core.serialize imports it for numbers from DynamoDB.
"""

import sys
from types import ModuleType
from typing import Any


def install(*names: str) -> None:
    """Put a stand-in where each of these modules would go, unless that is there already."""
    for name in names:
        sys.modules.setdefault(name, _StandIn(name))


class _StandIn(ModuleType):
    """Loads the real module when something of it is first asked for."""

    def __getattr__(self, name: str) -> Any:
        # Python's own machinery asks every module for names like this while it imports others.
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_real(self), name)


def _real(stand_in: ModuleType) -> ModuleType:
    name = stand_in.__name__
    if sys.modules.get(name) is stand_in:
        del sys.modules[name]
    return __import__(name)
