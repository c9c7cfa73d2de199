"""An exception for the log: its kind and the places in the code. Its message may quote what a person said."""

import traceback


def without_words(error: BaseException) -> str:
    """The kind of the error and the way to it, innermost place first, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in reversed(frames))
    return f"{type(error).__name__} in {places}"
