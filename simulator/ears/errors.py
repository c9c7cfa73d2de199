"""What goes wrong when ears are made; hearing itself never raises."""

from skill.errors import CaseCompassError


class CannotHear(CaseCompassError):  # noqa: N818 - it reads as a sentence
    """A locale, a slot type or a sample is beyond these ears; the message says which and what can be done."""
