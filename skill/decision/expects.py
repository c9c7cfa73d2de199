"""What a question can be answered with."""

from skill.value import Value


class Choice(Value):
    """One of a few named values. A plain yes or no answers it where both are values."""

    values: tuple[str, ...]

    @property
    def takes_yes_and_no(self) -> bool:
        """Whether a plain yes or no answers it."""
        return {"yes", "no"} <= set(self.values)


class Text(Value):
    """The person's own words. ``longest`` is in characters: what is longer is cut, so that a card holds it."""

    longest: int


class PastDate(Value):
    """A day or a longer span that lies behind us, in Alexa's ISO-like forms (``2026-11-17``, ``2026-W46``)."""


class Number(Value):
    """A whole number within bounds, both included."""

    lowest: int
    highest: int


class Money(Value):
    """An amount of money as digits with a point before the cents, if there are any: ``49.99``, ``12``."""


class Digits(Value):
    """A number that is read out digit by digit, in groups of these sizes."""

    groups: tuple[int, ...]

    @property
    def length(self) -> int:
        """How many digits there are in all."""
        return sum(self.groups)


Expects = Choice | Text | PastDate | Number | Money | Digits
YES_NO = Choice(("yes", "no"))
YES_NO_OR_SOLVED = Choice(("yes", "no", "solved"))
"""Whether something was tried: yes, no, or yes and that was all it took."""
