"""Makes Amazon's SDK light from outside: what a turn does not need is loaded when it is first touched, if ever.

::

    lighten()                       # before anything imports ask_sdk_core
    handler = ...                   # import the skill and build it
    settle()

Only the entries of the skill know of this room, and it knows nothing of the skill. Whatever in the SDK does not look
as expected is left to the normal import, so that an update of it costs speed and nothing else.
docs/decisions/0036-lean-sdk.md tells why, and what each part brings.
"""

import gc
import sys

from skill.lean import around_import, lazy_modules, lazy_packages
from skill.lean.late_copies import with_late_copies
from skill.lean.quick_handler import with_quick_handler
from skill.lean.serializer import with_plans
from skill.lean.without_clients import import_skill

__all__ = ["lighten", "settle"]


def lighten() -> None:
    """Install what makes the SDK light, and let no garbage be looked for until ``settle()``.

    Does nothing where the SDK was imported before, or the second time.
    """
    if "ask_sdk_core" in sys.modules or "ask_sdk_model" in sys.modules or lazy_packages.is_installed():
        return
    gc.disable()
    lazy_modules.install("pprint", "traceback", "decimal")
    lazy_packages.install("ask_sdk_model", "ask_sdk_core", "ask_sdk_runtime")
    around_import.install(
        {
            "ask_sdk_core.serialize": with_plans,
            "ask_sdk_core.attributes_manager": with_late_copies,
            "ask_sdk_core.skill": import_skill,
            "ask_sdk_core.skill_builder": with_quick_handler,
        }
    )


def settle() -> None:
    """Call it when the skill is built: what there is now stays, and is never searched for garbage again."""
    gc.freeze()
    gc.enable()
