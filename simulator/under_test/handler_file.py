"""A skill's handler out of somebody's own code, named as ``FILE.py:NAME`` or ``package.module:NAME``."""

import importlib
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from simulator.envelope import Json
from simulator.errors import OptionWrong

Handler = Callable[[Json, object], object]


def handler_named(name: str) -> Handler:
    """The handler of a name; raises OptionWrong, which says what is wrong with it.

    The folder of a file comes first on the path where modules are looked for, as on AWS Lambda.
    """
    place, _, attribute = name.rpartition(":")
    if not place or not attribute:
        raise OptionWrong(f"--handler {name!r} names no handler: write it as lambda_function.py:lambda_handler")
    try:
        module = _from_file(Path(place)) if place.endswith(".py") else importlib.import_module(place)
    except Exception as error:
        raise OptionWrong(
            f"--handler {name!r}: {place} cannot be imported: {type(error).__name__}: {error}"
        ) from error
    handler = getattr(module, attribute, None)
    if not callable(handler):
        raise OptionWrong(f"--handler {name!r}: {place} has no function {attribute}")
    found: Handler = handler
    return found


def _from_file(path: Path) -> ModuleType:
    path = path.resolve()
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(path)
    sys.path.insert(0, str(path.parent))
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module
