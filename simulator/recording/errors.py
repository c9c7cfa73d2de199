"""What goes wrong with files of talks.

::

    SimulatorError
    ├── ScriptWrong        a file that should hold talks cannot be read: says where, and what to do
    └── NothingToSave      a recorded talk cannot be saved: says why
        └── NotOnlyUtterances  ... for the ASK CLI: says which line stands against it
"""

from simulator.errors import SimulatorError


class ScriptWrong(SimulatorError):  # noqa: N818 - it reads as a sentence
    """A file of talks cannot be read or used; the message names the place in it."""


class NothingToSave(SimulatorError):  # noqa: N818
    """There is nothing in a recording yet, or more than a file can hold."""


class NotOnlyUtterances(NothingToSave):
    """The ASK CLI's replay files hold nothing but utterances in one locale, and this talk has something else."""
