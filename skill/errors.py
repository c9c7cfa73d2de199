"""Every error that Case Compass raises on purpose.

::

    CaseCompassError
    ├── DrawnWrongly          a decision model cannot be walked: says which model, which node, what to do
    ├── RecordUnreadable      a stored record is not one that we ever wrote
    ├── SettingsWrong         an environment variable is missing or has a value that we cannot use
    ├── WordsMissing          a word catalogue is not there or lacks a message
    ├── NotFromAlexa          a request did not pass verification (the HTTP door answers 400)
    └── StoreError            the store did not do what was asked
        ├── StoreUnavailable  it could not be reached, is broken, or took too long
        └── WriteConflict     somebody else wrote the record since it was read
"""


class CaseCompassError(Exception):
    """The root: catch this to catch everything that the skill raises on purpose."""


class DrawnWrongly(CaseCompassError):  # noqa: N818 - it reads as a sentence
    """A decision model cannot be walked; the message lists every fault with its place."""


class RecordUnreadable(CaseCompassError):  # noqa: N818
    """A record has a shape or version that no release of the skill has written."""


class SettingsWrong(CaseCompassError):  # noqa: N818
    """A setting has a value that cannot be used; the message names the variable and the values that can."""


class WordsMissing(CaseCompassError):  # noqa: N818
    """A word catalogue is missing or incomplete; the message names the file and the command that builds it."""


class NotFromAlexa(CaseCompassError):  # noqa: N818
    """A request was not shown to come from Alexa; the message names the rule that it broke, never its content."""


class StillFetching(NotFromAlexa):
    """A request cannot be verified yet, as many already wait for its certificate. It is worth a try in a moment."""


class StoreError(CaseCompassError):
    """The store did not do what was asked of it."""


class StoreUnavailable(StoreError):  # noqa: N818
    """The store could not be reached, is damaged, or did not answer in time."""


class WriteConflict(StoreError):  # noqa: N818
    """The record has a newer revision than the one that this write was based on."""
