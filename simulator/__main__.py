"""``python -m simulator [PROGRAM]``: talk to a skill, or have something else done with it.

Without a program it is the talk at a terminal. Each program tells its options with ``--help``.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from skill.errors import CaseCompassError

PROGRAMS = {
    "talk": "simulator.terminal.program",
    "page": "simulator.page.__main__",
    "replay": "simulator.recording.__main__",
    "explore": "simulator.explorer.__main__",
    "smapi": "simulator.smapi.__main__",
}
"""Each program's module, whose ``main(arguments)`` returns the exit status."""

BAD_ARGUMENTS = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a program; its exit status, or 2 when an option, a model or a command cannot be used."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    name = words.pop(0) if words and words[0] in PROGRAMS else "talk"
    try:
        status: int = import_module(PROGRAMS[name]).main(words)
    except CaseCompassError as error:
        sys.stderr.write(f"simulator: {error}\n")
        return BAD_ARGUMENTS
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has left; nothing may be flushed to them any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
